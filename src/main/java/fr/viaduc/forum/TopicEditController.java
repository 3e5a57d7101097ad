package fr.viaduc.forum;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Changing a topic: its words for its author, its subjects also for those who keep order. */
@Controller
class TopicEditController {
    private final Forum forum;
    private final TopicRepository topics;

    TopicEditController(Forum forum, TopicRepository topics) {
        this.forum = forum;
        this.topics = topics;
    }

    @GetMapping({"/forum/{id:\\d{1,18}}/modifier", "/forum/{id:\\d{1,18}}-{slug}/modifier"})
    String edit(Viewer viewer, @PathVariable long id, Model model) {
        Topic topic = forum.get(viewer, id);
        if (!topic.taggableBy(viewer)) {
            throw new Forbidden();
        }
        List<Tag> tags = topics.tags(List.of(id)).getOrDefault(id, List.of());
        return form(topic, TopicForm.of(topic, tags), Map.of(), model);
    }

    @PostMapping("/forum/{id:\\d{1,18}}")
    ModelAndView save(
            Viewer viewer,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Topic topic = forum.get(viewer, id);
        TopicForm form = TopicForm.of(request);
        boolean own = topic.item().editableBy(viewer);
        Map<String, String> errors = new java.util.LinkedHashMap<>(form.errors());
        errors.keySet().retainAll(own ? List.of("titre", "texte", "etiquettes") : List.of("etiquettes"));
        if (topic.taggableBy(viewer) && !errors.isEmpty()) {
            return new ModelAndView(form(topic, form, errors, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (own) {
            forum.edit(viewer, id, form);
        } else {
            forum.tag(viewer, id, form.tagNames());
        }
        Flash.say(response, "forum.edited");
        return new ModelAndView("redirect:" + forum.get(viewer, id).address());
    }

    private static String form(Topic topic, TopicForm form, Map<String, String> errors, Model model) {
        model.addAttribute("topic", topic);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "forum/edit";
    }
}
