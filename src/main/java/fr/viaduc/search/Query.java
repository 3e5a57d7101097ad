package fr.viaduc.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What one looks for, as its address says it.
 *
 * @param words as typed, without spaces around them
 * @param after where a list goes on, null at its beginning
 */
public record Query(String words, Tab tab, @Nullable Cursor after) {
    /** The most characters that are looked for. */
    public static final int LONGEST = 200;

    /** What the results are narrowed to. */
    public enum Tab {
        ALL("tout"),
        PEOPLE("personnes"),
        SPACES("espaces"),
        ITEMS("publications"),
        PLACES("lieux");

        private final String word;

        Tab(String word) {
            this.word = word;
        }

        /** The word that names it in addresses and texts. */
        public String word() {
            return word;
        }

        static Tab of(@Nullable String word) {
            for (Tab tab : values()) {
                if (tab.word.equals(word)) {
                    return tab;
                }
            }
            return ALL;
        }
    }

    /** Where a list goes on. */
    public record Cursor(double score, long id, String name) {

        /** The cursor in an address; null when there is none or it is not one. */
        static @Nullable Cursor of(@Nullable String value) {
            if (value == null || !value.matches("-?[\\d.E]{1,24}_\\d{1,18}_.{0,300}")) {
                return null;
            }
            String[] parts = value.split("_", 3);
            try {
                return new Cursor(Double.parseDouble(parts[0]), Long.parseLong(parts[1]), parts[2]);
            } catch (NumberFormatException e) {
                return null;
            }
        }

        String value() {
            return score + "_" + id + "_" + name;
        }
    }

    static Query of(String typed, @Nullable String tab, @Nullable String after) {
        return new Query(typed.strip(), Tab.of(tab), Cursor.of(after));
    }

    public boolean blank() {
        return words.isEmpty();
    }

    public boolean tooLong() {
        return words.length() > LONGEST;
    }

    /** Address of these words narrowed to that. */
    public String with(Tab other) {
        return "/recherche?q=" + encoded(words) + (other == Tab.ALL ? "" : "&dans=" + other.word);
    }

    /** Address of what comes next. */
    public String after(Cursor cursor) {
        return with(tab) + "&apres=" + encoded(cursor.value());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
