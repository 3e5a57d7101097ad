package fr.viaduc.blog;

import fr.viaduc.content.AcknowledgementEdit;
import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.content.Lifecycle;
import fr.viaduc.content.Revisions;
import fr.viaduc.people.People;
import fr.viaduc.text.Differences;
import fr.viaduc.web.Flash;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an article was before, what each change changed, and the way back. */
@Controller
class VersionController {
    private final Items items;
    private final Revisions revisions;
    private final Lifecycle lifecycle;
    private final Blog blog;
    private final People people;

    VersionController(Items items, Revisions revisions, Lifecycle lifecycle, Blog blog, People people) {
        this.items = items;
        this.revisions = revisions;
        this.lifecycle = lifecycle;
        this.blog = blog;
        this.people = people;
    }

    /** The versions, and what changed between one (the last but one, unless asked) and the next. */
    @GetMapping(ArticleAddress.PATH + "/versions")
    String list(
            Viewer viewer, @PathVariable String address, @RequestParam(defaultValue = "0") int version, Model model) {
        Item item = items.get(viewer, ArticleAddress.id(address));
        if (!item.kind().equals(Article.KIND)) {
            throw new NotFound();
        }
        List<Revisions.Revision> earlier = revisions.of(viewer, item.id());
        int shown = version == 0 ? item.version() - 1 : version;
        List<Differences.Line> lines = earlier.stream()
                .filter(revision -> revision.version() == shown)
                .findFirst()
                .map(revision -> Differences.between(whole(revision), next(item, earlier, shown)))
                .orElse(List.of());
        model.addAttribute("item", item);
        model.addAttribute("revisions", earlier);
        model.addAttribute("shown", shown);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "changes",
                earlier.stream()
                        .filter(revision -> revision.version() == shown)
                        .findFirst()
                        .map(revision -> EarlierArticle.of(revision).changes())
                        .orElse(List.of()));
        model.addAttribute("writes", lifecycle.writes(viewer, item));
        model.addAttribute(
                "people",
                people.lines(
                        viewer,
                        earlier.stream().map(Revisions.Revision::editorId).toList()));
        return "blog/versions";
    }

    @PostMapping("/blog/{id:\\d{1,18}}/versions/{earlier:\\d{1,9}}")
    String restore(
            Viewer viewer,
            @PathVariable long id,
            @PathVariable int earlier,
            @RequestParam(defaultValue = "0") int version,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        var change = AcknowledgementEdit.of(request, items.get(viewer, id));
        if (!change.errors(page.dates().today()).isEmpty()) {
            Flash.say(response, "blog.version.reach");
            return "redirect:" + Article.address(items.get(viewer, id)) + "/versions?version=" + earlier;
        }
        boolean restored = blog.restore(viewer, id, earlier, version, change);
        Flash.say(response, restored ? "blog.version.restored" : "blog.version.overtaken");
        return "redirect:" + Article.address(items.get(viewer, id)) + "/versions";
    }

    private static String next(Item item, List<Revisions.Revision> earlier, int shown) {
        return earlier.stream()
                .filter(revision -> revision.version() == shown + 1)
                .findFirst()
                .map(VersionController::whole)
                .orElseGet(() -> Differences.whole(String.valueOf(item.title()), item.excerpt(), item.body()));
    }

    private static String whole(Revisions.Revision revision) {
        String title = revision.title();
        return Differences.whole(title == null ? "" : title, revision.excerpt(), revision.body());
    }
}
