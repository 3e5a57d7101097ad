package fr.viaduc.people.signin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import fr.viaduc.house.CountedStatements;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.TestClock;
import fr.viaduc.testing.ViaducTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Sign-in in a real browser: on a telephone, at a desk, at a kiosk, by keyboard, in both themes. */
@ViaducTest
@Import({Colleagues.class, CountedStatements.class})
class SignInPagesTest {

    private static final String PHRASE = "girafe tondeuse violette";

    @Autowired
    Browser browser;

    @Autowired
    Colleagues colleagues;

    @Autowired
    CodeRepository codes;

    @Autowired
    TestClock clock;

    @AfterEach
    void theClockRunsAgain() {
        clock.reset();
    }

    @Test
    void noraAimsAtTheSquareOfHerLetterAndEnters() {
        long nora = colleagues.newcomer("000501", "Nora", "Klein");
        LetterCode code = codes.issue(nora, "letter", null);
        var window = browser.open(390, 844);
        Page page = window.page();
        window.go("/activation#m=000501&c=" + code.characters());
        assertThat(page.locator("input[name=identifier]")).hasValue("000501");
        assertThat(page.locator("input[name=code]")).hasValue(code.characters());
        assertThat(page.url()).as("the code does not stay in the address").doesNotContain(code.characters());
        window.looksRight("signin/activation-1-code");

        page.getByText("Continuer").press("Enter");
        page.waitForURL("**/activation/mot-de-passe");
        page.locator("input[name=password]").fill("Viaduc2026!!");
        page.locator("input[name=password]").press("Enter");
        assertThat(page.locator(".field--error")).isVisible();
        window.looksRight("signin/activation-2-mot-de-passe");
        page.locator("input[name=password]").fill(PHRASE);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL("**/activation/bienvenue");
        window.looksRight("signin/activation-3-pret");
        page.getByText("Entrer dans Viaduc").click();
        page.waitForURL(url -> url.endsWith("/"));
        assertThat(page.locator("h1")).isVisible();
    }

    @Test
    void paulSignsInWithTheKeyboardAloneAndPastesHisPassword() {
        colleagues.agent("000502", "Paul", "Garnier");
        var window = browser.open();
        Page page = window.page();
        window.go("/connexion");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasText("Aller au contenu");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator("input[name=identifier]")).isFocused();
        page.keyboard().type("502");
        page.keyboard().press("Tab");
        assertThat(page.locator("input[name=password]")).isFocused();
        page.keyboard().insertText(Colleagues.PASSWORD);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("input[name=password]")).hasAttribute("type", "text");
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/connexion"));
        window.calm();
    }

    @Test
    void carlaSetsUpHerApplicationThenEntersWithItsCode() {
        colleagues.grant(colleagues.agent("000503", "Carla", "Ferry"), "ADMINISTRATOR");
        var window = browser.open();
        Page page = window.page();
        window.signIn("503", Colleagues.PASSWORD, "**/connexion/second-facteur*");
        window.looksRight("signin/seconde-preuve-1-choisir");
        var application = new Totp(page.locator(".enrol-secret").textContent());
        page.locator("input[name=code]").fill(application.code(clock.instant()));
        page.locator("input[name=code]").press("Enter");
        assertThat(page.locator(".recovery-codes li")).hasCount(10);
        window.looksRight("signin/seconde-preuve-2-codes-de-secours");
        page.getByText("Je les ai notés").click();
        page.waitForURL(url -> url.endsWith("/"));

        clock.advance(Duration.ofSeconds(60));
        var telephone = browser.open(390, 844);
        telephone.signIn("503", Colleagues.PASSWORD, "**/connexion/second-facteur*");
        telephone.looksRight("signin/seconde-preuve-3-donner");
        telephone.page().locator("input[name=code]").fill(application.code(clock.instant()));
        telephone.page().locator("input[name=code]").press("Enter");
        telephone.page().waitForURL(url -> url.endsWith("/"));
        for (String address : List.of(
                "/profil/securite", "/profil/securite/codes", "/administration/comptes", "/administration/lettres")) {
            telephone.go(address);
            telephone.looksRight("signin/" + address.substring(1).replace('/', '-'));
        }
        telephone.calm();
    }

    @Test
    void davidMakesAPasskeyAndEntersWithIt() {
        colleagues.agent("000504", "David", "Mougin");
        var window = browser.open(390, 844);
        Page page = window.page();
        authenticator(window);
        window.signIn("504", Colleagues.PASSWORD);
        window.go("/profil/securite");
        page.getByText("Ajouter une clé d’accès").click();
        page.waitForURL("**/profil/securite/codes");
        page.getByText("Créer dix codes de secours").click();
        assertThat(page.locator(".recovery-codes li")).hasCount(10);
        window.go("/profil/securite");
        assertThat(page.locator("#cles .device")).hasCount(1);
        window.looksRight("signin/securite-avec-cle");
        leave(page);

        window.go("/connexion?retour=%2Fannuaire");
        page.getByText("Empreinte, visage ou code du téléphone").click();
        page.waitForURL("**/annuaire");
        window.calm();
    }

    @Test
    void aPasskeyThatDidNotVerifyItsUserIsRefused() {
        colleagues.agent("000505", "Emma", "Noël");
        var window = browser.open();
        Page page = window.page();
        CDPSession devtools = authenticator(window);
        window.signIn("505", Colleagues.PASSWORD);
        window.go("/profil/securite");
        page.getByText("Ajouter une clé d’accès").click();
        page.waitForURL("**/profil/securite/codes");
        leave(page);

        // Somebody holds Emma's telephone, cannot unlock it, and has made the browser ask for less.
        var unlocked = new JsonObject();
        unlocked.addProperty("authenticatorId", authenticatorId);
        unlocked.addProperty("isUserVerified", false);
        devtools.send("WebAuthn.setUserVerified", unlocked);
        page.route("**/connexion/cle/demande", SignInPagesTest::askForLess);
        window.go("/connexion");
        var answer = page.waitForResponse(
                "**/connexion/cle",
                () -> page.getByText("Empreinte, visage ou code du téléphone").click());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(page.locator("[data-passkey-target=status]")).containsText("Cela n’a pas fonctionné");
        window.go("/profil/securite");
        assertThat(page.url()).contains("/connexion");
    }

    @Test
    void yasminSeesHerDevicesAndDisconnectsOne() {
        colleagues.agent("000506", "Yasmin", "Girard");
        var telephone = browser.open(390, 844).signIn("506", Colleagues.PASSWORD);
        var desk = browser.open().signIn("506", Colleagues.PASSWORD);
        desk.go("/profil/securite");
        desk.looksRight("signin/securite-deux-appareils");
        desk.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Déconnecter").setExact(true))
                .click();
        assertThat(desk.page().getByText("L’appareil est déconnecté.")).isVisible();
        telephone.go("/annuaire");
        assertThat(telephone.page().url()).contains("/connexion");
    }

    @Test
    void theKioskClosesByItselfAndKeepsNothing() {
        colleagues.agent("000507", "Xenia", "Durand");
        var kiosk = browser.open();
        Page page = kiosk.page();
        page.clock().install();
        kiosk.go("/connexion");
        page.locator("input[name=identifier]").fill("507");
        page.locator("input[name=password]").fill(Colleagues.PASSWORD);
        page.getByText("Cet appareil est partagé").click();
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/connexion"));
        assertThat(page.locator(".kiosk")).isVisible();
        assertThat(page.locator(".kiosk")).containsText("Votre session se ferme");
        kiosk.looksRight("signin/borne");
        kiosk.go("/annuaire");

        page.clock().fastForward(140_000);
        assertThat(page.locator(".kiosk")).containsText("secondes");
        page.clock().fastForward(50_000);
        page.waitForURL("**/connexion");
        assertThat(page.getByText("Vous êtes déconnecté.")).isVisible();
        page.goBack();
        assertThat(page.locator("h1")).hasText("Se connecter");
        assertThat(page.evaluate("() => localStorage.length + sessionStorage.length"))
                .isEqualTo(0);
    }

    @Test
    void theServerClosesTheKioskEvenWithoutScripts() {
        colleagues.agent("000508", "Ali", "Bensaïd");
        var kiosk = browser.open(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false));
        Page page = kiosk.page();
        kiosk.go("/connexion");
        page.locator("input[name=identifier]").fill("508");
        page.locator("input[name=password]").fill(Colleagues.PASSWORD);
        page.locator("input[name=shared]").check();
        page.locator("input[name=password]").press("Enter");
        assertThat(page.locator(".kiosk")).isVisible();
        clock.advance(Duration.ofSeconds(181));
        kiosk.go("/annuaire");
        assertThat(page.url()).contains("/connexion");
    }

    @Test
    void whoWritesAtAKioskForFourMinutesIsNotClosedInTheMiddle() {
        colleagues.agent("000509", "Brune", "Jacquot");
        var kiosk = browser.open();
        Page page = kiosk.page();
        page.clock().install();
        kiosk.go("/connexion");
        page.locator("input[name=identifier]").fill("509");
        page.locator("input[name=password]").fill(Colleagues.PASSWORD);
        page.getByText("Cet appareil est partagé").click();
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/connexion"));
        kiosk.go("/annuaire");
        for (int minute = 0; minute < 4; minute++) {
            clock.advance(Duration.ofSeconds(60));
            page.clock().fastForward(60_000);
            page.waitForResponse("**/borne/presence", () -> page.keyboard().press("Shift"));
        }
        kiosk.go("/annuaire");
        assertThat(page.url()).endsWith("/annuaire");
    }

    @Test
    void whoeverForgotThePasswordFindsTheirSiteContact() {
        var window = browser.open(390, 844);
        window.go("/connexion");
        window.page().getByText("Mot de passe oublié").click();
        window.page().waitForURL("**/mot-de-passe-oublie");
        assertThat(window.page().locator("h1")).hasText("Mot de passe oublié");
        window.looksRight("signin/mot-de-passe-oublie");
        window.go("/mot-de-passe-oublie/lien?l=perdu");
        assertThat(window.page().locator("h1")).hasText("Ce lien ne sert plus");
        window.looksRight("signin/lien-perdu");
        window.go("/connexion");
        window.looksRight("signin/connexion");
        window.page().locator("input[name=identifier]").fill("999999");
        window.page().locator("input[name=password]").fill("rien de juste");
        window.page().locator("input[name=password]").press("Enter");
        assertThat(window.page().locator("[role=alert]")).isVisible();
        window.looksRight("signin/connexion-refusee");
    }

    @Test
    void changingThePasswordAndConfirmingOneselfLookRight() {
        long contact = colleagues.agent("000510", "Aurore", "Demange");
        long site = colleagues
                .database()
                .sql("insert into people.site (slug, name) values ('depot-nogent', 'Dépôt de Nogent') returning id")
                .query(Long.class)
                .single();
        colleagues
                .database()
                .sql("insert into people.role_grant (person_id, role, site_id) values (?, 'SITE_CONTACT', ?)")
                .params(contact, site)
                .update();
        var window = browser.open().signIn("510", Colleagues.PASSWORD);
        for (String address : List.of(
                "/profil/securite/confirmation",
                "/profil/securite/application",
                "/referent",
                "/borne",
                "/deconnexion")) {
            window.go(address);
            window.looksRight("signin/" + address.substring(1).replace('/', '-'));
        }
        window.calm();
    }

    private static void leave(Page page) {
        page.navigate("/deconnexion");
        page.locator("main form[action='/deconnexion'] button").click();
        page.waitForURL("**/connexion");
    }

    private String authenticatorId = "";

    /** A telephone that recognises its owner. */
    private CDPSession authenticator(Browser.Window window) {
        CDPSession devtools = window.context().newCDPSession(window.page());
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var parameters = new JsonObject();
        parameters.add("options", options);
        authenticatorId = devtools.send("WebAuthn.addVirtualAuthenticator", parameters)
                .get("authenticatorId")
                .getAsString();
        return devtools;
    }

    private static void askForLess(Route route) {
        var answer = route.fetch();
        var options = JsonParser.parseString(answer.text()).getAsJsonObject();
        options.addProperty("userVerification", "discouraged");
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(options.toString()));
    }
}
