package fr.viaduc.house;

import fr.viaduc.web.TooManyRequests;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Failures on demand, in tests only. */
@Controller
@TestComponent
class FailingController {

    @GetMapping("/aide/essai/panne")
    String fail() {
        throw new IllegalStateException("secret detail of the failure");
    }

    /** Fails in such a way that the error page fails too. */
    @GetMapping("/aide/essai/panne-double")
    String failTwice(HttpServletRequest request) {
        request.setAttribute("fr.viaduc.web.SentForm", "not a form");
        throw new IllegalStateException("secret detail of the failure");
    }

    @GetMapping("/aide/essai/trop")
    String often() {
        throw new TooManyRequests(Duration.ofSeconds(42));
    }
}
