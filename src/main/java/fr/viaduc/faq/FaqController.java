package fr.viaduc.faq;

import fr.viaduc.content.Cards;
import fr.viaduc.content.Events;
import fr.viaduc.content.Item;
import fr.viaduc.content.Relations;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The FAQ, by category or by words; and one question. */
@Controller
class FaqController {
    private static final int LONGEST = 200;
    private final FaqRepository repository;
    private final Faq faq;
    private final Relations relations;
    private final Cards cards;
    private final ApplicationEventPublisher events;

    FaqController(
            FaqRepository repository, Faq faq, Relations relations, Cards cards, ApplicationEventPublisher events) {
        this.repository = repository;
        this.faq = faq;
        this.relations = relations;
        this.cards = cards;
        this.events = events;
    }

    @GetMapping("/faq")
    String index(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String categorie,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String apres,
            Model model,
            HttpServletRequest request) {
        String words = q.strip();
        List<Category> categories = repository.categories();
        Optional<Category> chosen = words.isEmpty() ? chosen(categories, categorie) : Optional.empty();
        List<Question> questions = List.of();
        String next = null;
        if (!words.isEmpty() && words.length() <= LONGEST) {
            questions = faq.search(viewer, words);
            // Typing asks for the list alone, word by word: only a whole question that was sent counts.
            if (questions.isEmpty() && request.getHeader("Turbo-Frame") == null) {
                events.publishEvent(new Events.SearchedInVain(words));
            }
        } else if (chosen.isPresent()) {
            Place after = Place.of(apres);
            questions = repository.of(viewer, chosen.get().id(), after.position(), after.id(), Faq.SIZE + 1);
            if (questions.size() > Faq.SIZE) {
                questions = questions.subList(0, Faq.SIZE);
                Question last = questions.getLast();
                next = last.position() + "_" + last.id();
            }
        }
        model.addAttribute("categories", categories);
        model.addAttribute("chosen", chosen.orElse(null));
        model.addAttribute("words", words);
        model.addAttribute("questions", questions);
        model.addAttribute("next", next);
        model.addAttribute("writes", Faq.writes(viewer, categories));
        return "faq/index";
    }

    @GetMapping("/faq/{address:\\d{1,18}(?:-[a-z0-9-]{0,80})?}")
    String show(Viewer viewer, Page page, @PathVariable String address, Model model) {
        Question question = faq.get(viewer, Long.parseLong(address.split("-", 2)[0]));
        if (!page.path().equals(question.address())) {
            return "redirect:" + question.address();
        }
        model.addAttribute("question", question);
        model.addAttribute("alike", faq.alike(viewer, question.id()));
        model.addAttribute("sources", addresses(relations.sources(viewer, question.id())));
        return "faq/question";
    }

    private Map<String, Item> addresses(List<Item> items) {
        var addresses = new LinkedHashMap<String, Item>();
        for (Item item : items) {
            if (cards.kinds().contains(item.kind().name())) {
                addresses.put(cards.address(item), item);
            }
        }
        return addresses;
    }

    private static Optional<Category> chosen(List<Category> categories, @Nullable String slug) {
        return categories.stream()
                .filter(category -> category.slug().equals(slug))
                .findFirst()
                .or(() -> categories.stream()
                        .filter(category -> category.questions() > 0)
                        .findFirst())
                .or(() -> categories.stream().findFirst());
    }

    /** Where a category goes on. */
    private record Place(int position, long id) {
        static Place of(String value) {
            if (!value.matches("\\d{1,9}_\\d{1,18}")) {
                return new Place(-1, 0);
            }
            String[] parts = value.split("_", 2);
            return new Place(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
        }
    }
}
