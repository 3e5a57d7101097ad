package fr.viaduc.forum;

import fr.viaduc.content.Drafts;
import fr.viaduc.text.RichText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply as it is sent.
 *
 * @param texteFormat "html" from the editor
 */
public record ReplyForm(
        @Nullable String texte,
        @Nullable String texteFormat,
        @Nullable UUID idempotencyKey) {
    private static final int LONGEST = 50_000;

    /** The reply as it was left while typing. */
    static ReplyForm of(Drafts.Draft draft) {
        return new ReplyForm(draft.value("texte"), draft.value("texteFormat"), null);
    }

    /** The text as one types it without scripts. */
    public String typed() {
        return format().equals("html") ? RichText.typed(RichText.clean(body())) : body();
    }

    /** The text for the editor; null when it was typed without one. */
    public @Nullable String html() {
        return format().equals("html") ? RichText.clean(body()) : null;
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

    /** The message that says what is wrong, or null. */
    @Nullable
    String error() {
        if (body().length() > LONGEST) {
            return "content.comment.long";
        }
        return RichText.isBlank(RichText.fromForm(body(), format())) ? "forum.error.reply" : null;
    }
}
