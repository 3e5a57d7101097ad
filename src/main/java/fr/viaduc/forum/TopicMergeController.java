package fr.viaduc.forum;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Réunir avec un autre sujet », once one has read who will see it there. */
@Controller
class TopicMergeController {
    private final Forum forum;
    private final TopicRepository topics;
    private final TopicLists lists;

    TopicMergeController(Forum forum, TopicRepository topics, TopicLists lists) {
        this.forum = forum;
        this.topics = topics;
        this.lists = lists;
    }

    @GetMapping("/forum/{id:\\d{1,18}}/fusion")
    String choose(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long vers,
            @RequestParam(defaultValue = "") String titre,
            Model model) {
        Topic topic = forum.get(viewer, id);
        if (!topic.ledBy(viewer)) {
            throw new Forbidden();
        }
        model.addAttribute("topic", topic);
        model.addAttribute("words", titre);
        model.addAttribute("alike", lists.alike(viewer, titre.isBlank() ? topic.title() : titre, id));
        if (vers != null) {
            Topic target = topics.find(viewer, vers)
                    .filter(other -> other.id() != id && other.ledBy(viewer))
                    .orElseThrow(NotFound::new);
            model.addAttribute("target", target);
            topics.difference(topic.item().circleId(), target.item().circleId()).ifPresent(difference -> {
                model.addAttribute("gained", difference.gained());
                model.addAttribute("lost", difference.lost());
            });
        }
        return "forum/merge";
    }

    @PostMapping("/forum/{id:\\d{1,18}}/fusion")
    String merge(Viewer viewer, @PathVariable long id, @RequestParam long vers, HttpServletResponse response) {
        forum.merge(viewer, id, vers);
        Flash.say(response, "forum.merge.done");
        return "redirect:" + forum.get(viewer, vers).address();
    }
}
