package fr.viaduc.posts;

import fr.viaduc.content.Items;
import fr.viaduc.content.Revisions;
import fr.viaduc.people.People;
import fr.viaduc.web.Viewer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a post was before it was changed. */
@Controller
class PostVersionsController {
    private final Items items;
    private final Revisions revisions;
    private final People people;

    PostVersionsController(Items items, Revisions revisions, People people) {
        this.items = items;
        this.revisions = revisions;
        this.people = people;
    }

    @GetMapping("/publications/{id}/versions")
    String versions(Viewer viewer, @PathVariable long id, Model model) {
        model.addAttribute("item", items.get(viewer, id));
        List<Revisions.Revision> earlier = revisions.of(viewer, id);
        Set<Long> named = new LinkedHashSet<>();
        earlier.forEach(revision -> {
            named.add(revision.editorId());
            named.addAll(EarlierPost.of(revision).thanked());
        });
        model.addAttribute("revisions", earlier);
        model.addAttribute("people", people.lines(viewer, named));
        return "posts/versions";
    }
}
