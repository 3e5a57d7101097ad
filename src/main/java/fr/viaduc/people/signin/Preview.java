package fr.viaduc.people.signin;

import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.util.Set;

/** « Voir comme un élu »: whose eyes an administrator borrows. They are nobody's: no real person's rights are taken. */
final class Preview {
    private static final long NOBODY = 0;

    private Preview() {}

    /** Who may look at the network so. */
    static boolean allowedTo(Viewer viewer) {
        return viewer.isAny(Role.ADMINISTRATOR, Role.COMMUNICATION);
    }

    /** An elected official without commune or commission, in this person's session, language and display. */
    static Viewer viewer(Viewer who) {
        boolean french = !who.locale().getLanguage().equals("en");
        return new Viewer(
                NOBODY,
                french ? "Un élu" : "An elected official",
                french ? "Un élu" : "An elected official",
                french ? "É" : "E",
                1,
                null,
                false,
                true,
                Set.of(),
                who.locale(),
                who.theme(),
                who.textSize(),
                who.kiosk(),
                who.sessionId(),
                true);
    }
}
