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
import java.util.stream.Stream;
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
        List<String> named = Picks.typed(typed, "missions");
        List<Choice> found = own.missionsNamed(viewer, named);
        List<Choice> missions = Stream.concat(
                        own.missions(viewer, typed.getOrDefault("missions", List.of())).stream(), found.stream())
                .distinct()
                .toList();
        var form = OwnProfileForm.of(typed, missions);
        Map<String, String> errors = new LinkedHashMap<>();
        form.errors().forEach((field, key) -> errors.put(field, page.t(key)));
        if (found.size() < named.size()) {
            errors.put("missions", page.t("people.own.error.mission"));
        }
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
