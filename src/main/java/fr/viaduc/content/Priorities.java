package fr.viaduc.content;

import fr.viaduc.web.Page;
import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a module thinks must not be missed. The home page shows the three most urgent of all modules, and no more. */
public interface Priorities {

    /**
     * Something not to be missed.
     *
     * @param itemId so that nothing is shown twice
     * @param dueOn the sooner, the higher; null comes after what has a day
     */
    record Priority(long itemId, @Nullable LocalDate dueOn, Content content) {}

    /** The most urgent for this viewer, at most so many; in a constant number of statements. */
    List<Priority> of(Page page, int most);
}
