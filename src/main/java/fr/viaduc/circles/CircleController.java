package fr.viaduc.circles;

import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** « Qui voit ceci, et pourquoi ? » */
@Controller
class CircleController {
    private final Circles circles;

    CircleController(Circles circles) {
        this.circles = circles;
    }

    @GetMapping("/cercles/{id}/pourquoi")
    String why(Viewer viewer, @PathVariable long id, Model model) {
        model.addAttribute("circle", circles.find(viewer, id).orElseThrow(NotFound::new));
        model.addAttribute("reasons", circles.reasons(viewer, id));
        return "circles/why";
    }
}
