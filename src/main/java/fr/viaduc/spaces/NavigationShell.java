package fr.viaduc.spaces;

import fr.viaduc.database.Kept;
import fr.viaduc.web.Shell;
import fr.viaduc.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The viewer's groups in the navigation, those they pinned first: at most one statement. */
@Component
class NavigationShell implements Shell.Source {
    private static final int SHOWN = 8;
    private static final int KEPT_VIEWERS = 5_000;
    private final SpaceRepository spaces;
    private final Kept<Long, Shell> shells = new Kept<>(KEPT_VIEWERS);

    NavigationShell(SpaceRepository spaces) {
        this.spaces = spaces;
    }

    @Override
    @Transactional(readOnly = true)
    public Shell of(Viewer viewer) {
        return shells.get(viewer.id(), () -> find(viewer));
    }

    private Shell find(Viewer viewer) {
        return new Shell(spaces.navigation(viewer.id(), SHOWN).stream()
                .map(space -> new Shell.Space(space.slug(), space.name(), space.tint()))
                .toList());
    }
}
