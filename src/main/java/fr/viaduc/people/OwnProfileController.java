package fr.viaduc.people;

import fr.viaduc.web.Choice;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one says of oneself. */
@Controller
class OwnProfileController {
    private final OwnProfileRepository own;

    OwnProfileController(OwnProfileRepository own) {
        this.own = own;
    }

    @GetMapping("/profil/modifier")
    String edit(Viewer viewer, Page page, Model model) {
        refusePreview(viewer);
        return form(viewer, own.read(viewer), Map.of(), model);
    }

    @PostMapping("/profil/modifier")
    String save(
            Viewer viewer,
            Page page,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        refusePreview(viewer);
        Choice substitute = own.colleague(viewer, typed.getFirst("substitute")).orElse(null);
        List<Choice> missions = own.missions(viewer, typed.getOrDefault("missions", List.of()));
        var form = OwnProfileForm.of(typed, missions, substitute);
        Map<String, String> errors = new LinkedHashMap<>();
        form.errors(viewer.id()).forEach((field, key) -> errors.put(field, page.t(key)));
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return form(viewer, form, errors, model);
        }
        own.write(viewer, form);
        Flash.say(response, "people.own.saved");
        return "redirect:/annuaire/personnes/" + viewer.id();
    }

    private String form(Viewer viewer, OwnProfileForm form, Map<String, String> errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("pictureId", own.picture(viewer));
        return "people/own";
    }

    private static void refusePreview(Viewer viewer) {
        if (viewer.preview()) {
            throw new Forbidden();
        }
    }
}
