package fr.viaduc.forum;

import fr.viaduc.web.Flash;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A category that takes no new topics any more; what is in it stays. */
@Controller
class CategoryArchiveController {
    private final CategoryRepository categories;
    private final Categories administration;

    CategoryArchiveController(CategoryRepository categories, Categories administration) {
        this.categories = categories;
        this.administration = administration;
    }

    @PostMapping("/administration/forum/{id:\\d{1,18}}/archive")
    String archive(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "true") boolean archiver,
            HttpServletResponse response) {
        ForumEntries.check(viewer);
        if (categories.administered(id).isEmpty()) {
            throw new NotFound();
        }
        administration.archive(viewer, id, archiver);
        Flash.say(response, "forum.category.saved");
        return "redirect:/administration/forum";
    }
}
