package fr.viaduc.circles;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A set of people: what it is made of, in words that its reader may know, and how many they are today.
 *
 * @param ref the unit's, site's, mission's or commission's id, the commune's INSEE code; null for the others
 * @param label in the reader's language; groups and persons that the reader may not know are not named
 * @param elected whether elected officials are in it today
 */
public record Circle(long id, Kind kind, @Nullable String ref, String label, int headCount, boolean elected) {

    /** What holds a circle's people together. */
    public enum Kind {
        EVERYONE,
        AGENTS,
        ELECTED,
        UNIT,
        SITE,
        COMMUNE,
        MISSION,
        COMMISSION,
        PERSON,
        /** People named one by one, such as the members of a group. */
        LIST,
        COMBINATION;

        /** The word of the database and of message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Where one reads who sees it, and why. */
    public String address() {
        return "/cercles/" + id + "/pourquoi";
    }
}
