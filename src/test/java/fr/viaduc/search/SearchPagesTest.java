package fr.viaduc.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import fr.viaduc.people.signin.Colleagues;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ViaducTest
@Import({Colleagues.class, Neighbourhood.class})
class SearchPagesTest {
    @Autowired
    Neighbourhood town;

    @Autowired
    ObjectProvider<Visitor> visitors;

    @Autowired
    Browser browser;

    @BeforeEach
    void theySettleOnce() {
        town.settle();
    }

    @Test
    void sylvieSeesResultsByKindWithHerWordsMarked() {
        var page = as("111").get("/recherche?q=d%C3%A9neigement");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.texts("h1")).containsExactly("Résultats pour « déneigement »");
        assertThat(page.texts(".tabs a")).anyMatch(tab -> tab.startsWith("Publications"));
        assertThat(page.texts(".result mark")).contains("déneigement");
        assertThat(page.texts(".result h3")).contains("Publication de Sylvie Noël");
        assertThat(page.texts(".result p")).noneMatch(text -> text.contains("Réservé à la voirie"));
        assertThat(page.page().select(".result h3 a").eachAttr("href"))
                .allMatch(href -> href.matches("/publications/\\d+"));
    }

    @Test
    void peopleServicesSitesAndGroupsLeadToTheirPages() {
        var sylvie = as("111");
        assertThat(sylvie.get("/recherche?q=benali")
                        .page()
                        .select(".result h3 a")
                        .eachAttr("href"))
                .containsExactly("/annuaire/personnes/" + town.karim);
        assertThat(sylvie.get("/recherche?q=nogent&dans=lieux")
                        .page()
                        .select(".result h3 a")
                        .eachAttr("href"))
                .contains("/communes/52353", "/sites/depot-nogent");
        assertThat(sylvie.get("/recherche?q=reemploi&dans=espaces")
                        .page()
                        .select(".result h3 a")
                        .eachAttr("href"))
                .containsExactly("/espaces/atelier-reemploi");
    }

    @Test
    void whatLeadsNowhereIsSaidPlainly() {
        var sylvie = as("111");
        assertThat(sylvie.get("/recherche").texts("h1")).containsExactly("Rechercher");
        assertThat(sylvie.get("/recherche?q=+++").texts("h1")).containsExactly("Rechercher");
        var nothing = sylvie.get("/recherche?q=xylophoniste");
        assertThat(nothing.texts(".empty h2")).containsExactly("Rien trouvé");
        assertThat(nothing.page().select("main .folder").eachAttr("href")).contains("/annuaire");
        var tooLong = sylvie.get("/recherche?q=" + "neige+".repeat(50));
        assertThat(tooLong.status()).isEqualTo(200);
        assertThat(tooLong.texts(".error")).singleElement().asString().contains("trop longue");
    }

    @Test
    void aTypingErrorIsSaidAndMended() {
        var page = as("111").get("/recherche?q=saalage");
        assertThat(page.texts(".note")).singleElement().asString().contains("saalage");
        assertThat(page.texts(".result mark")).contains("salage");
    }

    @Test
    void whatIsTypedIsShownAsText() {
        var page = as("111").get("/recherche?q=%3Cscript%3Ealert(1)%3C/script%3E&dans=%22%3E&apres=1_2_%3Cb%3E");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("main script")).isEmpty();
    }

    @Test
    void aLongListGoesOnByALink() {
        for (int number = 0; number < 25; number++) {
            town.publish(town.sylvie, town.circle("agents"), "<p>Relevé de compteur numéro " + number + "</p>");
        }
        var karim = as("107");
        var first = karim.get("/recherche?q=compteur&dans=publications");
        assertThat(first.page().select(".result")).hasSize(20);
        String next = first.page().select(".load-more a").attr("href");
        assertThat(karim.get(next).page().select(".result")).hasSize(5);
    }

    @Test
    void theBoxProposesAtMostEightAndNothingThatClaireMayNotSee() {
        var proposed = as("111").get("/recherche/rapide?q=de");
        assertThat(proposed.header("Content-Type")).startsWith("application/json");
        assertThat(as("E0001").get("/recherche/rapide?q=d%C3%A9neigement").body())
                .contains("budget")
                .doesNotContain("Saint-Blin")
                .doesNotContain("astreinte");
        assertThat(as("107").get("/recherche/rapide?q=benali").body()).contains("\"label\":\"Karim Benali\"");
        assertThat(as("107").get("/recherche/rapide?q=b").body()).isEqualTo("[]");
    }

    @Test
    void whoIsNotSignedInIsAskedTo() {
        assertThat(visitors.getObject().getOnce("/recherche?q=neige").location())
                .startsWith("/connexion");
    }

    @Test
    void karimFindsSylvieWithTheKeyboardAlone() {
        var window = browser.open().signIn("107", Colleagues.PASSWORD).go("/");
        var page = window.page();
        page.keyboard().press("Control+k");
        page.keyboard().type("sylv");
        Locator options = page.locator("#q-list [role=option]");
        options.first().waitFor();
        window.screenshot("recherche-rapide-1280");
        page.keyboard().press("ArrowDown");
        PlaywrightAssertions.assertThat(page.locator("#q")).hasAttribute("aria-activedescendant", "q-list-0");
        page.keyboard().press("Enter");
        page.waitForURL("**/annuaire/personnes/" + town.sylvie);
        page.keyboard().press("Control+k");
        page.keyboard().type("déneigement");
        options.first().waitFor();
        page.keyboard().press("Enter");
        page.waitForURL("**/recherche?q=**");
        window.calm();
    }

    @Test
    void onAPhoneTheBoxIsOnThePageItself() {
        var window = browser.open(390, 844).signIn("107", Colleagues.PASSWORD).go("/recherche");
        var page = window.page();
        page.locator("#mots").fill("noel");
        Locator option = page.locator("#mots-liste [role=option]").first();
        option.waitFor();
        window.screenshot("recherche-rapide-390").axe();
        option.click();
        page.waitForURL("**/annuaire/personnes/" + town.sylvie);
    }

    @Test
    void theResultsAreAccessibleInBothThemesAndAtAllWidths() {
        for (int width : new int[] {320, 390, 1280}) {
            var window = browser.open(width, 844).signIn("107", Colleagues.PASSWORD);
            for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                window.theme(theme);
                window.go("/recherche?q=d%C3%A9neigement")
                        .fitsItsWidth()
                        .axe()
                        .screenshot("recherche-" + width + "-" + theme);
                window.go("/recherche?q=nogent")
                        .fitsItsWidth()
                        .axe()
                        .screenshot("recherche-lieux-" + width + "-" + theme);
                window.go("/recherche?q=xylophone")
                        .fitsItsWidth()
                        .axe()
                        .screenshot("recherche-rien-" + width + "-" + theme);
            }
        }
    }

    private Visitor as(String staffNumber) {
        var visitor = visitors.getObject();
        visitor.signIn(staffNumber, Colleagues.PASSWORD);
        return visitor;
    }
}
