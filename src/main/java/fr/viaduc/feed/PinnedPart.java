package fr.viaduc.feed;

import fr.viaduc.content.Cards;
import fr.viaduc.content.HomePart;
import fr.viaduc.content.Item;
import fr.viaduc.web.Fragments;
import fr.viaduc.web.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** « À ne pas manquer »: what is pinned for the whole network, three items at most. */
@Component
class PinnedPart implements HomePart {
    private final Feeds feeds;
    private final Cards cards;
    private final Fragments fragments;

    PinnedPart(Feeds feeds, Cards cards, Fragments fragments) {
        this.feeds = feeds;
        this.cards = cards;
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
        List<Item> items = feeds.pinned(page);
        if (items.isEmpty()) {
            return null;
        }
        Map<Long, String> addresses = items.stream().collect(Collectors.toMap(Item::id, cards::address));
        return fragments.of("feed/pinned", Map.of("page", page, "items", items, "addresses", addresses));
    }
}
