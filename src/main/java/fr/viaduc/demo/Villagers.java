package fr.viaduc.demo;

import fr.viaduc.web.Viewer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The persons as the database numbers them, once they are in it. */
record Villagers(Map<String, Long> ids) {

    long id(Protagonist person) {
        return id(person.staffNumber());
    }

    long id(String staffNumber) {
        Long id = ids.get(staffNumber);
        if (id == null) {
            throw new IllegalArgumentException("Nobody has the number " + staffNumber);
        }
        return id;
    }

    /** The person who acts. Roles are not needed: nothing is told that takes one. */
    Viewer viewer(Protagonist person) {
        boolean agent = person instanceof Cast;
        return new Viewer(
                id(person),
                person.fullName(),
                person.fullName(),
                "",
                1,
                null,
                agent,
                !agent,
                Set.of(),
                Locale.FRENCH,
                "",
                "",
                false,
                null,
                false);
    }
}
