package fr.viaduc.spaces;

import fr.viaduc.circles.Circles;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One space: what it is for, who is there, what is put there. */
@Controller
class SpaceController {
    private static final int FACES = 6;
    private final Spaces spaces;
    private final Circles circles;

    SpaceController(Spaces spaces, Circles circles) {
        this.spaces = spaces;
        this.circles = circles;
    }

    @GetMapping("/espaces/{slug}")
    String show(Viewer viewer, @PathVariable String slug, Model model) {
        Space space = spaces.known(viewer, slug);
        model.addAttribute("space", space);
        model.addAttribute("circle", circles.find(viewer, space.circleId()).orElseThrow(NotFound::new));
        model.addAttribute("people", spaces.some(viewer, space, FACES));
        return "spaces/space";
    }
}
