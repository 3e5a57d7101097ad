package fr.viaduc.forum;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Fermer le sujet », and opening it again. */
@Controller
class TopicClosureController {
    private final Forum forum;

    TopicClosureController(Forum forum) {
        this.forum = forum;
    }

    @PostMapping("/forum/{id:\\d{1,18}}/fermeture")
    String close(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "true") boolean fermer,
            HttpServletResponse response) {
        forum.close(viewer, id, fermer);
        Flash.say(response, fermer ? "forum.close.done" : "forum.close.undone");
        return "redirect:" + forum.get(viewer, id).address();
    }
}
