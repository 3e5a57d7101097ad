package fr.viaduc.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.viaduc.house.PersonaMatrix.PASSWORD;
import static fr.viaduc.house.PersonaMatrix.PERSONAS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import fr.viaduc.demo.Demonstration;
import fr.viaduc.house.PersonaMatrix.Row;
import fr.viaduc.testing.Browser;
import fr.viaduc.testing.Browser.Window;
import fr.viaduc.testing.Superuser;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * Every page of the persona matrix, in a real browser, under the eyes of somebody who sees badly, somebody on a small
 * telephone, somebody without a mouse: each page of a new route is looked at by itself, loaded once for all widths and
 * both themes. What is looked for is in {@code screen.js}.
 */
@ViaducTest
@House
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensTest {

    /** 1280 px at 200 % is 640 px. */
    private static final List<Integer> WIDTHS = List.of(768, 640, 390, 320);

    private static final int DESK = 1280;
    private static final int HEIGHT = 844;

    /** Smallest target of all (WCAG 2.5.8), and the design's own for fingers. */
    private static final int POINTER = 24;

    private static final int FINGER = 44;
    private static final String FOR_FINGERS =
            ".btn, .tabbar a, .topbar__btn, .input, .select, .menu__panel > a, .chip, .audience, .tabs a, .act";

    /** Who opens what the visitor may not: the first of them whom the table lets in. */
    private static final List<String> SIGNED_IN = List.of("agent", "admin", "communication", "référente", "élue");

    /** What the table does not name: other people's home, an error, nothing to show, much to show. */
    private static final Map<String, List<String>> BESIDES = Map.of(
            "visiteur", List.of("/nulle-part"),
            "agent",
                    List.of(
                            "/nulle-part",
                            "/administration",
                            "/?fil=gardees",
                            "/annuaire?q=zzzzzz",
                            "/annuaire?vue=liste",
                            "/annuaire?vue=trombinoscope",
                            "/recherche",
                            "/recherche?q=zzzzzz",
                            "/espaces/{groupe}/membres",
                            "/aide/donnees"),
            "communication", List.of("/"),
            "référente", List.of("/"),
            "élue", List.of("/", "/espaces"),
            "aperçu", List.of("/"));

    /** The pages one comes to every day, on a slow network; the first of them at a desk also. */
    private static final List<String> EVERY_DAY = List.of(
            "/",
            "/annuaire",
            "/publier",
            "/annuaire/personnes/{personne}",
            "/espaces",
            "/services/{service}",
            "/publications/{publication}",
            "/aide/composants");

    private static final int AT_A_DESK = 3;

    /** What a first visit and a page more may weigh on the network, in bytes. */
    private static final int FIRST_VISIT = 150_000;

    private static final int NEXT_PAGE = 15_000;

    @Autowired
    Environment environment;

    @Autowired
    Demonstration demonstration;

    @Autowired
    Town town;

    @Autowired
    Browser browser;

    private final Map<String, String> scripts = new LinkedHashMap<>();
    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private List<Row> table = List.of();
    private PersonaMatrix matrix = PersonaMatrix.none();

    @BeforeAll
    void theDemonstrationWithLongNames() throws IOException {
        table = PersonaMatrix.rows();
        demonstration.fill();
        PERSONAS.forEach((persona, identifier) -> {
            var visitor = new Visitor("http://localhost:" + environment.getRequiredProperty("local.server.port"));
            if (!identifier.isEmpty()) {
                visitor.signIn(identifier, PASSWORD);
            }
            visitors.put(persona, visitor);
        });
        matrix = PersonaMatrix.over(town, visitor("agent"));
        longNames();
        for (String script : List.of("/screen.js", "/axe.min.js")) {
            try (InputStream source = Objects.requireNonNull(getClass().getResourceAsStream(script), script)) {
                scripts.put(script, new String(source.readAllBytes(), UTF_8));
            }
        }
    }

    /** Names as they do occur, and a word that no line holds. */
    private void longNames() {
        Superuser.run("""
            update people.person set first_name = 'Marie-Clémentine Apolline', last_name = 'de Saint-Hilaire-Montgolfier du Bassigny'
             where id = %s
            """.formatted(matrix.address("{personne}")));
        Superuser.run("""
            update people.unit set name = 'Accompagnement intercommunal des politiques environnementales et assainissement'
             where slug = '%s'
            """.formatted(matrix.address("{service}")));
        Superuser.run("""
            update spaces.space set name = 'Anticonstitutionnellement-intercommunautairement-vôtre',
                                    description = repeat('Hippopotomonstrosesquippedaliophobie', 4)
             where slug = '%s'
            """.formatted(matrix.address("{groupe}")));
        Superuser.run("""
            update content.item set body = '<p>' || repeat('Rindfleischetikettierungsüberwachung', 6) || '</p>' || body
             where id = %s
            """.formatted(matrix.address("{publication}")));
    }

    @Test
    void everyPageIsSoundForEyesHandsAndKeyboards() {
        var wrong = new LinkedHashMap<String, List<String>>();
        var seen = new HashSet<String>();
        for (String persona : PERSONAS.keySet()) {
            Set<String> addresses = addresses(persona);
            if (!addresses.isEmpty()) {
                Window window = signedIn(persona);
                for (String address : addresses) {
                    List<String> found = look(window, address, seen.add(address));
                    if (!found.isEmpty()) {
                        wrong.put(persona + " " + address, found);
                    }
                }
                window.context().close();
            }
        }
        assertThat(told(wrong)).isEmpty();
    }

    @Test
    void nothingMovesWhenFontsAndPicturesComeSlowly() {
        Window window = signedIn("agent");
        var network = window.context().newCDPSession(window.page());
        network.send("Network.enable");
        var slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 60);
        slow.addProperty("downloadThroughput", 120_000);
        slow.addProperty("uploadThroughput", 60_000);
        network.send("Network.emulateNetworkConditions", slow);
        var nothingKept = new JsonObject();
        nothingKept.addProperty("cacheDisabled", true);
        network.send("Network.setCacheDisabled", nothingKept);
        var wrong = new LinkedHashMap<String, List<String>>();
        for (int width : List.of(DESK, 390)) {
            window.page().setViewportSize(width, HEIGHT);
            for (String pattern : width == DESK ? EVERY_DAY.subList(0, AT_A_DESK) : EVERY_DAY) {
                window.go(matrix.address(pattern));
                settle(window.page());
                List<String> moved = texts(window.page().evaluate("window.moved"));
                if (!moved.isEmpty()) {
                    wrong.put(pattern + " at " + width, moved);
                }
            }
        }
        assertThat(told(wrong)).isEmpty();
    }

    @Test
    void aFirstVisitIsLightAndTheNextPageLighter() {
        Window window = signedIn("agent");
        Page page = window.page();
        window.context().newCDPSession(page).send("Network.clearBrowserCache");
        window.go("/");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        String weighed = """
                ([kinds, since]) => kinds.flatMap((kind) => performance.getEntriesByType(kind))
                  .filter((one) => one.startTime >= since)
                  .map((one) => one.transferSize + " " + new URL(one.name).pathname)
                """;
        List<String> first = texts(page.evaluate(weighed, List.of(List.of("navigation", "resource"), 0)));
        assertThat(bytes(first)).as("first visit: %s", first).isLessThan(FIRST_VISIT);

        double now = ((Number) page.evaluate("performance.now()")).doubleValue();
        page.locator(".nav__main a[href='/annuaire']").click();
        assertThat(page.locator("form.directory")).isVisible();
        List<String> next = texts(page.evaluate(weighed, List.of(List.of("resource"), now))).stream()
                .filter(one -> !one.contains("/fichiers/"))
                .toList();
        assertThat(bytes(next)).as("next page: %s", next).isBetween(1, NEXT_PAGE);
    }

    private static int bytes(List<String> weighed) {
        return weighed.stream()
                .mapToInt(one -> Integer.parseInt(one.substring(0, one.indexOf(' '))))
                .sum();
    }

    /** Each check, before a page that it must find wrong. */
    @Test
    void theEyesSeeWhatIsWrong() {
        Window window = signedIn("visiteur");
        Page page = window.page();
        window.go("/accessibilite");
        settle(page);
        scripts.values().forEach(page::evaluate);
        assertThat(texts(page.evaluate("window.moved"))).isEmpty();
        page.evaluate("""
                () => {
                  const put = (name, about, style = {}) => {
                    const one = Object.assign(document.createElement(name), about);
                    Object.assign(one.style, style);
                    document.querySelector("main").prepend(one);
                  };
                  put("h5", { textContent: "Trop bas" });
                  put("img", { src: "/assets/rien.svg" });
                  put("p", { textContent: "Trop pâle" }, { color: "#888", background: "#fff" });
                  put("p", { textContent: "Trop sombre la nuit" }, { color: "#222" });
                  put("button", { className: "btn", textContent: "x" }, { minHeight: "12px", height: "12px", width: "12px", padding: 0 });
                  put("button", { textContent: "Sans contour" }, { outline: "none", boxShadow: "none", minHeight: "60px", minWidth: "60px" });
                  put("div", { textContent: "Trop large" }, { width: "3000px", height: "200px" });
                }
                """);
        page.waitForFunction("window.moved.length > 0");
        page.locator("main button").first().focus();
        assertThat(texts(page.evaluate("screen_.skipLink()"))).isNotEmpty();
        assertThat(texts(page.evaluate("screen_.headings()"))).anyMatch(one -> one.contains("Trop bas"));
        page.keyboard().press("Tab");
        assertThat(texts(page.evaluate("screen_.focus()"))).anyMatch(one -> one.contains("Sans contour"));
        assertThat(texts(page.evaluate("screen_.targets(24)"))).anyMatch(one -> one.startsWith("12×12"));
        assertThat(texts(page.evaluate("screen_.targets(44, '.btn')"))).anyMatch(one -> one.startsWith("12×12"));
        assertThat(texts(page.evaluate("screen_.overflow()"))).anyMatch(one -> one.contains("Trop large"));
        assertThat(texts(page.evaluate("screen_.axe()")))
                .anyMatch(one -> one.contains("image-alt"))
                .anyMatch(one -> one.contains("Trop pâle"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(texts(page.evaluate("screen_.axe(['color-contrast'])")))
                .anyMatch(one -> one.contains("Trop sombre la nuit"));
        assertThat(window.takeErrors()).isNotEmpty();
    }

    /** The pages of the table that this persona opens here, and those named besides. */
    private Set<String> addresses(String persona) {
        var addresses = new LinkedHashSet<String>();
        for (Row row : table) {
            boolean opens = row.expected(persona).equals("200")
                    && (persona.equals("visiteur")
                            || SIGNED_IN.stream()
                                    .filter(other -> row.expected(other).equals("200"))
                                    .findFirst()
                                    .filter(persona::equals)
                                    .isPresent());
            if (row.method().equals("GET") && opens && isPage(persona, matrix.address(row))) {
                addresses.add(matrix.address(row));
            }
        }
        BESIDES.getOrDefault(persona, List.of()).forEach(pattern -> addresses.add(matrix.address(pattern)));
        return addresses;
    }

    /** Whether the address answers with a whole page, not with a picture, a card or proposals. */
    private boolean isPage(String persona, String address) {
        var answer = visitor(persona).getOnce(address);
        return answer.header("Content-Type").startsWith("text/html")
                && answer.body().contains("<html");
    }

    private Window signedIn(String persona) {
        Window window = browser.open(
                new NewContextOptions().setViewportSize(DESK, HEIGHT).setHasTouch(true));
        window.context().addInitScript("""
            window.moved = [];
            new PerformanceObserver((list) => {
              for (const shift of list.getEntries()) {
                // Less than that is a letter's breadth, when the page's own font takes the place of the system's.
                if (shift.value < 0.001) continue;
                const what = shift.sources.map((source) => source.node?.outerHTML ?? source.node?.textContent ?? "").map((html) => html.slice(0, 120));
                window.moved.push(`${shift.value.toFixed(4)} ${what.join(" | ")}`);
              }
            }).observe({ type: "layout-shift", buffered: true });
            """);
        String identifier = Objects.requireNonNull(PERSONAS.get(persona));
        if (!identifier.isEmpty()) {
            window.signIn(identifier, PASSWORD);
        }
        if (persona.equals("aperçu")) {
            window.go("/apercu/elu")
                    .page()
                    .locator("main form[action='/apercu/elu'] button")
                    .click();
        }
        return window;
    }

    /** Looks at a page: in both themes with axe where no other persona has shown it. */
    private List<String> look(Window window, String address, boolean unseen) {
        Page page = window.page();
        window.go(address);
        settle(page);
        scripts.values().forEach(page::evaluate);
        var found = new ArrayList<String>();
        add(found, "moved", page.evaluate("window.moved"));
        add(found, "headings", page.evaluate("screen_.headings()"));
        page.keyboard().press("Tab");
        add(found, "first stop", page.evaluate("screen_.skipLink()"));
        add(found, "focus not shown", page.evaluate("screen_.focus()"));
        // Every text has had the focus: the editors come.
        assertThat(page.locator("[data-controller~=editor] textarea:visible")).hasCount(0);
        add(found, "too small", page.evaluate("least => screen_.targets(least)", POINTER));
        if (unseen) {
            add(found, "axe", page.evaluate("screen_.axe()"));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            add(found, "axe, dark", page.evaluate("screen_.axe(['color-contrast'])"));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
        add(found, "too wide", page.evaluate("screen_.overflow()"));
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            add(found, "too wide", page.evaluate("screen_.overflow()"));
        }
        add(found, "too small on a telephone", page.evaluate("least => screen_.targets(least)", POINTER));
        add(
                found,
                "too small for a finger",
                page.evaluate("([least, which]) => screen_.targets(least, which)", List.of(FINGER, FOR_FINGERS)));
        page.evaluate("document.documentElement.dataset.text = 'larger'");
        add(found, "too wide with the largest text", page.evaluate("screen_.overflow()"));
        page.setViewportSize(DESK, HEIGHT);
        add(found, "too wide with the largest text", page.evaluate("screen_.overflow()"));
        found.addAll(window.takeForeign().map("asks another server: "::concat).toList());
        found.addAll(window.takeErrors()
                // The browser itself reports a page that is not found.
                .filter(error -> !error.startsWith("Failed to load resource: the server responded with a status of 40"))
                .map("console: "::concat)
                .toList());
        return found;
    }

    /** Everything has come: styles, fonts, the pictures in sight; and it is drawn. */
    private static void settle(Page page) {
        page.evaluate("""
            async () => {
              await document.fonts.ready;
              // What is out of sight or folded away loads when it is wanted.
              const near = [...document.images].filter((image) => image.checkVisibility() && image.getBoundingClientRect().top < innerHeight);
              const late = new Promise((done, fail) => setTimeout(() => fail(new Error("pictures that never come")), 15000));
              await Promise.race([late, Promise.all(near.map((image) => image.complete || new Promise((done) => (image.onload = image.onerror = done))))]);
            }
            """);
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    private static void add(List<String> found, String what, Object wrong) {
        texts(wrong).forEach(one -> found.add(what + ": " + one));
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }

    private static List<String> told(Map<String, List<String>> wrong) {
        return wrong.entrySet().stream()
                .flatMap(page -> Stream.concat(
                        Stream.of("\n" + page.getKey()),
                        page.getValue().stream().map("\n   "::concat)))
                .toList();
    }

    private Visitor visitor(String persona) {
        return Objects.requireNonNull(visitors.get(persona));
    }
}
