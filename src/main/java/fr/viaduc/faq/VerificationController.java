package fr.viaduc.faq;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** « Toujours juste »: its editors have checked an answer. */
@Controller
class VerificationController {
    private final Faq faq;

    VerificationController(Faq faq) {
        this.faq = faq;
    }

    @PostMapping("/faq/{id:\\d{1,18}}/verification")
    String verify(Viewer viewer, @PathVariable long id, HttpServletResponse response) {
        faq.verify(viewer, id);
        Flash.say(response, "faq.verified");
        return "redirect:" + faq.get(viewer, id).address();
    }
}
