package fr.viaduc.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One read-only transaction for the whole of a signed-in page: its statements and its shell see the same moment, and
 * the viewer is told to the database once.
 */
final class ReadTransactionFilter extends OncePerRequestFilter {
    private final PlatformTransactionManager transactions;
    private final DefaultTransactionDefinition readOnly = new DefaultTransactionDefinition();

    ReadTransactionFilter(PlatformTransactionManager transactions) {
        this.transactions = transactions;
        readOnly.setReadOnly(true);
        readOnly.setName("page");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Streams and files take their time, and would hold a connection for as long.
        String path = request.getRequestURI();
        return !request.getMethod().equals("GET")
                || CurrentViewer.of(request) == null
                || path.startsWith("/assets/")
                || path.startsWith("/fichiers/")
                || path.equals("/flux");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TransactionStatus status = transactions.getTransaction(readOnly);
        try {
            chain.doFilter(request, response);
        } finally {
            // Nothing was written; ending by a rollback costs the same and holds even after an error.
            transactions.rollback(status);
        }
    }
}
