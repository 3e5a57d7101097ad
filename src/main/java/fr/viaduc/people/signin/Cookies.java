package fr.viaduc.people.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookies of sign-in: {@code __Host-}, {@code Secure}, {@code HttpOnly}, {@code SameSite=Lax}.
 *
 * <p>Over plain HTTP the prefix and {@code Secure} are impossible. It is allowed only towards this very machine, which
 * browsers hold to be safe too, or when the settings say so for a trial.
 */
@Component
class Cookies {

    static final String SESSION = "viaduc";
    static final String DEVICE = "viaduc-device";
    static final String FORM = "viaduc-form";
    static final String ACTIVATION = "viaduc-activation";
    static final String CEREMONY = "viaduc-ceremony";
    static final String STASH = "viaduc-stash";

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final SignInSettings settings;

    Cookies(SignInSettings settings) {
        this.settings = settings;
    }

    /** Whether a session may be kept over this connection. */
    boolean allowed(HttpServletRequest request) {
        return request.isSecure() || settings.insecureCookies() || THIS_MACHINE.contains(request.getServerName());
    }

    /** The cookie's value, or null. */
    @Nullable
    String read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        String wanted = name(request, name);
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(wanted) && !cookie.getValue().isEmpty()) {
                return cookie.getValue();
            }
        }
        return null;
    }

    /** Keeps a value until the browser is closed. */
    void write(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        add(request, response, name, value, Duration.ofSeconds(-1));
    }

    void write(HttpServletRequest request, HttpServletResponse response, String name, String value, Duration kept) {
        add(request, response, name, value, kept);
    }

    void clear(HttpServletRequest request, HttpServletResponse response, String name) {
        add(request, response, name, "", Duration.ZERO);
    }

    private void add(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration kept) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request, name), value)
                        .path("/")
                        .secure(!plain(request))
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(kept)
                        .build()
                        .toString());
    }

    private String name(HttpServletRequest request, String name) {
        return plain(request) ? name : "__Host-" + name;
    }

    private boolean plain(HttpServletRequest request) {
        return !request.isSecure() && allowed(request);
    }
}
