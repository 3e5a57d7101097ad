package fr.viaduc.faq;

import fr.viaduc.people.People;
import fr.viaduc.people.Picks;
import fr.viaduc.web.Choice;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Communication and administrators arrange the categories, and say who writes in each. */
@Controller
class CategoryController {
    /** The icons that a category may have. */
    private static final List<String> ICONS = List.of(
            "circle-question-mark",
            "calendar-off",
            "wallet",
            "car",
            "laptop",
            "shirt",
            "graduation-cap",
            "shield-check",
            "hard-hat",
            "heart-pulse",
            "building-2",
            "landmark",
            "truck",
            "users",
            "file-text",
            "key-round");

    private static final int LONGEST = 80;
    private final FaqRepository repository;
    private final Faq faq;
    private final People people;
    private final Picks picks;

    CategoryController(FaqRepository repository, Faq faq, People people, Picks picks) {
        this.repository = repository;
        this.faq = faq;
        this.people = people;
        this.picks = picks;
    }

    @GetMapping("/faq/categories")
    String show(Viewer viewer, Model model) {
        allow(viewer);
        fill(viewer, model, false);
        return "faq/categories";
    }

    @PostMapping("/faq/categories")
    ModelAndView add(
            Viewer viewer,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String icone,
            Model model,
            HttpServletResponse response) {
        allow(viewer);
        String name = nom.strip();
        if (name.isEmpty() || name.length() > LONGEST || Question.slug(name).isEmpty()) {
            fill(viewer, model, true);
            return new ModelAndView("faq/categories", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        faq.open(name, icon(icone));
        Flash.say(response, "faq.category.saved");
        return new ModelAndView("redirect:/faq/categories");
    }

    @PostMapping("/faq/categories/{id:\\d{1,18}}")
    @Transactional
    public String change(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String icone,
            @RequestParam(defaultValue = "0") int rang,
            @RequestParam(defaultValue = "false") boolean supprimer,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response) {
        allow(viewer);
        if (supprimer) {
            Flash.say(response, repository.dropCategory(id) ? "faq.category.dropped" : "faq.category.notEmpty");
        } else {
            String name = nom.strip();
            if (name.isEmpty() || name.length() > LONGEST) {
                Flash.say(response, "faq.category.refused");
                return "redirect:/faq/categories";
            }
            Picks.Picked editors = picks.present(viewer, form, "redaction");
            repository.changeCategory(id, name, icon(icone), Math.clamp(rang, 0, 1000));
            faq.entrust(
                    id,
                    editors.people().stream()
                            .map(person -> Long.valueOf(person.value()))
                            .toList());
            if (editors.failed()) {
                Flash.say(response, "faq.category.unknown", editors.unknown());
            } else {
                Flash.say(response, "faq.category.saved");
            }
        }
        return "redirect:/faq/categories";
    }

    private void fill(Viewer viewer, Model model, boolean blank) {
        Map<Long, List<Long>> editors = repository.editors();
        var lines = people.lines(
                viewer, editors.values().stream().flatMap(List::stream).toList());
        Map<Long, List<Choice>> chosen = new HashMap<>();
        editors.forEach((category, persons) -> {
            var choices = new ArrayList<Choice>();
            for (long person : persons) {
                var line = lines.get(person);
                if (line != null) {
                    choices.add(new Choice(String.valueOf(person), line.name(), -1));
                }
            }
            chosen.put(category, choices);
        });
        model.addAttribute("categories", repository.categories());
        model.addAttribute("editors", chosen);
        model.addAttribute("icons", ICONS);
        model.addAttribute("blank", blank);
    }

    private static String icon(String asked) {
        return ICONS.contains(asked) ? asked : ICONS.getFirst();
    }

    private static void allow(Viewer viewer) {
        if (!Faq.arranges(viewer)) {
            throw new Forbidden();
        }
    }
}
