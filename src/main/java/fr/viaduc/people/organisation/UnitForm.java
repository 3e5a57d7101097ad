package fr.viaduc.people.organisation;

import fr.viaduc.web.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit as its form holds it.
 *
 * @param parent id of the unit above; empty at the top
 * @param site id of its main site; empty when none
 * @param head id and name of who leads it; null when nobody
 */
public record UnitForm(
        String name,
        String kind,
        String parent,
        String mission,
        String phone,
        String email,
        String site,
        int position,
        @Nullable Choice head) {
    public static final List<String> KINDS = List.of("direction", "pole", "service", "team");

    static final UnitForm EMPTY = new UnitForm("", "service", "", "", "", "", "", 0, null);

    /** What is to be taken up again: field → key of the text that says what to do. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (name.isBlank() || name.length() > 120) {
            errors.put("name", "people.organisation.error.name");
        }
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            errors.put("email", "people.own.error.email");
        }
        return errors;
    }
}
