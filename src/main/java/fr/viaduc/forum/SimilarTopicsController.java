package fr.viaduc.forum;

import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Topics that say much the same: while one types a title, and beside a topic. */
@Controller
class SimilarTopicsController {
    private final TopicLists lists;
    private final TopicRepository topics;

    SimilarTopicsController(TopicLists lists, TopicRepository topics) {
        this.lists = lists;
        this.topics = topics;
    }

    @GetMapping("/forum/proches")
    String typed(Viewer viewer, @RequestParam(defaultValue = "") String titre, Model model) {
        model.addAttribute("alike", lists.alike(viewer, titre, null));
        return "forum/alikeTyped";
    }

    @GetMapping("/forum/{id:\\d{1,18}}/proches")
    String beside(Viewer viewer, @PathVariable long id, Model model) {
        Topic topic = topics.find(viewer, id).orElseThrow(NotFound::new);
        model.addAttribute("topic", topic);
        model.addAttribute("alike", lists.alike(viewer, topic.title(), id));
        return "forum/alikeBeside";
    }
}
