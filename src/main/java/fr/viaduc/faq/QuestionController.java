package fr.viaduc.faq;

import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.Drafts;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Writing a question and its answer, from nothing, from words that found nothing, or from an accepted answer; changing one. */
@Controller
class QuestionController {
    private static final String DRAFT = "question(-[a-z0-9-]{1,80})?";
    private final FaqRepository repository;
    private final Faq faq;
    private final Audiences audiences;
    private final Drafts drafts;

    QuestionController(FaqRepository repository, Faq faq, Audiences audiences, Drafts drafts) {
        this.repository = repository;
        this.faq = faq;
        this.audiences = audiences;
        this.drafts = drafts;
    }

    @GetMapping("/faq/nouvelle")
    String blank(
            Viewer viewer,
            Page page,
            @RequestParam(required = false) @Nullable Long depuis,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String categorie,
            Model model) {
        List<Category> categories = allow(viewer);
        List<Audience> possible = audiences.of(viewer);
        String draft = draftOf(depuis, question);
        model.addAttribute("draft", draft);
        Drafts.Draft kept = drafts.find(viewer, draft);
        if (!kept.isEmpty()) {
            QuestionForm form = QuestionForm.of(kept::value);
            if (depuis != null) {
                model.addAttribute("source", faq.source(viewer, depuis).item());
            }
            fill(model, form, Map.of(), possible, null);
            return "faq/form";
        }
        String title = question;
        String answer = "";
        String audience = usual(possible);
        if (depuis != null) {
            Faq.Source source = faq.source(viewer, depuis);
            title = source.item().title() == null ? "" : source.item().title();
            answer = source.answer();
            // Never wider than where it was said, unless its editor decides so.
            audience = possible.stream()
                    .filter(each -> each.circleId() == source.item().circleId())
                    .findFirst()
                    .map(Audience::value)
                    .orElse("");
            model.addAttribute("source", source.item());
        }
        String chosen = categories.stream()
                .filter(Category::edited)
                .filter(each -> categorie.isEmpty() || each.slug().equals(categorie))
                .findFirst()
                .map(each -> String.valueOf(each.id()))
                .orElse("");
        var form = new QuestionForm(
                title,
                answer,
                "html",
                chosen,
                repository.ownUnit(viewer).map(String::valueOf).orElse(""),
                audience,
                page.dates().today().plusYears(1),
                depuis,
                UUID.randomUUID());
        fill(model, form, Map.of(), possible, null);
        return "faq/form";
    }

    @PostMapping("/faq")
    ModelAndView publish(
            Viewer viewer, Page page, HttpServletRequest request, HttpServletResponse response, Model model) {
        allow(viewer);
        QuestionForm form = QuestionForm.of(sent(request));
        String draft = sent(request).apply("brouillon");
        List<Audience> possible = audiences.of(viewer);
        Optional<Audience> audience = possible.stream()
                .filter(each -> each.value().equals(form.audience()))
                .findFirst();
        Map<String, String> errors = errors(form, page.dates().today());
        if (audience.isEmpty()) {
            errors.put("public", "faq.error.audience");
        }
        if (!errors.isEmpty()) {
            fill(model, form, errors, possible, null);
            model.addAttribute("draft", draft.matches(DRAFT) ? draft : draftOf(form.source(), ""));
            Long source = form.source();
            if (source != null) {
                model.addAttribute("source", faq.source(viewer, source).item());
            }
            return new ModelAndView("faq/form", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        long id = faq.publish(viewer, form, audience.orElseThrow());
        if (draft.matches(DRAFT)) {
            drafts.forget(viewer, draft);
        }
        Flash.say(response, "faq.published");
        return new ModelAndView("redirect:" + faq.get(viewer, id).address());
    }

    @GetMapping("/faq/{id:\\d{1,18}}/modifier")
    String edit(Viewer viewer, @PathVariable long id, Model model) {
        Question question = faq.editable(viewer, id);
        var form = new QuestionForm(
                question.title(),
                question.item().body(),
                "html",
                String.valueOf(question.categoryId()),
                String.valueOf(question.unitId()),
                "",
                question.reviewBy(),
                null,
                UUID.randomUUID());
        fill(model, form, Map.of(), audiences.of(viewer), question);
        return "faq/form";
    }

    @PostMapping("/faq/{id:\\d{1,18}}")
    ModelAndView save(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Question question = faq.editable(viewer, id);
        QuestionForm form = QuestionForm.of(sent(request));
        List<Audience> possible = audiences.of(viewer);
        Optional<Long> circle = form.audience().isEmpty()
                ? Optional.of(question.item().circleId())
                : possible.stream()
                        .filter(each -> each.value().equals(form.audience()))
                        .findFirst()
                        .map(Audience::circleId);
        Map<String, String> errors = errors(form, page.dates().today());
        if (circle.isEmpty()) {
            errors.put("public", "faq.error.audience");
        }
        if (errors.isEmpty() && !faq.revise(viewer, question, version, form, circle.orElseThrow())) {
            errors.put("reponse", "faq.error.elsewhere");
        }
        if (!errors.isEmpty()) {
            fill(model, form, errors, possible, question);
            return new ModelAndView("faq/form", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Flash.say(response, "faq.saved");
        return new ModelAndView("redirect:" + faq.get(viewer, id).address());
    }

    private Map<String, String> errors(QuestionForm form, LocalDate today) {
        Map<String, String> errors = new LinkedHashMap<>(form.errors(today));
        if (!errors.containsKey("categorie")
                && !errors.containsKey("service")
                && !repository.mayEdit(form.categoryId(), form.unitId())) {
            errors.put("service", "faq.error.notYours");
        }
        return errors;
    }

    private List<Category> allow(Viewer viewer) {
        List<Category> categories = repository.categories();
        if (!Faq.writes(viewer, categories)) {
            throw new Forbidden();
        }
        return categories;
    }

    private void fill(
            Model model,
            QuestionForm form,
            Map<String, String> errors,
            List<Audience> possible,
            @Nullable Question question) {
        Map<String, String> categories = new LinkedHashMap<>();
        repository.categories().stream()
                .filter(Category::edited)
                .forEach(category -> categories.put(String.valueOf(category.id()), category.name()));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("categories", categories);
        model.addAttribute("units", faq.units());
        model.addAttribute("audiences", possible);
        model.addAttribute("question", question);
    }

    /** One draft for what one begins from nothing, and one for each topic or failed search that one answers. */
    private static String draftOf(@Nullable Long source, String question) {
        String words = Question.slug(question);
        return "question" + (source != null ? "-" + source : words.isEmpty() ? "" : "-" + words);
    }

    private static Function<String, String> sent(HttpServletRequest request) {
        return field -> Objects.requireNonNullElse(request.getParameter(field), "");
    }

    private static String usual(List<Audience> possible) {
        return possible.stream()
                .filter(audience -> audience.kind().equals("agents"))
                .findFirst()
                .map(Audience::value)
                .orElse("");
    }
}
