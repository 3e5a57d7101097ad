package fr.viaduc.feed;

import fr.viaduc.content.HomePart;
import fr.viaduc.content.Priorities;
import fr.viaduc.content.Priorities.Priority;
import fr.viaduc.web.Fragments;
import fr.viaduc.web.Page;
import gg.jte.Content;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** « À ne pas manquer »: the three most urgent things of all modules, and no more. */
@Component
class PriorityPart implements HomePart {
    static final int MOST = 3;
    private final List<Priorities> modules;
    private final Fragments fragments;

    PriorityPart(List<Priorities> modules, Fragments fragments) {
        this.modules = modules;
        this.fragments = fragments;
    }

    @Override
    public Area area() {
        return Area.PRIORITY;
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public @Nullable Content content(Page page) {
        Set<Long> shown = new HashSet<>();
        List<Content> most = modules.stream()
                .flatMap(module -> module.of(page, MOST).stream())
                .sorted(Comparator.comparing(
                        Priority::dueOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())))
                .filter(priority -> shown.add(priority.itemId()))
                .limit(MOST)
                .map(Priority::content)
                .toList();
        return most.isEmpty() ? null : fragments.of("feed/priority", Map.of("page", page, "items", most));
    }
}
