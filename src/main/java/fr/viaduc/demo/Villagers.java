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

    /** The person who acts. Roles are not needed: the database knows them. */
    Viewer viewer(Protagonist person) {
        return viewer(id(person), person.fullName(), person instanceof Cast);
    }

    /** An agent whom no story names. */
    Viewer viewer(long person) {
        return viewer(person, "", true);
    }

    private static Viewer viewer(long person, String name, boolean agent) {
        return new Viewer(
                person, name, name, "", 1, null, agent, !agent, Set.of(), Locale.FRENCH, "", "", false, null, false);
    }
}
