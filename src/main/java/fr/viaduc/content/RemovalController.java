package fr.viaduc.content;

import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** « J’ai lu » under the reason why something of one's own was removed: the home page stops saying so. */
@Controller
class RemovalController {
    private final Items items;

    RemovalController(Items items) {
        this.items = items;
    }

    @PostMapping("/publications/{id:\\d{1,18}}/retrait")
    String read(Viewer viewer, @PathVariable long id) {
        Publishing.refusePreview(viewer);
        if (!items.readRemoval(id)) {
            throw new NotFound();
        }
        return "redirect:/";
    }
}
