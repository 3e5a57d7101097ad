package fr.viaduc.posts;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.viaduc.posts.PostWindows.SAVED;
import static fr.viaduc.posts.PostWindows.editor;
import static fr.viaduc.posts.PostWindows.field;
import static fr.viaduc.posts.PostWindows.publishButton;
import static fr.viaduc.posts.PostWindows.signIn;
import static fr.viaduc.posts.PostWindows.status;
import static fr.viaduc.posts.PostWindows.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.viaduc.testing.Agents;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.Groups;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What one was writing comes back: after a reload, on a bad network, after a long break. */
@ViaducTest
@Import({Town.class, Groups.class, Agents.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostDraftBrowserTest {
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
    void aDraftComesBackAfterAReload() {
        Page page = people.jeanMarcAt("/").page();
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
        var window = people.jeanMarcAt("/");
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
        var window = people.jeanMarcAt("/");
        Page page = window.page();
        field(page, "#publier").click();
        page.keyboard().type("Parti sans réponse");
        window.context().setOffline(true);
        publishButton(page).click();
        assertThat(page.locator("#toasts")).containsText("Pas de connexion");
        // The form had reached the server all the same; only the answer did not come back.
        people.jeanMarcElsewhere.get("/publier");
        people.jeanMarcElsewhere.submit(
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
        var window = people.jeanMarcAt("/");
        Page page = window.page();
        field(page, "#publier").click();
        page.keyboard().type("Une longue réflexion");
        assertThat(status(page)).hasText(SAVED);
        people.endSession(people.jeanMarc);
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
        Page page = people.jeanMarcAt("/").page();
        field(page, "#publier").click();
        page.keyboard().type("Envoyé trop tard");
        people.endSession(people.jeanMarc);
        publishButton(page).click();
        page.waitForURL("**/connexion**");
        signIn(page);
        page.waitForURL("**/connexion/reprise");
        assertThat(page.locator("main")).containsText("Envoyé trop tard");
        page.locator("form[action='/publications'] button[type=submit]").click();

        assertThat(page.locator("#fil article:has-text('Envoyé trop tard')")).hasCount(1);
        assertThat(written(page, "#publier")).hasValue("");
    }
}
