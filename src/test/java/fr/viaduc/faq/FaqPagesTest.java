package fr.viaduc.faq;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import fr.viaduc.people.signin.Colleagues;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.TestCluster;
import fr.viaduc.testing.TestDatabase;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The FAQ as people meet it: found while typing, read, judged, written. */
@ViaducTest
@Import({Colleagues.class, Town.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaqPagesTest {
    @Autowired
    Town town;

    @Autowired
    Colleagues colleagues;

    @Autowired
    Faq faq;

    @Autowired
    ObjectProvider<Visitor> visitors;

    @Autowired
    Browser browser;

    long hr;
    long leave;
    long christelle;
    long jeanMarc;

    @BeforeAll
    void people() {
        hr = town.unit("Ressources humaines", null);
        long roads = town.unit("Voirie", null);
        long elodie = colleagues.agent("114", "Élodie", "Guyard");
        christelle = colleagues.agent("121", "Christelle", "Bonnard");
        jeanMarc = colleagues.agent("107", "Jean-Marc", "Thévenot");
        colleagues.grant(elodie, "COMMUNICATION");
        town.assign(elodie, hr, null);
        town.assign(christelle, hr, null);
        town.assign(jeanMarc, roads, null);
        leave = town.as(elodie, () -> {
            long category = faq.open("Congés et absences", "calendar-off");
            faq.entrust(category, List.of(christelle));
            return category;
        });
    }

    @Test
    void jeanMarcFindsAnAnswerWhoKeepsItAndWhenItWasChecked() {
        long question = write("Comment poser une demi-journée ?", "Sur la feuille de congés.");
        var page = as("107").get("/faq");
        assertThat(page.texts("#question-" + question + " summary").getFirst()).contains("demi-journée");
        assertThat(page.texts("#question-" + question + " .meta").getFirst())
                .contains("Réponse tenue par Ressources humaines")
                .contains("vérifiée le");
        assertThat(page.texts(".faq-nav a").getFirst()).contains("Congés et absences");
        var alone = as("107").get("/faq/" + question);
        assertThat(alone.path()).isEqualTo("/faq/" + question + "-comment-poser-une-demi-journee");
        assertThat(alone.texts("h1")).containsExactly("Comment poser une demi-journée\u202f?");
        assertThat(as("107").get("/faq/999999").status()).isEqualTo(404);
    }

    @Test
    void theBoxOfTheTopBarProposesQuestions() {
        write("Quand le parapheur électronique est-il signé ?", "Le mardi.");
        assertThat(as("107").get("/recherche/rapide?q=paraph").body())
                .contains("parapheur électronique")
                .contains("Question fréquente");
        assertThat(as("107").get("/faq?q=paraph").texts(".faq summary")).hasSize(1);
        assertThat(as("107").get("/faq?q=xylophone").body()).contains("Rien pour «\u00a0xylophone\u00a0»");
    }

    @Test
    void anOpinionIsCountedWithoutScripts() {
        long question = write("Est-ce clair ?", "Oui.");
        var visitor = as("107");
        visitor.get("/faq/" + question);
        assertThat(visitor.submit("#avis-" + question + " button[value=oui]", Map.of())
                        .texts("#toasts > .toast")
                        .getFirst())
                .startsWith("Merci, c’est compté.");
        assertThat(visitor.submit("#avis-" + question + " button[value=non]", Map.of())
                        .texts("#toasts > .toast"))
                .containsExactly("Votre avis est corrigé.");
    }

    @Test
    void aFormThatIsWrongKeepsWhatWasTyped() {
        var visitor = as("121");
        visitor.get("/faq/nouvelle");
        var answer = visitor.submit("main form[action='/faq']", Map.of("question", "Et la réponse ?", "reponse", ""));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.texts("#reponse-error")).containsExactly("Écrivez la réponse.");
        assertThat(answer.page().select("#question").val()).isEqualTo("Et la réponse ?");
        assertThat(as("107").get("/faq/nouvelle").status()).isEqualTo(403);
        assertThat(as("107").get("/faq/redaction").status()).isEqualTo(403);
        assertThat(as("121").get("/faq/categories").status()).isEqualTo(403);
    }

    @Test
    void whoSavesAfterAnotherIsToldAndLosesNothing() {
        long question = write("Combien de jours à l’avance ?", "Trois jours.");
        String form = "main form[action='/faq/" + question + "']";
        var christelle = as("121");
        christelle.get("/faq/" + question + "/modifier");
        var elodie = as("114");
        elodie.get("/faq/" + question + "/modifier");
        var first = elodie.submit(form, Map.of("reponse", "Cinq jours.", "reponseFormat", "markdown"));
        assertThat(first.texts("#toasts > .toast")).containsExactly("La réponse est modifiée.");

        var warned = christelle.submit(form, Map.of("reponse", "Quatre jours.", "reponseFormat", "markdown"));
        assertThat(warned.status()).isEqualTo(422);
        assertThat(warned.texts("#reponse-error").getFirst()).startsWith("Cette réponse a été modifiée entre-temps.");
        assertThat(warned.page().select("#reponse").text()).isEqualTo("Quatre jours.");
        assertThat(as("107").get("/faq/" + question).body())
                .contains("Cinq jours.")
                .doesNotContain("Quatre jours.");

        christelle.submit(form, Map.of());
        assertThat(as("107").get("/faq/" + question).body()).contains("Quatre jours.");
        assertThat(town.read(
                        this.christelle, "select version from content.revision where item_id = ? order by 1", question))
                .as("what each wrote is kept")
                .containsExactly(1L, 2L);
    }

    @Test
    void anAcceptedAnswerBecomesAQuestionInOneClick() throws SQLException {
        long circle = town.circle("agents", null);
        long topic = town.read(jeanMarc, """
                        insert into content.item (kind, author_id, circle_id, state, title, body, published_at)
                        values ('post', ?, ?, 'published', 'Qui prête une tronçonneuse ?', '<p>Pour samedi.</p>', now()) returning id
                        """, jeanMarc, circle).getFirst();
        town.raw(jeanMarc, "insert into posts.post (item_id) values (?)", topic);
        long comment = town.read(christelle, """
                        insert into content.comment (item_id, author_id, body) values (?, ?, '<p>Le magasin, sur demande.</p>') returning id
                        """, topic, christelle).getFirst();
        try (var connection = TestCluster.get().superuser(TestDatabase.NAME)) {
            connection
                    .createStatement()
                    .execute("update content.item set answer_id = " + comment + " where id = " + topic);
        }
        var visitor = as("121");
        var form = visitor.get("/faq/nouvelle?depuis=" + topic);
        assertThat(form.page().select("#question").val()).isEqualTo("Qui prête une tronçonneuse ?");
        assertThat(form.page().select("#reponse").text()).contains("Le magasin, sur demande.");
        assertThat(form.page().select("#public option[selected]").val()).isEqualTo("c" + circle);
        var published = visitor.submit("main form[action='/faq']", Map.of("reponseFormat", "html"));
        assertThat(published.texts("#toasts > .toast")).containsExactly("La réponse est publiée.");
        assertThat(published.page().select("main a[href='/publications/" + topic + "']"))
                .hasSize(1);
    }

    @Test
    void thePageOfThoseWhoWriteSaysWhatIsLookedForInVain() throws SQLException {
        as("107").get("/recherche?q=vapotage");
        try (var connection = TestCluster.get().superuser(TestDatabase.NAME)) {
            connection.createStatement().execute("update faq.failed_search set last_at = last_at - interval '3 hours'");
        }
        as("121").get("/faq?q=Vapotage");
        var page = as("121").get("/faq/redaction");
        assertThat(page.body()).contains("vapotage").contains("2 fois").doesNotContain("Thévenot");
        assertThat(page.page().select("a[href='/faq/nouvelle?question=vapotage']"))
                .hasSize(1);
        var visitor = as("121");
        visitor.get("/faq/redaction");
        assertThat(visitor.submit("button[formaction='/faq/redaction/recherches']", Map.of())
                        .body())
                .doesNotContain("vapotage");
    }

    @Test
    void elodieArrangesTheCategories() {
        var visitor = as("114");
        visitor.get("/faq/categories");
        var added = visitor.submit(
                "main form[action='/faq/categories']", Map.of("nom", "Paie et carrière", "icone", "wallet"));
        assertThat(added.texts("main h2")).contains("Paie et carrière");
        var refused = visitor.submit("main form[action='/faq/categories']", Map.of("nom", " "));
        assertThat(refused.status()).isEqualTo(422);

        visitor.get("/faq/categories");
        var entrusted =
                visitor.submit("form[action='/faq/categories/" + leave + "']", Map.of("redaction-saisie", "107"));
        assertThat(entrusted.page().select("form[action='/faq/categories/" + leave + "'] input[name=redaction]"))
                .as("somebody more, written by hand")
                .hasSize(2);
        var unknown =
                visitor.submit("form[action='/faq/categories/" + leave + "']", Map.of("redaction-saisie", "Zorro"));
        assertThat(unknown.texts("#toasts > .toast").getFirst()).contains("Zorro");
    }

    @Test
    void whileOneTypesTheListFollows() {
        write("Où garer mon vélo cargo ?", "Derrière le siège.");
        var window = browser.open().signIn("107", Colleagues.PASSWORD).go("/faq");
        var page = window.page();
        page.locator("#faq-mots").pressSequentially("vélo car");
        assertThat(page.locator("#faq-titre")).containsText("1 réponse pour");
        assertThat(page.locator("#faq-mots")).isFocused();
        var opinion = page.locator(".opinion");
        opinion.getByText("Pas vraiment").click();
        assertThat(opinion).containsText("Merci, c’est compté");
        window.axe().calm().screenshot("faq-filtre-1280");
    }

    @Test
    void itsPagesAreAccessibleInBothThemesAndAtAllWidths() {
        long question = write("Est-ce lisible partout ?", "Oui, avec [un lien](https://www.service-public.fr).");
        for (int width : new int[] {320, 1280}) {
            var window = browser.open(width, 844).signIn("121", Colleagues.PASSWORD);
            var arranging = browser.open(width, 844).signIn("114", Colleagues.PASSWORD);
            for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                window.theme(theme);
                arranging.theme(theme);
                window.go("/faq");
                window.page().locator(".faq > summary").first().click();
                window.fitsItsWidth().axe().screenshot("faq-" + width + "-" + theme);
                window.go("/faq/" + question).fitsItsWidth().axe();
                window.go("/faq/nouvelle").fitsItsWidth().axe();
                window.go("/faq/redaction").fitsItsWidth().axe();
                arranging.go("/faq/categories").fitsItsWidth().axe();
            }
        }
    }

    private long write(String title, String answer) {
        var visitor = as("121");
        visitor.get("/faq/nouvelle");
        var published = visitor.submit(
                "main form[action='/faq']",
                Map.of(
                        "question",
                        title,
                        "reponse",
                        answer,
                        "reponseFormat",
                        "markdown",
                        "public",
                        "c" + town.circle("agents", null)));
        assertThat(published.path()).as(published.body()).startsWith("/faq/");
        return Long.parseLong(published.path().substring("/faq/".length()).split("-", 2)[0]);
    }

    private Visitor as(String staffNumber) {
        var visitor = visitors.getObject();
        visitor.signIn(staffNumber, Colleagues.PASSWORD);
        return visitor;
    }
}
