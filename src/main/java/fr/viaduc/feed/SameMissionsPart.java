package fr.viaduc.feed;

import fr.viaduc.content.HomePart;
import fr.viaduc.people.People;
import fr.viaduc.people.PersonLine;
import fr.viaduc.web.Fragments;
import fr.viaduc.web.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** « Mêmes missions que vous »: colleagues who do the same elsewhere, others each day. */
@Component
class SameMissionsPart implements HomePart {
    private static final int SHOWN = 3;
    private final People people;
    private final Fragments fragments;

    SameMissionsPart(People people, Fragments fragments) {
        this.people = people;
        this.fragments = fragments;
    }

    @Override
    public Area area() {
        return Area.ASIDE;
    }

    @Override
    public int rank() {
        return 20;
    }

    @Override
    public @Nullable Content content(Page page) {
        List<PersonLine> same = people.withTheSameMissions(page.me(), SHOWN);
        return same.isEmpty() ? null : fragments.of("feed/sameMissions", Map.of("page", page, "people", same));
    }
}
