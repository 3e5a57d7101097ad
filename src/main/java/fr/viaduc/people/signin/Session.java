package fr.viaduc.people.signin;

import fr.viaduc.web.Viewer;
import java.time.Instant;

/**
 * A session under way, with all that a page needs to know of its person.
 *
 * @param personId whose session it is; during a preview the viewer is nobody
 * @param awaitsSecondFactor the password was right and the second factor is still to come: nobody is a viewer yet
 */
record Session(
        long id,
        long personId,
        Viewer viewer,
        Instant seenAt,
        int idleMinutes,
        boolean awaitsSecondFactor,
        boolean hasSecondFactor) {

    /** Writing at each request would be the main cost of a page: every five minutes is enough for hours. */
    boolean staleAt(Instant now) {
        return seenAt.plusSeconds(idleMinutes >= 60 ? 300 : 10).isBefore(now);
    }
}
