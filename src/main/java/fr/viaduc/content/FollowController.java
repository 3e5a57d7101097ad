package fr.viaduc.content;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Suivre », « Masquer de mon fil ». */
@Controller
class FollowController {
    private final Marks marks;
    private final Items items;
    private final Cards cards;

    FollowController(Marks marks, Items items, Cards cards) {
        this.marks = marks;
        this.items = items;
        this.cards = cards;
    }

    @PostMapping("/publications/{id}/suivi")
    String follow(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String etat,
            HttpServletRequest request,
            HttpServletResponse response) {
        switch (etat) {
            case "following", "muted" -> marks.follow(viewer, id, etat);
            case "" -> marks.follow(viewer, id, null);
            default -> throw new Forbidden();
        }
        Flash.say(response, "content.follow.done." + (etat.isEmpty() ? "none" : etat));
        return Back.to(request, cards.address(items.get(viewer, id)));
    }
}
