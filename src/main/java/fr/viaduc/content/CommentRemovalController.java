package fr.viaduc.content;

import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A comment of one's own that a moderator removed: one reads why, and says so. */
@Controller
@RequestMapping("/publications/{id:\\d{1,18}}/commentaires/{comment:\\d{1,18}}/retrait")
class CommentRemovalController {
    private final CommentRepository comments;

    CommentRemovalController(CommentRepository comments) {
        this.comments = comments;
    }

    @GetMapping
    String show(Viewer viewer, @PathVariable long id, @PathVariable long comment, Model model) {
        model.addAttribute("removal", comments.removal(viewer, id, comment).orElseThrow(NotFound::new));
        return "content/removed";
    }

    @PostMapping
    String read(Viewer viewer, @PathVariable long id, @PathVariable long comment) {
        Publishing.refusePreview(viewer);
        if (!comments.readRemoval(comment)) {
            throw new NotFound();
        }
        return "redirect:/";
    }
}
