package fr.viaduc.forum;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A topic that holds the words looked for.
 *
 * @param reply the reply in which they are, null when in the topic itself
 * @param passage the text around them
 */
public record Found(TopicLine topic, @Nullable Long reply, List<Part> passage) {
    private static final char MARK = '\ue000';
    private static final char END = '\ue001';

    /** A piece of the passage; marked when it is one of the words. */
    public record Part(String text, boolean marked) {}

    public String address() {
        return reply == null ? topic.address() : topic.address() + "?reponse=" + reply + "#commentaire-" + reply;
    }

    /** A passage in pieces; what it has from sanitised HTML is made plain text. */
    static List<Part> parts(String passage) {
        List<Part> parts = new ArrayList<>();
        boolean marked = false;
        int start = 0;
        String text = passage.strip();
        for (int at = 0; at <= text.length(); at++) {
            boolean end = at == text.length();
            if (end || text.charAt(at) == MARK || text.charAt(at) == END) {
                if (at > start) {
                    parts.add(new Part(
                            HtmlUtils.htmlUnescape(text.substring(start, at)).replaceAll("\\s+", " "), marked));
                }
                marked = !end && text.charAt(at) == MARK;
                start = at + 1;
            }
        }
        return parts;
    }
}
