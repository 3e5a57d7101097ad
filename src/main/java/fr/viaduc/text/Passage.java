package fr.viaduc.text;

import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/**
 * A text in which the words that one looked for are marked.
 *
 * @param parts in the order of the text
 */
public record Passage(List<Part> parts) {
    private static final char MARK = '\ue000';
    private static final char END = '\ue001';

    /** A piece: one of the words looked for, or what stands between them. */
    public record Part(String text, boolean marked) {}

    /** As the database gives it, the words between U+E000 and U+E001; what it has from sanitised HTML is made plain text. */
    public static Passage of(String found) {
        List<Part> parts = new ArrayList<>();
        boolean marked = false;
        int start = 0;
        String text = found.strip();
        for (int at = 0; at <= text.length(); at++) {
            boolean end = at == text.length();
            if (end || text.charAt(at) == MARK || text.charAt(at) == END) {
                if (at > start) {
                    String piece =
                            HtmlUtils.htmlUnescape(text.substring(start, at)).replaceAll("\\s+", " ");
                    parts.add(new Part(piece, marked));
                }
                marked = !end && text.charAt(at) == MARK;
                start = at + 1;
            }
        }
        return new Passage(parts);
    }
}
