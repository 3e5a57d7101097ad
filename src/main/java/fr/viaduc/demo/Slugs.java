package fr.viaduc.demo;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they stand in addresses. */
final class Slugs {

    private Slugs() {}

    static String of(String name) {
        return plain(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** An e-mail address of the reserved domain, from a name. */
    static String email(String firstName, String lastName) {
        return of(firstName) + "." + of(lastName) + "@agglo.example";
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe");
    }
}
