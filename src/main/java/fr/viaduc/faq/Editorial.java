package fr.viaduc.faq;

import fr.viaduc.content.Item;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What those who write the FAQ have to do.
 *
 * @param failed what was looked for in vain
 * @param topics what was asked in the forum and not answered, by address
 * @param undecided what was replied to there without an answer being accepted, by address
 * @param low the answers that do not help
 * @param due the answers to be checked, soon or since
 */
public record Editorial(
        List<FailedSearch> failed,
        Map<String, Item> topics,
        Map<String, Item> undecided,
        List<LowRated> low,
        List<Question> due) {

    /** Words looked for at least twice, that found nothing. */
    public record FailedSearch(String words, int times, LocalDate lastOn) {}

    /** An answer that does not help; figures from ten opinions on, null below. */
    public record LowRated(
            Question question,
            @Nullable Integer helped,
            @Nullable Integer votes) {}

    public boolean nothing() {
        return failed.isEmpty() && topics.isEmpty() && undecided.isEmpty() && low.isEmpty() && due.isEmpty();
    }
}
