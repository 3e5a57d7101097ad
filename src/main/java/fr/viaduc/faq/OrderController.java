package fr.viaduc.faq;

import fr.viaduc.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A question one place up, or down, in its category. */
@Controller
class OrderController {
    private final Faq faq;

    OrderController(Faq faq) {
        this.faq = faq;
    }

    @PostMapping("/faq/{id:\\d{1,18}}/ordre")
    String move(Viewer viewer, @PathVariable long id, @RequestParam(defaultValue = "bas") String sens) {
        faq.move(viewer, id, sens.equals("haut"));
        return "redirect:/faq?categorie=" + faq.get(viewer, id).categorySlug() + "#question-" + id;
    }
}
