package fr.viaduc.content;

import fr.viaduc.people.People;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The moderators' queue. */
@Controller
class ModerationController {
    private final Moderation moderation;
    private final People people;

    ModerationController(Moderation moderation, People people) {
        this.moderation = moderation;
        this.people = people;
    }

    @GetMapping("/administration/moderation")
    String queue(Viewer viewer, @RequestParam(defaultValue = "") String etat, Model model) {
        boolean open = !etat.equals("traites");
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
        return "content/moderation";
    }

    @PostMapping("/administration/moderation/{id}")
    String decide(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam boolean retirer,
            @RequestParam(defaultValue = "") String reponse,
            HttpServletResponse response) {
        moderation.decide(viewer, id, retirer, reponse);
        Flash.say(response, retirer ? "content.moderation.removed" : "content.moderation.kept");
        return "redirect:/administration/moderation";
    }
}
