package fr.viaduc.content;

import fr.viaduc.web.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a feature gives so that feed, search and notifications can show its items. */
public interface ItemCards {

    Set<ItemKind> kinds();

    /** Where the item's own page is. */
    String address(Item item);

    /** Where a comment of the item is: on the item's page, unless comments fill several. */
    default String address(Item item, long comment) {
        return address(item) + "#commentaire-" + comment;
    }

    /** The items' cards, by item id; in a constant number of statements. */
    Map<Long, Card> cards(Page page, List<Item> items);
}
