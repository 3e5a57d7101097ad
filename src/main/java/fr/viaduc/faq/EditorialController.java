package fr.viaduc.faq;

import fr.viaduc.content.Cards;
import fr.viaduc.content.Item;
import fr.viaduc.content.OpenQuestions;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What those who write the FAQ have to do: searches in vain, topics without answer, answers that do not help or grow old. */
@Controller
class EditorialController {
    private static final int MOST = 20;
    private static final int SOON = 30;
    private final FaqRepository repository;
    private final ObjectProvider<OpenQuestions> questions;
    private final Cards cards;

    EditorialController(FaqRepository repository, ObjectProvider<OpenQuestions> questions, Cards cards) {
        this.repository = repository;
        this.questions = questions;
        this.cards = cards;
    }

    @GetMapping("/faq/redaction")
    String work(Viewer viewer, Page page, Model model) {
        allow(viewer);
        model.addAttribute(
                "work",
                new Editorial(
                        repository.failed(MOST),
                        topics(module -> module.unanswered(viewer, MOST)),
                        topics(module -> module.undecided(viewer, MOST)),
                        repository.lowRated(viewer, MOST),
                        repository.due(viewer, page.dates().today().plusDays(SOON), MOST)));
        model.addAttribute("arranges", Faq.arranges(viewer));
        return "faq/editorial";
    }

    @PostMapping("/faq/redaction/recherches")
    String dismiss(Viewer viewer, @RequestParam(defaultValue = "") String mots, HttpServletResponse response) {
        allow(viewer);
        repository.dismiss(mots);
        Flash.say(response, "faq.failed.dismissed");
        return "redirect:/faq/redaction";
    }

    /** By address, in their order. */
    private Map<String, Item> topics(Function<OpenQuestions, List<Item>> which) {
        var topics = new LinkedHashMap<String, Item>();
        questions
                .orderedStream()
                .flatMap(module -> which.apply(module).stream())
                .forEach(topic -> topics.put(cards.address(topic), topic));
        return topics;
    }

    private void allow(Viewer viewer) {
        if (!Faq.writes(viewer, repository.categories())) {
            throw new Forbidden();
        }
    }
}
