package fr.viaduc.content;

import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Merci », « Bravo »: given, changed or taken back. */
@Controller
class ReactionController {
    private final Marks marks;
    private final ItemFoot foot;
    private final CommentPages comments;

    ReactionController(Marks marks, ItemFoot foot, CommentPages comments) {
        this.marks = marks;
        this.foot = foot;
        this.comments = comments;
    }

    @PostMapping("/publications/{id}/reactions")
    String react(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "thanks") String genre,
            Model model,
            HttpServletRequest request) {
        marks.react(viewer, id, null, genre);
        return foot.answer(page, model, id, request);
    }

    @PostMapping("/publications/{id}/commentaires/{comment}/reactions")
    String reactToComment(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            @PathVariable long comment,
            @RequestParam(defaultValue = "thanks") String genre,
            Model model,
            HttpServletRequest request) {
        marks.react(viewer, id, comment, genre);
        return comments.replaced(page, model, id, comment, request);
    }
}
