package fr.viaduc.people.signin;

import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Theme, size of text, language: kept with the person, so that they follow from one device to another. */
@Controller
class DisplayController {

    private static final Set<String> THEMES = Set.of("", "light", "dark");
    private static final Set<String> SIZES = Set.of("", "large", "larger");
    private static final Set<String> LANGUAGES = Set.of("fr", "en");

    private final JdbcClient jdbc;

    DisplayController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @PostMapping({"/affichage", "/profil/affichage"})
    @Transactional
    public @Nullable String choose(
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String language) {
        jdbc.sql("""
                update people.person set theme = coalesce(:theme, theme), text_size = coalesce(:text, text_size),
                       locale = coalesce(:language, locale)
                 where id = :person
                """)
                .param("theme", known(theme, THEMES), java.sql.Types.VARCHAR)
                .param("text", known(text, SIZES), java.sql.Types.VARCHAR)
                .param("language", known(language, LANGUAGES), java.sql.Types.VARCHAR)
                .param("person", viewer.id())
                .update();
        if (isScript(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        return "redirect:" + back(request.getHeader(HttpHeaders.REFERER));
    }

    /** A script that has shown the choice already: no page is waited for. */
    private static boolean isScript(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return mode != null && !mode.equals("navigate");
    }

    private static @Nullable String known(@Nullable String value, Set<String> values) {
        return value != null && values.contains(value) ? value : null;
    }

    /** The page one was on, whatever site the header names. */
    private static String back(@Nullable String referer) {
        try {
            String path = referer == null ? null : URI.create(referer).getRawPath();
            return SignInForm.isPath(path) ? String.valueOf(path) : "/";
        } catch (IllegalArgumentException notAnAddress) {
            return "/";
        }
    }
}
