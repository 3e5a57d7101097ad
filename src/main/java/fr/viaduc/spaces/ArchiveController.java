package fr.viaduc.spaces;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Putting a group away, and taking it up again. */
@Controller
class ArchiveController {
    private final Spaces spaces;

    ArchiveController(Spaces spaces) {
        this.spaces = spaces;
    }

    @PostMapping("/espaces/{slug}/archive")
    String archive(Viewer viewer, @PathVariable String slug, HttpServletResponse response) {
        spaces.archive(viewer, slug, true);
        Flash.say(response, "spaces.archived");
        return "redirect:/espaces/" + slug;
    }

    @PostMapping("/espaces/{slug}/archive/fin")
    String unarchive(Viewer viewer, @PathVariable String slug, HttpServletResponse response) {
        spaces.archive(viewer, slug, false);
        Flash.say(response, "spaces.unarchived");
        return "redirect:/espaces/" + slug;
    }
}
