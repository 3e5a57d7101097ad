package fr.viaduc.people.signin;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Changing what protects an account asks for the password again, unless it was given a moment ago: a session left open
 * on a desk must not become somebody else's for good.
 */
@Component
class Confirmation {

    private static final Duration RECENT = Duration.ofMinutes(10);

    private final SessionRepository sessions;
    private final Activation activation;
    private final Clock clock;

    Confirmation(SessionRepository sessions, Activation activation, Clock clock) {
        this.sessions = sessions;
        this.activation = activation;
        this.clock = clock;
    }

    boolean isRecent(long sessionId) {
        return sessions.provedSince(sessionId, clock.instant().minus(RECENT));
    }

    /** False when it is not the password, or after too many tries. */
    boolean give(long personId, long sessionId, String password) {
        boolean right = activation.knows(personId, password);
        if (right) {
            sessions.confirmed(sessionId);
        }
        return right;
    }
}
