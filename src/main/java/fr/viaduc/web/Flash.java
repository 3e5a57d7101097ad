package fr.viaduc.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A word of confirmation for the next page ("Publication envoyée"), carried by a cookie that lives a minute.
 *
 * @param key of the text, never the text itself: what comes from a cookie is not shown
 * @param argument filled in the text; escaped like any other value
 */
public record Flash(String key, String argument) {
    static final String COOKIE = "viaduc-flash";
    private static final int A_MINUTE = 60;

    public static void say(HttpServletResponse response, String key) {
        say(response, key, "");
    }

    public static void say(HttpServletResponse response, String key, String argument) {
        response.addCookie(cookie(URLEncoder.encode(key + "|" + argument, StandardCharsets.UTF_8), A_MINUTE));
    }

    /** What the last page had to say, taken away from the cookie; null when nothing. */
    static @Nullable Flash take(HttpServletRequest request, HttpServletResponse response, Texts texts) {
        if (request.getCookies() == null) {
            return null;
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty()) {
                response.addCookie(cookie("", 0));
                return read(cookie.getValue(), texts);
            }
        }
        return null;
    }

    private static @Nullable Flash read(String value, Texts texts) {
        String said;
        try {
            said = URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
        int bar = said.indexOf('|');
        if (bar < 0 || !texts.has(said.substring(0, bar))) {
            return null;
        }
        return new Flash(said.substring(0, bar), said.substring(bar + 1));
    }

    private static Cookie cookie(String value, int seconds) {
        var cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
