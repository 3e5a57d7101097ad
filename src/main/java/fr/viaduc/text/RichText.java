package fr.viaduc.text;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * What people write, made safe: HTML from the editor or Markdown from a plain field goes in, the few elements that a
 * text needs come out, without styles, identifiers, scripts or data attributes.
 */
public final class RichText {
    private static final int EXCERPT = 300;
    private static final Pattern MENTION = Pattern.compile("href=\"/annuaire/personnes/(\\d{1,18})\"");
    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).softbreak("<br />").build();
    // Browsers read « /\ » as « // », and leave out tabs and line ends: each would lead to another server.
    private static final Pattern SAFE_ADDRESS =
            Pattern.compile("(?:https?://|mailto:|tel:|/(?![/\\\\]))[^\\p{Cntrl}]*", Pattern.CASE_INSENSITIVE);
    private static final char NO_BREAK = '\ue0a0';
    private static final Pattern SMALL_NUMBER = Pattern.compile("\\d{1,2}");

    private static final PolicyFactory POLICY = allowed().toFactory();

    private RichText() {}

    /** What every text may hold; long texts add to it. */
    static HtmlPolicyBuilder allowed() {
        return new HtmlPolicyBuilder()
                .allowElements(
                        "p",
                        "br",
                        "strong",
                        "em",
                        "s",
                        "u",
                        "sub",
                        "sup",
                        "mark",
                        "h2",
                        "h3",
                        "h4",
                        "ul",
                        "ol",
                        "li",
                        "blockquote",
                        "code",
                        "pre",
                        "hr",
                        "table",
                        "caption",
                        "thead",
                        "tbody",
                        "tr",
                        "th",
                        "td",
                        "a",
                        "b",
                        "i")
                .allowAttributes("href")
                .matching(SAFE_ADDRESS)
                .onElements("a")
                .allowAttributes("colspan", "rowspan")
                .matching(SMALL_NUMBER)
                .onElements("th", "td")
                .allowAttributes("scope")
                .matching(true, "col", "row")
                .onElements("th")
                .allowStandardUrlProtocols()
                .allowUrlProtocols("tel")
                .requireRelsOnLinks("noopener", "noreferrer", "nofollow");
    }

    /** Safe HTML from HTML: nothing of it can run, style or identify; French spacing is set right. */
    public static String clean(String html) {
        return Typography.ofHtml(POLICY.sanitize(html)).strip();
    }

    /** Safe HTML from what was typed in a plain field, as Markdown; HTML in it is shown as it was typed. */
    public static String fromPlain(String typed) {
        return clean(HTML.render(MARKDOWN.parse(typed)));
    }

    /** Safe HTML from a form: the editor says "html", a plain field says nothing. */
    public static String fromForm(String body, String format) {
        return format.equals("html") ? clean(body) : fromPlain(body);
    }

    /** Safe HTML as one would type it in a plain field: {@link #fromPlain} makes the same of it again. */
    public static String typed(String html) {
        return Markdown.of(html);
    }

    /** The text alone, without its elements, on one line. */
    public static String plain(String html) {
        // jsoup takes no-break spaces for plain ones, and « 9 h » would be cut at the end of a line.
        String kept = html.replace("&nbsp;", "\u00a0").replace('\u00a0', NO_BREAK);
        return Jsoup.parseBodyFragment(kept).text().replace(NO_BREAK, '\u00a0');
    }

    /** Whether there is nothing to read in it. */
    public static boolean isBlank(String html) {
        return plain(html).replace('\u00a0', ' ').isBlank();
    }

    /** The beginning of the text, at most 300 characters, cut between words. */
    public static String excerpt(String html) {
        String text = plain(html);
        if (text.length() <= EXCERPT) {
            return text;
        }
        int space = text.lastIndexOf(' ', EXCERPT - 1);
        return text.substring(0, space > EXCERPT / 2 ? space : EXCERPT - 1) + "…";
    }

    /** The people mentioned: those whose page is linked to, in order, each once. */
    public static Set<Long> mentions(String html) {
        var found = new LinkedHashSet<Long>();
        var matcher = MENTION.matcher(html);
        while (matcher.find()) {
            found.add(Long.valueOf(matcher.group(1)));
        }
        return found;
    }
}
