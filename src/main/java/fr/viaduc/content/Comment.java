package fr.viaduc.content;

import fr.viaduc.web.Viewer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment on an item, or a reply to a comment (one level).
 *
 * @param body sanitised HTML, empty once removed
 * @param withdrawn whether a moderator removed it, of which its author alone is told
 * @param reaction the viewer's own, null when none
 */
public record Comment(
        long id,
        long itemId,
        @Nullable Long parentId,
        long authorId,
        String body,
        int reactionCount,
        Instant createdAt,
        @Nullable Instant editedAt,
        boolean removed,
        boolean withdrawn,
        @Nullable String reaction) {

    public boolean editableBy(Viewer viewer) {
        return authorId == viewer.id() && !removed && !viewer.preview();
    }
}
