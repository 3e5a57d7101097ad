package fr.viaduc.forum;

import fr.viaduc.people.PersonLine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of topics.
 *
 * @param category the one that is shown alone, or null
 * @param tag the subject that is shown alone, or null
 * @param next where the list goes on, null at its end
 */
public record Listing(
        Shelf shelf,
        @Nullable Category category,
        @Nullable Tag tag,
        List<TopicLine> pinned,
        List<TopicLine> topics,
        Map<Long, PersonLine> people,
        @Nullable String next) {

    /** The page's own address, without where it goes on. */
    public String address() {
        String path = category == null ? "/forum" : category.address();
        if (tag != null) {
            return path + "?etiquette=" + URLEncoder.encode(tag.slug(), StandardCharsets.UTF_8);
        }
        return shelf == Shelf.ALL ? path : path + "?liste=" + shelf.word();
    }

    public String nextAddress() {
        return address() + (address().contains("?") ? "&" : "?") + "apres=" + next;
    }
}
