package fr.viaduc.posts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.viaduc.posts.PostWindows.editor;
import static fr.viaduc.posts.PostWindows.field;
import static fr.viaduc.posts.PostWindows.listen;
import static fr.viaduc.posts.PostWindows.publishButton;
import static fr.viaduc.posts.PostWindows.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.viaduc.testing.Agents;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.Groups;
import fr.viaduc.testing.Superuser;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Reading and answering posts in a real browser, on a phone too, while others publish. */
@ViaducTest
@Import({Town.class, Groups.class, Agents.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostReadingBrowserTest {
    @Autowired
    Town town;

    @Autowired
    Agents agents;

    @Autowired
    Browser browser;

    @Autowired
    ObjectProvider<Visitor> visitors;

    private PostWindows people;

    @BeforeAll
    void people() {
        people = new PostWindows(town, agents, browser, visitors);
    }

    @Test
    void onceVotedThePollShowsItsResultsInPlace() {
        long post = people.poll();
        var window = people.jeanMarcAt("/publications/" + post);
        Page page = window.page();
        assertThat(page.locator(".poll .num")).hasCount(0);
        page.getByLabel("Lundi").check();
        page.getByText("Voter", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator(".poll__opt:has-text('Lundi') .num")).hasText(Pattern.compile("100"));
        assertThat(page.locator(".poll input")).hasCount(0);
        window.axe().calm();
    }

    @Test
    void oneCommentsRepliesAndReactsWithoutLeavingThePage() {
        long post = people.publish("Qui vient samedi ?");
        var window = people.jeanMarcAt("/publications/" + post);
        Page page = window.page();
        field(page, "#repondre").click();
        page.keyboard().type("Moi.");
        page.locator("#repondre button[type=submit]").click();
        Locator comment = page.locator("#liste-commentaires > .comment");
        assertThat(comment).hasCount(1);
        assertThat(comment).isFocused();
        assertThat(page.locator("#commentaires-titre")).hasText("1 commentaire");
        assertThat(page.locator("#pied-" + post)).containsText("1 commentaire");
        assertThat(written(page, "#repondre")).hasValue("");

        comment.getByText("Répondre").click();
        Locator answer = page.locator("form:has(input[name=parent])");
        assertThat(answer.locator("[contenteditable=true]")).isFocused();
        page.keyboard().type("Moi aussi, avec @odi");
        assertThat(answer.getByRole(AriaRole.OPTION)).hasCount(1);
        page.keyboard().press("Enter");
        page.keyboard().type("!");
        answer.locator("button[type=submit]").click();
        assertThat(comment.locator(".comments .comment")).containsText("avec @Odile Masson");
        assertThat(page.locator("form:has(input[name=parent])")).hasCount(0);

        page.locator("#pied-" + post + " .act").first().click();
        assertThat(page.locator("#pied-" + post + " .act").first()).hasAttribute("aria-pressed", "true");
        page.locator("#pied-" + post + " .menu summary").click();
        page.locator("#pied-" + post).getByText("Utile").click();
        assertThat(page.locator("#pied-" + post + " .act").first()).hasText(Pattern.compile("Utile\\s*1"));
        window.axe().calm();
    }

    @Test
    void newPostsAreAnnouncedWithoutMovingAnything() {
        people.publish("Déjà là.");
        var window = people.jeanMarcAt("/annuaire");
        Page page = window.page();
        listen(page);
        field(page, "#publier").click();
        page.keyboard().type("En train d’écrire");
        String top = "() => document.querySelector('#fil article').getBoundingClientRect().top";
        Object before = page.evaluate(top);
        people.publish("Tout juste publié.");
        Locator announcement = page.locator(".live a");
        assertThat(announcement).hasText("1 nouvelle publication");
        assertThat(page.evaluate(top)).as("nothing moves").isEqualTo(before);
        assertThat(editor(page, "#publier")).isFocused();
        window.axe();
        announcement.click();

        assertThat(page.locator("#fil article").first()).containsText("Tout juste publié.");
        assertThat(page.locator("#fil")).isFocused();
        assertThat(announcement).isHidden();
        // What is being typed stays.
        assertThat(editor(page, "#publier")).hasText("En train d’écrire");
    }

    @Test
    void whatIsNotForOneIsNotAnnounced() {
        var window = browser.open();
        window.signIn("000109", Agents.PASSWORD);
        listen(window.page());
        people.publish("Pour la voirie.", "c" + town.circle("unit", people.roads));
        people.publish("Pour tous.");

        assertThat(window.page().locator(".live a")).hasText("1 nouvelle publication");
    }

    @Test
    void loadingMoreKeepsTheFocusWhereTheNewOnesBegin() {
        for (int i = 0; i < 12; i++) {
            people.publish("Numéro " + i + ".");
        }
        Page page = people.jeanMarcAt("/").page();
        page.locator(".load-more a").click();
        assertThat(page.locator("#fil [autofocus]")).isFocused();
        assertThat(page.locator("#fil article").nth(10)).isVisible();
        assertThat(page).hasURL(Pattern.compile("/$"));
    }

    @Test
    void allPagesFitAndPassAxeInBothThemes() {
        long post = people.poll();
        people.publish("Avec une réponse.");
        people.odileElsewhere.get("/publications/" + post);
        people.odileElsewhere.submit("#repondre", Map.of("texte", "Une première réponse."));
        people.pin(people.newest());
        var window = people.jeanMarcAt("/");
        for (String address : List.of(
                "/",
                "/?fil=gardees",
                "/publier",
                "/publications/" + post,
                "/publications/" + post + "/commentaires",
                "/publications/" + post + "/signalement",
                "/publications/" + post + "/versions")) {
            for (int width : List.of(320, 390, 768, 1280)) {
                window.page().setViewportSize(width, 800);
                window.go(address).fitsItsWidth();
            }
            for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                window.theme(theme).go(address).axe();
            }
        }
        window.calm();
    }

    @Test
    void onAPhoneTheFeedBeginsOnTheFirstScreen() {
        for (int i = 0; i < 3; i++) {
            people.publish("Information à ne pas manquer numéro " + i + ", avec un titre qui prend deux lignes.");
            people.pin(people.newest());
        }
        var window = browser.open(390, 844);
        window.signIn("000107", Agents.PASSWORD).go("/");
        Page page = window.page();

        assertThat(page.locator(".priority__item:visible")).hasCount(1);
        assertThat(page.locator("#fil article").first().boundingBox().y).isLessThan(844 - 72);
        page.locator(".priority__fold summary").click();
        assertThat(page.locator(".priority__item:visible")).hasCount(3);
        field(page, "#publier").click();
        assertThat(publishButton(page)).isVisible();
        assertThat(page.locator("#publier .audience")).containsText("personnes");
        window.axe().calm();
        Superuser.run("update content.placement set pinned_at = null");
    }
}
