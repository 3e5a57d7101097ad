package fr.viaduc.blog;

import fr.viaduc.people.People;
import fr.viaduc.people.PersonLine;
import fr.viaduc.people.Picks;
import fr.viaduc.text.Slug;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The categories, and who publishes in each. */
@Controller
class CategoryController {
    private static final int LONGEST = 80;
    private final ArticleRepository articles;
    private final People people;
    private final Picks picks;

    CategoryController(ArticleRepository articles, People people, Picks picks) {
        this.articles = articles;
        this.people = people;
        this.picks = picks;
    }

    @GetMapping("/administration/articles")
    String list(Viewer viewer, Model model) {
        allow(viewer);
        Map<Long, List<Long>> publishers = articles.publishers();
        Set<Long> named = new LinkedHashSet<>();
        publishers.values().forEach(named::addAll);
        Map<Long, PersonLine> lines = people.lines(viewer, named);
        model.addAttribute("categories", articles.categories());
        model.addAttribute("publishers", publishers);
        model.addAttribute("people", lines);
        return "blog/categories";
    }

    @PostMapping("/administration/articles")
    String add(Viewer viewer, @RequestParam(defaultValue = "") String nom, HttpServletResponse response) {
        allow(viewer);
        String slug = Slug.of(nom);
        if (slug.isEmpty() || nom.strip().length() > LONGEST) {
            Flash.say(response, "blog.category.refused");
        } else {
            articles.addCategory(slug, nom.strip());
            Flash.say(response, "blog.category.added");
        }
        return "redirect:/administration/articles";
    }

    @PostMapping("/administration/articles/{id:\\d{1,18}}")
    String change(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        allow(viewer);
        if (nom.isBlank() || nom.strip().length() > LONGEST) {
            Flash.say(response, "blog.category.refused");
        } else {
            Picks.Picked named = picks.present(viewer, form, "personnes");
            articles.changeCategory(
                    id,
                    nom.strip(),
                    named.people().stream()
                            .map(person -> Long.valueOf(person.value()))
                            .toList());
            if (named.failed()) {
                Flash.say(response, "blog.error.unknown", named.unknown());
            } else {
                Flash.say(response, "blog.category.changed");
            }
        }
        return "redirect:/administration/articles";
    }

    private static void allow(Viewer viewer) {
        if (viewer.preview() || !viewer.isAny(Role.COMMUNICATION, Role.ADMINISTRATOR)) {
            throw new Forbidden();
        }
    }
}
