package fr.viaduc.content;

import fr.viaduc.web.Fragments;
import fr.viaduc.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is to be acknowledged, on the home page. */
@Component
class AcknowledgementPriorities implements Priorities {
    private final Acknowledgements acknowledgements;
    private final Cards cards;
    private final Fragments fragments;

    AcknowledgementPriorities(Acknowledgements acknowledgements, Cards cards, Fragments fragments) {
        this.acknowledgements = acknowledgements;
        this.cards = cards;
        this.fragments = fragments;
    }

    @Override
    public List<Priority> of(Page page, int most) {
        var priorities = new ArrayList<Priority>();
        for (Item item : acknowledgements.pending(page.me(), most)) {
            Acknowledgement asked = item.acknowledgement();
            if (asked != null) {
                priorities.add(new Priority(
                        item.id(),
                        asked.dueOn(),
                        fragments.of(
                                "content/acknowledgementPriority",
                                Map.of("page", page, "item", item, "address", cards.address(item)))));
            }
        }
        return priorities;
    }
}
