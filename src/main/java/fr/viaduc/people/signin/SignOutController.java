package fr.viaduc.people.signin;

import fr.viaduc.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Leaving: also while a second factor is awaited. */
@Controller
class SignOutController {

    private final SessionRepository sessions;
    private final SessionCookies sessionCookies;
    private final Cookies cookies;
    private final EventLog log;

    SignOutController(SessionRepository sessions, SessionCookies sessionCookies, Cookies cookies, EventLog log) {
        this.sessions = sessions;
        this.sessionCookies = sessionCookies;
        this.cookies = cookies;
        this.log = log;
    }

    @GetMapping("/deconnexion")
    String ask(HttpServletRequest request) {
        return SessionFilter.of(request) == null ? "redirect:/connexion" : "people/signin/signOut";
    }

    @PostMapping("/deconnexion")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        Session session = SessionFilter.of(request);
        if (session != null) {
            sessions.end(session.personId(), session.id(), "left");
            log.add(SignInKind.SIGNED_OUT, session.personId(), sessionCookies.device(request));
        }
        String token = cookies.read(request, Cookies.SESSION);
        boolean shared = token != null && sessions.wasOnSharedDevice(token);
        cookies.clear(request, response, Cookies.SESSION);
        // Nothing of the person remains on a shared device: neither pages kept by the browser nor drafts.
        response.setHeader("Clear-Site-Data", shared ? "\"cache\", \"storage\"" : "\"cache\"");
        Flash.say(response, "signin.left");
        return "redirect:/connexion";
    }
}
