package fr.viaduc.search;

import fr.viaduc.content.Item;
import fr.viaduc.people.PersonLine;
import fr.viaduc.search.Query.Cursor;
import fr.viaduc.search.Query.Tab;
import fr.viaduc.text.Passage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What words have found, kind by kind.
 *
 * @param totals how many there are of each kind; a hundred means a hundred or more; empty when only the list goes on
 * @param mended whether something was found only by mending a typing error
 * @param next where the list goes on, null at its end or when several kinds are shown
 */
public record Found(
        List<PersonLine> people,
        List<Space> spaces,
        List<Place> places,
        List<Publication> items,
        Map<Tab, Integer> totals,
        boolean mended,
        @Nullable Cursor next) {
    /** Totals are counted up to here. */
    public static final int COUNTED = 100;

    /** A group or a community, or the network's own space. */
    public record Space(String slug, String name, String kind, String description) {
        public String address() {
            return "/espaces/" + slug;
        }
    }

    /**
     * A service, a site, a commune or a mission.
     *
     * @param kind "unit", "site", "commune" or "mission"
     * @param where the unit above, the address; empty when there is nothing to say
     */
    public record Place(String kind, String ref, String name, String where) {
        public String address() {
            return switch (kind) {
                case "unit" -> "/services/" + ref;
                case "site" -> "/sites/" + ref;
                case "commune" -> "/communes/" + ref;
                default -> "/missions/" + ref;
            };
        }

        public String icon() {
            return switch (kind) {
                case "unit" -> "network";
                case "site" -> "building-2";
                case "commune" -> "map-pin";
                default -> "briefcase";
            };
        }
    }

    /** An item, with the passage where the words were found. */
    public record Publication(
            Item item, String address, @Nullable PersonLine author, String label, Passage passage) {}

    public int total(Tab tab) {
        return totals.getOrDefault(tab, 0);
    }

    /** How many there are in all, at least. */
    public int total() {
        return totals.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether there may be more than {@link #total()}. */
    public boolean more() {
        return totals.values().stream().anyMatch(total -> total >= COUNTED);
    }

    public boolean nothing() {
        return people.isEmpty() && spaces.isEmpty() && places.isEmpty() && items.isEmpty();
    }
}
