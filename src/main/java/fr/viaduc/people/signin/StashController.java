package fr.viaduc.people.signin;

import fr.viaduc.web.SentForm;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** After sign-in: the text that was being sent when the session ended, to send or to give up. */
@Controller
class StashController {

    private final Stash stash;

    StashController(Stash stash) {
        this.stash = stash;
    }

    @GetMapping(Stash.ADDRESS)
    String show(Viewer viewer, HttpServletRequest request, Model model) {
        SentForm form = stash.find(request, viewer.id());
        if (form == null) {
            return "redirect:/";
        }
        model.addAttribute("form", form);
        return "people/signin/stash";
    }

    @PostMapping(Stash.ADDRESS)
    String giveUp(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        stash.forget(request, response);
        return "redirect:/";
    }
}
