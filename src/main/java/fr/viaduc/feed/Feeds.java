package fr.viaduc.feed;

import fr.viaduc.content.Acknowledgement;
import fr.viaduc.content.Card;
import fr.viaduc.content.Cards;
import fr.viaduc.content.Item;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Feeds as cards, a page at a time. */
@Service
class Feeds {
    /** How many items a page shows. */
    static final int SIZE = 10;

    private final FeedRepository feeds;
    private final Cards cards;

    Feeds(FeedRepository feeds, Cards cards) {
        this.feeds = feeds;
        this.cards = cards;
    }

    Feed.Listing home(Page page, Feed.Filter filter, @Nullable String after) {
        Viewer viewer = page.me();
        Set<String> kinds = cards.kinds();
        Cursor cursor = Cursor.of(after);
        List<Item> items = switch (filter) {
            case ALL -> feeds.all(viewer, kinds, cursor, SIZE + 1);
            case SERVICE -> feeds.service(viewer, kinds, cursor, SIZE + 1);
            case SPACES -> feeds.spaces(viewer, kinds, cursor, SIZE + 1);
            case KEPT -> feeds.kept(viewer, kinds, cursor, SIZE + 1);
        };
        return listing(page, items);
    }

    Feed.Listing space(Page page, long space, @Nullable String after) {
        return listing(page, feeds.space(page.me(), space, cards.kinds(), Cursor.of(after), SIZE + 1));
    }

    List<Item> notToMiss(Page page, int most) {
        return feeds.notToMiss(
                page.me(),
                cards.kinds(),
                Acknowledgement.shownSince(page.dates().today()),
                most);
    }

    private Feed.Listing listing(Page page, List<Item> items) {
        List<Item> shown = items.size() > SIZE ? items.subList(0, SIZE) : items;
        List<Card> drawn = cards.of(page, shown);
        String next = null;
        if (items.size() > SIZE) {
            Item last = shown.getLast();
            next = new Cursor(last.at(), last.id()).value();
        }
        return new Feed.Listing(drawn, next);
    }
}
