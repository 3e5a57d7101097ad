package fr.viaduc.spaces;

import fr.viaduc.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Keeping a space first in one's navigation. */
@Controller
class SpacePinController {
    private final Spaces spaces;

    SpacePinController(Spaces spaces) {
        this.spaces = spaces;
    }

    @PostMapping("/espaces/{slug}/epingle")
    String pin(Viewer viewer, @PathVariable String slug) {
        spaces.pin(viewer, slug, true);
        return "redirect:/espaces/" + slug;
    }

    @PostMapping("/espaces/{slug}/epingle/fin")
    String unpin(Viewer viewer, @PathVariable String slug) {
        spaces.pin(viewer, slug, false);
        return "redirect:/espaces/" + slug;
    }
}
