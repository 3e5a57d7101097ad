package fr.viaduc.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator removed, for its author alone.
 *
 * @param about whether it was an item or a comment
 * @param reason the moderator's words, empty when there were none
 * @param read whether the author has said that they read this
 */
public record Removal(
        Drafts.About about,
        long id,
        long itemId,
        @Nullable String title,
        String body,
        Instant publishedAt,
        Instant at,
        String reason,
        boolean read) {

    /** Where its author says that they have read why. */
    public String address() {
        return about == Drafts.About.COMMENT
                ? "/publications/" + itemId + "/commentaires/" + id + "/retrait"
                : "/publications/" + itemId + "/retrait";
    }
}
