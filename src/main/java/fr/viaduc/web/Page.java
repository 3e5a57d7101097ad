package fr.viaduc.web;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What every template needs besides its own subject: texts, dates, the viewer, the shell, addresses of assets. */
public final class Page {
    private final HttpServletRequest request;
    private final @Nullable Viewer viewer;
    private final Locale locale;
    private final Texts texts;
    private final Assets assets;
    private final Dates dates;
    private final Organisation organisation;
    private final Supplier<Shell> shellSource;
    private final Supplier<List<AdminEntry>> administration;
    private final Navigation navigation;
    private final @Nullable Flash flash;
    private @Nullable Shell shell;

    Page(
            HttpServletRequest request,
            @Nullable Viewer viewer,
            Locale locale,
            Texts texts,
            Assets assets,
            Dates dates,
            Organisation organisation,
            Supplier<Shell> shellSource,
            Supplier<List<AdminEntry>> administration,
            Navigation navigation,
            @Nullable Flash flash) {
        this.request = request;
        this.viewer = viewer;
        this.locale = locale;
        this.texts = texts;
        this.assets = assets;
        this.dates = dates;
        this.organisation = organisation;
        this.shellSource = shellSource;
        this.administration = administration;
        this.navigation = navigation;
        this.flash = flash;
    }

    /** The interface text of a key, in the viewer's language. */
    public String t(String key, @Nullable Object... arguments) {
        return texts.of(locale, key, arguments);
    }

    /** The text of a key in the words of a kind of item, where it has its own ("key.kind"). */
    public String of(String kind, String key, @Nullable Object... arguments) {
        String own = key + "." + kind;
        return texts.of(locale, texts.has(own) ? own : key, arguments);
    }

    /** The viewer; null on the pages of those who are not signed in. */
    public @Nullable Viewer viewer() {
        return viewer;
    }

    /** The viewer of a page that only signed-in people see. */
    public Viewer me() {
        if (viewer == null) {
            throw new NotSignedIn();
        }
        return viewer;
    }

    public Locale locale() {
        return locale;
    }

    public Dates dates() {
        return dates;
    }

    /** A number with its thousands apart: « 42 951 ». */
    public String number(long value) {
        return locale.getLanguage().equals("en")
                ? String.format(Locale.ENGLISH, "%,d", value)
                : String.format(Locale.ENGLISH, "%,d", value).replace(',', '\u202f');
    }

    /** The beginning of a plain text, cut between words. */
    public String excerpt(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int space = text.lastIndexOf(' ', longest - 1);
        return text.substring(0, space > longest / 2 ? space : longest - 1) + "…";
    }

    public Organisation organisation() {
        return organisation;
    }

    /** The viewer's spaces and counts: read when first asked for, and then kept. */
    public Shell shell() {
        if (shell == null) {
            shell = shellSource.get();
        }
        return shell;
    }

    /** The pages of the administration that the viewer may open, in order. */
    public List<AdminEntry> administration() {
        return administration.get();
    }

    /** Where the main navigation leads, the same for everybody. */
    public Navigation navigation() {
        return navigation;
    }

    /** The value of the hidden field {@code _csrf}. */
    public String csrf() {
        var token = CurrentViewer.formToken(request);
        return token == null ? "" : token.value();
    }

    /** A fresh key that makes sending a form twice publish once. */
    public String newKey() {
        return UUID.randomUUID().toString();
    }

    /** Path of this request, without its query. */
    public String path() {
        return request.getRequestURI();
    }

    /** Query parameter of this request, or null. */
    public @Nullable String parameter(String name) {
        return request.getParameter(name);
    }

    /** "page" when a link leads to where one is, "true" when to its surroundings, otherwise null. */
    public @Nullable String current(String link) {
        if (path().equals(link)) {
            return "page";
        }
        return !link.equals("/") && path().startsWith(link + "/") ? "true" : null;
    }

    /** Address of a file of the front end. */
    public String asset(String name) {
        return assets.address(name);
    }

    public @Nullable Flash flash() {
        return flash;
    }

    public boolean demo() {
        return organisation.demo();
    }

    /** Whether only the named Turbo frame is asked for. */
    public boolean frame(String id) {
        return id.equals(request.getHeader("Turbo-Frame"));
    }

    /** An empty content, for components' optional parts. */
    public static final Content NOTHING = output -> {};
}
