package fr.viaduc.posts;

import java.time.Instant;
import java.util.List;

/**
 * One question and up to six answers.
 *
 * @param several whether one may give more than one answer
 * @param voted whether the viewer has voted
 */
public record Poll(
        String question,
        boolean anonymous,
        boolean several,
        Instant closesAt,
        int voters,
        boolean voted,
        List<Option> options) {

    /** @param chosen whether the viewer chose it; never known in an anonymous poll */
    public record Option(long id, String label, int votes, boolean chosen) {}

    public boolean closed(Instant now) {
        return !now.isBefore(closesAt);
    }

    /** Totals are for those who have voted, and for all once it is over. */
    public boolean showsResults(Instant now) {
        return voted || closed(now);
    }

    /** Whether the viewer may vote: again too when votes are not anonymous. */
    public boolean acceptsVote(Instant now) {
        return !closed(now) && (!voted || !anonymous);
    }

    /** Share of an answer among those who voted, in percent. */
    public int percent(Option option) {
        return voters == 0 ? 0 : Math.round(100f * option.votes() / voters);
    }
}
