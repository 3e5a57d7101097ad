package fr.viaduc.spaces;

import fr.viaduc.people.Picks;
import fr.viaduc.people.Picks.Picked;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Inviting people into a group. */
@Controller
class InvitationController {
    private final Spaces spaces;
    private final Picks picks;
    private final MembersPage members;

    InvitationController(Spaces spaces, Picks picks, MembersPage members) {
        this.spaces = spaces;
        this.picks = picks;
        this.members = members;
    }

    @PostMapping("/espaces/{slug}/invitations")
    String invite(
            Viewer viewer,
            Page page,
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Space space = spaces.led(viewer, slug);
        Picked picked = picks.present(viewer, typed, "person");
        if (picked.failed() || picked.people().isEmpty()) {
            response.setStatus(422);
            return members.invalid(
                    viewer,
                    space,
                    picked,
                    picked.failed() ? page.t("people.picks.unknown", picked.unknown()) : page.t("spaces.invite.nobody"),
                    model);
        }
        int invited = spaces.invite(
                viewer,
                slug,
                picked.people().stream().map(one -> Long.valueOf(one.value())).toList());
        Flash.say(response, invited == 0 ? "spaces.invited.none" : "spaces.invited", String.valueOf(invited));
        return "redirect:/espaces/" + slug + "/membres";
    }
}
