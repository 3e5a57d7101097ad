package fr.viaduc.content;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import fr.viaduc.people.signin.Colleagues;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import fr.viaduc.testing.Visitor.Answer;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** « J’ai pris connaissance », as people meet it: asked in the composer, said on the home page, followed, signed, proven. */
@ViaducTest
@Import({Colleagues.class, Town.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcknowledgementPagesTest {
    @Autowired
    Town town;

    @Autowired
    Colleagues colleagues;

    @Autowired
    ObjectProvider<Visitor> visitors;

    @Autowired
    Browser browser;

    long roads;
    long water;
    long odile;

    @BeforeAll
    void people() {
        town.commune("52353", "Nogent");
        long depot = town.site("Dépôt de Nogent", "52353");
        roads = town.unit("Voirie", null);
        long aurore = colleagues.agent("135", "Aurore", "Demange");
        long jeanMarc = colleagues.agent("107", "Jean-Marc", "Thévenot");
        odile = colleagues.agent("140", "Odile", "Masson");
        long damien = colleagues.agent("141", "Damien", "Colas");
        long lucie = colleagues.agent("111", "Lucie", "Ferrand");
        for (long person : new long[] {aurore, jeanMarc, odile, damien}) {
            town.assign(person, roads, depot);
        }
        water = town.unit("Eau", null);
        town.assign(lucie, water, null);
        long elodie = colleagues.agent("114", "Élodie", "Guyard");
        colleagues.grant(elodie, "COMMUNICATION");
        town.run("update people.unit set head_id = ? where id = ?", aurore, roads);
        town.run(
                "insert into people.role_grant (person_id, role, site_id) values (?, 'SITE_CONTACT', ?)",
                damien,
                depot);
    }

    @Test
    void auroreAsksAndJeanMarcIsToldWhatBecomesOfIt() {
        long note = ask("Les chaînes sont obligatoires au col.", 4, 30);

        var home = as("107").get("/");
        assertThat(home.texts("#priorite-" + note + " .meta").getFirst())
                .contains("Consigne de sécurité")
                .contains("à lire avant le");
        var page = as("107").get("/publications/" + note);
        assertThat(page.texts("#confirmation-" + note).getFirst())
                .contains("À lire et à confirmer avant le")
                .contains("L’émetteur, et lui seul, verra qui a confirmé");
        assertThat(as("111").get("/publications/" + note).status()).isEqualTo(404);
    }

    @Test
    void whatIsAskedHasADayAndPeopleWhomOneMayAsk() {
        var aurore = as("135");
        aurore.get("/publier");
        var refused = aurore.submit(
                "#publier",
                Map.of(
                        "texte",
                        "Sans date.",
                        "audience",
                        "c" + unit(),
                        "confirmation",
                        "true",
                        "confirmationAvant",
                        ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.texts("#confirmationAvant-error"))
                .containsExactly("Indiquez une date à partir de demain, dans l’année.");

        var everybody = aurore.submit(
                "#publier",
                Map.of(
                        "texte",
                        "À tous.",
                        "audience",
                        "c" + town.circle("agents", null),
                        "confirmation",
                        "true",
                        "confirmationAvant",
                        day(3)));
        assertThat(everybody.status()).isEqualTo(422);
        assertThat(everybody.body()).contains("qu’à votre propre service");

        assertThat(as("107").get("/publier").page().select("#confirmation")).isEmpty();
    }

    @Test
    void theHomePageShowsThreeAtMostTheMostUrgentFirst() {
        long later = ask("Quatrième, dans vingt jours.", 20, 0);
        ask("Première, demain.", 1, 0);
        ask("Deuxième, dans deux jours.", 2, 0);
        ask("Troisième, dans trois jours.", 3, 0);

        var items = as("140").get("/").page().select(".priority__item");
        assertThat(items).hasSize(3);
        assertThat(items.getFirst().id())
                .isEqualTo("priorite-"
                        + town.read(
                                        odile,
                                        "select item_id from content.acknowledgement_request order by due_on, item_id limit 1")
                                .getFirst());
        assertThat(items.eachAttr("id")).doesNotContain("priorite-" + later);
    }

    @Test
    void withoutScriptsJeanMarcSaysItAndTakesItBack() {
        long note = ask("À confirmer sans scripts.", 1, 0);
        var jeanMarc = as("107");
        jeanMarc.get("/publications/" + note);
        var done = jeanMarc.submit("#confirmation-" + note + " button", Map.of());
        assertThat(done.path()).isEqualTo("/publications/" + note);
        assertThat(done.texts("#toasts > .toast")).containsExactly("C’est noté.");
        assertThat(done.texts("#confirmation-" + note).getFirst()).contains("Vous avez pris connaissance le");

        var undone = jeanMarc.submit("#confirmation-" + note + " button", Map.of());
        assertThat(undone.texts("#toasts > .toast")).containsExactly("Votre confirmation est annulée.");
        assertThat(undone.page().select("#confirmation-" + note + " button[formaction$=pris-connaissance]"))
                .hasSize(1);
    }

    @Test
    void anEditorSaysWhetherTheChangeMatters() {
        long note = ask("Le numéro est le 12.", 5, 0);
        var aurore = as("135");
        aurore.get("/publications/" + note + "/modifier");
        var unsaid =
                aurore.submit("form[action='/publications/" + note + "']", Map.of("texte", "Le numéro est le 14."));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.texts("#portee-error"))
                .containsExactly("Dites si vous corrigez une faute ou si le fond change.");
        assertThat(unsaid.page().select("#texte").text()).contains("14");

        var said = aurore.submit(
                "form[action='/publications/" + note + "']",
                Map.of("texte", "Le numéro est le 14.", "portee", "fond", "echeance", day(6)));
        assertThat(said.path()).isEqualTo("/publications/" + note);
    }

    @Test
    void auroreFollowsAndNobodyElse() throws IOException {
        long note = ask("Suivie par Aurore.", 5, 30);
        say("107", note);

        var aurore = as("135");
        String follow = "/publications/" + note + "/prises-de-connaissance";
        assertThat(aurore.get(follow).texts(".person__name"))
                .contains("Odile Masson")
                .doesNotContain("Jean-Marc Thévenot");
        assertThat(aurore.get(follow + "?etat=faites").texts(".person__name")).containsExactly("Jean-Marc Thévenot");
        assertThat(text(aurore.get(follow + "/liste")))
                .contains("Jean-Marc Thévenot")
                .doesNotContain("Odile Masson");
        for (String other : new String[] {"107", "140", "141"}) {
            assertThat(as(other).get(follow).status()).as(other).isEqualTo(404);
            assertThat(as(other).get(follow + "/liste").status()).as(other).isEqualTo(404);
        }
    }

    @Test
    void damienHasTheSheetSignedAndRecordsIt() throws IOException {
        long note = ask("À signer sur papier.", 5, 0);
        var damien = as("141");
        assertThat(damien.get("/referent/emargements").body()).contains("/referent/emargements/" + note);
        var sheet = text(damien.get("/referent/emargements/" + note + "/feuille"));
        assertThat(sheet)
                .contains("À signer sur papier.")
                .contains("Odile Masson")
                .contains("signature");
        damien.get("/referent/emargements/" + note);
        var nobody = damien.submit("form[action$='/emargements/" + note + "']", Map.of());
        assertThat(nobody.status()).isEqualTo(422);
        var recorded =
                damien.submit("form[action$='/emargements/" + note + "']", Map.of("personnes", String.valueOf(odile)));
        assertThat(recorded.texts("#toasts > .toast"))
                .containsExactly("Signatures enregistrées : 1. Gardez la feuille.");
        assertThat(as("140")
                        .get("/publications/" + note)
                        .texts("#confirmation-" + note)
                        .getFirst())
                .contains("Votre signature sur papier est enregistrée.");
        assertThat(as("107").get("/referent/emargements").status()).isEqualTo(403);
    }

    @Test
    void aProofIsCheckedByWhoeverHoldsIt() throws IOException {
        long note = ask("À prouver.", 5, 0);
        say("107", note);
        String proof = text(as("107").get("/publications/" + note + "/pris-connaissance/preuve"));
        assertThat(proof).contains("Jean-Marc Thévenot").contains("À prouver.");
        var reference = Pattern.compile(note + "-\\d+-1").matcher(proof);
        var seal = Pattern.compile("(?:[0-9a-f]{4} ){7}[0-9a-f]{4}").matcher(proof);
        assertThat(reference.find() && seal.find()).as(proof).isTrue();

        var lucie = as("111");
        lucie.get("/preuves");
        var genuine = lucie.submit(
                "form[action='/preuves']", Map.of("reference", reference.group(), "empreinte", seal.group()));
        assertThat(genuine.texts(".note")).containsExactly("Cette preuve est authentique.");
        var altered = lucie.submit(
                "form[action='/preuves']",
                Map.of("reference", reference.group(), "empreinte", seal.group().replaceFirst("^.", "g")));
        assertThat(altered.texts(".note")).containsExactly("Cette preuve n’est pas reconnue.");
        assertThat(as("140")
                        .get("/publications/" + note + "/pris-connaissance/preuve")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aClickOnTheHomePageIsDoneAtOnceAndMayBeTakenBack() {
        long note = ask("À confirmer d’un geste.", 1, 0);
        var window = browser.open(390, 844).signIn("107", Colleagues.PASSWORD).go("/");
        var page = window.page();
        var item = page.locator("#priorite-" + note);
        item.getByText("J’ai pris connaissance").click();
        assertThat(item).containsText("Pris connaissance à");
        assertThat(item).hasClass(Pattern.compile("is-done"));
        assertThat(page.locator(".toast")).containsText("C’est noté.");
        window.axe().fitsItsWidth().screenshot("pris-connaissance-390");
        page.locator(".toast").getByText("Annuler").click();
        assertThat(item.getByText("J’ai pris connaissance")).isVisible();
        assertThat(page.locator(".toast")).containsText("Votre confirmation est annulée.");
        window.calm();
    }

    @Test
    void itsPagesAreAccessibleInBothThemesAndAtAllWidths() {
        long note = ask("Vue de toutes parts.", 2, 20);
        say("107", note);
        for (int width : new int[] {320, 1280}) {
            var window = browser.open(width, 844).signIn("135", Colleagues.PASSWORD);
            var contact = browser.open(width, 844).signIn("141", Colleagues.PASSWORD);
            for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                window.theme(theme);
                contact.theme(theme);
                window.go("/publications/" + note + "/prises-de-connaissance")
                        .fitsItsWidth()
                        .axe();
                window.go("/publications/" + note + "/modifier").fitsItsWidth().axe();
                window.go("/publier");
                window.page()
                        .locator(
                                "summary",
                                new com.microsoft.playwright.Page.LocatorOptions().setHasText("Prise de connaissance"))
                        .click();
                window.fitsItsWidth().axe().screenshot("demander-" + width + "-" + theme);
                contact.go("/").fitsItsWidth().axe();
                contact.go("/publications/" + note)
                        .fitsItsWidth()
                        .axe()
                        .screenshot("a-confirmer-" + width + "-" + theme);
                contact.go("/referent/emargements").fitsItsWidth().axe();
                contact.go("/referent/emargements/" + note).fitsItsWidth().axe();
                contact.go("/preuves").fitsItsWidth().axe();
            }
        }
    }

    @Test
    void whatOneAsksIsKeptWithTheDraftAndGoesWhenItIsPublished() {
        var aurore = as("135");
        aurore.get("/publier");
        var kept = aurore.post(
                "/brouillons/publication",
                Map.of(
                        "texte",
                        "Charte des camions.",
                        "audience",
                        "c" + unit(),
                        "confirmation",
                        "true",
                        "confirmationNature",
                        "charter",
                        "confirmationAvant",
                        day(5),
                        "confirmationNoms",
                        "true",
                        "confirmationNomsJusquau",
                        day(40)));
        assertThat(kept.status()).isEqualTo(204);

        for (String path : new String[] {"/", "/publier"}) {
            var form = as("135").get(path).page();
            assertThat(form.select("#confirmation[checked]")).as(path).hasSize(1);
            assertThat(form.select("#confirmationNature option[selected]").val())
                    .isEqualTo("charter");
            assertThat(form.select("#confirmationAvant").val()).isEqualTo(day(5));
            assertThat(form.select("input[name=confirmationNoms][checked]")).hasSize(1);
            assertThat(form.select("#confirmationNomsJusquau").val()).isEqualTo(day(40));
        }
        aurore.get("/publier");
        aurore.submit("#publier", Map.of());
        long note = town.read(odile, "select max(id) from content.item").getFirst();
        assertThat(as("107")
                        .get("/publications/" + note)
                        .texts("#confirmation-" + note)
                        .getFirst())
                .contains("Charte")
                .contains("L’émetteur, et lui seul, verra qui a confirmé");
        assertThat(as("135").get("/publier").page().select("#confirmation[checked]"))
                .isEmpty();
    }

    @Test
    void theProofStaysWithWhoSaidItWhenTheNoteIsForOthersAndSaysSomethingElse() throws IOException {
        var elodie = as("114");
        elodie.get("/publier");
        elodie.submit(
                "#publier",
                Map.of(
                        "texte",
                        "Le dépôt ferme à midi.",
                        "audience",
                        "c" + unit(),
                        "confirmation",
                        "true",
                        "confirmationNature",
                        "note",
                        "confirmationAvant",
                        day(9)));
        long note = town.read(odile, "select max(id) from content.item").getFirst();
        say("107", note);
        elodie.get("/publications/" + note + "/modifier");
        var told = elodie.submit(
                "#modifier",
                Map.of(
                        "texte",
                        "Le captage ferme à quinze heures.",
                        "audience",
                        "c" + town.circle("unit", water),
                        "portee",
                        "fond",
                        "echeance",
                        day(10)));
        assertThat(told.status()).isEqualTo(422);
        assertThat(elodie.submit("#modifier", Map.of()).status()).isEqualTo(200);

        assertThat(as("107").get("/publications/" + note).status()).isEqualTo(404);
        assertThat(as("111")
                        .get("/publications/" + note)
                        .texts("#confirmation-" + note)
                        .getFirst())
                .contains("À lire et à confirmer");
        String proof = "/publications/" + note + "/pris-connaissance/preuve";
        assertThat(text(as("107").get(proof)))
                .contains("Jean-Marc Thévenot")
                .contains("Le dépôt ferme à midi.")
                .doesNotContain("captage");
        assertThat(as("107")
                        .get("/preuves")
                        .page()
                        .select("a[href='" + proof + "?version=1']")
                        .text())
                .startsWith("Le dépôt ferme à midi.");
        for (String other : new String[] {"140", "111", "114"}) {
            assertThat(as(other).get(proof).status()).as(other).isEqualTo(404);
            assertThat(as(other).get("/preuves").body()).as(other).doesNotContain("Le dépôt ferme");
        }
    }

    @Test
    void whatAsksIsNotBroughtBeforePeopleWhomAuroreMayNotAsk() {
        long note = ask("Pour ma seule voirie.", 11, 0);
        var aurore = as("135");
        aurore.get("/publications/" + note + "/modifier");
        var refused = aurore.submit(
                "#modifier", Map.of("audience", "c" + town.circle("agents", null), "portee", "correction"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.texts("#audience-error").getFirst()).contains("qu’à votre propre service");
        assertThat(as("111").get("/publications/" + note).status()).isEqualTo(404);
    }

    /** Aurore publishes for her service, and asks; returns the item. */
    private long ask(String text, int days, int namedDays) {
        var aurore = as("135");
        aurore.get("/publier");
        var fields = new java.util.HashMap<>(Map.of(
                "texte",
                text,
                "audience",
                "c" + unit(),
                "confirmation",
                "true",
                "confirmationNature",
                "safety",
                "confirmationAvant",
                day(days)));
        if (namedDays > 0) {
            fields.put("confirmationNoms", "true");
            fields.put("confirmationNomsJusquau", day(namedDays));
        }
        assertThat(aurore.submitOnce("#publier", fields).status()).isEqualTo(303);
        return town.read(odile, "select max(id) from content.item").getFirst();
    }

    private void say(String staffNumber, long note) {
        var visitor = as(staffNumber);
        visitor.get("/publications/" + note);
        visitor.submit("#confirmation-" + note + " button", Map.of());
    }

    private long unit() {
        return town.circle("unit", roads);
    }

    private String day(int days) {
        return town.today().plusDays(days).toString();
    }

    private static String text(Answer pdf) throws IOException {
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(pdf.bytes())) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    private Visitor as(String staffNumber) {
        var visitor = visitors.getObject();
        visitor.signIn(staffNumber, Colleagues.PASSWORD);
        return visitor;
    }
}
