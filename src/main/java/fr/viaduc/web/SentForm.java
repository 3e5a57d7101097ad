package fr.viaduc.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What somebody was sending when something came in between: shown to them again, to be sent again; nothing typed is lost. */
public record SentForm(String action, List<Field> fields) implements Serializable {

    private static final String OFFERED = SentForm.class.getName();
    private static final int LARGEST = 1_000_000;
    private static final Set<String> SECRETS = Set.of("password", "current", "code");

    /** One field. */
    public record Field(String name, String value) implements Serializable {}

    /** The form of this request, without its files; null when there is none, too much, or a secret in it. */
    public static @Nullable SentForm of(HttpServletRequest request) {
        if (!method(request).equals("POST")) {
            return null;
        }
        var fields = new ArrayList<Field>();
        int size = 0;
        try {
            for (var parameter : request.getParameterMap().entrySet()) {
                if (SECRETS.contains(parameter.getKey())) {
                    return null;
                }
                for (String value : parameter.getValue()) {
                    if (!parameter.getKey().equals("_csrf")) {
                        fields.add(new Field(parameter.getKey(), value));
                        size += value.length();
                    }
                }
            }
        } catch (RuntimeException unreadable) {
            return null; // what was sent is itself the trouble
        }
        return fields.isEmpty() || size > LARGEST ? null : new SentForm(address(request), fields);
    }

    /**
     * As {@link #of}, when the browser says that one of Viaduc's own pages sent it: no other site may have its words
     * offered to somebody to be sent in their name.
     */
    static @Nullable SentForm ofOwnPage(HttpServletRequest request) {
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site")) ? of(request) : null;
    }

    /** Has the page that answers this request offer the form again: it was made for another session. */
    public static void offer(HttpServletRequest request) {
        SentForm form = ofOwnPage(request);
        if (form != null) {
            request.setAttribute(OFFERED, form);
        }
    }

    static @Nullable SentForm offered(HttpServletRequest request) {
        return (SentForm) request.getAttribute(OFFERED);
    }

    /** What a person typed, as text, without the keys and the choices that programs add. */
    public List<String> typed() {
        return fields.stream()
                .filter(field -> !field.name().endsWith("Key"))
                .map(field -> field.value().startsWith("<")
                        ? Jsoup.parseBodyFragment(field.value()).wholeText().strip()
                        : field.value().strip())
                .filter(value -> value.matches("(?s).*\\p{L}{2}.*") && !value.matches("[a-z0-9_:,./-]+"))
                .toList();
    }

    /** On the error page, the method is that of the request that failed: the page itself is always got. */
    static String method(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String failed
                ? failed
                : request.getMethod();
    }

    /** On the error page, the address is that of the request that failed. */
    static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }
}
