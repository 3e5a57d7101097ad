package fr.viaduc.forum;

import fr.viaduc.web.Flash;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Tout marquer comme lu ». */
@Controller
class ForumReadingController {
    private final Forum forum;
    private final CategoryRepository categories;

    ForumReadingController(Forum forum, CategoryRepository categories) {
        this.forum = forum;
        this.categories = categories;
    }

    @PostMapping("/forum/lecture")
    String read(Viewer viewer, @RequestParam(defaultValue = "") String rubrique, HttpServletResponse response) {
        Category category =
                rubrique.isEmpty() ? null : categories.find(viewer, rubrique).orElseThrow(NotFound::new);
        forum.readAll(viewer, category == null ? null : (Long) category.id());
        Flash.say(response, "forum.read.done");
        return "redirect:" + (category == null ? "/forum" : category.address());
    }
}
