package fr.viaduc.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * The token of forms: a signature of the session's secret, so nothing is stored. It also holds for a session that has
 * just timed out, whose last form can then be kept for its author.
 */
@Component
class FormTokens implements CsrfTokenRepository {

    private final Tokens tokens;
    private final Cookies cookies;

    FormTokens(Tokens tokens, Cookies cookies) {
        this.tokens = tokens;
        this.cookies = cookies;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        String secret = Tokens.random();
        return new Fresh(token(secret), secret);
    }

    /** Nobody is signed in: the secret is a cookie of its own, until the browser is closed. */
    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token instanceof Fresh fresh) {
            cookies.write(request, response, Cookies.FORM, fresh.secret);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        String secret = cookies.read(request, Cookies.SESSION);
        if (secret == null) {
            secret = cookies.read(request, Cookies.FORM);
        }
        return secret == null ? null : token(secret);
    }

    private DefaultCsrfToken token(String secret) {
        return new DefaultCsrfToken("X-CSRF-Token", "_csrf", tokens.signatureText("form", secret));
    }

    private static final class Fresh implements CsrfToken {
        private final DefaultCsrfToken token;
        private final String secret;

        Fresh(DefaultCsrfToken token, String secret) {
            this.token = token;
            this.secret = secret;
        }

        @Override
        public String getHeaderName() {
            return token.getHeaderName();
        }

        @Override
        public String getParameterName() {
            return token.getParameterName();
        }

        @Override
        public String getToken() {
            return token.getToken();
        }
    }
}
