package fr.viaduc.content;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to publish an item.
 *
 * @param body HTML or Markdown as it was sent; it is made safe before it is stored
 * @param format "html" from the editor, otherwise Markdown
 * @param circleId who may see it
 * @param spaces where it is shown; ids of spaces
 * @param key made with the form, so that sending twice publishes once
 */
public record NewItem(
        ItemKind kind,
        @Nullable String title,
        String body,
        String format,
        long circleId,
        Collection<Long> spaces,
        List<NewAttachment> attachments,
        boolean commentsOpen,
        UUID key) {

    /**
     * A file put on an item or a comment.
     *
     * @param alternative what a picture shows, for those who do not see it; null only when decorative or not a picture
     */
    public record NewAttachment(
            long fileId,
            boolean picture,
            @Nullable String alternative,
            boolean decorative,
            @Nullable String caption) {}
}
