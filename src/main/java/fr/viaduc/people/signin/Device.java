package fr.viaduc.people.signin;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The device of a request.
 *
 * @param cookie its own secret, null when it has none
 * @param label what its owner recognises it by: "Firefox (Windows)", in every language
 */
record Device(@Nullable String cookie, String label) {

    static Device of(@Nullable String cookie, @Nullable String userAgent) {
        return new Device(cookie, label(userAgent));
    }

    /** Fingerprint of its cookie, empty when it has none. */
    byte[] hash() {
        return cookie == null ? new byte[0] : Tokens.fingerprint(cookie);
    }

    boolean hasCookie() {
        return cookie != null;
    }

    /** Never prints the cookie. */
    @Override
    public String toString() {
        return "Device[" + label + "]";
    }

    static String label(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return "";
        }
        String agent = userAgent.toLowerCase(Locale.ROOT);
        String system = system(agent);
        String browser = browser(agent);
        if (browser.isEmpty() || system.isEmpty()) {
            return browser + system;
        }
        return browser + " (" + system + ")";
    }

    private static String browser(String agent) {
        if (agent.contains("edg/")) {
            return "Edge";
        }
        if (agent.contains("firefox") || agent.contains("fxios")) {
            return "Firefox";
        }
        if (agent.contains("samsungbrowser")) {
            return "Samsung Internet";
        }
        if (agent.contains("chrome") || agent.contains("crios")) {
            return "Chrome";
        }
        return agent.contains("safari") ? "Safari" : "";
    }

    private static String system(String agent) {
        if (agent.contains("iphone")) {
            return "iPhone";
        }
        if (agent.contains("ipad")) {
            return "iPad";
        }
        if (agent.contains("android")) {
            return "Android";
        }
        if (agent.contains("windows")) {
            return "Windows";
        }
        if (agent.contains("mac os")) {
            return "Mac";
        }
        return agent.contains("linux") ? "Linux" : "";
    }
}
