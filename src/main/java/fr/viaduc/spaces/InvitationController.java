package fr.viaduc.spaces;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Inviting people into a group. */
@Controller
class InvitationController {
    private static final int AT_ONCE = 500;
    private final Spaces spaces;

    InvitationController(Spaces spaces) {
        this.spaces = spaces;
    }

    @PostMapping("/espaces/{slug}/invitations")
    String invite(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(name = "person", defaultValue = "") List<Long> persons,
            HttpServletResponse response) {
        int invited =
                spaces.invite(viewer, slug, persons.stream().limit(AT_ONCE).toList());
        Flash.say(response, invited == 0 ? "spaces.invited.none" : "spaces.invited", String.valueOf(invited));
        return "redirect:/espaces/" + slug + "/membres";
    }
}
