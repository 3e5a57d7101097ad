package fr.viaduc.blog;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** « Suivre dans un lecteur de flux »: one's own secret addresses, made and revoked. */
@Controller
class FeedKeyController {
    private final FeedKeys keys;

    FeedKeyController(FeedKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/blog/flux")
    String show(Viewer viewer, Model model) {
        allow(viewer);
        model.addAttribute("keys", keys.of(viewer));
        return "blog/keys";
    }

    /** The address is on this page alone: nobody can read it again, the house included. */
    @PostMapping("/blog/flux")
    String make(Viewer viewer, HttpServletRequest request, Model model) {
        allow(viewer);
        String secret = keys.make(viewer);
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/blog/atom/" + secret)
                        .build()
                        .toUriString());
        model.addAttribute("keys", keys.of(viewer));
        return "blog/keys";
    }

    @PostMapping("/blog/flux/{id:\\d{1,18}}/fin")
    String revoke(Viewer viewer, @PathVariable long id, HttpServletResponse response) {
        allow(viewer);
        keys.revoke(viewer, id);
        Flash.say(response, "blog.feed.revoked");
        return "redirect:/blog/flux";
    }

    private static void allow(Viewer viewer) {
        if (viewer.preview()) {
            throw new Forbidden();
        }
    }
}
