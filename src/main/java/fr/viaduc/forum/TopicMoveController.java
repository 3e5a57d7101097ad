package fr.viaduc.forum;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Déplacer »: to another category, once one has read who will see it there. */
@Controller
class TopicMoveController {
    private final Forum forum;
    private final TopicRepository topics;
    private final CategoryRepository categories;

    TopicMoveController(Forum forum, TopicRepository topics, CategoryRepository categories) {
        this.forum = forum;
        this.topics = topics;
        this.categories = categories;
    }

    @GetMapping("/forum/{id:\\d{1,18}}/deplacement")
    String choose(
            Viewer viewer, @PathVariable long id, @RequestParam(required = false) @Nullable Long vers, Model model) {
        Topic topic = forum.get(viewer, id);
        if (!topic.movableBy(viewer)) {
            throw new Forbidden();
        }
        List<Category> others = categories.all(viewer).stream()
                .filter(category -> category.acceptsTopicsFrom(viewer))
                .filter(category -> topic.category() == null
                        || category.id() != topic.category().id())
                .toList();
        Category target = others.stream()
                .filter(category -> vers != null && category.id() == vers)
                .findFirst()
                .orElse(null);
        model.addAttribute("topic", topic);
        model.addAttribute("categories", others);
        model.addAttribute("target", target);
        if (target != null && topic.narrowedTo() == null) {
            topics.difference(topic.item().circleId(), target.circleId()).ifPresent(difference -> {
                model.addAttribute("gained", difference.gained());
                model.addAttribute("lost", difference.lost());
            });
        }
        return "forum/move";
    }

    @PostMapping("/forum/{id:\\d{1,18}}/deplacement")
    String move(Viewer viewer, @PathVariable long id, @RequestParam long vers, HttpServletResponse response) {
        forum.move(viewer, id, vers);
        Flash.say(response, "forum.move.done");
        return "redirect:" + forum.get(viewer, id).address();
    }
}
