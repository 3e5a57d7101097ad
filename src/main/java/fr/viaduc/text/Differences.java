package fr.viaduc.text;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** What changed between two texts, sentence by sentence, as safe HTML with {@code del} and {@code ins}. */
public final class Differences {
    private static final char GONE = '\ue000';
    private static final char GONE_END = '\ue001';
    private static final char NEW = '\ue002';
    private static final char NEW_END = '\ue003';
    private static final String BLOCKS = "h2, h3, h4, p, li, blockquote, td, th, figcaption, pre, caption";
    private static final DiffRowGenerator GENERATOR = DiffRowGenerator.create()
            .showInlineDiffs(true)
            .mergeOriginalRevised(true)
            .inlineDiffByWord(true)
            .lineNormalizer(line -> line)
            .oldTag(begins -> String.valueOf(begins ? GONE : GONE_END))
            .newTag(begins -> String.valueOf(begins ? NEW : NEW_END))
            .build();

    private Differences() {}

    /** A paragraph in which something changed, or one beside it. */
    public record Line(String html, boolean changed) {}

    /** The paragraphs of both texts, with what went and what came; those that are the same far from any change are left out. */
    public static List<Line> between(String before, String after) {
        List<DiffRow> rows = GENERATOR.generateDiffRows(paragraphs(before), paragraphs(after));
        var lines = new ArrayList<Line>();
        for (int i = 0; i < rows.size(); i++) {
            if (changes(rows, i) || changes(rows, i - 1) || changes(rows, i + 1)) {
                lines.add(new Line(html(rows.get(i).getOldLine()), changes(rows, i)));
            }
        }
        return lines;
    }

    /** A title, a lead and a body as one text, to be compared with another. */
    public static String whole(String title, String lead, String body) {
        return "<p>" + escaped(title) + "</p><p>" + escaped(lead) + "</p>" + body;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static boolean changes(List<DiffRow> rows, int index) {
        return index >= 0 && index < rows.size() && rows.get(index).getTag() != DiffRow.Tag.EQUAL;
    }

    /** The text of each paragraph; a picture is its description. */
    private static List<String> paragraphs(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        for (Element image : body.select("img")) {
            image.replaceWith(new Element("p").text("[image : " + image.attr("alt") + "]"));
        }
        var paragraphs = new ArrayList<String>();
        for (Element block : body.select(BLOCKS)) {
            String text = plain(block.select(BLOCKS).size() > 1 ? block.ownText() : block.text());
            if (!text.isBlank()) {
                paragraphs.add(text);
            }
        }
        if (paragraphs.isEmpty() && body.hasText()) {
            paragraphs.add(plain(body.text()));
        }
        return paragraphs;
    }

    private static String plain(String text) {
        return text.replaceAll("[\\ue000-\\ue003]", "").strip();
    }

    private static String html(String line) {
        var html = new StringBuilder(line.length() + 32);
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            switch (sign) {
                case GONE -> html.append("<del>");
                case GONE_END -> html.append("</del>");
                case NEW -> html.append("<ins>");
                case NEW_END -> html.append("</ins>");
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                default -> html.append(sign);
            }
        }
        return html.toString();
    }
}
