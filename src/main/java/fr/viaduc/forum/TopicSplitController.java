package fr.viaduc.forum;

import fr.viaduc.content.CommentPages;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Détacher des réponses »: makes a topic of its own of some replies. */
@Controller
class TopicSplitController {
    private final Forum forum;
    private final CommentPages comments;

    TopicSplitController(Forum forum, CommentPages comments) {
        this.forum = forum;
        this.comments = comments;
    }

    @GetMapping("/forum/{id:\\d{1,18}}/scission")
    String choose(
            Viewer viewer, @PathVariable long id, @RequestParam(required = false) @Nullable Long reponse, Model model) {
        Topic topic = forum.get(viewer, id);
        if (!topic.ledBy(viewer)) {
            throw new Forbidden();
        }
        return form(viewer, topic, reponse, List.of(), "", UUID.randomUUID(), Map.of(), model);
    }

    @PostMapping("/forum/{id:\\d{1,18}}/scission")
    ModelAndView split(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<Long> reponses,
            @RequestParam(required = false) @Nullable Long reponse,
            @RequestParam(defaultValue = "") String titre,
            @RequestParam(required = false) @Nullable UUID idempotencyKey,
            Model model,
            HttpServletResponse response) {
        Topic topic = forum.get(viewer, id);
        if (!topic.ledBy(viewer)) {
            throw new Forbidden();
        }
        UUID key = idempotencyKey == null ? UUID.randomUUID() : idempotencyKey;
        Map<String, String> errors = errors(reponses, titre);
        if (!errors.isEmpty()) {
            String view = form(viewer, topic, reponse, reponses, titre, key, errors, model);
            return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        long made = forum.split(viewer, id, reponses, titre.strip(), key);
        Flash.say(response, "forum.split.done");
        return new ModelAndView("redirect:" + forum.get(viewer, made).address());
    }

    private static Map<String, String> errors(List<Long> replies, String title) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (replies.isEmpty()) {
            errors.put("reponses", "forum.split.error.none");
        }
        if (title.strip().length() < 5 || title.length() > TopicForm.LONGEST_TITLE) {
            errors.put("titre", "forum.error.title");
        }
        return errors;
    }

    private String form(
            Viewer viewer,
            Topic topic,
            @Nullable Long start,
            List<Long> chosen,
            String title,
            UUID key,
            Map<String, String> errors,
            Model model) {
        model.addAttribute("topic", topic);
        model.addAttribute("stretch", comments.from(viewer, topic.item(), start));
        model.addAttribute("start", start);
        model.addAttribute("chosen", chosen);
        model.addAttribute("title", title);
        model.addAttribute("key", key.toString());
        model.addAttribute("errors", errors);
        return "forum/split";
    }
}
