package fr.viaduc.content;

import fr.viaduc.people.People;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The moderators' queue. */
@Controller
class ModerationController {
    private static final int LONGEST = 1000;

    private final Moderation moderation;
    private final People people;

    ModerationController(Moderation moderation, People people) {
        this.moderation = moderation;
        this.people = people;
    }

    @GetMapping("/administration/moderation")
    String queue(Viewer viewer, @RequestParam(defaultValue = "") String etat, Model model) {
        fill(viewer, !etat.equals("traites"), model);
        return "content/moderation";
    }

    /** What is removed is removed for a reason, which its author reads. */
    @PostMapping("/administration/moderation/{id}")
    ModelAndView decide(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam boolean retirer,
            @RequestParam(defaultValue = "") String reponse,
            Model model,
            HttpServletResponse response) {
        boolean unsaid = retirer && reponse.isBlank();
        if (unsaid || reponse.length() > LONGEST) {
            fill(viewer, true, model);
            model.addAttribute("refused", id);
            model.addAttribute("typed", reponse);
            model.addAttribute("error", unsaid ? "content.moderation.unsaid" : "content.moderation.long");
            return new ModelAndView("content/moderation", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        moderation.decide(viewer, id, retirer, reponse.strip());
        Flash.say(response, retirer ? "content.moderation.removed" : "content.moderation.kept");
        return new ModelAndView("redirect:/administration/moderation");
    }

    private void fill(Viewer viewer, boolean open, Model model) {
        List<Moderation.Report> reports = moderation.queue(viewer, open);
        model.addAttribute("reports", reports);
        model.addAttribute("open", open);
        model.addAttribute(
                "people",
                people.lines(
                        viewer,
                        reports.stream()
                                .flatMap(report -> Stream.of(report.authorId(), report.reporterId()))
                                .toList()));
    }
}
