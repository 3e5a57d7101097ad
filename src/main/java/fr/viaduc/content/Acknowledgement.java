package fr.viaduc.content;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * « J’ai pris connaissance »: what an item asks, and what the viewer has answered.
 *
 * @param dueOn by the end of which day
 * @param namedUntil last day on which the issuer sees names; null when the issuer never does
 * @param since the earliest version of the item of which an answer counts
 * @param at when the viewer said it, null when they have not
 * @param onPaper whether they signed a sheet of paper instead
 */
public record Acknowledgement(
        Kind kind,
        LocalDate dueOn,
        @Nullable LocalDate namedUntil,
        int since,
        @Nullable Instant at,
        boolean onPaper) {

    /** What is to be acknowledged. */
    public enum Kind {
        NOTE("note", "file-text"),
        SAFETY("safety", "hard-hat"),
        CHARTER("charter", "scroll-text");

        private final String word;
        private final String icon;

        Kind(String word, String icon) {
            this.word = word;
            this.icon = icon;
        }

        /** Its word in texts, forms and the database. */
        public String word() {
            return word;
        }

        public String icon() {
            return icon;
        }

        static @Nullable Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            return null;
        }
    }

    /** What saying it led to. */
    public enum Outcome {
        DONE,
        ALREADY,
        /** The text is no longer the one that was read. */
        CHANGED
    }

    /** How many are asked and have answered; no figures for a group of fewer than ten people. */
    public record Totals(@Nullable Integer asked, @Nullable Integer done) {
        public boolean masked() {
            return asked == null;
        }

        public int percent() {
            return asked == null || done == null || asked == 0 ? 0 : (int) (100L * done / asked);
        }
    }

    /** Somebody on the named list; at and textHash are null for who has not answered, signedOn unless it was on paper. */
    public record Line(
            long personId,
            String sortName,
            int version,
            @Nullable Instant at,
            @Nullable LocalDate signedOn,
            @Nullable String textHash) {}

    /** Somebody whose signature on paper a site contact may record; recorded when this contact has. */
    public record OnPaper(
            long personId, String name, @Nullable String staffNumber, String site, boolean recorded) {}

    /** What was due earlier is not put before people any more; on the item itself it always is. */
    public static LocalDate shownSince(LocalDate today) {
        return today.minusMonths(3);
    }

    public boolean done() {
        return at != null;
    }

    public boolean late(LocalDate today) {
        return today.isAfter(dueOn);
    }

    /** Whether the issuer still sees names. */
    public boolean listed(LocalDate today) {
        return namedUntil != null && !today.isAfter(namedUntil);
    }

    /** A slip of the hand is taken back within the minute; later it stands. */
    public boolean revocable(Instant now) {
        return at != null && !onPaper && now.isBefore(at.plusSeconds(60));
    }
}
