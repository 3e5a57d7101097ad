package fr.viaduc.spaces;

import fr.viaduc.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** « J’ai compris »: the welcome text is not shown again. */
@Controller
class WelcomeController {
    private final Spaces spaces;

    WelcomeController(Spaces spaces) {
        this.spaces = spaces;
    }

    @PostMapping("/espaces/{slug}/accueil")
    String read(Viewer viewer, @PathVariable String slug) {
        spaces.welcomed(viewer, slug);
        return "redirect:/espaces/" + slug;
    }
}
