package fr.viaduc.spaces;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Texts;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Ouvrir un groupe ». */
@Controller
class NewSpaceController {
    private final Spaces spaces;
    private final Texts texts;

    NewSpaceController(Spaces spaces, Texts texts) {
        this.spaces = spaces;
        this.texts = texts;
    }

    @GetMapping("/espaces/nouveau")
    String ask(Viewer viewer, Model model) {
        if (!spaces.mayOpen(viewer)) {
            throw new Forbidden();
        }
        return form(model, NewSpaceForm.empty(), Map.of());
    }

    @PostMapping("/espaces")
    String open(Viewer viewer, @RequestParam Map<String, String> typed, HttpServletResponse response, Model model) {
        if (!spaces.mayOpen(viewer)) {
            throw new Forbidden();
        }
        var form = NewSpaceForm.of(typed);
        Map<String, String> errors = form.errors(texts, viewer.locale());
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(model, form, errors);
        }
        String slug = spaces.open(viewer, form);
        Flash.say(response, "spaces.opened");
        return "redirect:/espaces/" + slug;
    }

    private String form(Model model, NewSpaceForm form, Map<String, String> errors) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("missions", spaces.missions());
        return "spaces/new";
    }
}
