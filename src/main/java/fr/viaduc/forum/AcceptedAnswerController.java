package fr.viaduc.forum;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Retenir cette réponse », or none any more. */
@Controller
class AcceptedAnswerController {
    private final Forum forum;

    AcceptedAnswerController(Forum forum) {
        this.forum = forum;
    }

    @PostMapping("/forum/{id:\\d{1,18}}/reponse-retenue")
    String accept(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long reponse,
            HttpServletResponse response) {
        forum.accept(viewer, id, reponse);
        Flash.say(response, reponse == null ? "forum.accepted.none" : "forum.accepted.done");
        return "redirect:" + forum.get(viewer, id).address() + (reponse == null ? "" : "#reponse-retenue");
    }
}
