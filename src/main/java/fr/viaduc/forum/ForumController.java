package fr.viaduc.forum;

import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of topics: all, or those of one category; and the search inside the forum. */
@Controller
class ForumController {
    private final TopicLists lists;

    ForumController(TopicLists lists) {
        this.lists = lists;
    }

    @GetMapping("/forum")
    String all(
            Viewer viewer,
            @RequestParam(defaultValue = "") String liste,
            @RequestParam(required = false) @Nullable String etiquette,
            @RequestParam(required = false) @Nullable String apres,
            @RequestParam(defaultValue = "") String q,
            Model model,
            HttpServletRequest request) {
        return show(viewer, liste, null, etiquette, apres, q, model, request);
    }

    @GetMapping("/forum/rubriques/{slug}")
    String category(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String liste,
            @RequestParam(required = false) @Nullable String etiquette,
            @RequestParam(required = false) @Nullable String apres,
            @RequestParam(defaultValue = "") String q,
            Model model,
            HttpServletRequest request) {
        return show(viewer, liste, slug, etiquette, apres, q, model, request);
    }

    private String show(
            Viewer viewer,
            String shelf,
            @Nullable String category,
            @Nullable String tag,
            @Nullable String after,
            String words,
            Model model,
            HttpServletRequest request) {
        boolean searched = !words.isBlank();
        var shown = lists.shown(viewer, Shelf.of(shelf), category, tag, searched ? null : after);
        var alone = shown.listing().category();
        model.addAttribute("listing", shown.listing());
        model.addAttribute("categories", shown.categories());
        model.addAttribute("helpers", shown.helpers());
        model.addAttribute("toAnswer", shown.toAnswer());
        model.addAttribute("words", words.strip());
        String frame = request.getHeader("Turbo-Frame");
        boolean more = after != null && frame != null && frame.matches("suite-[\\d-]{1,40}");
        model.addAttribute("frame", frame);
        if (searched) {
            var hits = lists.search(viewer, words, alone == null ? null : (Long) alone.id(), after);
            model.addAttribute("found", hits.found());
            model.addAttribute("people", hits.people());
            model.addAttribute("next", hits.next());
            return "forum/found";
        }
        return more ? "forum/more" : "forum/index";
    }
}
