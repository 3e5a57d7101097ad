package fr.viaduc.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.owasp.html.PolicyFactory;

/**
 * Long texts (articles): what {@link RichText} allows, and pictures with their captions, boxed notes and tables whose
 * headers say what they head. Pictures are files of Viaduc, which the caller vouches for; no other address is kept.
 */
public final class LongText {
    private static final int WORDS_A_MINUTE = 220;
    private static final Pattern FILE = Pattern.compile("/fichiers/(\\d{1,18})/[a-z]{1,10}/[^/?#\"\\\\]{1,300}");
    private static final Pattern STORED_PICTURE = Pattern.compile("<img src=\"/fichiers/(\\d{1,18})/");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern SIZE = Pattern.compile("\\d{1,5}");
    private static final Pattern OPENING = Pattern.compile("<(h2|h3|table)>");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** HTML typed among the Markdown stays: it is made safe like any other. */
    private static final Parser MARKDOWN = Parser.builder().build();

    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().softbreak("<br />").build();

    private static final PolicyFactory POLICY = RichText.allowed()
            .allowElements("figure", "figcaption", "img", "div")
            .allowAttributes("src")
            .matching(FILE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(SIZE)
            .onElements("img")
            .allowAttributes("role")
            .matching(true, "note")
            .onElements("div")
            .toFactory();

    private LongText() {}

    /**
     * A picture that may stand in the text.
     *
     * @param address where its middle size is
     * @param width in pixels; null while it is being prepared
     */
    public record Picture(
            String address,
            @Nullable Integer width,
            @Nullable Integer height) {}

    /** Those of the files (by id) that are pictures which the text may show. */
    @FunctionalInterface
    public interface Pictures extends Function<Set<Long>, Map<Long, Picture>> {
        /** None. */
        Pictures NONE = ids -> Map.of();
    }

    /** Safe HTML from a form: HTML from the editor, otherwise Markdown, in which HTML may stand. */
    public static String fromForm(String body, String format, Pictures pictures) {
        return clean(format.equals("html") ? body : HTML.render(MARKDOWN.parse(body)), pictures);
    }

    /** Safe HTML from HTML. */
    public static String clean(String html, Pictures pictures) {
        Document typed = Jsoup.parse(html);
        lowerHeadings(typed);
        // Browsers leave out tabs and line ends: what follows them could lead elsewhere.
        typed.select("[href]").stream()
                .filter(link -> CONTROL.matcher(link.attr("href").strip()).find())
                .forEach(link -> link.removeAttr("href"));
        Document text = Jsoup.parseBodyFragment(POLICY.sanitize(print(typed.body())));
        text.select("div:not([role=note])").forEach(Element::unwrap);
        showOnly(text, pictures);
        frame(text);
        text.select("figure:not(:has(img))").forEach(Element::unwrap);
        text.select("body > figcaption, p > figcaption").tagName("p");
        headCells(text);
        text.select("p, h2, h3, h4, li, blockquote, div, figcaption").forEach(LongText::dropWhenEmpty);
        dropSpaces(text);
        return Typography.ofHtml(print(text.body()).replace("&nbsp;", "\u00a0")).strip();
    }

    /** The text as a plain field shows it: its blocks apart, so that Markdown can be written between them. */
    public static String typed(String html) {
        Document text = Jsoup.parseBodyFragment(html);
        return text.body().childNodes().stream()
                .map(LongText::print)
                .filter(block -> !block.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    /** The files that a safe text shows, in their order. */
    public static Set<Long> pictures(String html) {
        var found = new LinkedHashSet<Long>();
        Matcher matcher = STORED_PICTURE.matcher(html);
        while (matcher.find()) {
            found.add(Long.valueOf(matcher.group(1)));
        }
        return found;
    }

    /** How many words there are to read. */
    public static int words(String html) {
        String plain = RichText.plain(html).strip();
        return plain.isEmpty() ? 0 : SPACES.split(plain).length;
    }

    /** How many minutes it takes to read so many words: one at least. */
    public static int minutes(int words) {
        return Math.max(1, Math.round((float) words / WORDS_A_MINUTE));
    }

    /** A heading of a text on its page. */
    public record Heading(String id, String text, int level) {}

    /** A text as its page shows it: its headings can be reached, and its tables scrolled, by keyboard. */
    public record Shown(String html, List<Heading> headings) {}

    /**
     * The text as its page shows it. A single pass over the safe HTML: nothing is parsed.
     *
     * @param table what a table is called by those who hear it
     */
    public static Shown shown(String html, String table) {
        var headings = new ArrayList<Heading>();
        var written = new StringBuilder(html.length() + 512);
        Matcher opening = OPENING.matcher(html);
        int from = 0;
        while (opening.find()) {
            written.append(html, from, opening.start());
            from = opening.end();
            String element = opening.group(1);
            if (element.equals("table")) {
                written.append("<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"")
                        .append(table)
                        .append("\"><table class=\"table\">");
            } else {
                int end = html.indexOf("</" + element + ">", from);
                String id = "partie-" + (headings.size() + 1);
                headings.add(new Heading(
                        id, end < 0 ? "" : RichText.plain(html.substring(from, end)), element.charAt(1) - '0'));
                written.append('<').append(element).append(" id=\"").append(id).append("\">");
            }
        }
        written.append(html, from, html.length());
        String whole = written.toString();
        return new Shown(whole.contains("</table>") ? whole.replace("</table>", "</table></div>") : whole, headings);
    }

    /** A document of a word processor begins at h1, which is the page's. */
    private static void lowerHeadings(Document text) {
        int highest = text.select("h1").isEmpty() ? 0 : 1;
        if (highest > 0) {
            for (int level = 6; level >= 1; level--) {
                text.select("h" + level).tagName("h" + Math.min(level + 1, 4));
            }
        } else {
            text.select("h5, h6").tagName("h4");
        }
    }

    private static void showOnly(Document text, Pictures pictures) {
        Set<Long> asked = new LinkedHashSet<>();
        for (Element image : text.select("img")) {
            Matcher file = FILE.matcher(image.attr("src"));
            if (file.matches()) {
                asked.add(Long.valueOf(file.group(1)));
            }
        }
        Map<Long, Picture> known = asked.isEmpty() ? Map.of() : pictures.apply(asked);
        for (Element image : text.select("img")) {
            Matcher file = FILE.matcher(image.attr("src"));
            Picture picture = file.matches() ? known.get(Long.valueOf(file.group(1))) : null;
            if (picture == null) {
                image.remove();
                continue;
            }
            String alternative = image.attr("alt");
            image.clearAttributes();
            image.attr("src", picture.address()).attr("alt", alternative);
            if (picture.width() != null && picture.height() != null) {
                image.attr("width", picture.width().toString())
                        .attr("height", picture.height().toString());
            }
            image.attr("loading", "lazy");
        }
    }

    /** A picture that stands alone is a figure. */
    private static void frame(Document text) {
        for (Element image : text.select("body > img, p > img")) {
            Element parent = image.parent();
            if (parent == null || parent.tagName().equals("body")) {
                image.wrap("<figure></figure>");
            } else if (parent.childrenSize() == 1 && parent.ownText().isBlank()) {
                parent.tagName("figure");
            }
        }
    }

    /** Between blocks, rows and items nothing is written: what is saved again is the same. */
    private static void dropSpaces(Document text) {
        for (Element element : text.select("body, ul, ol, table, thead, tbody, tr, blockquote, figure, div")) {
            for (TextNode space : element.textNodes()) {
                if (space.isBlank()) {
                    space.remove();
                }
            }
        }
    }

    /** A header says whether it heads its column or its row. */
    private static void headCells(Document text) {
        for (Element row : text.select("tr")) {
            boolean heads = row.select("> td").isEmpty();
            row.select("> th").forEach(cell -> cell.attr("scope", heads ? "col" : "row"));
        }
    }

    private static void dropWhenEmpty(Element element) {
        boolean nothing = element.text().replace('\u00a0', ' ').isBlank()
                && element.select("img, table, hr").isEmpty();
        if (nothing && !element.parents().is("td, th")) {
            element.remove();
        }
    }

    private static String print(Node node) {
        Document owner = node.ownerDocument();
        if (owner != null) {
            owner.outputSettings().prettyPrint(false);
        }
        return node instanceof Element element && element.tagName().equals("body") ? element.html() : node.outerHtml();
    }
}
