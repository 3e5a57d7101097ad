package fr.viaduc.forum;

import fr.viaduc.text.RichText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply as it is sent.
 *
 * @param texteFormat "html" from the editor
 */
record ReplyForm(
        @Nullable String texte,
        @Nullable String texteFormat,
        @Nullable UUID idempotencyKey) {
    private static final int LONGEST = 50_000;

    String body() {
        return texte == null ? "" : texte;
    }

    String format() {
        return texteFormat == null ? "" : texteFormat;
    }

    UUID key() {
        return idempotencyKey == null ? UUID.randomUUID() : idempotencyKey;
    }

    /** The message that says what is wrong, or null. */
    @Nullable
    String error() {
        if (body().length() > LONGEST) {
            return "content.comment.long";
        }
        return RichText.isBlank(RichText.fromForm(body(), format())) ? "forum.error.reply" : null;
    }
}
