package fr.viaduc.content;

import fr.viaduc.files.Rendition;
import fr.viaduc.files.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * A file on an item (commentId null) or on a comment.
 *
 * @param inline whether it stands in the text, or where its feature puts it, and not in the list below
 */
public record Attachment(
        long itemId,
        @Nullable Long commentId,
        StoredFile file,
        boolean picture,
        @Nullable String alternative,
        @Nullable String caption,
        boolean inline) {

    /** Alternative text; empty for a decorative picture. */
    public String alt() {
        return alternative == null ? "" : alternative;
    }

    public String address(Rendition rendition) {
        return file.address(rendition);
    }
}
