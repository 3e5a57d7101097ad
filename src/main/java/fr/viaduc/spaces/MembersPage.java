package fr.viaduc.spaces;

import fr.viaduc.people.Picks.Picked;
import fr.viaduc.web.Viewer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of a group's members, as it is and after a refused invitation. */
@Component
class MembersPage {
    private final Spaces spaces;

    MembersPage(Spaces spaces) {
        this.spaces = spaces;
    }

    String show(Viewer viewer, Space space, SpaceList.@Nullable After after, Model model) {
        model.addAttribute("space", space);
        model.addAttribute("list", spaces.members(viewer, space, after));
        model.addAttribute("picked", new Picked(List.of(), ""));
        model.addAttribute("errors", Map.of());
        return "spaces/members";
    }

    String invalid(Viewer viewer, Space space, Picked picked, String error, Model model) {
        show(viewer, space, null, model);
        model.addAttribute("picked", picked);
        model.addAttribute("errors", Map.of("person", error));
        return "spaces/members";
    }
}
