package fr.viaduc.content;

import fr.viaduc.text.RichText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it is sent.
 *
 * @param texteFormat "html" from the editor
 * @param parent the comment it answers
 */
public record CommentForm(
        @Nullable String texte,
        @Nullable String texteFormat,
        @Nullable Long parent,
        @Nullable UUID idempotencyKey) {
    private static final int LONGEST = 50_000;

    /** The comment as it was left while typing. */
    public static CommentForm of(Drafts.Draft draft) {
        return new CommentForm(draft.value("texte"), draft.value("texteFormat"), null, null);
    }

    String body() {
        return texte == null ? "" : texte;
    }

    String format() {
        return texteFormat == null ? "" : texteFormat;
    }

    public UUID key() {
        return idempotencyKey == null ? UUID.randomUUID() : idempotencyKey;
    }

    /** The text as one types it without scripts. */
    public String typed() {
        return format().equals("html") ? RichText.typed(RichText.clean(body())) : body();
    }

    /** The text for the editor; null when it was typed without one. */
    public @Nullable String html() {
        return format().equals("html") ? RichText.clean(body()) : null;
    }

    /** The message that says what is wrong, or null. */
    @Nullable
    String error() {
        if (body().length() > LONGEST) {
            return "content.comment.long";
        }
        return RichText.isBlank(RichText.fromForm(body(), format())) ? "content.comment.blank" : null;
    }
}
