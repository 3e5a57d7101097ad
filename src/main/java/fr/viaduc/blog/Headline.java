package fr.viaduc.blog;

import fr.viaduc.files.StoredFile;
import fr.viaduc.text.LongText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An article in one line: what is needed to want to open it. */
public record Headline(
        long itemId,
        String title,
        Instant at,
        int words,
        @Nullable StoredFile cover) {

    public String address() {
        return Article.address(itemId, title);
    }

    /** How long it takes to read, in minutes. */
    public int minutes() {
        return LongText.minutes(words);
    }
}
