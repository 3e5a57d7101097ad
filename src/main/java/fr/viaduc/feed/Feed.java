package fr.viaduc.feed;

import fr.viaduc.content.Card;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A feed: which items, and a page of them. */
public final class Feed {
    private Feed() {}

    /** What the home page may be narrowed to. */
    public enum Filter {
        ALL("tout"),
        SERVICE("service"),
        SPACES("groupes"),
        KEPT("gardees");

        private final String word;

        Filter(String word) {
            this.word = word;
        }

        /** The word that names it in addresses. */
        public String word() {
            return word;
        }

        static Filter of(String word) {
            for (Filter filter : values()) {
                if (filter.word.equals(word.toLowerCase(Locale.ROOT))) {
                    return filter;
                }
            }
            return ALL;
        }
    }

    /**
     * Some items, and where the next ones begin.
     *
     * @param next the cursor of the next page, null at the end
     */
    public record Listing(List<Card> cards, @Nullable String next) {}
}
