package fr.viaduc.blog;

import fr.viaduc.content.Item;
import fr.viaduc.people.People;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of articles, and one's own drafts. */
@Controller
class BlogController {
    static final int SIZE = 12;
    private static final int MOST_DRAFTS = 100;
    private final ArticleRepository articles;
    private final People people;

    BlogController(ArticleRepository articles, People people) {
        this.articles = articles;
        this.people = people;
    }

    @GetMapping("/blog")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String categorie,
            @RequestParam(defaultValue = "") String mot,
            @RequestParam(defaultValue = "") String avant,
            Model model,
            HttpServletRequest request) {
        Category category =
                categorie.isEmpty() ? null : articles.category(categorie).orElseThrow(NotFound::new);
        Instant before = Instant.parse("9999-01-01T00:00:00Z");
        long beforeId = Long.MAX_VALUE;
        if (avant.matches("\\d{1,16}-\\d{1,18}")) {
            int dash = avant.lastIndexOf('-');
            long micros = Long.parseLong(avant.substring(0, dash));
            before = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
            beforeId = Long.parseLong(avant.substring(dash + 1));
        }
        List<Item> found = articles.published(
                viewer,
                category == null ? null : category.id(),
                mot.isEmpty() ? null : mot,
                before,
                beforeId,
                SIZE + 1);
        List<Item> items = found.size() > SIZE ? found.subList(0, SIZE) : found;
        model.addAttribute("items", items);
        model.addAttribute(
                "articles", articles.find(items.stream().map(Item::id).toList()));
        model.addAttribute(
                "authors",
                people.lines(viewer, items.stream().map(Item::authorId).toList()));
        model.addAttribute("next", found.size() > SIZE ? cursor(items.getLast()) : "");
        model.addAttribute(
                "base",
                "/blog?" + (category == null ? "" : "categorie=" + category.slug() + "&")
                        + (mot.matches("[a-z0-9-]+") ? "mot=" + mot + "&" : ""));
        String frame = request.getHeader("Turbo-Frame");
        if (!avant.isEmpty() && frame != null && frame.matches("suite-[\\d-]{1,40}")) {
            model.addAttribute("frame", frame);
            return "blog/more";
        }
        model.addAttribute("category", category);
        model.addAttribute("tag", mot);
        model.addAttribute("categories", articles.categories());
        return "blog/index";
    }

    @GetMapping("/blog/mes-articles")
    String drafts(Viewer viewer, Model model) {
        List<Item> items = articles.unseen(viewer, MOST_DRAFTS);
        model.addAttribute("items", items);
        model.addAttribute(
                "articles", articles.find(items.stream().map(Item::id).toList()));
        model.addAttribute(
                "authors",
                people.lines(viewer, items.stream().map(Item::authorId).toList()));
        return "blog/drafts";
    }

    private static String cursor(Item last) {
        Instant at = last.at();
        return (at.getEpochSecond() * 1_000_000 + at.getNano() / 1000) + "-" + last.id();
    }
}
