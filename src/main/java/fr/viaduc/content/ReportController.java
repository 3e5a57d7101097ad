package fr.viaduc.content;

import fr.viaduc.web.Flash;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Signaler »: asks the moderators to look at something. */
@Controller
class ReportController {
    private final Moderation moderation;
    private final Items items;
    private final Comments comments;
    private final Cards cards;

    ReportController(Moderation moderation, Items items, Comments comments, Cards cards) {
        this.moderation = moderation;
        this.items = items;
        this.comments = comments;
        this.cards = cards;
    }

    @GetMapping("/publications/{id}/signalement")
    String form(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long commentaire,
            Model model) {
        fill(viewer, id, commentaire, model, "");
        return "content/report";
    }

    @PostMapping("/publications/{id}/signalement")
    ModelAndView report(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long commentaire,
            @RequestParam(defaultValue = "") String motif,
            @RequestParam(defaultValue = "") String precisions,
            Model model,
            HttpServletResponse response) {
        if (!Moderation.REASONS.contains(motif) || precisions.length() > 2000) {
            fill(viewer, id, commentaire, model, precisions);
            model.addAttribute("missing", true);
            return new ModelAndView("content/report", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        moderation.report(viewer, id, commentaire, motif, precisions);
        Flash.say(response, "content.report.done");
        return new ModelAndView("redirect:" + cards.address(items.get(viewer, id)));
    }

    private void fill(Viewer viewer, long id, @Nullable Long commentId, Model model, String details) {
        Item item = items.get(viewer, id);
        model.addAttribute("item", item);
        model.addAttribute("address", cards.address(item));
        model.addAttribute("details", details);
        model.addAttribute("missing", false);
        if (commentId != null) {
            model.addAttribute("comment", comments.find(viewer, id, commentId).orElseThrow(NotFound::new));
        }
    }
}
