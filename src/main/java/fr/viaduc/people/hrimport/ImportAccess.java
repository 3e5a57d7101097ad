package fr.viaduc.people.hrimport;

import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;

/** Who may import: agents who administer or work for HR; an elected official never, whatever their roles. */
final class ImportAccess {
    private ImportAccess() {}

    static void check(Viewer viewer) {
        if (!viewer.agent() || viewer.preview() || !viewer.isAny(Role.ADMINISTRATOR, Role.HUMAN_RESOURCES)) {
            throw new Forbidden();
        }
    }
}
