package fr.viaduc.content;

import fr.viaduc.web.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every feature's cards, found by the kind of the item. */
@Component
public class Cards {
    private final ObjectProvider<ItemCards> features;

    /** Asked for once: features need the cards themselves, and are there only when all is put together. */
    private volatile @Nullable Map<ItemKind, ItemCards> byKind;

    Cards(ObjectProvider<ItemCards> features) {
        this.features = features;
    }

    /** The kinds that some feature shows. */
    public Set<String> kinds() {
        return byKind().keySet().stream().map(ItemKind::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The cards of these items, in their order; an item that no feature shows is left out. */
    public List<Card> of(Page page, List<Item> items) {
        var byFeature = new LinkedHashMap<ItemCards, List<Item>>();
        for (Item item : items) {
            byFeature
                    .computeIfAbsent(feature(item.kind()), ignored -> new ArrayList<>())
                    .add(item);
        }
        Map<Long, Card> cards = new HashMap<>();
        byFeature.forEach((feature, theirs) -> cards.putAll(feature.cards(page, theirs)));
        return items.stream()
                .map(item -> cards.get(item.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Where the item's own page is. */
    public String address(Item item) {
        return feature(item.kind()).address(item);
    }

    /** Where a comment of the item is. */
    public String address(Item item, long comment) {
        return feature(item.kind()).address(item, comment);
    }

    private ItemCards feature(ItemKind kind) {
        ItemCards feature = byKind().get(kind);
        if (feature == null) {
            throw new IllegalStateException("No feature shows items of kind " + kind);
        }
        return feature;
    }

    private Map<ItemKind, ItemCards> byKind() {
        Map<ItemKind, ItemCards> known = byKind;
        if (known == null) {
            Map<ItemKind, ItemCards> found = new HashMap<>();
            features.stream().forEach(feature -> feature.kinds().forEach(kind -> found.put(kind, feature)));
            known = Map.copyOf(found);
            byKind = known;
        }
        return known;
    }
}
