package fr.viaduc.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What the browser keeps after sign-in: the session, and the device's own cookie. */
@Component
class SessionCookies {

    /** The longest that browsers keep a cookie. */
    private static final Duration DEVICE = Duration.ofDays(400);

    /** The cookie outlives its session by what the table does: what was being written then finds its author. */
    private static final Duration AFTERWARDS = Duration.ofDays(7);

    private final Cookies cookies;
    private final KioskRepository kiosks;

    SessionCookies(Cookies cookies, KioskRepository kiosks) {
        this.cookies = cookies;
        this.kiosks = kiosks;
    }

    Device device(HttpServletRequest request) {
        return Device.of(cookies.read(request, Cookies.DEVICE), request.getHeader(HttpHeaders.USER_AGENT));
    }

    /** Whether this device is shared for good. */
    boolean isKiosk(HttpServletRequest request) {
        return kiosks.isKiosk(device(request));
    }

    /**
     * The cookie by which an account will know this device again: the one it has, or a new one.
     *
     * @return null for a shared device, which keeps nothing of those who pass
     */
    @Nullable
    String lastingDevice(HttpServletRequest request, boolean kiosk) {
        if (kiosk) {
            return null;
        }
        String kept = cookies.read(request, Cookies.DEVICE);
        return kept == null ? Tokens.random() : kept;
    }

    void keep(
            HttpServletRequest request,
            HttpServletResponse response,
            Sessions.Opened session,
            @Nullable String device) {
        if (session.kiosk()) {
            cookies.write(request, response, Cookies.SESSION, session.token());
        } else {
            cookies.write(
                    request,
                    response,
                    Cookies.SESSION,
                    session.token(),
                    session.absolute().plus(AFTERWARDS));
        }
        if (device != null) {
            cookies.write(request, response, Cookies.DEVICE, device, DEVICE);
        }
        cookies.clear(request, response, Cookies.FORM);
    }
}
