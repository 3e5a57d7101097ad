package fr.viaduc.spaces;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Texts;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The settings of a space. */
@Controller
class SettingsController {
    private final Spaces spaces;
    private final Texts texts;

    SettingsController(Spaces spaces, Texts texts) {
        this.spaces = spaces;
        this.texts = texts;
    }

    @GetMapping("/espaces/{slug}/reglages")
    String ask(Viewer viewer, @PathVariable String slug, Model model) {
        Space space = spaces.owned(viewer, slug);
        return form(viewer, model, space, SettingsForm.of(space), Map.of());
    }

    @PostMapping("/espaces/{slug}/reglages")
    String change(
            Viewer viewer,
            @PathVariable String slug,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        Space space = spaces.owned(viewer, slug);
        var form = SettingsForm.of(typed);
        Map<String, String> errors = form.errors(space, texts, viewer.locale());
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(viewer, model, space, form, errors);
        }
        String address = spaces.change(viewer, slug, form);
        Flash.say(response, "spaces.changed");
        return "redirect:/espaces/" + address;
    }

    private String form(Viewer viewer, Model model, Space space, SettingsForm form, Map<String, String> errors) {
        model.addAttribute("space", space);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("missions", spaces.missions());
        model.addAttribute("mayMakeMandatory", Spaces.mayMakeMandatory(viewer));
        return "spaces/settings";
    }
}
