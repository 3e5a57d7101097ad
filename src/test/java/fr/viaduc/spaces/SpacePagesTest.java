package fr.viaduc.spaces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.options.ColorScheme;
import fr.viaduc.demo.Demonstration;
import fr.viaduc.house.House;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.Browser.Window;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Groups as people use them: joining, asking, inviting, leaving, settings; by keyboard, and without scripts. */
@ViaducTest
@House
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpacePagesTest {
    private static final String PASSWORD = "Viaduc-demo-2026";

    @Autowired
    Demonstration demonstration;

    @Autowired
    Town town;

    @Autowired
    Browser browser;

    @Autowired
    ObjectProvider<Visitor> visitors;

    @BeforeAll
    void aLivingAuthority() {
        demonstration.fill();
    }

    @Test
    void elodieJoinsAnOpenGroupAndLeavesItByKeyboard() {
        open("Covoiturage du bassin", "open", true);
        Window window = browser.open().signIn("000114", PASSWORD).go("/espaces/covoiturage-du-bassin");
        var page = window.page();
        page.onDialog(Dialog::accept);
        page.locator("form[action$='/adhesion'] button").press("Enter");
        assertThat(page.getByText("Bienvenue dans le groupe.").first()).isAttached();
        var menu = page.locator(".page-head details.menu");
        menu.locator("summary").press("Enter");
        assertThat(menu.locator("button[formaction$='/adhesion/fin']")).isVisible();
        window.axe();
        menu.locator("button[formaction$='/adhesion/fin']").press("Enter");
        assertThat(page.locator("form[action$='/adhesion'] button")).isVisible();
        window.calm();
    }

    @Test
    void jeanMarcAsksWithoutScriptsAndMathieuAccepts() {
        open("Atelier des plans", "request", true);
        Window without = browser.open(
                        new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false))
                .signIn("000107", PASSWORD)
                .go("/espaces/atelier-des-plans");
        var asking = without.page();
        asking.locator(".page-head details.menu summary").first().click();
        asking.locator("textarea[name=message]").fill("Je connais le secteur est.");
        asking.locator("form[action$='/adhesion'] button").click();
        assertThat(asking.locator(".page-head")).containsText("Demande envoyée");

        Window leader = browser.open().signIn("000128", PASSWORD).go("/espaces/atelier-des-plans/membres");
        var page = leader.page();
        assertThat(page.locator(".space-said")).hasText("Je connais le secteur est.");
        leader.axe().theme(ColorScheme.DARK).axe();
        page.locator("form[action*='/demandes/'] button").first().press("Enter");
        assertThat(page.locator(".space-said")).hasCount(0);
        assertThat(page.locator("main")).containsText("Jean-Marc Thévenot");
        asking.reload();
        assertThat(asking.locator("button[formaction$='/adhesion/fin']")).isAttached();
        leader.calm();
    }

    @Test
    void aSecretGroupIsNowhereUntilMathieuInvitesByNameWithoutScripts() {
        open("Projet Sirius", "secret", false);
        Visitor jeanMarc = as("000107");
        assertThat(jeanMarc.get("/espaces/projet-sirius").status()).isEqualTo(404);
        assertThat(jeanMarc.get("/espaces?q=sirius").body()).doesNotContain("Projet Sirius");
        assertThat(jeanMarc.get("/recherche?q=sirius").body()).doesNotContain("Projet Sirius");

        Visitor mathieu = as("000128");
        String slug = slug("Projet Sirius");
        mathieu.get("/espaces/" + slug + "/membres");
        var refused = mathieu.submitOnce("form[action$='/invitations']", Map.of("person-saisie", "Personne Inconnue"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#person").val()).isEqualTo("Personne Inconnue");
        mathieu.get("/espaces/" + slug + "/membres");
        var invited =
                mathieu.submit("form[action$='/invitations']", Map.of("person-saisie", "Jean-Marc Thévenot, 000135"));
        assertThat(invited.texts("main").toString()).contains("Jean-Marc Thévenot", "Aurore Demange");

        jeanMarc.get("/espaces/" + slug);
        assertThat(jeanMarc.submit("form[action$='/adhesion']", Map.of()).status())
                .isEqualTo(200);
        assertThat(town.read(
                        id("000107"),
                        "select m.person_id from spaces.member m join spaces.space s on s.id = m.space_id where s.slug = '"
                                + slug + "' and m.person_id = database.viewer()"))
                .hasSize(1);
    }

    @Test
    void settingsWelcomeTheNewcomerAndTheArchiveClosesTheDoor() {
        open("Fleurir les bourgs", "open", true);
        Window leader = browser.open().signIn("000128", PASSWORD).go("/espaces/fleurir-les-bourgs/reglages");
        var page = leader.page();
        leader.axe().theme(ColorScheme.DARK).axe().theme(ColorScheme.LIGHT);
        page.locator("textarea[name=description]").fill("Jardiniers et élus choisissent les massifs.");
        page.locator(".editor textarea").first().focus();
        page.locator(".editor [contenteditable=true]").first().fill("Bienvenue parmi les mains vertes.");
        page.locator("form[action$='/reglages'] button[type=submit]:has-text('Enregistrer')")
                .press("Enter");
        assertThat(page.locator("main")).containsText("Jardiniers et élus choisissent les massifs.");

        Window newcomer = browser.open(390, 844).signIn("000114", PASSWORD).go("/espaces/fleurir-les-bourgs");
        var hers = newcomer.page();
        hers.locator("form[action$='/adhesion'] button").click();
        assertThat(hers.locator(".space-welcome")).containsText("Bienvenue parmi les mains vertes.");
        newcomer.axe().theme(ColorScheme.DARK).axe().fitsItsWidth();
        hers.locator(".space-welcome form button").click();
        assertThat(hers.locator(".space-welcome")).hasCount(0);

        page.onDialog(Dialog::accept);
        leader.go("/espaces/fleurir-les-bourgs/reglages");
        page.locator("form[action$='/archive'] button").press("Enter");
        assertThat(page.locator("main")).containsText("archiv");
        hers.reload();
        assertThat(hers.locator("main")).containsText("archiv");
        leader.calm();
        newcomer.calm();
    }

    @Test
    void anEluInPreviewWritesNothingInSpaces() {
        Visitor mathieu = visitors.getObject();
        mathieu.signIn("000128", PASSWORD);
        mathieu.get("/apercu/elu");
        mathieu.submit("form[action='/apercu/elu']", Map.of());
        assertThat(mathieu.get("/espaces/nouveau").status()).isEqualTo(403);
        mathieu.get("/");
        assertThat(mathieu.post("/espaces/la-vie-des-communes/adhesion", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(mathieu.get("/annuaire/personnes/" + id("000107") + "/absences")
                        .status())
                .isEqualTo(403);
    }

    /** Mathieu opens a group by the form, as anybody would. */
    private void open(String name, String access, boolean elected) {
        Visitor mathieu = as("000128");
        mathieu.get("/espaces/nouveau");
        var fields = new HashMap<>(Map.of("name", name, "access", access, "kind", "group"));
        if (elected) {
            fields.put("elected", "true");
        }
        assertThat(mathieu.submit("form[action=/espaces]", fields).status()).isEqualTo(200);
    }

    private Visitor as(String number) {
        Visitor visitor = visitors.getObject();
        assertThat(visitor.signIn(number, PASSWORD).path()).isEqualTo("/");
        return visitor;
    }

    private String slug(String name) {
        return town.as(
                id("000128"),
                () -> town.web()
                        .sql("select slug from spaces.space where name = ?")
                        .param(name)
                        .query(String.class)
                        .single());
    }

    private long id(String number) {
        return town.database()
                .sql("select id from people.person where staff_number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }
}
