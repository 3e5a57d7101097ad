package fr.viaduc.people.signin;

import fr.viaduc.web.CurrentViewer;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Hands Spring Security the viewer that the session filter has found; keeps nothing. */
final class ViewerContextRepository implements SecurityContextRepository {

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        Viewer viewer = CurrentViewer.of(request);
        return new Found(viewer == null ? new SecurityContextImpl() : new SecurityContextImpl(new SignedIn(viewer)));
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // The session table is the only memory.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return CurrentViewer.of(request) != null;
    }

    private record Found(SecurityContext context) implements DeferredSecurityContext {
        @Override
        public SecurityContext get() {
            return context;
        }

        @Override
        public boolean isGenerated() {
            return context.getAuthentication() == null;
        }
    }
}
