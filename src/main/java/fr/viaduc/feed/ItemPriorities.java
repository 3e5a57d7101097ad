package fr.viaduc.feed;

import fr.viaduc.content.Acknowledgement;
import fr.viaduc.content.Cards;
import fr.viaduc.content.Item;
import fr.viaduc.content.Priorities;
import fr.viaduc.web.Fragments;
import fr.viaduc.web.Page;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What awaits the viewer's « J’ai pris connaissance », and what is pinned for the whole network: one statement for both. */
@Component
class ItemPriorities implements Priorities {
    private final Feeds feeds;
    private final Cards cards;
    private final Fragments fragments;

    ItemPriorities(Feeds feeds, Cards cards, Fragments fragments) {
        this.feeds = feeds;
        this.cards = cards;
        this.fragments = fragments;
    }

    @Override
    public List<Priority> of(Page page, int most) {
        return feeds.notToMiss(page, most).stream()
                .map(item -> priority(page, item))
                .toList();
    }

    private Priority priority(Page page, Item item) {
        Acknowledgement awaited = item.awaits(page.me()) ? item.acknowledgement() : null;
        return new Priority(
                item.id(),
                awaited == null ? null : awaited.dueOn(),
                fragments.of(
                        awaited == null ? "feed/pinnedItem" : "content/acknowledgementPriority",
                        Map.of("page", page, "item", item, "address", cards.address(item))));
    }
}
