package fr.viaduc.spaces;

import fr.viaduc.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of spaces. */
@Controller
class SpacesController {
    private final Spaces spaces;

    SpacesController(Spaces spaces) {
        this.spaces = spaces;
    }

    @GetMapping("/espaces")
    String index(
            Viewer viewer,
            @RequestParam(name = "quoi", required = false) @Nullable String shelf,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "apres", required = false) @Nullable String after,
            Model model) {
        model.addAttribute(
                "list", spaces.list(viewer, SpaceList.Shelf.of(shelf), words.strip(), SpaceList.After.of(after)));
        model.addAttribute("mayOpen", spaces.mayOpen(viewer));
        return "spaces/index";
    }
}
