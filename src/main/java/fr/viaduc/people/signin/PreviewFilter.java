package fr.viaduc.people.signin;

import fr.viaduc.web.CurrentViewer;
import fr.viaduc.web.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Nothing is written while somebody looks at the network "as an élu": every write ends on a page that says so. */
@Component
@Order(PreviewFilter.AFTER_SECURITY)
class PreviewFilter extends OncePerRequestFilter {
    static final String REFUSED = "/apercu/refus";
    static final int AFTER_SECURITY = 0;
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> WAYS_OUT = Set.of("/apercu/fin", "/deconnexion");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Viewer viewer = CurrentViewer.of(request);
        if (viewer != null
                && viewer.preview()
                && !READS.contains(request.getMethod())
                && !WAYS_OUT.contains(request.getRequestURI())) {
            request.getRequestDispatcher(REFUSED).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
