package fr.viaduc.feed;

import fr.viaduc.content.Cards;
import fr.viaduc.content.Item;
import fr.viaduc.content.Priorities;
import fr.viaduc.web.Fragments;
import fr.viaduc.web.Page;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is pinned for the whole network. */
@Component
class PinnedPriorities implements Priorities {
    private final Feeds feeds;
    private final Cards cards;
    private final Fragments fragments;

    PinnedPriorities(Feeds feeds, Cards cards, Fragments fragments) {
        this.feeds = feeds;
        this.cards = cards;
        this.fragments = fragments;
    }

    @Override
    public List<Priority> of(Page page, int most) {
        return feeds.pinned(page).stream()
                .limit(most)
                .map(item -> priority(page, item))
                .toList();
    }

    private Priority priority(Page page, Item item) {
        return new Priority(
                item.id(),
                null,
                fragments.of("feed/pinnedItem", Map.of("page", page, "item", item, "address", cards.address(item))));
    }
}
