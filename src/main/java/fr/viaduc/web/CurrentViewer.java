package fr.viaduc.web;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** Where a request keeps its viewer and its form token: put there by sign-in, read by pages. */
public final class CurrentViewer {
    private static final String VIEWER = CurrentViewer.class.getName();
    private static final String FORM_TOKEN = VIEWER + ".formToken";

    private CurrentViewer() {}

    public static void bind(ServletRequest request, Viewer viewer) {
        request.setAttribute(VIEWER, viewer);
    }

    /** The viewer, or null when nobody is signed in. */
    public static @Nullable Viewer of(ServletRequest request) {
        return (Viewer) request.getAttribute(VIEWER);
    }

    public static void bindFormToken(ServletRequest request, FormToken token) {
        request.setAttribute(FORM_TOKEN, token);
    }

    static @Nullable FormToken formToken(ServletRequest request) {
        return (FormToken) request.getAttribute(FORM_TOKEN);
    }

    /** Gives the value of the hidden field {@code _csrf}; masked anew at each call, so that compression tells nothing. */
    @FunctionalInterface
    public interface FormToken {
        String value();
    }
}
