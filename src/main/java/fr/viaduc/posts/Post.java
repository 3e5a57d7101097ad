package fr.viaduc.posts;

import fr.viaduc.content.ItemKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a post has besides what all items have.
 *
 * @param link an http(s) address, or null
 * @param thanked ids of the people it thanks by name
 */
public record Post(
        long itemId,
        @Nullable String link,
        @Nullable String linkTitle,
        @Nullable Poll poll,
        List<Long> thanked) {
    public static final ItemKind KIND = new ItemKind("post");

    /** The words of the link: its title, or its host. */
    public String linkWords() {
        if (linkTitle != null && !linkTitle.isBlank()) {
            return linkTitle;
        }
        return link == null ? "" : link.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }
}
