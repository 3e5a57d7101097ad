package fr.viaduc.posts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
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
import fr.viaduc.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Writing, reading and answering in a real browser: by keyboard, on a phone, on a bad network, after a long break. */
@ViaducTest
@Import({Town.class, Groups.class, Agents.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostBrowserTest {
    private static final Pattern SAVED = Pattern.compile("Brouillon enregistré");

    @Autowired
    Town town;

    @Autowired
    Agents agents;

    @Autowired
    Browser browser;

    @Autowired
    Visitor odileElsewhere;

    @Autowired
    Visitor jeanMarcElsewhere;

    long roads;
    Viewer jeanMarc;
    Viewer odile;
    Viewer lucie;

    @BeforeAll
    void people() {
        roads = town.unit("Voirie", null);
        jeanMarc = agents.hire("000107", "Jean-Marc", "Thévenot", roads);
        odile = agents.hire("000108", "Odile", "Masson", roads);
        lucie = agents.hire("000109", "Lucie", "Masson", town.unit("Eau", null));
        odileElsewhere.signIn("000108", Agents.PASSWORD);
        jeanMarcElsewhere.signIn("000107", Agents.PASSWORD);
    }

    @Test
    void onePublishesRichTextByKeyboardAlone() {
        var window = jeanMarcAt("/");
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
        Page page = lucieAt("/publier").page();
        page.locator("#texte").fill("Un.\n\n\nDeux.\n");
        assertThat(editor(page, "#publier")).isFocused();
        page.keyboard().type("Trois.");
        assertThat(written(page, "#publier")).hasValue("<p>Un.</p><p>Deux.<br>Trois.</p>");
    }

    @Test
    void aToolPressedBeforeTheEditorIsThereActsOnceItIs() {
        var window = lucieAt("/publier");
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
        Page page = jeanMarcAt("/").page();
        field(page, "#publier").click();
        page.keyboard().type("Texte");
        page.keyboard().press("Shift+Tab");
        assertThat(page.locator("#publier [data-act=bold]")).isFocused();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#publier [data-act=italic]")).isFocused();
    }

    @Test
    void aMentionIsCompletedByKeyboardAmongThoseWhoWillSeeThePost() {
        var window = jeanMarcAt("/publier?audience=c" + town.circle("unit", roads));
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
        assertThat(mention).hasAttribute("href", "/annuaire/personnes/" + odile.id());
        assertThat(town.read(jeanMarc.id(), "select person_id from content.mention where item_id = " + newest()))
                .containsExactly(odile.id());
    }

    @Test
    void escapeLeavesTheProposalsAndKeepsWhatIsTyped() {
        Page page = jeanMarcAt("/").page();
        field(page, "#publier").click();
        page.keyboard().type("Bonjour @odi");
        assertThat(page.locator("#texte-personnes [role=option]")).hasCount(1);
        page.keyboard().press("Escape");
        assertThat(page.locator("#texte-personnes")).isHidden();
        assertThat(editor(page, "#publier")).hasText("Bonjour @odi");
    }

    @Test
    void aPictureIsSentInTheBackgroundAndDescribed() {
        var window = jeanMarcAt("/");
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
                        jeanMarc.id(),
                        "select count(*) from content.attachment where item_id = %d and decorative"
                                .formatted(newest())))
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
    void aFileThatIsRefusedSaysWhyBesideItsNameAndIsNotPublished() {
        Page page = jeanMarcAt("/").page();
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
    void aDraftComesBackAfterAReload() {
        Page page = jeanMarcAt("/").page();
        field(page, "#publier").click();
        page.keyboard().type("Un brouillon de ce matin");
        assertThat(status(page)).hasText(SAVED);
        page.reload();

        assertThat(editor(page, "#publier")).hasText("Un brouillon de ce matin");
        assertThat(page.evaluate("() => Object.keys(localStorage).length"))
                .as("what the server keeps, this device forgets")
                .isEqualTo(0);
    }

    @Test
    void aLostConnectionLosesNothing() {
        var window = jeanMarcAt("/");
        Page page = window.page();
        field(page, "#publier").click();
        page.keyboard().type("Écrit au fond de la vallée");
        assertThat(status(page)).hasText(SAVED);
        window.context().setOffline(true);
        page.keyboard().type(", sans réseau");
        assertThat(status(page)).containsText("gardé sur cet appareil");
        publishButton(page).click();
        assertThat(page.locator("#toasts")).containsText("Pas de connexion");
        assertThat(editor(page, "#publier")).hasText("Écrit au fond de la vallée, sans réseau");

        // The telephone is switched off before the network is back.
        window.context().setOffline(false);
        page.navigate("about:blank");
        page.navigate("/");
        assertThat(editor(page, "#publier")).hasText("Écrit au fond de la vallée, sans réseau");
        publishButton(page).click();
        assertThat(page.locator("#fil article").first()).containsText("Écrit au fond de la vallée, sans réseau");
        assertThat(written(page, "#publier")).hasValue("");
    }

    @Test
    void whatWasPublishedThoughTheAnswerWasLostIsNotOfferedAgain() {
        var window = jeanMarcAt("/");
        Page page = window.page();
        field(page, "#publier").click();
        page.keyboard().type("Parti sans réponse");
        window.context().setOffline(true);
        publishButton(page).click();
        assertThat(page.locator("#toasts")).containsText("Pas de connexion");
        // The form had reached the server all the same; only the answer did not come back.
        jeanMarcElsewhere.get("/publier");
        jeanMarcElsewhere.submit(
                "#publier",
                Map.of(
                        "texte",
                        "Parti sans réponse",
                        "idempotencyKey",
                        page.locator("#publier [name=idempotencyKey]").inputValue()));
        window.context().setOffline(false);
        page.navigate("about:blank");
        page.navigate("/");

        assertThat(page.locator("#fil article:has-text('Parti sans réponse')")).hasCount(1);
        assertThat(written(page, "#publier")).hasValue("");
    }

    @Test
    void aSessionThatEndsWhileOneWritesLosesNothing() {
        var window = jeanMarcAt("/");
        Page page = window.page();
        field(page, "#publier").click();
        page.keyboard().type("Une longue réflexion");
        assertThat(status(page)).hasText(SAVED);
        endSession(jeanMarc);
        page.keyboard().type(", reprise après la pause");
        assertThat(page.locator("#publier")).containsText("Vous n’êtes plus connecté");
        page.getByText("Me reconnecter").click();
        signIn(page);

        assertThat(editor(page, "#publier")).hasText("Une longue réflexion, reprise après la pause");
        publishButton(page).click();
        assertThat(page.locator("#fil article").first()).containsText("reprise après la pause");
    }

    @Test
    void whatOneSendsAfterTheSessionEndedIsSentAfterSigningInOnce() {
        Page page = jeanMarcAt("/").page();
        field(page, "#publier").click();
        page.keyboard().type("Envoyé trop tard");
        endSession(jeanMarc);
        publishButton(page).click();
        page.waitForURL("**/connexion**");
        signIn(page);
        page.waitForURL("**/connexion/reprise");
        assertThat(page.locator("main")).containsText("Envoyé trop tard");
        page.locator("form[action='/publications'] button[type=submit]").click();

        assertThat(page.locator("#fil article:has-text('Envoyé trop tard')")).hasCount(1);
        assertThat(written(page, "#publier")).hasValue("");
    }

    @Test
    void theAudienceChosenInTheDialogIsSaidBesideTheButton() {
        var window = jeanMarcAt("/");
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
    void onceVotedThePollShowsItsResultsInPlace() {
        long post = poll();
        var window = jeanMarcAt("/publications/" + post);
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
        long post = publish("Qui vient samedi ?");
        var window = jeanMarcAt("/publications/" + post);
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
        publish("Déjà là.");
        var window = jeanMarcAt("/annuaire");
        Page page = window.page();
        listen(page);
        field(page, "#publier").click();
        page.keyboard().type("En train d’écrire");
        String top = "() => document.querySelector('#fil article').getBoundingClientRect().top";
        Object before = page.evaluate(top);
        publish("Tout juste publié.");
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
        publish("Pour la voirie.", "c" + town.circle("unit", roads));
        publish("Pour tous.");

        assertThat(window.page().locator(".live a")).hasText("1 nouvelle publication");
    }

    @Test
    void loadingMoreKeepsTheFocusWhereTheNewOnesBegin() {
        for (int i = 0; i < 12; i++) {
            publish("Numéro " + i + ".");
        }
        Page page = jeanMarcAt("/").page();
        page.locator(".load-more a").click();
        assertThat(page.locator("#fil [autofocus]")).isFocused();
        assertThat(page.locator("#fil article").nth(10)).isVisible();
        assertThat(page).hasURL(Pattern.compile("/$"));
    }

    @Test
    void allPagesFitAndPassAxeInBothThemes() {
        long post = poll();
        publish("Avec une réponse.");
        odileElsewhere.get("/publications/" + post);
        odileElsewhere.submit("#repondre", Map.of("texte", "Une première réponse."));
        pin(newest());
        var window = jeanMarcAt("/");
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
            publish("Information à ne pas manquer numéro " + i + ", avec un titre qui prend deux lignes.");
            pin(newest());
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

    /** She publishes nothing: no draft of hers waits. */
    private Browser.Window lucieAt(String address) {
        Superuser.run("delete from content.draft");
        return browser.open().signIn("000109", Agents.PASSWORD).go(address);
    }

    private Browser.Window jeanMarcAt(String address) {
        Superuser.run("delete from content.draft");
        return browser.open().signIn("000107", Agents.PASSWORD).go(address);
    }

    private static void signIn(Page page) {
        page.locator("input[name=identifier]").fill("000107");
        page.locator("input[name=password]").fill(Agents.PASSWORD);
        page.locator("form:has(input[name=password]) button[type=submit]")
                .first()
                .click();
    }

    /** Where one writes: the textarea, then the editor that takes its place. */
    private static Locator field(Page page, String form) {
        return page.locator(form + " .editor :is(textarea:not([hidden]), [contenteditable=true])");
    }

    /** The editor itself, which comes once one begins to write. */
    private static Locator editor(Page page, String form) {
        return page.locator(form + " [contenteditable=true]");
    }

    /** The textarea, which keeps what is written whether the editor is there or not. */
    private static Locator written(Page page, String form) {
        return page.locator(form + " textarea[name=texte]");
    }

    private static Locator publishButton(Page page) {
        return page.locator("#publier .composer__bar button[type=submit]");
    }

    /** What is said of the draft. */
    private static Locator status(Page page) {
        return page.locator("#publier [data-draft-target=status]");
    }

    /** The session of the window that this person opened last comes to its end. */
    private void endSession(Viewer person) {
        Superuser.run(
                "update people.session set absolute_until = now() - interval '1 hour' where id = (select max(id) from people.session where person_id = %d)"
                        .formatted(person.id()));
    }

    private long publish(String text) {
        return publish(text, "c" + town.circle("agents", null));
    }

    /** Odile publishes, elsewhere. */
    private long publish(String text, String audience) {
        odileElsewhere.get("/publier");
        odileElsewhere.submit("#publier", Map.of("texte", text, "audience", audience));
        return town.read(odile.id(), "select max(id) from content.item where author_id = " + odile.id())
                .getFirst();
    }

    private long poll() {
        odileElsewhere.get("/publier");
        odileElsewhere.upload(
                "/publications?reponse=Lundi&reponse=Mardi",
                Map.of(
                        "audience",
                        "c" + town.circle("agents", null),
                        "question",
                        "Quel jour pour le repas ?",
                        "jusquau",
                        town.today().plusDays(3).toString()),
                Map.of());
        return town.read(odile.id(), "select max(item_id) from posts.poll").getFirst();
    }

    private void pin(long item) {
        Superuser.run(
                "insert into content.placement (item_id, space_id, pinned_at) select %d, min(id), now() from spaces.space where kind = 'network'"
                        .formatted(item));
    }

    /** The newest item. */
    private long newest() {
        return town.read(odile.id(), "select max(id) from content.item").getFirst();
    }

    /** Opens the home page, and waits until it listens to what is published. */
    private static void listen(Page page) {
        page.waitForResponse("**/flux", () -> page.navigate("/"));
    }
}
