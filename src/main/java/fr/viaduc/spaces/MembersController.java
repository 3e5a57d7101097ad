package fr.viaduc.spaces;

import fr.viaduc.web.Flash;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people of a group, their roles, and their going. */
@Controller
class MembersController {
    private final Spaces spaces;
    private final MembersPage page;

    MembersController(Spaces spaces, MembersPage page) {
        this.spaces = spaces;
        this.page = page;
    }

    @GetMapping("/espaces/{slug}/membres")
    String index(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam(name = "apres", required = false) @Nullable String after,
            Model model) {
        Space space = spaces.known(viewer, slug);
        if (!space.joined()) {
            throw new NotFound();
        }
        return page.show(viewer, space, SpaceList.After.of(after), model);
    }

    @PostMapping("/espaces/{slug}/membres/{person}/role")
    String giveRole(
            Viewer viewer,
            @PathVariable String slug,
            @PathVariable long person,
            @RequestParam String role,
            HttpServletResponse response) {
        boolean done = spaces.setRole(viewer, slug, person, Space.Part.valueOf(role.toUpperCase(Locale.ROOT)));
        Flash.say(response, done ? "spaces.role.given" : "spaces.owner.needed");
        return "redirect:/espaces/" + slug + "/membres";
    }

    @PostMapping("/espaces/{slug}/membres/{person}/fin")
    String remove(Viewer viewer, @PathVariable String slug, @PathVariable long person, HttpServletResponse response) {
        spaces.remove(viewer, slug, person);
        Flash.say(response, "spaces.removed");
        return "redirect:/espaces/" + slug + "/membres";
    }
}
