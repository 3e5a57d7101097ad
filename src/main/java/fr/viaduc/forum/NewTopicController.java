package fr.viaduc.forum;

import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.Drafts;
import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Poser une question ». */
@Controller
class NewTopicController {
    private final Forum forum;
    private final CategoryRepository categories;
    private final TopicLists lists;
    private final Audiences audiences;
    private final Drafts drafts;
    private final Items items;

    NewTopicController(
            Forum forum,
            CategoryRepository categories,
            TopicLists lists,
            Audiences audiences,
            Drafts drafts,
            Items items) {
        this.forum = forum;
        this.categories = categories;
        this.lists = lists;
        this.audiences = audiences;
        this.drafts = drafts;
        this.items = items;
    }

    @GetMapping("/forum/nouveau")
    String write(
            Viewer viewer,
            @RequestParam(defaultValue = "") String rubrique,
            @RequestParam(defaultValue = "") String titre,
            Model model) {
        if (viewer.preview()) {
            throw new Forbidden();
        }
        List<Category> open = open(viewer);
        Long category = open.stream()
                .filter(one -> one.slug().equals(rubrique))
                .map(Category::id)
                .findFirst()
                .orElse(null);
        TopicForm form = TopicForm.draft(drafts.find(viewer, Forum.DRAFT), category, titre);
        return form(viewer, form, Map.of(), false, model);
    }

    @PostMapping("/forum")
    ModelAndView open(Viewer viewer, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (viewer.preview()) {
            throw new Forbidden();
        }
        TopicForm form = TopicForm.of(request);
        Map<String, String> errors = new LinkedHashMap<>(form.errors());
        if (form.category() != null
                && open(viewer).stream().noneMatch(one -> Objects.equals(one.id(), form.category()))) {
            errors.put("rubrique", "forum.error.category");
        }
        if (!form.narrow().isEmpty()
                && audiences.named(viewer, List.of(form.narrow())).isEmpty()) {
            errors.put("public", "forum.error.narrow");
        }
        // Without scripts, topics alike are asked for by a button of the form.
        boolean asked = request.getParameter("proches") != null;
        if (asked || !errors.isEmpty()) {
            String view = form(viewer, form, asked ? Map.of() : errors, asked, model);
            return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        long id = forum.open(viewer, form);
        Item item = items.get(viewer, id);
        Flash.say(response, "forum.opened", String.valueOf(item.heads()));
        return new ModelAndView("redirect:" + Topic.address(item));
    }

    private String form(Viewer viewer, TopicForm form, Map<String, String> errors, boolean alike, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("categories", open(viewer));
        model.addAttribute("narrower", narrower(viewer));
        model.addAttribute("asked", alike);
        model.addAttribute("alike", form.title().isEmpty() ? List.of() : lists.alike(viewer, form.title(), null));
        return "forum/new";
    }

    private List<Category> open(Viewer viewer) {
        return categories.all(viewer).stream()
                .filter(category -> category.acceptsTopicsFrom(viewer))
                .toList();
    }

    /** To whom a topic may be narrowed: everybody is no narrowing. */
    private List<Audience> narrower(Viewer viewer) {
        return audiences.of(viewer).stream()
                .filter(audience -> !audience.kind().equals("everyone"))
                .filter(audience -> !audience.group().equals("others"))
                .toList();
    }
}
