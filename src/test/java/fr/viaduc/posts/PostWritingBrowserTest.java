package fr.viaduc.posts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.viaduc.posts.PostWindows.SAVED;
import static fr.viaduc.posts.PostWindows.editor;
import static fr.viaduc.posts.PostWindows.field;
import static fr.viaduc.posts.PostWindows.publishButton;
import static fr.viaduc.posts.PostWindows.status;
import static fr.viaduc.posts.PostWindows.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import fr.viaduc.testing.Agents;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.Drawings;
import fr.viaduc.testing.Groups;
import fr.viaduc.testing.Superuser;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Writing a post in a real browser: the editor, by keyboard, with pictures, for whom one chooses. */
@ViaducTest
@Import({Town.class, Groups.class, Agents.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostWritingBrowserTest {
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
    void onePublishesRichTextByKeyboardAlone() {
        var window = people.jeanMarcAt("/");
        Page page = window.page();
        field(page, "#publier").focus();
        page.keyboard().type("La lame est ");
        assertThat(editor(page, "#publier")).isFocused();
        page.keyboard().press("Control+b");
        page.keyboard().type("montée");
        page.keyboard().press("Control+b");
        page.keyboard().press("Tab");
        assertThat(editor(page, "#publier")).not().isFocused();
        publishButton(page).focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#toasts")).containsText("Publié");
        assertThat(page.locator("#fil article").first().locator(".rich strong")).hasText("montée");
        assertThat(written(page, "#publier")).hasValue("");
        // The composer is whole again: one writes and publishes a second time without reloading the page.
        field(page, "#publier").click();
        page.keyboard().type("Et la seconde aussi.");
        publishButton(page).click();
        assertThat(page.locator("#fil article").first()).containsText("Et la seconde aussi.");
        assertThat(page.locator("#fil article:has-text('La lame est montée')")).hasCount(1);
        window.calm();
    }

    @Test
    void theEditorIsFetchedOnlyWhenOneBeginsToWrite() {
        Superuser.run("delete from content.draft");
        var window = browser.open();
        window.signIn("000109", Agents.PASSWORD);
        Page page = window.page();
        var asked = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        window.go("/");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(asked).noneMatch(url -> url.contains("/assets/editor-"));
        field(page, "#publier").click();
        assertThat(editor(page, "#publier")).isFocused();
        assertThat(asked).anyMatch(url -> url.contains("/assets/editor-"));
        window.calm();
    }

    @Test
    void whatIsTypedWhileTheEditorIsOnItsWayStaysToTheLetterWithTheCaretAndMovesNothing() {
        for (boolean touch : List.of(false, true)) {
            var window = browser.open(new com.microsoft.playwright.Browser.NewContextOptions()
                    .setViewportSize(touch ? 390 : 1280, 844)
                    .setHasTouch(touch));
            window.signIn("000109", Agents.PASSWORD);
            Superuser.run("delete from content.draft");
            var held = new CopyOnWriteArrayList<Route>();
            window.context().route("**/assets/editor-*", held::add);
            window.go("/");
            Page page = window.page();
            if (touch) {
                field(page, "#publier").tap();
            } else {
                field(page, "#publier").click();
            }
            page.keyboard().type("Bonjour  à tous,");
            page.keyboard().press("Enter");
            page.keyboard().type("la rue est barrée. ");
            for (int letter = 0; letter < "barrée. ".length(); letter++) {
                page.keyboard().press("ArrowLeft");
            }
            page.waitForCondition(() -> !held.isEmpty());
            String place = "() => document.querySelector('#publier .composer__bar').getBoundingClientRect().top";
            double before = ((Number) page.evaluate(place)).doubleValue();
            held.forEach(Route::resume);
            page.keyboard().type("toujours ");
            assertThat(editor(page, "#publier")).isFocused();
            page.keyboard().type("toute ");

            assertThat(written(page, "#publier"))
                    .hasValue("<p>Bonjour  à tous,<br>la rue est toujours toute barrée. </p>");
            assertThat(((Number) page.evaluate(place)).doubleValue())
                    .as("pixels by which what follows moved")
                    .isCloseTo(before, offset(1.0));
            window.calm();
            window.context().close();
        }
    }

    @Test
    void blankLinesTypedBeforeTheEditorIsThereBecomeItsParagraphs() {
        Page page = people.lucieAt("/publier").page();
        page.locator("#texte").fill("Un.\n\n\nDeux.\n");
        assertThat(editor(page, "#publier")).isFocused();
        page.keyboard().type("Trois.");
        assertThat(written(page, "#publier")).hasValue("<p>Un.</p><p>Deux.<br>Trois.</p>");
    }

    @Test
    void aToolPressedBeforeTheEditorIsThereActsOnceItIs() {
        var window = people.lucieAt("/publier");
        Page page = window.page();
        page.locator("#texte").focus();
        page.locator("#publier [data-act=bold]").click();
        assertThat(editor(page, "#publier")).isFocused();
        page.keyboard().type("Attention");
        assertThat(written(page, "#publier")).hasValue("<p><strong>Attention</strong></p>");
        window.calm();
    }

    @Test
    void theToolbarIsOneTabStopWithArrowsInside() {
        Page page = people.jeanMarcAt("/").page();
        field(page, "#publier").click();
        page.keyboard().type("Texte");
        page.keyboard().press("Shift+Tab");
        assertThat(page.locator("#publier [data-act=bold]")).isFocused();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#publier [data-act=italic]")).isFocused();
    }

    @Test
    void aMentionIsCompletedByKeyboardAmongThoseWhoWillSeeThePost() {
        var window = people.jeanMarcAt("/publier?audience=c" + town.circle("unit", people.roads));
        Page page = window.page();
        field(page, "#publier").click();
        page.keyboard().type("Merci @mass");
        Locator list = page.locator("#texte-personnes");
        assertThat(list.getByRole(AriaRole.OPTION)).hasCount(1);
        assertThat(list).containsText("Odile Masson");
        assertThat(list).not().containsText("Lucie");
        assertThat(editor(page, "#publier")).hasAttribute("aria-activedescendant", "texte-personnes-0");
        window.axe("#publier");
        page.keyboard().press("Enter");
        page.keyboard().type("pour hier");
        assertThat(editor(page, "#publier")).containsText("Merci @Odile Masson pour hier");
        publishButton(page).click();

        Locator mention = page.locator("#fil article").first().locator(".rich a");
        assertThat(mention).hasText("@Odile Masson");
        assertThat(mention).hasAttribute("href", "/annuaire/personnes/" + people.odile.id());
        assertThat(town.read(
                        people.jeanMarc.id(),
                        "select person_id from content.mention where item_id = " + people.newest()))
                .containsExactly(people.odile.id());
    }

    @Test
    void escapeLeavesTheProposalsAndKeepsWhatIsTyped() {
        Page page = people.jeanMarcAt("/").page();
        field(page, "#publier").click();
        page.keyboard().type("Bonjour @odi");
        assertThat(page.locator("#texte-personnes [role=option]")).hasCount(1);
        page.keyboard().press("Escape");
        assertThat(page.locator("#texte-personnes")).isHidden();
        assertThat(editor(page, "#publier")).hasText("Bonjour @odi");
    }

    @Test
    void aPictureIsSentInTheBackgroundAndDescribed() {
        var window = people.jeanMarcAt("/");
        Page page = window.page();
        field(page, "#publier").click();
        page.keyboard().type("Le nouveau massif.");
        page.getByText("Photos", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("#photos").setInputFiles(new FilePayload[] {
            new FilePayload("massif.png", "image/png", Drawings.png(1600, 900)),
            new FilePayload("texture.png", "image/png", Drawings.png(300, 300))
        });
        Locator rows = page.locator("#publier .upload");
        assertThat(rows).hasCount(2);
        assertThat(rows.nth(0).locator("img")).isVisible();
        window.axe("#publier");
        publishButton(page).click();
        assertThat(page.locator("[data-error-summary]")).isFocused();
        assertThat(page.locator("#publier .upload .error:visible")).hasCount(2);

        rows = page.locator("#publier .upload");
        rows.nth(0).locator("input[type=text]").fill("Un massif de lavande");
        rows.nth(1).locator("input[type=checkbox]").check();
        publishButton(page).click();
        Locator post = page.locator("#fil article").first();
        assertThat(post.locator(".mosaic img")).hasCount(2);
        assertThat(post.locator(".mosaic img").first()).hasAttribute("alt", "Un massif de lavande");
        assertThat(town.read(
                        people.jeanMarc.id(),
                        "select count(*) from content.attachment where item_id = %d and decorative"
                                .formatted(people.newest())))
                .containsExactly(1L);

        post.locator(".mosaic a").first().click();
        Locator large = page.locator("dialog.lightbox");
        assertThat(large).isVisible();
        assertThat(large.locator("img")).hasAttribute("alt", "Un massif de lavande");
        page.keyboard().press("ArrowRight");
        assertThat(large).containsText("2 / 2");
        page.keyboard().press("Escape");
        assertThat(large).hasCount(0);
    }

    @Test
    void aRefusedFormHoldsWhatWasTypedAndIsNotLoadedOnceMore() {
        for (String address : List.of("/", "/publier")) {
            var window = people.jeanMarcAt(address);
            Page page = window.page();
            field(page, "#publier").click();
            page.keyboard().type("Le massif d’à côté.");
            page.getByText("Photos", new Page.GetByTextOptions().setExact(true)).click();
            page.locator("#photos").setInputFiles(new FilePayload("massif.png", "image/png", Drawings.png(1600, 900)));
            assertThat(page.locator("#publier .upload img")).isVisible();
            assertThat(status(page)).hasText(SAVED);
            var asked = new CopyOnWriteArrayList<String>();
            page.onRequest(request -> asked.add(request.method() + " " + request.url()));
            publishButton(page).click();
            assertThat(page.locator("[data-error-summary]")).isFocused();
            page.waitForLoadState(LoadState.NETWORKIDLE);

            assertThat(asked)
                    .as(address)
                    .noneMatch(request -> request.contains("/brouillons/"))
                    .noneMatch(request -> request.matches("GET .*(/|/publier|/publications)"));
            assertThat(page.locator("#publier .upload")).hasCount(1);
            assertThat(written(page, "#publier")).hasValue("<p>Le massif d’à côté.</p>");
            window.context().close();
        }
    }

    @Test
    void aFileThatIsRefusedSaysWhyBesideItsNameAndIsNotPublished() {
        Page page = people.jeanMarcAt("/").page();
        field(page, "#publier").click();
        page.keyboard().type("Voici la photo.");
        page.getByText("Photos", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("#photos")
                .setInputFiles(new FilePayload("photo.jpg", "image/jpeg", "<script>".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator("#publier .upload .error")).containsText("n’est pas une image");
        page.locator("#publier .upload").getByText("Retirer").click();
        publishButton(page).click();

        assertThat(page.locator("#fil article").first()).containsText("Voici la photo.");
        assertThat(page.locator("#fil article").first().locator(".mosaic")).hasCount(0);
    }

    @Test
    void theAudienceChosenInTheDialogIsSaidBesideTheButton() {
        var window = people.jeanMarcAt("/");
        Page page = window.page();
        Locator beside = page.locator("#publier .composer__bar .audience");
        field(page, "#publier").click();
        assertThat(beside).containsText("Tous les agents");
        beside.click();
        window.axe("#choisir-audience");
        page.locator("#choisir-audience label:has-text('Tous les agents') input")
                .uncheck();
        page.locator("#choisir-audience label:has-text('Voirie') input").check();
        assertThat(beside).containsText("Voirie");
        assertThat(beside).containsText("2 personnes");
        page.keyboard().press("Enter");
        assertThat(page.locator("#choisir-audience")).isVisible();
        page.keyboard().press("Escape");
        assertThat(beside).isFocused();
    }

    @Test
    void withoutScriptsOneWritesInAPlainField() {
        var window = browser.open(new com.microsoft.playwright.Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setViewportSize(390, 844));
        window.signIn("000107", Agents.PASSWORD).go("/");
        Page page = window.page();
        page.locator("#texte").fill("Écrit **sans scripts**.");
        publishButton(page).click();

        assertThat(page.locator("#fil article").first().locator("strong")).hasText("sans scripts");
        window.fitsItsWidth();
    }
}
