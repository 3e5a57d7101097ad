package fr.viaduc.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person in a list of the directory.
 *
 * @param place site and commune; empty when unknown
 * @param missions and means separated by commas; empty when none
 * @param phone professional; empty when none
 * @param absentUntil last day of an absence that agents may see, null when present
 */
public record FoundPerson(
        long id,
        String name,
        String initials,
        int tint,
        @Nullable String picture,
        String role,
        String unit,
        String place,
        String missions,
        String means,
        String phone,
        @Nullable LocalDate absentUntil) {

    /** The portrait in the size of a page's head, null when there is none. */
    public @Nullable String portrait() {
        return picture == null ? null : picture.replace("/face/", "/thumb/");
    }

    public String address() {
        return "/annuaire/personnes/" + id;
    }
}
