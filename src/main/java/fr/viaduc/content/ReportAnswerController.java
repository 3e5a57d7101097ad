package fr.viaduc.content;

import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What became of something that one reported: one reads it, and says so. */
@Controller
@RequestMapping("/signalements/{id:\\d{1,18}}")
class ReportAnswerController {
    private final Moderation moderation;

    ReportAnswerController(Moderation moderation) {
        this.moderation = moderation;
    }

    @GetMapping
    String show(Viewer viewer, @PathVariable long id, Model model) {
        model.addAttribute("answer", moderation.answer(viewer, id).orElseThrow(NotFound::new));
        return "content/answer";
    }

    @PostMapping
    String read(Viewer viewer, @PathVariable long id) {
        Publishing.refusePreview(viewer);
        if (!moderation.readAnswer(id)) {
            throw new NotFound();
        }
        return "redirect:/";
    }
}
