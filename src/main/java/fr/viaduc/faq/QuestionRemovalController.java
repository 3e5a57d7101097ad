package fr.viaduc.faq;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Taking a question away. */
@Controller
class QuestionRemovalController {
    private final Faq faq;

    QuestionRemovalController(Faq faq) {
        this.faq = faq;
    }

    @PostMapping("/faq/{id:\\d{1,18}}/suppression")
    String remove(Viewer viewer, @PathVariable long id, HttpServletResponse response) {
        String category = faq.editable(viewer, id).categorySlug();
        faq.withdraw(viewer, id);
        Flash.say(response, "faq.removed");
        return "redirect:/faq?categorie=" + category;
    }
}
