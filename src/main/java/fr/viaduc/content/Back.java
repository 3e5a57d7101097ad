package fr.viaduc.content;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Leads back to the page where a gesture was made: one follows from the feed and stays in the feed. */
final class Back {
    private Back() {}

    /** A redirection to the page that sent the form, when it is one of ours; to the other address when not. */
    static String to(HttpServletRequest request, String otherwise) {
        String page = pageOf(request);
        return "redirect:" + (page == null ? otherwise : page);
    }

    private static @Nullable String pageOf(HttpServletRequest request) {
        String from = request.getHeader(HttpHeaders.REFERER);
        if (from == null) {
            return null;
        }
        try {
            var address = URI.create(from);
            boolean ours = request.getServerName().equals(address.getHost())
                    && address.getRawPath() != null
                    && address.getRawPath().matches("/(?!/)[\\w/-]*");
            String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            return ours ? address.getRawPath() + query : null;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }
}
