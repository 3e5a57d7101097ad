package fr.viaduc.content;

import fr.viaduc.people.PersonLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment with its author, its files and its replies, as a page shows it.
 *
 * @param acts what the item's feature adds under it, null when nothing
 */
public record CommentView(
        Comment comment,
        @Nullable PersonLine author,
        List<Attachment> files,
        List<CommentView> replies,
        CommentActs.@Nullable Drawing acts) {}
