package fr.viaduc.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import fr.viaduc.people.signin.Colleagues;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ViaducTest
@Import(Colleagues.class)
class AdminPagesTest {
    private static final String SETTINGS = "form[action=/administration/reglages]";

    @Autowired
    Colleagues colleagues;

    @Autowired
    ObjectProvider<Visitor> visitors;

    @Autowired
    Browser browser;

    @BeforeEach
    void theyArriveOnce() {
        if (colleagues
                        .database()
                        .sql("select count(*) from people.person")
                        .query(Long.class)
                        .single()
                > 0) {
            return;
        }
        colleagues.grant(colleagues.agent("000128", "Samir", "Haddad"), "ADMINISTRATOR");
        colleagues.grant(colleagues.agent("000121", "Christelle", "Bonnard"), "HUMAN_RESOURCES");
        colleagues.grant(colleagues.agent("000130", "Marc", "Petit"), "MODERATOR");
        colleagues.agent("000107", "Karim", "Benali");
    }

    @Test
    void everyEntryThatSamirIsShownLeadsToAPage() {
        var samir = as("128");
        var links = samir.get("/administration").page().select("main .folder").eachAttr("href");
        assertThat(links).contains("/administration/reglages", "/administration/etat", "/administration/import");
        for (String link : links) {
            assertThat(samir.get(link).status()).as(link).isEqualTo(200);
        }
    }

    @Test
    void eachIsShownWhatIsTheirs() {
        var christelle = as("121");
        var hers =
                christelle.get("/administration").page().select("main .folder").eachAttr("href");
        assertThat(hers)
                .containsExactly("/administration/import", "/administration/lettres", "/administration/personnes");
        for (String link : hers) {
            assertThat(christelle.get(link).status()).as(link).isEqualTo(200);
        }
        assertThat(as("130")
                        .get("/administration")
                        .page()
                        .select("main .folder")
                        .eachAttr("href"))
                .containsExactly("/administration/moderation");
        var karim = as("107");
        assertThat(karim.get("/administration").status()).isEqualTo(403);
        assertThat(karim.get("/").page().select(".topbar a[href=/administration]"))
                .isEmpty();
        assertThat(as("130").get("/").page().select(".topbar a[href=/administration]"))
                .hasSize(1);
    }

    @Test
    void onlyAnAdministratorReadsOrChangesTheSettings() {
        for (String other : new String[] {"121", "130", "107"}) {
            var somebody = as(other);
            assertThat(somebody.get("/administration/reglages").status()).isEqualTo(403);
            assertThat(somebody.get("/administration/etat").status()).isEqualTo(403);
            somebody.get("/");
            assertThat(somebody.post("/administration/reglages", Map.of("ouverture", "communication"))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void samirChangesWhereHelpIsFoundAndItShowsAtSignIn() {
        var samir = as("128");
        samir.get("/administration/reglages");
        var saved = samir.submit(
                SETTINGS,
                Map.of("ouverture", "communication", "telephone", "03 25 00 00 18", "courriel", "aide@agglo.example"));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.texts(".toast")).anyMatch(text -> text.contains("Les réglages sont enregistrés."));
        assertThat(saved.page().select("input[name=telephone]").val()).isEqualTo("03 25 00 00 18");
        assertThat(saved.page().select("input[value=communication]").hasAttr("checked"))
                .isTrue();
        assertThat(visitors.getObject().get("/aide").body()).contains("03 25 00 00 18");
        assertThat(colleagues
                        .database()
                        .sql("select value from people.setting where key = 'spaces.opened_by'")
                        .query(String.class)
                        .single())
                .isEqualTo("communication");
    }

    @Test
    void whatIsWronglyTypedIsKeptAndExplained() {
        var samir = as("128");
        samir.get("/administration/reglages");
        var refused =
                samir.submit(SETTINGS, Map.of("ouverture", "agents", "telephone", "au secours", "courriel", "aide@"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("input[name=telephone]").val()).isEqualTo("au secours");
        assertThat(refused.texts(".error")).hasSize(2);
    }

    @Test
    void theStateOfTheMachineSaysWhatIsMissingAndNothingAboutAnybody() {
        var page = as("128").get("/administration/etat");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("ClamAV n’est pas configuré", "synchronous_commit = off", "learn-words")
                .contains("Une coupure de courant peut faire perdre");
        for (String name : new String[] {"Benali", "Bonnard", "Petit"}) {
            assertThat(page.texts("main")).noneMatch(text -> text.contains(name));
        }
    }

    @Test
    void theAdministrationIsAccessibleInBothThemes() {
        long nadia = colleagues.agent("000140", "Nadia", "Perrin");
        var window = browser.open().signIn("140", Colleagues.PASSWORD);
        colleagues.grant(nadia, "ADMINISTRATOR");
        secondFactorGiven();
        for (int width : new int[] {320, 390, 1280}) {
            window.page().setViewportSize(width, 844);
            for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                window.theme(theme);
                window.go("/administration").fitsItsWidth().axe().screenshot("administration-" + width + "-" + theme);
                window.go("/administration/reglages")
                        .fitsItsWidth()
                        .axe()
                        .screenshot("reglages-" + width + "-" + theme);
                window.go("/administration/etat").fitsItsWidth().axe().screenshot("etat-" + width + "-" + theme);
            }
        }
    }

    private Visitor as(String staffNumber) {
        var visitor = visitors.getObject();
        visitor.signIn(staffNumber, Colleagues.PASSWORD);
        secondFactorGiven();
        return visitor;
    }

    /** As if those who have just signed in had also given the second proof that their role asks for. */
    private void secondFactorGiven() {
        colleagues
                .database()
                .sql("update people.session set second_factor_at = now() where second_factor_at is null")
                .update();
    }
}
