package fr.viaduc.forum;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Épingler » at the top of the forum, for those who keep order in the category. */
@Controller
class TopicPinController {
    private final Forum forum;

    TopicPinController(Forum forum) {
        this.forum = forum;
    }

    @PostMapping("/forum/{id:\\d{1,18}}/epingle")
    String pin(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "true") boolean epingler,
            HttpServletResponse response) {
        forum.pin(viewer, id, epingler);
        Flash.say(response, epingler ? "forum.pin.done" : "forum.pin.undone");
        return "redirect:" + forum.get(viewer, id).address();
    }
}
