package fr.viaduc.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Viaduc on a telephone's home screen, and what it says when the network is away. */
@ViaducTest
class InstallTest {

    @Autowired
    Browser browser;

    @Autowired
    Visitor visitor;

    @Test
    void aTelephoneMayInstallIt() throws IOException {
        var link = visitor.get("/connexion").page().selectFirst("link[rel=manifest]");
        JsonNode manifest = new JsonMapper()
                .readTree(visitor.get(Objects.requireNonNull(link).attr("href")).bytes());
        assertThat(manifest.path("display").asString()).isEqualTo("standalone");
        for (JsonNode icon : manifest.path("icons")) {
            var picture = visitor.get(icon.path("src").asString());
            assertThat(picture.header("Content-Type"))
                    .isEqualTo(icon.path("type").asString());
            if (icon.path("type").asString().equals("image/png")) {
                var drawn = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
                assertThat(drawn.getWidth() + "x" + drawn.getHeight())
                        .isEqualTo(icon.path("sizes").asString());
            }
        }
        var page = browser.open().go("/connexion").page();
        var found = page.context().newCDPSession(page).send("Page.getInstallabilityErrors");
        assertThat(StreamSupport.stream(
                                found.getAsJsonArray("installabilityErrors").spliterator(), false)
                        .map(error -> error.getAsJsonObject().get("errorId").getAsString())
                        // Each window of these tests is a private one.
                        .filter(error -> !error.equals("in-incognito")))
                .isEmpty();
    }

    @Test
    void withoutNetworkAPageSaysSoAndNothingIsKept() {
        var window = browser.open(
                new NewContextOptions().setViewportSize(390, 844).setServiceWorkers(ServiceWorkerPolicy.ALLOW));
        Page page = window.go("/aide").page();
        page.evaluate("async () => { await navigator.serviceWorker.ready; }");
        page.waitForFunction("navigator.serviceWorker.controller !== null");
        window.context().setOffline(true);
        window.go("/aide/publier");
        assertThat(page.locator("h1")).hasText("Viaduc ne répond pas");
        window.axe().fitsItsWidth();
        assertThat(page.evaluate("async () => (await caches.keys()).length")).isEqualTo(0);
        window.context().setOffline(false);
        page.locator("a").click();
        assertThat(page.locator("h1")).hasText("Publier");
    }
}
