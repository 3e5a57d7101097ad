package fr.viaduc.people;

import org.jspecify.annotations.Nullable;

/**
 * A person in one line: enough to name them anywhere.
 *
 * @param tint colour of the initials, 1 to 6
 * @param picture address of the small portrait, null when there is none
 * @param role what they do, or their mandate; empty when unknown
 * @param unit service of their main assignment; empty when none
 * @param place commune where they work, or of their mandate; empty when unknown
 * @param gone whether they left: their page does not exist any more
 */
public record PersonLine(
        long id,
        String name,
        String initials,
        int tint,
        @Nullable String picture,
        String role,
        String unit,
        String place,
        boolean elected,
        boolean gone) {

    /** Address of their page, null when they left. */
    public @Nullable String address() {
        return gone ? null : "/annuaire/personnes/" + id;
    }

    /** « Voirie et espaces verts, Nogent »: what stands beside the name on what they write. */
    public String where() {
        String what = unit.isEmpty() ? role : unit;
        if (what.isEmpty() || place.isEmpty() || what.endsWith(" " + place)) {
            return what.isEmpty() ? place : what;
        }
        return what + ", " + place;
    }
}
