package fr.viaduc.people.signin;

import fr.viaduc.web.CurrentViewer;
import fr.viaduc.web.SentForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Leads whoever is not signed in to the sign-in page, and whoever may not do something to a page that says so. */
@Component
class EntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String SECOND_FACTOR = "/connexion/second-facteur";

    private static final Set<String> OPEN_FORMS = Set.of("/connexion", "/activation", "/mot-de-passe-oublie");

    private final Stash stash;

    EntryPoint(Stash stash) {
        this.stash = stash;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException denied)
            throws IOException {
        Session session = SessionFilter.of(request);
        if (session != null && session.awaitsSecondFactor()) {
            redirect(response, SECOND_FACTOR + back(request));
        } else if (wantsPage(request) && !isSentByScript(request)) {
            stash.keep(request, response);
            redirect(response, "/connexion" + back(request));
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        boolean signedIn = CurrentViewer.of(request) != null;
        if (!signedIn && denied instanceof CsrfException && OPEN_FORMS.contains(request.getRequestURI())) {
            // The page had waited until its cookie was gone: a fresh one, without a word of reproach.
            redirect(response, request.getRequestURI());
        } else if (denied instanceof CsrfException) {
            SentForm.offer(request);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (signedIn) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            redirect(response, "/connexion" + back(request));
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted == null || accepted.contains("text/html") || accepted.contains("*/*");
    }

    /** The page that asks for the second factor, and leads there afterwards. */
    static String secondFactor(String back) {
        return back.equals("/")
                ? SECOND_FACTOR
                : SECOND_FACTOR + "?retour=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    /** A draft saved while typing, a list of proposals, a picture: nobody waits for a page, least of all in a list. */
    private static boolean isSentByScript(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return mode != null && !mode.equals("navigate") && request.getHeader("X-Turbo-Request-Id") == null;
    }

    /** Where to go after sign-in: the page that was asked for. */
    private static String back(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getRequestURI().equals("/")) {
            return "";
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return "?retour=" + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
    }

    private static void redirect(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, address);
    }
}
