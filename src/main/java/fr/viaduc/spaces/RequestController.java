package fr.viaduc.spaces;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Answers to those who ask to join. */
@Controller
class RequestController {
    private final Spaces spaces;

    RequestController(Spaces spaces) {
        this.spaces = spaces;
    }

    @PostMapping("/espaces/{slug}/demandes/{person}")
    String accept(Viewer viewer, @PathVariable String slug, @PathVariable long person, HttpServletResponse response) {
        spaces.answer(viewer, slug, person, true);
        Flash.say(response, "spaces.accepted");
        return "redirect:/espaces/" + slug + "/membres";
    }

    @PostMapping("/espaces/{slug}/demandes/{person}/fin")
    String refuse(Viewer viewer, @PathVariable String slug, @PathVariable long person, HttpServletResponse response) {
        spaces.answer(viewer, slug, person, false);
        Flash.say(response, "spaces.refused");
        return "redirect:/espaces/" + slug + "/membres";
    }
}
