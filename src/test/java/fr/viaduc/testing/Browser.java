package fr.viaduc.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The installed Chromium, one for the whole run. Inject it in a {@link ViaducTest}; each {@link #open} gives another
 * person's window, with cookies of its own, closed after the test.
 */
public final class Browser {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium");

    private static final class Holder {
        static final com.microsoft.playwright.Browser CHROMIUM = launch();
    }

    private final Supplier<String> base;
    private final List<Window> windows = new ArrayList<>();

    /** @param base gives the application's address, once it is known */
    Browser(Supplier<String> base) {
        this.base = base;
    }

    /** A window of a desk, 1280 by 800, light theme. */
    public Window open() {
        return open(1280, 800);
    }

    /** A window of that size; 390 by 844 is a phone. */
    public Window open(int width, int height) {
        return open(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height));
    }

    /** A window with any of Playwright's options: dark theme, no JavaScript, touch. */
    public Window open(com.microsoft.playwright.Browser.NewContextOptions options) {
        var context = Holder.CHROMIUM.newContext(options.setBaseURL(base.get())
                .setLocale(options.locale == null ? "fr-FR" : options.locale)
                .setTimezoneId("Europe/Paris")
                // It only speaks when the network is away; the test of that allows it.
                .setServiceWorkers(options.serviceWorkers == null ? ServiceWorkerPolicy.BLOCK : options.serviceWorkers)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.setDefaultTimeout(10_000);
        var window = new Window(context, base.get());
        windows.add(window);
        return window;
    }

    /** Closes the windows of the test that ends. */
    void closeAll() {
        windows.forEach(window -> window.context.close());
        windows.clear();
    }

    private static com.microsoft.playwright.Browser launch() {
        var playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Path chromium = PLACES.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Install the package « chromium »"));
        var browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium)
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run",
                                "--mute-audio")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return browser;
    }

    /** One person's window. */
    public static final class Window {

        private final BrowserContext context;
        private final Page page;
        private final List<String> foreign = new ArrayList<>();
        private final List<String> errors = new ArrayList<>();

        private Window(BrowserContext context, String base) {
            this.context = context;
            this.page = context.newPage();
            page.onRequest(request -> {
                if (!request.url().startsWith(base) && !request.url().matches("(data|blob|about):.*")) {
                    foreign.add(request.url());
                }
            });
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });
            page.onPageError(errors::add);
        }

        /** Playwright's page, for everything else. */
        public Page page() {
            return page;
        }

        public BrowserContext context() {
            return context;
        }

        public Window go(String path) {
            page.navigate(path);
            return this;
        }

        /** Signs in by the form of {@code /connexion}. */
        public Window signIn(String identifier, String password) {
            page.navigate("/connexion");
            page.locator("input[name=identifier]").fill(identifier);
            page.locator("input[name=password]").fill(password);
            page.locator("form:has(input[name=password]) button[type=submit]")
                    .first()
                    .click();
            page.waitForURL(url -> !url.contains("/connexion"));
            return this;
        }

        /** Gives the password, then waits for the page that asks for more. */
        public Window signIn(String identifier, String password, String next) {
            page.navigate("/connexion");
            page.locator("input[name=identifier]").fill(identifier);
            page.locator("input[name=password]").fill(password);
            page.locator("input[name=password]").press("Enter");
            page.waitForURL(next);
            return this;
        }

        public Window theme(ColorScheme scheme) {
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setColorScheme(scheme)
                    .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
            page.evaluate("() => Promise.all(document.getAnimations().map(animation => animation.finished))");
            return this;
        }

        /** Keeps a picture of the whole page in {@code target/screenshots}. */
        public Window screenshot(String name) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(name + ".png"))
                    .setFullPage(true));
            return this;
        }

        /** Asserts that axe-core finds no violation of WCAG 2.2 AA or of its good practices. */
        public Window axe() {
            return axe(null);
        }

        /** As {@link #axe()}, within the elements that the selector finds. */
        public Window axe(@Nullable String selector) {
            // No page has frames of other sites: one pass in the page itself, several times as quick.
            var builder = new AxeBuilder(page).setLegacyMode(true);
            if (selector != null) {
                builder.include(selector);
            }
            List<Rule> violations = builder.analyze().getViolations();
            assertThat(violations.stream().map(Window::describe))
                    .as("violations found by axe on %s", page.url())
                    .isEmpty();
            return this;
        }

        /** Asserts that the page asked nothing of another server and reported no error. */
        public Window calm() {
            assertThat(foreign).as("requests to other servers").isEmpty();
            assertThat(errors).as("errors of the console").isEmpty();
            return this;
        }

        /** The addresses asked of other servers since the last time; then forgets them. */
        public Stream<String> takeForeign() {
            return take(foreign);
        }

        /** What the console reported as wrong since the last time; then forgets it. */
        public Stream<String> takeErrors() {
            return take(errors);
        }

        private static Stream<String> take(List<String> list) {
            var taken = List.copyOf(list);
            list.clear();
            return taken.stream();
        }

        /** Asserts that nothing overflows sideways. */
        public Window fitsItsWidth() {
            var overflow = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
            assertThat(((Number) overflow).intValue())
                    .as("pixels of horizontal scroll on %s", page.url())
                    .isLessThanOrEqualTo(0);
            return this;
        }

        /**
         * Asserts that the page as it is fits a small telephone, a telephone and a desk, and that axe finds nothing in
         * either theme; with {@code -Dviaduc.screenshots}, keeps a picture of each.
         */
        public Window looksRight(String name) {
            var before = page.viewportSize();
            page.setViewportSize(320, 844);
            fitsItsWidth();
            for (int width : new int[] {390, 1280}) {
                page.setViewportSize(width, width < 500 ? 844 : 900);
                fitsItsWidth();
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    theme(scheme);
                    if (width == 390 || scheme == ColorScheme.LIGHT) {
                        axe();
                    }
                    if (System.getProperty("viaduc.screenshots") != null) {
                        screenshot(name + "-" + width + (scheme == ColorScheme.DARK ? "-sombre" : "-clair"));
                    }
                }
            }
            theme(ColorScheme.LIGHT);
            page.setViewportSize(before.width, before.height);
            return this;
        }

        private static String describe(Rule rule) {
            return "%s: %s\n  %s"
                    .formatted(
                            rule.getId(),
                            rule.getHelp(),
                            rule.getNodes().stream()
                                    .limit(5)
                                    .map(node -> node.getHtml())
                                    .toList());
        }
    }
}
