package fr.viaduc.text;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The safe HTML of a text, written as one types it in a plain field, so that it can be changed without scripts. The few
 * elements that Markdown has no sign for (underlining, tables) leave their text.
 */
final class Markdown {
    private static final Pattern SIGNS = Pattern.compile("([\\\\`*_\\[\\]<>&])");
    private static final Pattern LINE_START = Pattern.compile("^(\\s*\\d*)([#+=-]|(?<=\\d)[.)])(?=\\s|$|[=-])");
    private static final Pattern BLANK_LINES = Pattern.compile("\n{3,}");

    private final StringBuilder text = new StringBuilder();

    private Markdown() {}

    static String of(String html) {
        var markdown = new Markdown();
        markdown.blocks(Jsoup.parseBodyFragment(html).body(), "");
        return BLANK_LINES.matcher(markdown.text).replaceAll("\n\n").strip();
    }

    private void blocks(Element parent, String indent) {
        for (Node node : parent.childNodes()) {
            if (!(node instanceof Element element)) {
                inline(node, indent);
                continue;
            }
            switch (element.tagName()) {
                case "h2", "h3", "h4" ->
                    line(element, "#".repeat(element.tagName().charAt(1) - '0') + " ", indent);
                case "ul", "ol" -> list(element, indent);
                case "blockquote" -> quote(element, indent);
                case "pre" -> code(element, indent);
                case "hr" -> text.append(indent).append("---\n\n");
                case "p", "td", "th", "caption" -> line(element, "", indent);
                case "table", "thead", "tbody", "tr" -> blocks(element, indent);
                default -> inline(element, indent);
            }
        }
    }

    private void line(Element element, String sign, String indent) {
        text.append(sign);
        int from = text.length();
        element.childNodes().forEach(node -> inline(node, indent));
        String written = text.substring(from);
        text.setLength(from);
        text.append(sign.isEmpty() ? LINE_START.matcher(written).replaceAll("$1\\\\$2") : written);
        text.append("\n\n").append(indent);
    }

    private void list(Element list, String indent) {
        if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.append('\n').append(indent);
        }
        int number = 1;
        for (Element item : list.children()) {
            String sign = list.tagName().equals("ol") ? number++ + ". " : "- ";
            text.append(sign);
            int from = text.length();
            blocks(item, indent + " ".repeat(sign.length()));
            while (text.length() > from && Character.isWhitespace(text.charAt(text.length() - 1))) {
                text.setLength(text.length() - 1);
            }
            text.append('\n').append(indent);
        }
        text.append('\n').append(indent);
    }

    private void quote(Element quote, String indent) {
        var inside = new Markdown();
        inside.blocks(quote, "");
        String quoted = BLANK_LINES.matcher(inside.text).replaceAll("\n\n").strip();
        text.append("> ")
                .append(quoted.replace("\n", "\n" + indent + "> "))
                .append("\n\n")
                .append(indent);
    }

    private void code(Element code, String indent) {
        text.append("```\n" + indent)
                .append(code.wholeText().stripTrailing().replace("\n", "\n" + indent))
                .append("\n" + indent + "```\n\n")
                .append(indent);
    }

    private void inline(Node node, String indent) {
        if (node instanceof TextNode words) {
            text.append(SIGNS.matcher(words.getWholeText().replace('\n', ' ')).replaceAll("\\\\$1"));
        } else if (node instanceof Element element) {
            switch (element.tagName()) {
                case "br" -> text.append("\n").append(indent);
                case "strong", "b" -> around(element, "**", indent);
                case "em", "i" -> around(element, "*", indent);
                case "code" -> text.append('`').append(element.wholeText()).append('`');
                case "a" -> {
                    text.append('[');
                    element.childNodes().forEach(child -> inline(child, indent));
                    text.append("](<").append(element.attr("href")).append(">)");
                }
                default -> element.childNodes().forEach(child -> inline(child, indent));
            }
        }
    }

    private void around(Element element, String sign, String indent) {
        text.append(sign);
        element.childNodes().forEach(node -> inline(node, indent));
        text.append(sign);
    }
}
