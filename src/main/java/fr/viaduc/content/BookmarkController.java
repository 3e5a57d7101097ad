package fr.viaduc.content;

import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Garder pour plus tard ». */
@Controller
class BookmarkController {
    private final Marks marks;
    private final ItemFoot foot;

    BookmarkController(Marks marks, ItemFoot foot) {
        this.marks = marks;
        this.foot = foot;
    }

    @PostMapping("/publications/{id}/marque-page")
    String keep(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            @RequestParam boolean garder,
            Model model,
            HttpServletRequest request) {
        marks.bookmark(viewer, id, garder);
        return foot.answer(page, model, id, request);
    }
}
