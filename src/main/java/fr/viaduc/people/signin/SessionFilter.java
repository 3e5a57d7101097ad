package fr.viaduc.people.signin;

import fr.viaduc.database.ViewerContext;
import fr.viaduc.web.CurrentViewer;
import fr.viaduc.web.Viewer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds who is looking, in one statement, and works in their name until the answer is written. */
@Component
class SessionFilter extends OncePerRequestFilter {

    private static final String SESSION = SessionFilter.class.getName() + ".session";

    private final SessionRepository sessions;
    private final Cookies cookies;
    private final FormTokens forms;
    private final Clock clock;
    private final CsrfTokenRequestHandler masks = new XorCsrfTokenRequestAttributeHandler();

    SessionFilter(SessionRepository sessions, Cookies cookies, FormTokens forms, Clock clock) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.forms = forms;
        this.clock = clock;
    }

    /** The session of this request, also while it awaits its second factor; null when there is none. */
    static @Nullable Session of(HttpServletRequest request) {
        return (Session) request.getAttribute(SESSION);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/") || path.equals("/sante");
    }

    /** An error page is shown to somebody too: the viewer found by the request serves again. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CurrentViewer.bindFormToken(request, () -> formToken(request, response));
        Viewer viewer = CurrentViewer.of(request);
        // An error page looks nobody up: it must stand when the database is what failed.
        if (viewer == null && request.getDispatcherType() != DispatcherType.ERROR) {
            viewer = find(request);
        }
        if (viewer == null) {
            chain.doFilter(request, response);
        } else {
            inTheNameOf(viewer, request, response, chain);
        }
    }

    private @Nullable Viewer find(HttpServletRequest request) {
        String token = cookies.allowed(request) ? cookies.read(request, Cookies.SESSION) : null;
        Session session = token == null ? null : sessions.find(token).orElse(null);
        if (session == null) {
            return null;
        }
        request.setAttribute(SESSION, session);
        if (session.staleAt(clock.instant()) && isActivity(request)) {
            sessions.seen(session.id());
        }
        if (session.awaitsSecondFactor()) {
            return null;
        }
        CurrentViewer.bind(request, session.viewer());
        return session.viewer();
    }

    /** The live stream opens by itself, again and again: it does not keep a forgotten session alive. */
    private static boolean isActivity(HttpServletRequest request) {
        String purpose = request.getHeader("X-Sec-Purpose");
        return !request.getRequestURI().equals("/flux") && (purpose == null || !purpose.contains("prefetch"));
    }

    private static void inTheNameOf(
            Viewer viewer, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            ViewerContext.run(viewer.id(), () -> {
                try {
                    chain.doFilter(request, response);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (ServletException e) {
                    throw new Carried(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (Carried e) {
            throw e.exception;
        }
    }

    private String formToken(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(CsrfToken.class.getName()) == null) {
            bindToken(request, response);
        }
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "" : token.getToken();
    }

    /** The request failed before its token was looked for: its error page may still have a form. */
    private void bindToken(HttpServletRequest request, HttpServletResponse response) {
        CsrfToken token = forms.loadToken(request);
        if (token != null) {
            masks.handle(request, response, () -> token);
        }
    }

    private static final class Carried extends RuntimeException {
        private final ServletException exception;

        Carried(ServletException exception) {
            super(exception);
            this.exception = exception;
        }
    }
}
