package fr.viaduc.forum;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.springframework.web.util.HtmlUtils;

/**
 * Somebody's words, quoted in a reply: whose they are, with a link to where they stand. The same as Markdown, for a plain
 * field, and as HTML, for the editor.
 *
 * @param said « Nadège Pernot a écrit : », where the name is what the link stands on
 * @param paragraphs plain text; what they quoted in their turn is left out
 */
public record Quote(String name, String said, String address, List<String> paragraphs) {
    private static final int LONGEST = 1500;

    static Quote of(String name, String said, String address, String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        body.select("blockquote").remove();
        var paragraphs = new ArrayList<String>();
        int length = 0;
        for (Element block : body.select("p, li, h2, h3, h4, pre, th, td")) {
            String text = block.tagName().equals("li") && !block.select("p").isEmpty() ? "" : block.text();
            if (!text.isBlank() && length < LONGEST) {
                paragraphs.add(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
                length += text.length();
            }
        }
        if (length >= LONGEST) {
            paragraphs.add("…");
        }
        return new Quote(name, said, address, List.copyOf(paragraphs));
    }

    /** As one writes it in a plain field; the blank lines at its end are where one goes on. */
    public String markdown() {
        var text = new StringBuilder("> ").append(said.replace(name, "[" + escaped(name) + "](" + address + ")"));
        for (String paragraph : paragraphs) {
            text.append("\n>\n> ").append(escaped(paragraph));
        }
        return text.append("\n\n").toString();
    }

    /** As the editor shows it. */
    public String html() {
        var text = new StringBuilder("<blockquote><p>")
                .append(HtmlUtils.htmlEscape(said)
                        .replace(
                                HtmlUtils.htmlEscape(name),
                                "<a href=\"" + HtmlUtils.htmlEscape(address) + "\">" + HtmlUtils.htmlEscape(name)
                                        + "</a>"))
                .append("</p>");
        for (String paragraph : paragraphs) {
            text.append("<p>").append(HtmlUtils.htmlEscape(paragraph)).append("</p>");
        }
        return text.append("</blockquote><p></p>").toString();
    }

    /** Nothing of what somebody wrote becomes formatting. */
    private static String escaped(String plain) {
        return plain.replaceAll("([\\\\`*_\\[\\]<>#|~])", "\\\\$1")
                .replaceAll("^(\\d+)([.)])", "$1\\\\$2")
                .replaceAll("^([-+])", "\\\\$1");
    }
}
