package fr.viaduc.people.signin;

import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks for the password again before something that protects the account is changed. */
@Controller
class ConfirmationController {

    static final String ADDRESS = "/profil/securite/confirmation";

    private final Confirmation confirmation;

    ConfirmationController(Confirmation confirmation) {
        this.confirmation = confirmation;
    }

    @GetMapping(ADDRESS)
    String ask(Viewer viewer, Model model, @RequestParam(required = false) @Nullable String retour) {
        return page(viewer, model, back(retour), "");
    }

    @PostMapping(ADDRESS)
    String confirm(
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(required = false) @Nullable String retour) {
        Session session = SessionFilter.of(request);
        if (session == null || viewer.preview()) {
            throw new Forbidden();
        }
        if (!confirmation.give(viewer.id(), session.id(), current)) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(viewer, model, back(retour), "signin.password.current.wrong");
        }
        return "redirect:" + back(retour);
    }

    private static String page(Viewer viewer, Model model, String back, String error) {
        if (viewer.preview()) {
            throw new Forbidden();
        }
        model.addAttribute("back", back);
        model.addAttribute("error", error);
        return "people/signin/confirmation";
    }

    private static String back(@Nullable String asked) {
        String back = SignInForm.empty(asked).back();
        return back.equals("/") ? SecurityController.ADDRESS : back;
    }
}
