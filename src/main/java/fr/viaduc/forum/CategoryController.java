package fr.viaduc.forum;

import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.people.People;
import fr.viaduc.people.PersonLine;
import fr.viaduc.web.Choice;
import fr.viaduc.web.Flash;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The administration of categories: their names, who sees them, who answers. */
@Controller
class CategoryController {
    private final CategoryRepository categories;
    private final Categories administration;
    private final Audiences audiences;
    private final People people;

    CategoryController(CategoryRepository categories, Categories administration, Audiences audiences, People people) {
        this.categories = categories;
        this.administration = administration;
        this.audiences = audiences;
        this.people = people;
    }

    @GetMapping("/administration/forum")
    String all(Viewer viewer, Model model) {
        ForumEntries.check(viewer);
        List<Category> all = categories.administered();
        model.addAttribute("categories", all);
        model.addAttribute(
                "people",
                people.lines(
                        viewer,
                        all.stream()
                                .map(Category::referentId)
                                .filter(Objects::nonNull)
                                .toList()));
        return "forum/categories";
    }

    @GetMapping("/administration/forum/nouvelle")
    String blank(Viewer viewer, Model model) {
        ForumEntries.check(viewer);
        return form(viewer, null, CategoryForm.blank(), Map.of(), model);
    }

    @GetMapping("/administration/forum/{id:\\d{1,18}}")
    String edit(Viewer viewer, @PathVariable long id, Model model) {
        ForumEntries.check(viewer);
        Category category = categories.administered(id).orElseThrow(NotFound::new);
        return form(viewer, category, CategoryForm.of(category), Map.of(), model);
    }

    @PostMapping("/administration/forum")
    ModelAndView add(
            Viewer viewer, @RequestParam Map<String, String> fields, Model model, HttpServletResponse response) {
        ForumEntries.check(viewer);
        return save(viewer, null, CategoryForm.of(fields), model, response);
    }

    @PostMapping("/administration/forum/{id:\\d{1,18}}")
    ModelAndView change(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            Model model,
            HttpServletResponse response) {
        ForumEntries.check(viewer);
        Category category = categories.administered(id).orElseThrow(NotFound::new);
        return save(viewer, category, CategoryForm.of(fields), model, response);
    }

    private ModelAndView save(
            Viewer viewer, @Nullable Category category, CategoryForm form, Model model, HttpServletResponse response) {
        Map<String, String> errors = new LinkedHashMap<>(form.errors(category == null));
        Long referent = form.referent();
        if (referent == null && !form.matricule().isEmpty()) {
            referent = categories.person(form.matricule()).orElse(null);
            if (referent == null) {
                errors.put("matricule", "forum.category.error.person");
            }
        }
        Long circle = category == null ? null : (Long) category.circleId();
        if (!form.audience().isEmpty()) {
            circle = audiences.named(viewer, List.of(form.audience())).stream()
                    .map(Audience::circleId)
                    .findFirst()
                    .orElse(null);
        }
        if (circle == null) {
            errors.put("audience", "forum.category.error.audience");
        }
        if (!errors.isEmpty() || circle == null) {
            return new ModelAndView(
                    form(viewer, category, form, errors, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (category == null) {
            administration.open(viewer, form.answeredBy(referent), circle);
        } else {
            administration.change(viewer, category.id(), form.answeredBy(referent), circle);
        }
        Flash.say(response, "forum.category.saved");
        return new ModelAndView("redirect:/administration/forum");
    }

    private String form(
            Viewer viewer, @Nullable Category category, CategoryForm form, Map<String, String> errors, Model model) {
        PersonLine referent = form.referent() == null
                ? null
                : people.lines(viewer, List.of(form.referent())).get(form.referent());
        model.addAttribute("category", category);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("audiences", audiences.of(viewer));
        model.addAttribute("units", categories.units());
        model.addAttribute(
                "referent",
                referent == null ? List.of() : List.of(new Choice(String.valueOf(referent.id()), referent.name())));
        return "forum/category";
    }
}
