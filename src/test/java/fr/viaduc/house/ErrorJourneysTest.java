package fr.viaduc.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.viaduc.people.signin.Accounts;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.TestCluster;
import fr.viaduc.testing.TestDatabase;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Nothing that somebody typed is lost, whatever happens to the session or to the database meanwhile. */
@ViaducTest
@House
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorJourneysTest {

    private static final String PASSWORD = "quatre péniches vertes";

    @Autowired
    Browser browser;

    @Autowired
    ObjectProvider<Visitor> visitors;

    @Autowired
    Accounts accounts;

    @Autowired
    Town town;

    private long lucie;

    @BeforeAll
    void lucieWorksInTheNursery() {
        lucie = town.agent("Lucie", "Martin");
        town.run("update people.person set staff_number = '000301' where id = ?", lucie);
        town.assign(lucie, town.unit("Petite enfance", null), null);
        long other = town.agent("Marc", "Royer");
        town.run("update people.person set staff_number = '000302' where id = ?", other);
        town.assign(other, town.unit("Sports", null), null);
        accounts.open(List.of(lucie, other), PASSWORD);
    }

    @Test
    void aSessionThatEndsInTheMiddleOfWritingLosesNothingWithoutScripts() {
        var visitor = visitors.getObject();
        visitor.signIn("301", PASSWORD);
        visitor.get("/publier");
        endSessions();
        var sent = visitor.submitOnce("#publier", Map.of("texte", "La tempête a couché le tilleul."));
        assertThat(sent.location()).isEqualTo("/connexion");
        visitor.get("/connexion");
        var kept = visitor.submit("form[action=/connexion]", Map.of("identifier", "301", "password", PASSWORD));
        assertThat(kept.path()).isEqualTo("/connexion/reprise");
        assertThat(kept.texts(".trouble__typed")).contains("La tempête a couché le tilleul.");
        assertThat(visitor.submitOnce("form[action=/publications]", Map.of()).status())
                .isEqualTo(303);
        assertThat(published("La tempête a couché le tilleul.")).isEqualTo(1);
    }

    @Test
    void whatLucieWasWritingIsShownToNobodyElse() {
        var visitor = visitors.getObject();
        visitor.signIn("301", PASSWORD);
        visitor.get("/publier");
        endSessions();
        visitor.submitOnce("#publier", Map.of("texte", "Ceci ne regarde que moi."));
        visitor.get("/connexion");
        var marc = visitor.submit("form[action=/connexion]", Map.of("identifier", "302", "password", PASSWORD));
        assertThat(marc.path()).isEqualTo("/");
        assertThat(visitor.get("/connexion/reprise").body()).doesNotContain("Ceci ne regarde que moi.");
    }

    @Test
    void theFormThatWaitsForLucieIsNotShownToWhoeverHoldsItsCookie() {
        var hers = visitors.getObject();
        hers.signIn("301", PASSWORD);
        hers.get("/publier");
        endSessions();
        var marc = visitors.getObject();
        marc.signIn("302", PASSWORD);
        var kept = hers.submitOnce("#publier", Map.of("texte", "Ma lettre au directeur."));
        marc.takeCookie(kept, "viaduc-stash");

        assertThat(marc.get("/annuaire").path()).as("signed in").isEqualTo("/annuaire");
        assertThat(marc.get("/connexion/reprise").body()).doesNotContain("Ma lettre au directeur.");
    }

    @Test
    void aSessionThatEndsInTheMiddleOfWritingLosesNothingWithScripts() {
        var window = browser.open().signIn("301", PASSWORD);
        Page page = window.page();
        window.go("/publier");
        write(page, "Le poêle de la salle bleue fume.");
        endSessions();
        page.locator("#publier button[type=submit]").last().click();
        page.waitForURL("**/connexion");
        page.locator("input[name=identifier]").fill("301");
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL("**/connexion/reprise");
        assertThat(page.locator(".trouble__typed").first()).containsText("Le poêle de la salle bleue fume.");
        window.looksRight("errors/reprise");
        page.getByText("Envoyer maintenant").click();
        page.waitForURL(url -> !url.contains("/connexion"));
        assertThat(published("Le poêle de la salle bleue fume.")).isEqualTo(1);
    }

    @Test
    void aFormOfAnEarlierSessionIsOfferedAgain() {
        var window = browser.open().signIn("301", PASSWORD);
        Page page = window.page();
        window.go("/publier");
        write(page, "Goûter de Noël le 18 décembre.");
        Page otherTab = window.context().newPage();
        otherTab.navigate("/deconnexion");
        otherTab.locator("main form[action='/deconnexion'] button").click();
        otherTab.waitForURL("**/connexion");
        otherTab.locator("input[name=identifier]").fill("301");
        otherTab.locator("input[name=password]").fill(PASSWORD);
        otherTab.locator("input[name=password]").press("Enter");
        otherTab.waitForURL(url -> !url.contains("/connexion"));
        page.locator("#publier button[type=submit]").last().click();
        assertThat(page.locator("h1")).hasText("Votre session a changé");
        assertThat(page.locator(".trouble__typed").first()).containsText("Goûter de Noël le 18 décembre.");
        window.looksRight("errors/session-changee");
        page.getByText("Envoyer de nouveau").click();
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(published("Goûter de Noël le 18 décembre.")).isEqualTo(1));
    }

    @Test
    void whoSignedOutInAnotherTabStillHasTheirWords() {
        var window = browser.open().signIn("301", PASSWORD);
        Page page = window.page();
        window.go("/publier");
        write(page, "Merci à toute l’équipe de nuit.");
        Page otherTab = window.context().newPage();
        otherTab.navigate("/deconnexion");
        otherTab.locator("main form[action='/deconnexion'] button").click();
        otherTab.waitForURL("**/connexion");
        page.locator("#publier button[type=submit]").last().click();
        assertThat(page.locator("h1")).hasText("Vous n’êtes plus connecté");
        assertThat(page.locator(".trouble__typed").first()).containsText("Merci à toute l’équipe de nuit.");
        assertThat(page.getByText("Envoyer de nouveau")).hasCount(0);
        window.looksRight("errors/deconnecte");
    }

    @Test
    void anotherSiteCannotHaveItsWordsOfferedToLucie() {
        var visitor = visitors.getObject();
        visitor.signIn("301", PASSWORD);
        visitor.get("/");
        var answer = visitor.post("/publications", Map.of("_csrf", "faux", "texte", "Virez-moi vos primes."));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Virez-moi vos primes.");
    }

    @Test
    void aPageComesBackByItselfWhenTheDatabaseDoes() {
        for (boolean scripts : new boolean[] {true, false}) {
            var window = browser.open(new NewContextOptions().setViewportSize(1280, 900));
            window.signIn("301", PASSWORD);
            if (!scripts) {
                var state = window.context().storageState();
                window = browser.open(new NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setStorageState(state)
                        .setJavaScriptEnabled(false));
            }
            Page page = window.page();
            stopDatabase();
            try {
                window.go("/annuaire");
                assertThat(page.locator("h1")).hasText("Viaduc reprend son souffle");
                if (scripts) {
                    window.looksRight("errors/base-absente");
                }
            } finally {
                startDatabase();
            }
            assertThat(page.locator("h1"))
                    .hasText(
                            "Annuaire",
                            new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                                    .setTimeout(30_000));
        }
    }

    @Test
    void whatWasSentWhileTheDatabaseWasAwayIsSentAgainOnce() {
        var window = browser.open().signIn("301", PASSWORD);
        Page page = window.page();
        window.go("/publier");
        write(page, "La navette part à 7 h 10 demain.");
        stopDatabase();
        try {
            page.locator("#publier button[type=submit]").last().click();
            assertThat(page.locator("h1")).hasText("Viaduc reprend son souffle");
            assertThat(page.locator(".trouble__typed").first()).containsText("La navette part à 7 h 10 demain.");
            window.looksRight("errors/base-absente-envoi");
        } finally {
            startDatabase();
        }
        assertThat(page.locator(".trouble__wait"))
                .containsText(
                        "vous pouvez envoyer",
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setTimeout(20_000));
        page.getByText("Envoyer de nouveau").click();
        Awaitility.await()
                .untilAsserted(() -> assertThat(published("La navette part à 7 h 10 demain."))
                        .isEqualTo(1));
    }

    @Test
    void aFileOfARefusedTypeIsToldBesideTheFormAndTheWordsStay() {
        var visitor = visitors.getObject();
        visitor.signIn("301", PASSWORD);
        String audience = visitor.get("/publier")
                .page()
                .select("#publier input[name=audience]")
                .val();
        var program = new Visitor.Upload("jeu.exe", "application/octet-stream", new byte[] {'M', 'Z', 0, 1});
        var answer = visitor.upload(
                "/publications",
                Map.of("texte", "Le jeu de la semaine", "audience", audience),
                Map.of("fichiers", program));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.texts("#fichiers-error").getFirst()).contains("jeu.exe", "n’est pas accepté");
        assertThat(answer.page().select("#texte").val()).isEqualTo("Le jeu de la semaine");
    }

    @Test
    void theErrorPagesLookRightAndSpeakEnglishToo() {
        var window = browser.open().signIn("301", PASSWORD);
        Map<String, String> pages = Map.of(
                "/nulle-part", "absente",
                "/administration/roles", "interdite",
                "/aide/essai/panne", "panne",
                "/aide/essai/trop", "trop");
        pages.forEach((address, name) -> {
            window.go(address);
            window.looksRight("errors/" + name);
        });
        var english = browser.open(new NewContextOptions().setLocale("en-GB"));
        english.go("/aide/essai/panne");
        assertThat(english.page().locator("html")).hasAttribute("lang", "en");
        assertThat(english.page().locator("h1")).hasText("Something did not work");
        english.go("/aide/essai/trop");
        assertThat(english.page().locator("main a[href='/aide']")).hasText("Ask for help");
    }

    private void endSessions() {
        town.run("update people.session set seen_at = seen_at - interval '2 days' where person_id = ?", lucie);
    }

    private long published(String words) {
        return town.read(lucie, "select count(*) from content.item where body like ?", "%" + words + "%")
                .getFirst();
    }

    /** Writes in the editor, which comes once one begins. */
    private static void write(Page page, String words) {
        page.locator("#publier #texte").focus();
        Locator editor = page.locator("#publier [contenteditable=true]");
        editor.waitFor();
        editor.fill(words);
    }

    private static void stopDatabase() {
        TestCluster.get().asSuperuser("alter database " + TestDatabase.NAME + " with allow_connections false");
        TestCluster.get()
                .asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                        + TestDatabase.NAME + "'");
    }

    private static void startDatabase() {
        TestCluster.get().asSuperuser("alter database " + TestDatabase.NAME + " with allow_connections true");
    }
}
