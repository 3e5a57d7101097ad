package fr.viaduc.spaces;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own part in a group: joining, asking to, accepting; leaving, taking back, declining. */
@Controller
class MembershipController {
    private static final int MESSAGE = 500;
    private final Spaces spaces;

    MembershipController(Spaces spaces) {
        this.spaces = spaces;
    }

    @PostMapping("/espaces/{slug}/adhesion")
    String join(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String message,
            HttpServletResponse response) {
        String words = message == null || message.isBlank() ? null : message.strip();
        Space.Part part =
                spaces.join(viewer, slug, words == null ? null : words.substring(0, Math.min(words.length(), MESSAGE)));
        Flash.say(response, part.member() ? "spaces.joined" : "spaces.requested");
        return "redirect:/espaces/" + slug;
    }

    @PostMapping("/espaces/{slug}/adhesion/fin")
    String leave(Viewer viewer, @PathVariable String slug, HttpServletResponse response) {
        if (!spaces.leave(viewer, slug)) {
            Flash.say(response, "spaces.owner.needed");
            return "redirect:/espaces/" + slug + "/membres";
        }
        Flash.say(response, "spaces.left");
        // A secret space does not exist any more for whoever has left it.
        return spaces.find(viewer, slug).isPresent() ? "redirect:/espaces/" + slug : "redirect:/espaces";
    }
}
