package fr.viaduc.posts;

import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Voter ». */
@Controller
class PollVoteController {
    private final Items items;
    private final PostRepository posts;
    private final Clock clock;

    PollVoteController(Items items, PostRepository posts, Clock clock) {
        this.items = items;
        this.posts = posts;
        this.clock = clock;
    }

    @PostMapping("/publications/{id}/votes")
    String vote(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<Long> choix,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (viewer.preview()) {
            throw new Forbidden();
        }
        Item item = items.get(viewer, id);
        String outcome = posts.vote(id, choix);
        if (outcome.equals("missing")) {
            throw new NotFound();
        }
        String accepted = request.getHeader("Accept");
        if (accepted == null || !accepted.contains("text/vnd.turbo-stream.html")) {
            Flash.say(response, "posts.poll." + outcome);
            return "redirect:/publications/" + id;
        }
        Post post = posts.find(viewer, List.of(id)).get(id);
        if (post == null || post.poll() == null) {
            throw new NotFound();
        }
        model.addAttribute("item", item);
        model.addAttribute("poll", post.poll());
        model.addAttribute("now", clock.instant());
        model.addAttribute("outcome", outcome);
        return "stream:posts/voted";
    }
}
