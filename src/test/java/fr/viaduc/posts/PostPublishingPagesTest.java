package fr.viaduc.posts;

import static fr.viaduc.posts.PostAuthors.home;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.testing.Agents;
import fr.viaduc.testing.Drawings;
import fr.viaduc.testing.Groups;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.util.Arrays;
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

/** Publishing without any script: the words, for whom, pictures, files, thanks, a poll; and what is refused. */
@ViaducTest
@Import({Town.class, Groups.class, Agents.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostPublishingPagesTest {
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
    void theComposerSaysForWhomAndHowManyTheyAreBesideTheButton() {
        Element bar = home(people.jeanMarc).selectFirst("#publier .composer__bar");

        assertThat(bar.text()).contains("Tous les agents").containsPattern("\\d+ personnes");
        assertThat(bar.select("button[type=submit]").text()).isEqualTo("Publier");
        assertThat(bar.selectFirst("a.audience").attr("href"))
                .as("without scripts the choice is a page")
                .isEqualTo("/publier");
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedWithItsErrorsTiedToTheirFields() {
        people.jeanMarc.get("/publier");
        var refused = people.jeanMarc.submit(
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
        people.jeanMarc.get("/publier");
        var home = people.jeanMarc.submit(
                "#publier",
                Map.of("texte", "La **lame** est là : merci !", "audience", "c" + town.circle("unit", people.roads)));

        assertThat(home.path()).isEqualTo("/");
        assertThat(home.page().selectFirst("#toasts").text()).containsPattern("Publié. 2 personnes");
        Element post = home.page().selectFirst("#fil article");
        assertThat(post.select(".rich strong").text()).isEqualTo("lame");
        assertThat(post.selectFirst(".rich").wholeText()).contains("là\u00a0: merci\u202f!");
        assertThat(post.select(".meta").text()).contains("Voirie");
        assertThat(home(people.lucie).text()).doesNotContain("La lame est là");
    }

    @Test
    void theSameFormSentTwicePublishesOnce() {
        String key = people.jeanMarc
                .get("/publier")
                .page()
                .selectFirst("#publier [name=idempotencyKey]")
                .val();
        Map<String, String> typed = Map.of("texte", "Deux clics, une publication.", "idempotencyKey", key);
        people.jeanMarc.submitOnce("#publier", typed);
        people.jeanMarc.get("/publier");
        people.jeanMarc.submitOnce("#publier", typed);

        assertThat(home(people.jeanMarc).select("#fil article:contains(Deux clics)"))
                .hasSize(1);
    }

    @Test
    void anAudienceThatOneMayNotAddressIsRefused() {
        people.lucie.get("/publier");
        var refused = people.lucie.submit(
                "#publier", Map.of("texte", "À la voirie.", "audience", "c" + town.circle("unit", people.roads)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().getElementById("audience-error").text()).contains("pour qui");
        assertThat(refused.page().selectFirst("textarea[name=texte]").wholeText())
                .isEqualTo("À la voirie.");
        assertThat(town.read(
                        people.lucieFerrand.id(), "select count(*) from content.item where body like '%À la voirie%'"))
                .containsExactly(0L);
    }

    @Test
    void aPictureSentWithoutScriptsIsKeptAndItsDescriptionAskedFor() {
        people.jeanMarc.get("/publier");
        var asked = people.jeanMarc.upload(
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

        var home =
                people.jeanMarc.submit("#publier", Map.of("photosAlternative", "Un massif de lavande devant le dépôt"));
        assertThat(home.status()).isEqualTo(200);
        Element post = home.page().selectFirst("#fil article:contains(Le nouveau massif)");
        assertThat(post.select(".mosaic")).isNotEmpty();
        long item = Long.parseLong(post.id().substring("publication-".length()));
        assertThat(town.read(
                        people.lucieFerrand.id(),
                        "select count(*) from content.attachment where item_id = ? and alternative like 'Un massif%'",
                        item))
                .containsExactly(1L);
    }

    @Test
    void aPictureThatIsNoneIsRefusedByNameAndTheTextStays() {
        people.jeanMarc.get("/publier");
        var refused = people.jeanMarc.upload(
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
        people.jeanMarc.get("/publier");
        var refused = people.jeanMarc.upload(
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
        people.lucie.get("/publier");
        people.lucie.upload(
                "/publications",
                Map.of("texte", "Ma photo à moi.", "audience", "c" + town.circle("agents", null)),
                Map.of("photos", new Visitor.Upload("moi.png", "image/png", Drawings.png(32, 32))));
        long file = town.read(
                        people.lucieFerrand.id(),
                        "select max(id) from files.file where owner_id = " + people.lucieFerrand.id())
                .getFirst();
        people.jeanMarc.get("/publier");
        var refused = people.jeanMarc.submit(
                "#publier",
                Map.of("texte", "Volée.", "photos", String.valueOf(file), "photosAlternative", "Une photo volée"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".uploads .upload")).isEmpty();
        assertThat(refused.page().selectFirst("textarea[name=texte]").wholeText())
                .isEqualTo("Volée.");
    }

    @Test
    void aPictureThatSomebodyElsePublishedIsNotTakenForOnesOwn() {
        people.lucie.get("/publier");
        people.lucie.upload(
                "/publications",
                Map.of("texte", "Mon jardin.", "audience", "c" + town.circle("agents", null)),
                Map.of("photos", new Visitor.Upload("jardin.png", "image/png", Drawings.png(32, 32))));
        people.lucie.submit("#publier", Map.of("photosAlternative", "Un jardin en octobre"));
        long file = town.read(
                        people.jeanMarcThevenot.id(),
                        "select max(id) from files.file where owner_id = ?",
                        people.lucieFerrand.id())
                .getFirst();
        assertThat(file).as("Jean-Marc sees it in Lucie’s post").isPositive();
        people.jeanMarc.get("/publier");
        var refused = people.jeanMarc.submit(
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
        assertThat(people.jeanMarc.get("/publier").page().select("#publier input[name^=bravo][type=text]"))
                .as("in one field")
                .hasSize(1);
        var refused = people.jeanMarc.submit(
                "#publier", Map.of("texte", "Merci pour l’eau.", "bravo-saisie", "Lucie Ferrand, Nemo"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("input[name=bravo]").eachAttr("value"))
                .containsExactly(String.valueOf(people.lucieFerrand.id()));
        assertThat(refused.body()).contains("Nemo");

        var home = people.jeanMarc.submit("#publier", Map.of("bravo-saisie", ""));
        assertThat(home.page()
                        .selectFirst("#fil article:contains(Merci pour l’eau) .kudos")
                        .text())
                .contains("Lucie Ferrand");
    }

    @Test
    void aScriptOrAStyleInATextIsNothingButText() {
        people.jeanMarc.get("/publier");
        people.jeanMarc.submit(
                "#publier",
                Map.of(
                        "texteFormat", "html",
                        "texte",
                                "<p onclick=alert(1) style=color:red>Bonjour<script>alert(1)</script><img src=x onerror=alert(1)></p>"));
        Element post =
                people.jeanMarc.get("/publications/" + people.newest()).page().selectFirst(".rich");

        assertThat(post.html()).isEqualTo("<p>Bonjour</p>");
    }

    @Test
    void theDraftComesBackWithThePageAndGoesWhenItIsPublished() {
        people.jeanMarc.get("/publier");
        var saved = people.jeanMarc.post(
                "/brouillons/publication",
                Map.of(
                        "texte",
                        "Un **brouillon**",
                        "lien",
                        "https://www.chaumont.fr",
                        "audience",
                        "c" + town.circle("unit", people.roads)));
        assertThat(saved.status()).isEqualTo(204);

        Document home = home(people.jeanMarc);
        assertThat(home.selectFirst("#publier textarea").wholeText()).isEqualTo("Un **brouillon**");
        assertThat(home.selectFirst("#publier [name=lien]").val()).isEqualTo("https://www.chaumont.fr");
        assertThat(home.selectFirst("#publier a.audience").text()).contains("Voirie");
        people.jeanMarc.submit("#publier", Map.of());
        assertThat(home(people.jeanMarc).selectFirst("#publier textarea").wholeText())
                .isEmpty();
    }
}
