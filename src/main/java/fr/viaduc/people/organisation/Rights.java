package fr.viaduc.people.organisation;

import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;

/** Who may change the organisation; the database's policies say the same. */
final class Rights {
    private Rights() {}

    static void administrator(Viewer viewer) {
        if (!viewer.is(Role.ADMINISTRATOR) || viewer.preview()) {
            throw new Forbidden();
        }
    }

    static void managesPeople(Viewer viewer) {
        if (!viewer.isAny(Role.ADMINISTRATOR, Role.HUMAN_RESOURCES) || viewer.preview()) {
            throw new Forbidden();
        }
    }
}
