package fr.viaduc.blog;

import fr.viaduc.content.Contributors;
import fr.viaduc.content.ImageRights;
import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.people.People;
import fr.viaduc.people.PersonLine;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An article to print, and the bulletin made by picking some. */
@Controller
class PaperController {
    private static final int TO_PICK = 40;
    private static final int MOST = 12;
    private final Items items;
    private final ArticleRepository articles;
    private final Contributors contributors;
    private final ImageRights rights;
    private final People people;
    private final Paper paper;

    PaperController(
            Items items,
            ArticleRepository articles,
            Contributors contributors,
            ImageRights rights,
            People people,
            Paper paper) {
        this.items = items;
        this.articles = articles;
        this.contributors = contributors;
        this.rights = rights;
        this.people = people;
        this.paper = paper;
    }

    /** For oneself: what one sees, on A4. */
    @GetMapping(ArticleAddress.PATH + "/papier")
    ResponseEntity<byte[]> one(Viewer viewer, Page page, @PathVariable String address) {
        Item item = items.get(viewer, ArticleAddress.id(address));
        if (!item.kind().equals(Article.KIND)) {
            throw new NotFound();
        }
        return pdf(paper.pdf(page, "", Paper.Sheet.A4, printed(viewer, List.of(item))), "article-" + item.id());
    }

    @GetMapping("/blog/bulletin")
    ModelAndView bulletin(
            Viewer viewer,
            Page page,
            @RequestParam(defaultValue = "") List<Long> article,
            @RequestParam(defaultValue = "") String titre,
            @RequestParam(defaultValue = "a4") String format,
            Model model) {
        List<Item> latest =
                articles.published(viewer, null, null, Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE, TO_PICK);
        model.addAttribute("items", latest);
        model.addAttribute("picked", Set.copyOf(article));
        model.addAttribute("title", titre);
        model.addAttribute("sheet", Paper.Sheet.of(format));
        Set<Long> refused = lackingPrint(latest.stream().map(Item::id).toList());
        model.addAttribute("refused", refused);
        String error = article.size() > MOST
                ? "blog.bulletin.many"
                : article.stream().anyMatch(refused::contains) ? "blog.bulletin.rights" : "";
        model.addAttribute("error", error);
        return new ModelAndView(
                "blog/bulletin", model.asMap(), error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** For a wall: whoever is shown must have agreed to be printed. */
    @GetMapping("/blog/bulletin.pdf")
    Object bulletinPdf(
            Viewer viewer,
            Page page,
            @RequestParam(defaultValue = "") List<Long> article,
            @RequestParam(defaultValue = "") String titre,
            @RequestParam(defaultValue = "a4") String format,
            Model model) {
        List<Long> picked = article.stream().distinct().toList();
        if (picked.isEmpty() || picked.size() > MOST || !lackingPrint(picked).isEmpty()) {
            return bulletin(viewer, page, article, titre, format, model);
        }
        Map<Long, Item> found = items.find(viewer, picked).stream()
                .filter(item -> item.kind().equals(Article.KIND) && item.state() == Item.State.PUBLISHED)
                .collect(java.util.stream.Collectors.toMap(Item::id, item -> item));
        List<Item> inOrder =
                picked.stream().map(found::get).filter(Objects::nonNull).toList();
        if (inOrder.isEmpty()) {
            throw new NotFound();
        }
        String title = titre.isBlank() ? page.t("blog.bulletin.title") : titre.strip();
        return pdf(paper.pdf(page, title, Paper.Sheet.of(format), printed(viewer, inOrder)), "bulletin");
    }

    private Set<Long> lackingPrint(List<Long> ids) {
        return rights.lacking(ids, ImageRights.Use.PRINT).keySet();
    }

    private List<Paper.Printed> printed(Viewer viewer, List<Item> printed) {
        List<Long> ids = printed.stream().map(Item::id).toList();
        Map<Long, Article> details = articles.find(ids);
        Map<Long, List<Long>> coauthors = contributors.of(ids);
        Set<Long> named = new LinkedHashSet<>();
        printed.forEach(item -> named.add(item.authorId()));
        coauthors.values().forEach(named::addAll);
        Map<Long, PersonLine> lines = people.lines(viewer, named);
        Set<Long> unprintable = lackingPrint(ids);
        var sheets = new ArrayList<Paper.Printed>();
        for (Item item : printed) {
            List<PersonLine> authors = Stream.concat(
                            Stream.of(item.authorId()), coauthors.getOrDefault(item.id(), List.of()).stream())
                    .map(lines::get)
                    .filter(Objects::nonNull)
                    .toList();
            sheets.add(new Paper.Printed(
                    item,
                    details.getOrDefault(item.id(), Article.plain(item.id())),
                    authors,
                    !unprintable.contains(item.id())));
        }
        return sheets;
    }

    private static ResponseEntity<byte[]> pdf(byte[] bytes, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes);
    }
}
