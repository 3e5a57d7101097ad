package fr.viaduc.blog;

import fr.viaduc.content.Attachments;
import fr.viaduc.content.Cards;
import fr.viaduc.content.CommentPages;
import fr.viaduc.content.Contributors;
import fr.viaduc.content.ImageRights;
import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.content.Lifecycle;
import fr.viaduc.content.Placements;
import fr.viaduc.content.Tags;
import fr.viaduc.people.People;
import fr.viaduc.text.LongText;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An article on its page: as its readers see it, and with what remains to be done for those who write it. */
@Controller
class ArticleController {
    private static final int BESIDE = 3;
    private final Items items;
    private final Cards cards;
    private final ArticleRepository articles;
    private final Blog blog;
    private final Lifecycle lifecycle;
    private final Contributors contributors;
    private final ImageRights rights;
    private final Attachments attachments;
    private final Placements placements;
    private final Tags tags;
    private final CommentPages comments;
    private final People people;

    ArticleController(
            Items items,
            Cards cards,
            ArticleRepository articles,
            Blog blog,
            Lifecycle lifecycle,
            Contributors contributors,
            ImageRights rights,
            Attachments attachments,
            Placements placements,
            Tags tags,
            CommentPages comments,
            People people) {
        this.items = items;
        this.cards = cards;
        this.articles = articles;
        this.blog = blog;
        this.lifecycle = lifecycle;
        this.contributors = contributors;
        this.rights = rights;
        this.attachments = attachments;
        this.placements = placements;
        this.tags = tags;
        this.comments = comments;
        this.people = people;
    }

    @GetMapping(ArticleAddress.PATH)
    String show(Viewer viewer, Page page, @PathVariable String address, Model model) {
        long id = ArticleAddress.id(address);
        Item item = items.get(viewer, id);
        if (!item.kind().equals(Article.KIND)) {
            return "redirect:" + cards.address(item);
        }
        Article article = articles.find(List.of(id)).getOrDefault(id, Article.plain(id));
        List<Long> coauthors = contributors.of(List.of(id)).getOrDefault(id, List.of());
        List<ImageRights.Agreement> agreements = rights.of(id);
        Set<Long> named = new LinkedHashSet<>(coauthors);
        named.add(item.authorId());
        agreements.forEach(agreement -> named.add(agreement.personId()));
        boolean writes = lifecycle.writes(viewer, item);
        model.addAttribute("item", item);
        model.addAttribute("article", article);
        model.addAttribute("text", LongText.shown(item.body(), page.t("blog.table")));
        model.addAttribute("people", people.lines(viewer, named));
        model.addAttribute("coauthors", coauthors);
        model.addAttribute("agreements", agreements);
        model.addAttribute("attachments", attachments.of(List.of(id)).getOrDefault(id, List.of()));
        model.addAttribute("placements", placements.of(List.of(id)).getOrDefault(id, List.of()));
        model.addAttribute("tags", tags.of(List.of(id)).getOrDefault(id, List.of()));
        model.addAttribute("writes", writes);
        model.addAttribute("publishes", writes && blog.publishes(article));
        model.addAttribute("beside", item.seen() ? articles.beside(id, article.category(), BESIDE) : List.of());
        model.addAttribute("listing", comments.list(viewer, item, null));
        return "blog/article";
    }
}
