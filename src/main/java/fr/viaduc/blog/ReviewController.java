package fr.viaduc.blog;

import fr.viaduc.content.Items;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Envoyer en relecture », « Renvoyer aux auteurs ». */
@Controller
class ReviewController {
    private final Blog blog;
    private final Items items;

    ReviewController(Blog blog, Items items) {
        this.blog = blog;
        this.items = items;
    }

    @PostMapping("/blog/{id:\\d{1,18}}/relecture")
    String submit(Viewer viewer, @PathVariable long id, HttpServletResponse response) {
        blog.submit(viewer, id);
        Flash.say(response, "blog.submitted");
        return "redirect:" + Article.address(items.get(viewer, id));
    }

    @PostMapping("/blog/{id:\\d{1,18}}/renvoi")
    String giveBack(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String raison,
            HttpServletResponse response) {
        blog.giveBack(viewer, id, raison.length() > 2000 ? raison.substring(0, 2000) : raison);
        Flash.say(response, "blog.givenBack");
        // Who reviewed it does not see a draft any more.
        return items.find(viewer, id)
                .map(item -> "redirect:" + Article.address(item))
                .orElse("redirect:/blog/mes-articles");
    }
}
