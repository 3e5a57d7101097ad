package fr.viaduc.posts;

import static fr.viaduc.posts.PostAuthors.home;
import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.testing.Agents;
import fr.viaduc.testing.Groups;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What becomes of a post without any script: read, answered, changed, reported, removed. */
@ViaducTest
@Import({Town.class, Groups.class, Agents.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostPagesTest {
    @Autowired
    Town town;

    @Autowired
    Agents agents;

    @Autowired
    ObjectProvider<Visitor> visitors;

    private PostAuthors people;

    @BeforeAll
    void people() {
        people = new PostAuthors(town, agents, visitors);
    }

    @Test
    void aPollIsAnsweredWithoutScriptsAndShowsItsResultsAfterwards() {
        String csrf = people.jeanMarc
                .get("/publier")
                .page()
                .selectFirst("input[name=_csrf]")
                .val();
        var posted = people.jeanMarc.upload(
                "/publications?reponse=Lundi&reponse=Mardi",
                Map.of(
                        "_csrf",
                        csrf,
                        "audience",
                        "c" + town.circle("agents", null),
                        "question",
                        "Quel jour pour le repas ?",
                        "jusquau",
                        town.today().plusDays(3).toString()),
                Map.of());
        assertThat(posted.status()).isEqualTo(303);
        long item = town.read(people.jeanMarcThevenot.id(), "select max(item_id) from posts.poll")
                .getFirst();

        Document before = people.lucie.get("/publications/" + item).page();
        assertThat(before.select(".poll .num"))
                .as("no result before one has voted")
                .isEmpty();
        assertThat(before.selectFirst("#sondage-" + item).text()).contains("anonyme");
        String monday = before.selectFirst(".poll__opt:contains(Lundi) input").val();
        var none = people.lucie.submit("#sondage-" + item, Map.of());
        assertThat(none.page().selectFirst("#toasts").text()).contains("Choisissez une réponse");
        var after = people.lucie.submit("#sondage-" + item, Map.of("choix", monday));
        assertThat(after.page().selectFirst(".poll__opt:contains(Lundi) .num").text())
                .startsWith("100");
        assertThat(after.page().select(".poll input"))
                .as("an anonymous vote is not changed")
                .isEmpty();
    }

    @Test
    void anEditedPostIsChangedInMarkdownAndKeepsItsHistory() {
        long item = people.publish("Réunion **mardi** à 9 h.");
        Document form =
                people.jeanMarc.get("/publications/" + item + "/modifier").page();
        assertThat(form.selectFirst("textarea").wholeText()).isEqualTo("Réunion **mardi** à 9 h.");

        var shown = people.jeanMarc.submit("form:has(textarea)", Map.of("texte", "Réunion **mercredi** à 9 h."));
        assertThat(shown.page().selectFirst(".rich strong").text()).isEqualTo("mercredi");
        assertThat(people.lucie.get("/publications/" + item + "/versions").texts(".rich"))
                .anySatisfy(version -> assertThat(version).contains("mardi"))
                .anySatisfy(version -> assertThat(version).contains("mercredi"));

        people.jeanMarc.get("/publications/" + item + "/modifier");
        var blank = people.jeanMarc.submit("form:has(textarea)", Map.of("texte", "  "));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.page().selectFirst("textarea").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void onlyItsAuthorIsOfferedToChangeOrRemoveAPost() {
        long item = people.publish("À moi seul.");

        assertThat(people.lucie.get("/publications/" + item).texts(".menu__panel"))
                .noneMatch(menu -> menu.contains("Modifier") || menu.contains("Supprimer"))
                .anyMatch(menu -> menu.contains("Signaler"));
        assertThat(people.lucie.getOnce("/publications/" + item + "/modifier").status())
                .isEqualTo(403);
        people.lucie.get("/publications/" + item);
        assertThat(people.lucie
                        .post("/publications/" + item + "/suppression", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(people.lucie
                        .post("/publications/" + item, Map.of("texte", "Piraté"))
                        .status())
                .isEqualTo(403);
        people.jeanMarc.get("/publications/" + item);
        people.jeanMarc.submit("button[formaction$=suppression]", Map.of());
        assertThat(people.lucie.get("/publications/" + item).status()).isEqualTo(404);
    }

    @Test
    void commentsAndRepliesGoWithoutScripts() {
        long item = people.publish("Qui vient samedi ?");
        people.lucie.get("/publications/" + item);
        var commented = people.lucie.submit("#repondre", Map.of("texte", "Moi, avec *plaisir*."));
        assertThat(commented.page().selectFirst(".comment em").text()).isEqualTo("plaisir");

        String reply = commented
                .page()
                .selectFirst(".comment__acts a:contains(Répondre)")
                .attr("href");
        people.jeanMarc.get(reply);
        var replied = people.jeanMarc.submit("form:has(input[name=parent])", Map.of("texte", "Parfait."));
        assertThat(replied.page().selectFirst(".comment .comments .comment").text())
                .contains("Parfait.");
        assertThat(replied.page().getElementById("commentaires-titre").text()).startsWith("2");

        var blank = people.jeanMarc.submit("#repondre", Map.of("texte", " "));
        assertThat(blank.status()).isEqualTo(422);
        Element field = blank.page().selectFirst("#repondre textarea");
        assertThat(blank.page().getElementById(field.attr("aria-describedby")).text())
                .contains("Écrivez");
    }

    @Test
    void aCommentSentTwiceIsWrittenOnce() {
        long item = people.publish("Une question.");
        String key = people.lucie
                .get("/publications/" + item)
                .page()
                .selectFirst("#repondre [name=idempotencyKey]")
                .val();
        Map<String, String> comment = Map.of("texte", "Une réponse.", "idempotencyKey", key);
        people.lucie.submitOnce("#repondre", comment);
        people.lucie.get("/publications/" + item);
        people.lucie.submitOnce("#repondre", comment);

        assertThat(people.lucie.get("/publications/" + item).page().select(".comment"))
                .hasSize(1);
    }

    @Test
    void earlierCommentsAreAllWithinReachEvenWhenSomeWereRemoved() {
        long item = people.publish("Quarante-cinq avis.");
        for (int i = 1; i <= 45; i++) {
            town.raw(
                    people.lucieFerrand.id(),
                    "insert into content.comment (item_id, author_id, body, removed_at) values (?, ?, ?, case when ? % 3 = 0 then now() end)",
                    item,
                    people.lucieFerrand.id(),
                    i % 3 == 0 ? "" : "<p>Avis " + i + ".</p>",
                    i);
        }
        var seen = new ArrayList<String>();
        String next = "/publications/" + item;
        while (next != null) {
            Document page = people.jeanMarc.get(next).page();
            seen.addAll(page.select(".comment .rich").eachText());
            Element earlier = page.selectFirst("#commentaires a[rel=next]");
            next = earlier == null ? null : earlier.attr("href");
        }
        assertThat(seen).hasSize(30).doesNotHaveDuplicates().contains("Avis 1.", "Avis 44.");
    }

    @Test
    void aReactionIsGivenChangedAndTakenBackWithoutScripts() {
        long item = people.publish("Bien reçu ?");
        people.lucie.get("/publications/" + item);
        var given = people.lucie.submit("#pied-" + item + " button[value=useful]", Map.of());
        assertThat(given.page()
                        .selectFirst("#pied-" + item + " .act[aria-pressed=true]")
                        .text())
                .startsWith("Utile 1");
        var taken = people.lucie.submit("#pied-" + item + " .act[aria-pressed=true]", Map.of());
        assertThat(taken.page().select("#pied-" + item + " .num")).isEmpty();
    }

    @Test
    void whereABrowserHidesWhereOneComesFromFollowingLeadsToThePost() {
        long item = people.publish("À suivre.");
        people.lucie.get("/");
        var answer = people.lucie.submitOnce(
                "button[formaction=/publications/" + item + "/suivi][value=following]", Map.of());
        assertThat(answer.location()).endsWith("/publications/" + item);
        assertThat(people.lucie.get("/publications/" + item).texts(".menu__panel"))
                .anyMatch(menu -> menu.contains("Ne plus suivre"));
    }

    @Test
    void aReportIsMadeAndDecidedWithoutScripts() {
        long item = people.publish("Un mot de trop.");
        people.lucie.get("/publications/" + item + "/signalement");
        var missing = people.lucie.submit("form[action$=signalement]", Map.of("precisions", "C’est blessant."));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.page().selectFirst("textarea[name=precisions]").wholeText())
                .isEqualTo("C’est blessant.");
        var done = people.lucie.submit(
                "form[action$=signalement]", Map.of("motif", "hurtful", "precisions", "C’est blessant."));
        assertThat(done.page().selectFirst("#toasts").text()).contains("modérateurs");

        Document queue = people.karim.get("/administration/moderation").page();
        Element report = queue.selectFirst("article:contains(Un mot de trop)");
        assertThat(report.text()).contains("Lucie Ferrand", "Jean-Marc Thévenot", "C’est blessant.");
        people.karim.submit(
                "article:contains(Un mot de trop) form",
                Map.of("retirer", "true", "reponse", "Contraire à la charte."));
        assertThat(people.lucie.get("/publications/" + item).status()).isEqualTo(404);
        assertThat(people.lucie.getOnce("/administration/moderation").status()).isEqualTo(403);
    }

    @Test
    void aPostThatOneMayNotSeeDoesNotExistNorItsPicturesNorItsComments() {
        people.jeanMarc.get("/publier");
        people.jeanMarc.submit(
                "#publier",
                Map.of("texte", "Réservé à la voirie.", "audience", "c" + town.circle("unit", people.roads)));
        long item = people.newest();

        for (String address : List.of("", "/commentaires", "/versions", "/photos/1", "/signalement", "/modifier")) {
            assertThat(people.lucie.getOnce("/publications/" + item + address).status())
                    .as(address)
                    .isEqualTo(404);
        }
        assertThat(people.lucie
                        .getOnce("/mentions?publication=" + item + "&q=jean")
                        .status())
                .isEqualTo(404);
        people.lucie.get("/");
        assertThat(people.lucie
                        .post("/publications/" + item + "/commentaires", Map.of("texte", "Coucou"))
                        .status())
                .isEqualTo(404);
        assertThat(people.lucie
                        .post("/publications/" + item + "/reactions", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void loadingMoreGivesTheNextTenAndTheDayOnce() {
        for (int i = 0; i < 25; i++) {
            people.publish("Page " + i + ".");
        }
        Document first = home(people.lucie);
        Element more = first.selectFirst(".load-more a");
        assertThat(first.select("#fil article")).hasSize(10);
        Document second = people.lucie.get(more.attr("href")).page();
        assertThat(second.select("#fil article")).hasSize(10);
        assertThat(second.select("#fil article").eachAttr("id"))
                .doesNotContainAnyElementsOf(first.select("#fil article").eachAttr("id"));
        assertThat(second.select(".feed-day"))
                .as("all of today: its heading stands on the first page")
                .isEmpty();
    }
}
