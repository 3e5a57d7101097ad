package fr.viaduc.search;

import fr.viaduc.content.Events;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of results. */
@Controller
class SearchController {
    private final Searches searches;
    private final ApplicationEventPublisher events;

    SearchController(Searches searches, ApplicationEventPublisher events) {
        this.searches = searches;
        this.events = events;
    }

    @GetMapping("/recherche")
    String search(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String dans,
            @RequestParam(required = false) @Nullable String apres,
            Model model,
            HttpServletRequest request) {
        Query query = Query.of(q, dans, apres);
        model.addAttribute("query", query);
        if (query.blank() || query.tooLong()) {
            return "search/ask";
        }
        Found found = searches.find(viewer, query);
        if (query.tab() == Query.Tab.ALL && query.after() == null && found.nothing()) {
            events.publishEvent(new Events.SearchedInVain(query.words()));
        }
        model.addAttribute("found", found);
        String frame = request.getHeader("Turbo-Frame");
        if (query.after() != null && frame != null && frame.matches("suite-\\d{1,18}")) {
            model.addAttribute("frame", frame);
            return "search/more";
        }
        return "search/results";
    }
}
