package fr.viaduc.spaces;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of spaces.
 *
 * @param next where the next page begins, null at the end
 */
public record SpaceList(
        Shelf shelf,
        String words,
        List<Space> spaces,
        @Nullable After next) {

    /** Which spaces are listed. */
    public enum Shelf {
        MINE("miens"),
        DISCOVER("decouvrir"),
        SERVICES("services"),
        ARCHIVED("archives");

        private final String address;

        Shelf(String address) {
            this.address = address;
        }

        /** The word of its address. */
        public String address() {
            return address;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Shelf of(@Nullable String address) {
            for (Shelf shelf : values()) {
                if (shelf.address.equals(address)) {
                    return shelf;
                }
            }
            return MINE;
        }
    }

    /** The last line of a page. */
    public record After(String name, long id) {

        static @Nullable After of(@Nullable String parameter) {
            int mark = parameter == null ? -1 : parameter.lastIndexOf('~');
            if (parameter == null || mark < 0) {
                return null;
            }
            try {
                return new After(parameter.substring(0, mark), Long.parseLong(parameter.substring(mark + 1)));
            } catch (NumberFormatException changedByHand) {
                return null;
            }
        }

        @Override
        public String toString() {
            return name + "~" + id;
        }
    }
}
