package fr.viaduc.posts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.testing.Agents;
import fr.viaduc.testing.Drawings;
import fr.viaduc.testing.Groups;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The pages of posts without any script: what is typed stays, errors are tied to their fields, nothing is sent twice. */
@ViaducTest
@Import({Town.class, Groups.class, Agents.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostPagesTest {
    @Autowired
    Town town;

    @Autowired
    Groups groups;

    @Autowired
    Agents agents;

    @Autowired
    Visitor jeanMarc;

    @Autowired
    Visitor lucie;

    @Autowired
    Visitor karim;

    long roads;
    Viewer jeanMarcThevenot;
    Viewer lucieFerrand;

    @BeforeAll
    void people() {
        roads = town.unit("Voirie", null);
        jeanMarcThevenot = agents.hire("000107", "Jean-Marc", "Thévenot", roads);
        lucieFerrand = agents.hire("000108", "Lucie", "Ferrand", town.unit("Eau", null));
        agents.hire("000109", "Karim", "Belkacem", roads, Role.MODERATOR);
        jeanMarc.signIn("000107", Agents.PASSWORD);
        lucie.signIn("000108", Agents.PASSWORD);
        karim.signIn("000109", Agents.PASSWORD);
        // As if Karim had also given the second proof that moderators owe.
        town.run("update people.session set second_factor_at = now()");
    }

    @Test
    void theComposerSaysForWhomAndHowManyTheyAreBesideTheButton() {
        Element bar = home(jeanMarc).selectFirst("#publier .composer__bar");

        assertThat(bar.text()).contains("Tous les agents").containsPattern("\\d+ personnes");
        assertThat(bar.select("button[type=submit]").text()).isEqualTo("Publier");
        assertThat(bar.selectFirst("a.audience").attr("href"))
                .as("without scripts the choice is a page")
                .isEqualTo("/publier");
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedWithItsErrorsTiedToTheirFields() {
        jeanMarc.get("/publier");
        var refused = jeanMarc.submit(
                "#publier",
                Map.of(
                        "texte", "La lame est **montée**.",
                        "lien", "chaumont",
                        "lienTitre", "La ville",
                        "question", "Quel jour ?",
                        "reponse", "Lundi",
                        "jusquau", "2020-01-01"));

        assertThat(refused.status()).isEqualTo(422);
        Document page = refused.page();
        assertThat(page.selectFirst("textarea[name=texte]").wholeText()).isEqualTo("La lame est **montée**.");
        assertThat(page.selectFirst("input[name=lien]").val()).isEqualTo("chaumont");
        assertThat(page.selectFirst("input[name=lienTitre]").val()).isEqualTo("La ville");
        assertThat(page.selectFirst("input[name=question]").val()).isEqualTo("Quel jour ?");
        assertThat(page.selectFirst("#reponse-1").val()).isEqualTo("Lundi");
        for (String field : List.of("lien", "reponse-2", "jusquau")) {
            Element input = page.getElementById(field);
            assertThat(input.attr("aria-invalid")).as(field).isEqualTo("true");
            assertThat(page.getElementById(input.attr("aria-describedby")).text())
                    .as(field)
                    .isNotBlank();
            assertThat(input.closest("details").hasAttr("open"))
                    .as("%s is in sight", field)
                    .isTrue();
        }
        assertThat(page.select("[data-error-summary] a").eachAttr("href"))
                .containsExactly("#lien", "#reponse-1", "#jusquau");
    }

    @Test
    void withoutScriptsOnePublishesInMarkdownForWhomOneChooses() {
        jeanMarc.get("/publier");
        var home = jeanMarc.submit(
                "#publier",
                Map.of("texte", "La **lame** est là : merci !", "audience", "c" + town.circle("unit", roads)));

        assertThat(home.path()).isEqualTo("/");
        assertThat(home.page().selectFirst("#toasts").text()).containsPattern("Publié. 2 personnes");
        Element post = home.page().selectFirst("#fil article");
        assertThat(post.select(".rich strong").text()).isEqualTo("lame");
        assertThat(post.selectFirst(".rich").wholeText()).contains("là\u00a0: merci\u202f!");
        assertThat(post.select(".meta").text()).contains("Voirie");
        assertThat(home(lucie).text()).doesNotContain("La lame est là");
    }

    @Test
    void theSameFormSentTwicePublishesOnce() {
        String key = jeanMarc.get("/publier")
                .page()
                .selectFirst("#publier [name=idempotencyKey]")
                .val();
        Map<String, String> typed = Map.of("texte", "Deux clics, une publication.", "idempotencyKey", key);
        jeanMarc.submitOnce("#publier", typed);
        jeanMarc.get("/publier");
        jeanMarc.submitOnce("#publier", typed);

        assertThat(home(jeanMarc).select("#fil article:contains(Deux clics)")).hasSize(1);
    }

    @Test
    void anAudienceThatOneMayNotAddressIsRefused() {
        lucie.get("/publier");
        var refused =
                lucie.submit("#publier", Map.of("texte", "À la voirie.", "audience", "c" + town.circle("unit", roads)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().getElementById("audience-error").text()).contains("pour qui");
        assertThat(refused.page().selectFirst("textarea[name=texte]").wholeText())
                .isEqualTo("À la voirie.");
        assertThat(town.read(lucieFerrand.id(), "select count(*) from content.item where body like '%À la voirie%'"))
                .containsExactly(0L);
    }

    @Test
    void aPictureSentWithoutScriptsIsKeptAndItsDescriptionAskedFor() {
        jeanMarc.get("/publier");
        var asked = jeanMarc.upload(
                "/publications",
                Map.of("texte", "Le nouveau massif.", "audience", "c" + town.circle("agents", null)),
                Map.of("photos", new Visitor.Upload("massif.png", "image/png", Drawings.png(64, 48))));

        assertThat(asked.status()).isEqualTo(422);
        Element row = asked.page().selectFirst(".uploads .upload");
        assertThat(row.text()).contains("massif");
        Element says = row.selectFirst("input[name=photosAlternative]");
        assertThat(says.attr("aria-invalid")).isEqualTo("true");
        assertThat(asked.page().getElementById(says.attr("aria-describedby")).text())
                .contains("décorative");

        var home = jeanMarc.submit("#publier", Map.of("photosAlternative", "Un massif de lavande devant le dépôt"));
        assertThat(home.status()).isEqualTo(200);
        Element post = home.page().selectFirst("#fil article:contains(Le nouveau massif)");
        assertThat(post.select(".mosaic")).isNotEmpty();
        long item = Long.parseLong(post.id().substring("publication-".length()));
        assertThat(town.read(
                        lucieFerrand.id(),
                        "select count(*) from content.attachment where item_id = ? and alternative like 'Un massif%'",
                        item))
                .containsExactly(1L);
    }

    @Test
    void aPictureThatIsNoneIsRefusedByNameAndTheTextStays() {
        jeanMarc.get("/publier");
        var refused = jeanMarc.upload(
                "/publications",
                Map.of("texte", "Voici la photo.", "audience", "c" + town.circle("agents", null)),
                Map.of("photos", new Visitor.Upload("photo.jpg", "image/jpeg", "<script>".getBytes(UTF_8))));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().getElementById("photos-error").text()).contains("photo.jpg", "image");
        assertThat(refused.page().selectFirst("textarea[name=texte]").wholeText())
                .isEqualTo("Voici la photo.");
    }

    @Test
    void aPictureTooHeavyIsRefusedWithItsLimitAndTheTextStays() {
        byte[] heavy = Arrays.copyOf(Drawings.png(64, 48), 27_000_000);
        jeanMarc.get("/publier");
        var refused = jeanMarc.upload(
                "/publications",
                Map.of("texte", "Voici la photo.", "audience", "c" + town.circle("agents", null)),
                Map.of("photos", new Visitor.Upload("panorama.png", "image/png", heavy)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().getElementById("photos-error").wholeText())
                .contains("panorama.png", "trop lourd", "25\u00a0Mo");
        assertThat(refused.page().selectFirst("textarea[name=texte]").wholeText())
                .isEqualTo("Voici la photo.");
    }

    @Test
    void aFileOfSomebodyElseIsNotPublished() {
        lucie.get("/publier");
        lucie.upload(
                "/publications",
                Map.of("texte", "Ma photo à moi.", "audience", "c" + town.circle("agents", null)),
                Map.of("photos", new Visitor.Upload("moi.png", "image/png", Drawings.png(32, 32))));
        long file = town.read(lucieFerrand.id(), "select max(id) from files.file where owner_id = " + lucieFerrand.id())
                .getFirst();
        jeanMarc.get("/publier");
        var refused = jeanMarc.submit(
                "#publier",
                Map.of("texte", "Volée.", "photos", String.valueOf(file), "photosAlternative", "Une photo volée"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".uploads .upload")).isEmpty();
        assertThat(refused.page().selectFirst("textarea[name=texte]").wholeText())
                .isEqualTo("Volée.");
    }

    @Test
    void aPictureThatSomebodyElsePublishedIsNotTakenForOnesOwn() {
        lucie.get("/publier");
        lucie.upload(
                "/publications",
                Map.of("texte", "Mon jardin.", "audience", "c" + town.circle("agents", null)),
                Map.of("photos", new Visitor.Upload("jardin.png", "image/png", Drawings.png(32, 32))));
        lucie.submit("#publier", Map.of("photosAlternative", "Un jardin en octobre"));
        long file = town.read(
                        jeanMarcThevenot.id(), "select max(id) from files.file where owner_id = ?", lucieFerrand.id())
                .getFirst();
        assertThat(file).as("Jean-Marc sees it in Lucie’s post").isPositive();
        jeanMarc.get("/publier");
        var refused = jeanMarc.submit(
                "#publier",
                Map.of(
                        "texte",
                        "Mon jardin à moi.",
                        "photos",
                        String.valueOf(file),
                        "photosAlternative",
                        "Mon jardin"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".uploads .upload")).isEmpty();
    }

    @Test
    void withoutScriptsOneThanksPeopleByTheirNames() {
        jeanMarc.get("/publier");
        var refused =
                jeanMarc.submit("#publier", Map.of("texte", "Merci pour l’eau.", "bravoNoms", "Lucie Ferrand, Nemo"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("input[name=bravo]").eachAttr("value"))
                .containsExactly(String.valueOf(lucieFerrand.id()));
        assertThat(refused.body()).contains("Nemo");

        var home = jeanMarc.submit("#publier", Map.of("bravoNoms", ""));
        assertThat(home.page()
                        .selectFirst("#fil article:contains(Merci pour l’eau) .kudos")
                        .text())
                .contains("Lucie Ferrand");
    }

    @Test
    void aPollIsAnsweredWithoutScriptsAndShowsItsResultsAfterwards() {
        String csrf =
                jeanMarc.get("/publier").page().selectFirst("input[name=_csrf]").val();
        var posted = jeanMarc.upload(
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
        long item = town.read(jeanMarcThevenot.id(), "select max(item_id) from posts.poll")
                .getFirst();

        Document before = lucie.get("/publications/" + item).page();
        assertThat(before.select(".poll .num"))
                .as("no result before one has voted")
                .isEmpty();
        assertThat(before.selectFirst("#sondage-" + item).text()).contains("anonyme");
        String monday = before.selectFirst(".poll__opt:contains(Lundi) input").val();
        var none = lucie.submit("#sondage-" + item, Map.of());
        assertThat(none.page().selectFirst("#toasts").text()).contains("Choisissez une réponse");
        var after = lucie.submit("#sondage-" + item, Map.of("choix", monday));
        assertThat(after.page().selectFirst(".poll__opt:contains(Lundi) .num").text())
                .startsWith("100");
        assertThat(after.page().select(".poll input"))
                .as("an anonymous vote is not changed")
                .isEmpty();
    }

    @Test
    void anEditedPostIsChangedInMarkdownAndKeepsItsHistory() {
        long item = publish("Réunion **mardi** à 9 h.");
        Document form = jeanMarc.get("/publications/" + item + "/modifier").page();
        assertThat(form.selectFirst("textarea").wholeText()).isEqualTo("Réunion **mardi** à 9 h.");

        var shown = jeanMarc.submit("form:has(textarea)", Map.of("texte", "Réunion **mercredi** à 9 h."));
        assertThat(shown.page().selectFirst(".rich strong").text()).isEqualTo("mercredi");
        assertThat(lucie.get("/publications/" + item + "/versions").texts(".rich"))
                .anySatisfy(version -> assertThat(version).contains("mardi"))
                .anySatisfy(version -> assertThat(version).contains("mercredi"));

        jeanMarc.get("/publications/" + item + "/modifier");
        var blank = jeanMarc.submit("form:has(textarea)", Map.of("texte", "  "));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.page().selectFirst("textarea").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void onlyItsAuthorIsOfferedToChangeOrRemoveAPost() {
        long item = publish("À moi seul.");

        assertThat(lucie.get("/publications/" + item).texts(".menu__panel"))
                .noneMatch(menu -> menu.contains("Modifier") || menu.contains("Supprimer"))
                .anyMatch(menu -> menu.contains("Signaler"));
        assertThat(lucie.getOnce("/publications/" + item + "/modifier").status())
                .isEqualTo(403);
        lucie.get("/publications/" + item);
        assertThat(lucie.post("/publications/" + item + "/suppression", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(lucie.post("/publications/" + item, Map.of("texte", "Piraté"))
                        .status())
                .isEqualTo(403);
        jeanMarc.get("/publications/" + item);
        jeanMarc.submit("button[formaction$=suppression]", Map.of());
        assertThat(lucie.get("/publications/" + item).status()).isEqualTo(404);
    }

    @Test
    void commentsAndRepliesGoWithoutScripts() {
        long item = publish("Qui vient samedi ?");
        lucie.get("/publications/" + item);
        var commented = lucie.submit("#repondre", Map.of("texte", "Moi, avec *plaisir*."));
        assertThat(commented.page().selectFirst(".comment em").text()).isEqualTo("plaisir");

        String reply = commented
                .page()
                .selectFirst(".comment__acts a:contains(Répondre)")
                .attr("href");
        jeanMarc.get(reply);
        var replied = jeanMarc.submit("form:has(input[name=parent])", Map.of("texte", "Parfait."));
        assertThat(replied.page().selectFirst(".comment .comments .comment").text())
                .contains("Parfait.");
        assertThat(replied.page().getElementById("commentaires-titre").text()).startsWith("2");

        var blank = jeanMarc.submit("#repondre", Map.of("texte", " "));
        assertThat(blank.status()).isEqualTo(422);
        Element field = blank.page().selectFirst("#repondre textarea");
        assertThat(blank.page().getElementById(field.attr("aria-describedby")).text())
                .contains("Écrivez");
    }

    @Test
    void aCommentSentTwiceIsWrittenOnce() {
        long item = publish("Une question.");
        String key = lucie.get("/publications/" + item)
                .page()
                .selectFirst("#repondre [name=idempotencyKey]")
                .val();
        Map<String, String> comment = Map.of("texte", "Une réponse.", "idempotencyKey", key);
        lucie.submitOnce("#repondre", comment);
        lucie.get("/publications/" + item);
        lucie.submitOnce("#repondre", comment);

        assertThat(lucie.get("/publications/" + item).page().select(".comment")).hasSize(1);
    }

    @Test
    void earlierCommentsAreAllWithinReachEvenWhenSomeWereRemoved() {
        long item = publish("Quarante-cinq avis.");
        for (int i = 1; i <= 45; i++) {
            town.raw(
                    lucieFerrand.id(),
                    "insert into content.comment (item_id, author_id, body, removed_at) values (?, ?, ?, case when ? % 3 = 0 then now() end)",
                    item,
                    lucieFerrand.id(),
                    i % 3 == 0 ? "" : "<p>Avis " + i + ".</p>",
                    i);
        }
        var seen = new ArrayList<String>();
        String next = "/publications/" + item;
        while (next != null) {
            Document page = jeanMarc.get(next).page();
            seen.addAll(page.select(".comment .rich").eachText());
            Element earlier = page.selectFirst("#commentaires a[rel=next]");
            next = earlier == null ? null : earlier.attr("href");
        }
        assertThat(seen).hasSize(30).doesNotHaveDuplicates().contains("Avis 1.", "Avis 44.");
    }

    @Test
    void aReactionIsGivenChangedAndTakenBackWithoutScripts() {
        long item = publish("Bien reçu ?");
        lucie.get("/publications/" + item);
        var given = lucie.submit("#pied-" + item + " button[value=useful]", Map.of());
        assertThat(given.page()
                        .selectFirst("#pied-" + item + " .act[aria-pressed=true]")
                        .text())
                .startsWith("Utile 1");
        var taken = lucie.submit("#pied-" + item + " .act[aria-pressed=true]", Map.of());
        assertThat(taken.page().select("#pied-" + item + " .num")).isEmpty();
    }

    @Test
    void whereABrowserHidesWhereOneComesFromFollowingLeadsToThePost() {
        long item = publish("À suivre.");
        lucie.get("/");
        var answer = lucie.submitOnce("button[formaction=/publications/" + item + "/suivi][value=following]", Map.of());
        assertThat(answer.location()).endsWith("/publications/" + item);
        assertThat(lucie.get("/publications/" + item).texts(".menu__panel"))
                .anyMatch(menu -> menu.contains("Ne plus suivre"));
    }

    @Test
    void aReportIsMadeAndDecidedWithoutScripts() {
        long item = publish("Un mot de trop.");
        lucie.get("/publications/" + item + "/signalement");
        var missing = lucie.submit("form[action$=signalement]", Map.of("precisions", "C’est blessant."));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.page().selectFirst("textarea[name=precisions]").wholeText())
                .isEqualTo("C’est blessant.");
        var done =
                lucie.submit("form[action$=signalement]", Map.of("motif", "hurtful", "precisions", "C’est blessant."));
        assertThat(done.page().selectFirst("#toasts").text()).contains("modérateurs");

        Document queue = karim.get("/administration/moderation").page();
        Element report = queue.selectFirst("article:contains(Un mot de trop)");
        assertThat(report.text()).contains("Lucie Ferrand", "Jean-Marc Thévenot", "C’est blessant.");
        karim.submit(
                "article:contains(Un mot de trop) form",
                Map.of("retirer", "true", "reponse", "Contraire à la charte."));
        assertThat(lucie.get("/publications/" + item).status()).isEqualTo(404);
        assertThat(lucie.getOnce("/administration/moderation").status()).isEqualTo(403);
    }

    @Test
    void aPostThatOneMayNotSeeDoesNotExistNorItsPicturesNorItsComments() {
        jeanMarc.get("/publier");
        jeanMarc.submit(
                "#publier", Map.of("texte", "Réservé à la voirie.", "audience", "c" + town.circle("unit", roads)));
        long item = newest();

        for (String address : List.of("", "/commentaires", "/versions", "/photos/1", "/signalement", "/modifier")) {
            assertThat(lucie.getOnce("/publications/" + item + address).status())
                    .as(address)
                    .isEqualTo(404);
        }
        assertThat(lucie.getOnce("/mentions?publication=" + item + "&q=jean").status())
                .isEqualTo(404);
        lucie.get("/");
        assertThat(lucie.post("/publications/" + item + "/commentaires", Map.of("texte", "Coucou"))
                        .status())
                .isEqualTo(404);
        assertThat(lucie.post("/publications/" + item + "/reactions", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void aScriptOrAStyleInATextIsNothingButText() {
        jeanMarc.get("/publier");
        jeanMarc.submit(
                "#publier",
                Map.of(
                        "texteFormat", "html",
                        "texte",
                                "<p onclick=alert(1) style=color:red>Bonjour<script>alert(1)</script><img src=x onerror=alert(1)></p>"));
        Element post = jeanMarc.get("/publications/" + newest()).page().selectFirst(".rich");

        assertThat(post.html()).isEqualTo("<p>Bonjour</p>");
    }

    @Test
    void theDraftComesBackWithThePageAndGoesWhenItIsPublished() {
        jeanMarc.get("/publier");
        var saved = jeanMarc.post(
                "/brouillons/publication",
                Map.of(
                        "texte",
                        "Un **brouillon**",
                        "lien",
                        "https://www.chaumont.fr",
                        "audience",
                        "c" + town.circle("unit", roads)));
        assertThat(saved.status()).isEqualTo(204);

        Document home = home(jeanMarc);
        assertThat(home.selectFirst("#publier textarea").wholeText()).isEqualTo("Un **brouillon**");
        assertThat(home.selectFirst("#publier [name=lien]").val()).isEqualTo("https://www.chaumont.fr");
        assertThat(home.selectFirst("#publier a.audience").text()).contains("Voirie");
        jeanMarc.submit("#publier", Map.of());
        assertThat(home(jeanMarc).selectFirst("#publier textarea").wholeText()).isEmpty();
    }

    @Test
    void loadingMoreGivesTheNextTenAndTheDayOnce() {
        for (int i = 0; i < 25; i++) {
            publish("Page " + i + ".");
        }
        Document first = home(lucie);
        Element more = first.selectFirst(".load-more a");
        assertThat(first.select("#fil article")).hasSize(10);
        Document second = lucie.get(more.attr("href")).page();
        assertThat(second.select("#fil article")).hasSize(10);
        assertThat(second.select("#fil article").eachAttr("id"))
                .doesNotContainAnyElementsOf(first.select("#fil article").eachAttr("id"));
        assertThat(second.select(".feed-day"))
                .as("all of today: its heading stands on the first page")
                .isEmpty();
    }

    private Document home(Visitor visitor) {
        return visitor.get("/").page();
    }

    private long publish(String text) {
        jeanMarc.get("/publier");
        jeanMarc.submit("#publier", Map.of("texte", text, "audience", "c" + town.circle("agents", null)));
        return newest();
    }

    private long newest() {
        return town.read(
                        jeanMarcThevenot.id(),
                        "select max(id) from content.item where author_id = " + jeanMarcThevenot.id())
                .getFirst();
    }
}
