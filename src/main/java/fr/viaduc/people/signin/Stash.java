package fr.viaduc.people.signin;

import fr.viaduc.web.SentForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the form that was sent by a session that had just ended: encrypted, an hour, for its author alone, who sends
 * it again after sign-in with one click. Nobody else ever sees or sends it.
 */
@Component
class Stash {

    static final String ADDRESS = "/connexion/reprise";

    private static final Duration LIFE = Duration.ofHours(1);
    private static final String KIND = "stash";

    private final CeremonyRepository ceremonies;
    private final SessionRepository sessions;
    private final Cookies cookies;

    Stash(CeremonyRepository ceremonies, SessionRepository sessions, Cookies cookies) {
        this.ceremonies = ceremonies;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /** Keeps what was posted, when one knows by whom: the form's own token was right, the session had ended. */
    void keep(HttpServletRequest request, HttpServletResponse response) {
        String session = cookies.read(request, Cookies.SESSION);
        Long person = session == null || !request.getMethod().equals("POST") ? null : sessions.personOf(session);
        if (person == null) {
            return;
        }
        SentForm form = SentForm.of(request);
        if (form == null) {
            return;
        }
        String token = Tokens.random();
        ceremonies.keep(token, KIND, person, form, LIFE);
        cookies.write(request, response, Cookies.STASH, token, LIFE);
    }

    /** Where whoever has just signed in goes: to the form that waits for them, or else there. */
    String next(HttpServletRequest request, HttpServletResponse response, long personId, String otherwise) {
        return isFor(request, response, personId) ? ADDRESS : otherwise;
    }

    /** Whether a form waits for whoever has just signed in; one that waits for somebody else is destroyed. */
    private boolean isFor(HttpServletRequest request, HttpServletResponse response, long personId) {
        String token = cookies.read(request, Cookies.STASH);
        if (token == null) {
            return false;
        }
        Optional<Long> owner = ceremonies.personOf(token, KIND);
        if (owner.isPresent() && owner.get() == personId) {
            return true;
        }
        ceremonies.remove(token);
        cookies.clear(request, response, Cookies.STASH);
        return false;
    }

    /** The form that waits for this person, or null. */
    @Nullable
    SentForm find(HttpServletRequest request, long personId) {
        String token = cookies.read(request, Cookies.STASH);
        return token == null || !ceremonies.personOf(token, KIND).equals(Optional.of(personId))
                ? null
                : ceremonies.find(token, KIND, SentForm.class).orElse(null);
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        String token = cookies.read(request, Cookies.STASH);
        if (token != null) {
            ceremonies.remove(token);
            cookies.clear(request, response, Cookies.STASH);
        }
    }
}
