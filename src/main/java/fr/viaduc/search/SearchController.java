package fr.viaduc.search;

import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of results. */
@Controller
class SearchController {
    private final Searches searches;

    SearchController(Searches searches) {
        this.searches = searches;
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
        model.addAttribute("found", searches.find(viewer, query));
        String frame = request.getHeader("Turbo-Frame");
        if (query.after() != null && frame != null && frame.matches("suite-\\d{1,18}")) {
            model.addAttribute("frame", frame);
            return "search/more";
        }
        return "search/results";
    }
}
