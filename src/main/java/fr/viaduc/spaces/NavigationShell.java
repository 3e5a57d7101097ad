package fr.viaduc.spaces;

import fr.viaduc.web.Shell;
import fr.viaduc.web.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The viewer's groups in the navigation, those they pinned first: one statement. */
@Component
class NavigationShell implements Shell.Source {
    private static final int SHOWN = 8;
    private final SpaceRepository spaces;

    NavigationShell(SpaceRepository spaces) {
        this.spaces = spaces;
    }

    @Override
    @Transactional(readOnly = true)
    public Shell of(Viewer viewer) {
        return new Shell(spaces.navigation(viewer.id(), SHOWN).stream()
                .map(space -> new Shell.Space(space.slug(), space.name(), space.tint()))
                .toList());
    }
}
