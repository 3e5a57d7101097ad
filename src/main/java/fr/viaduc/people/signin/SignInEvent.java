package fr.viaduc.people.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log.
 *
 * @param detail how, in the log's own words: "site_contact agent_card", the reason of a suspension
 * @param actor who did it to the person; null when they did it themselves, or on the machine's own console
 */
public record SignInEvent(
        Instant at,
        SignInKind kind,
        String device,
        String detail,
        @Nullable String actor) {

    /** The key of the text that says how it was done; null when there is nothing to add. */
    public @Nullable String how() {
        return kind == SignInKind.CODE_ISSUED && !detail.isEmpty() ? "signin.how." + detail.replace(' ', '.') : null;
    }
}
