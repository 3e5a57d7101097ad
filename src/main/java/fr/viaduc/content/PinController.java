package fr.viaduc.content;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Épingler » in a space, for those who lead it. */
@Controller
class PinController {
    private final Marks marks;
    private final Items items;
    private final Cards cards;

    PinController(Marks marks, Items items, Cards cards) {
        this.marks = marks;
        this.items = items;
        this.cards = cards;
    }

    @PostMapping("/publications/{id}/epingle")
    String pin(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam long espace,
            @RequestParam boolean epingler,
            HttpServletRequest request,
            HttpServletResponse response) {
        marks.pin(viewer, id, espace, epingler);
        Flash.say(response, epingler ? "content.pin.done" : "content.pin.undone");
        return Back.to(request, cards.address(items.get(viewer, id)));
    }
}
