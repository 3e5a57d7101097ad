package fr.viaduc.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.viaduc.house.PersonaMatrix.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.viaduc.demo.Demonstration;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.ViaducTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Jean-Marc, without a mouse: each thing that Viaduc is for, from sign-in on, with the keys alone. */
@ViaducTest
@House
class KeyboardTest {

    private static final int FAR = 250;

    @Autowired
    Demonstration demonstration;

    @Autowired
    Browser browser;

    @Test
    void jeanMarcDoesEverythingWithTheKeys() {
        demonstration.fill();
        Page page = browser.open().go("/connexion").page();
        signsIn(page);
        skipsToTheContent(page);
        opensAndClosesHisMenu(page);
        choosesForWhomAndComesBack(page);
        writes(page);
        loadsMore(page);
        findsSomebody(page);
    }

    private static void signsIn(Page page) {
        tabTo(page, "input[name=identifier]");
        page.keyboard().type("000107");
        tabTo(page, "input[name=password]");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/connexion"));
    }

    private static void skipsToTheContent(Page page) {
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        assertThat(page.locator(".skip")).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("#contenu")).isFocused();
        page.keyboard().press("Tab");
        assertThat(focused(page, "main :focus")).isTrue();
    }

    private static void opensAndClosesHisMenu(Page page) {
        page.navigate("/");
        tabTo(page, "summary.topbar__account");
        page.keyboard().press("Enter");
        assertThat(page.locator(".topbar .menu__panel")).isVisible();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".topbar .menu__panel a").first()).isFocused();
        page.keyboard().press("ArrowUp");
        assertThat(page.locator("summary.topbar__account")).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Escape");
        assertThat(page.locator(".topbar .menu__panel")).isHidden();
        assertThat(page.locator("summary.topbar__account")).isFocused();
    }

    private static void choosesForWhomAndComesBack(Page page) {
        tabTo(page, ".composer [aria-haspopup=dialog]");
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog[open]")).isVisible();
        for (int stop = 0; stop < 4; stop++) {
            page.keyboard().press("Tab");
            // The browser's own bar takes its turn, the page behind never does.
            assertThat(focused(page, "dialog[open] :focus") || focused(page, "body:focus"))
                    .as("the focus stays in the dialog")
                    .isTrue();
        }
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).isHidden();
        assertThat(page.locator(".composer [aria-haspopup=dialog]")).isFocused();
    }

    private static void writes(Page page) {
        page.navigate("/");
        tabTo(page, ".composer textarea, .composer [contenteditable=true]");
        assertThat(page.locator(".composer [contenteditable=true]")).isFocused();
        page.keyboard().type("La route de Poinson est ");
        page.keyboard().press("Shift+Tab");
        assertThat(focused(page, ".editor__bar button:focus"))
                .as("the bar is one stop before the text")
                .isTrue();
        page.keyboard().press("Home");
        assertThat(page.locator(".editor__bar [data-act=bold]")).isFocused();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".editor__bar [data-act=italic]")).isFocused();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Enter");
        assertThat(page.locator(".composer [contenteditable=true]")).isFocused();
        page.keyboard().type("ouverte");
        page.keyboard().press("Tab");
        assertThat(focused(page, ".editor :focus")).as("Tab leaves the text").isFalse();
        tabTo(page, ".composer button.btn--primary");
        page.keyboard().press("Enter");
        assertThat(page.locator("article strong", new Page.LocatorOptions().setHasText("ouverte"))
                        .first())
                .isVisible();
    }

    private static void loadsMore(Page page) {
        page.navigate("/");
        int before = page.locator("main article.sheet").count();
        tabTo(page, ".load-more a");
        page.keyboard().press("Enter");
        assertThat(page.locator("main article.sheet")).not().hasCount(before);
        page.keyboard().press("Tab");
        assertThat(focused(page, "main :focus"))
                .as("the next stop is among what was loaded")
                .isTrue();
    }

    private static void findsSomebody(Page page) {
        page.navigate("/");
        page.keyboard().press("/");
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().type("Thévenot");
        assertThat(page.locator("#q-list [role=option]").first()).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#q-list")).isHidden();
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().press("Backspace");
        assertThat(page.locator("#q-list [role=option]").first()).isVisible();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#q")).hasAttribute("aria-activedescendant", Pattern.compile("q-list-.*"));
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/annuaire/"));
    }

    private static void tabTo(Page page, String selector) {
        for (int stop = 0; stop < FAR; stop++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("which => document.activeElement.matches(which)", selector)) {
                return;
            }
        }
        throw new AssertionError("The Tab key does not lead to " + selector + " within " + FAR + " stops");
    }

    private static boolean focused(Page page, String selector) {
        return (boolean) page.evaluate("which => document.querySelector(which) !== null", selector);
    }
}
