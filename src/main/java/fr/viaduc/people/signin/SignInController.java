package fr.viaduc.people.signin;

import fr.viaduc.web.CurrentViewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final SessionCookies sessionCookies;
    private final Cookies cookies;
    private final Stash stash;

    SignInController(SignIn signIn, SessionCookies sessionCookies, Cookies cookies, Stash stash) {
        this.stash = stash;
        this.signIn = signIn;
        this.sessionCookies = sessionCookies;
        this.cookies = cookies;
    }

    @GetMapping("/connexion")
    String show(HttpServletRequest request, Model model, @RequestParam(required = false) @Nullable String retour) {
        if (CurrentViewer.of(request) != null) {
            return "redirect:" + SignInForm.empty(retour).back();
        }
        return page(request, model, SignInForm.empty(retour), cookies.allowed(request) ? "" : "signin.error.insecure");
    }

    @PostMapping("/connexion")
    String signIn(HttpServletRequest request, HttpServletResponse response, Model model, SignInForm form) {
        if (!cookies.allowed(request)) {
            return refuse(request, response, model, form, "signin.error.insecure");
        }
        if (form.typedIdentifier().isEmpty() || form.typedPassword().isEmpty()) {
            return refuse(request, response, model, form, "signin.error.empty");
        }
        boolean marked = sessionCookies.isKiosk(request);
        boolean kiosk = form.onSharedDevice() || marked;
        String lasting = sessionCookies.lastingDevice(request, kiosk);
        Optional<Sessions.Opened> opened = signIn.byPassword(
                form.typedIdentifier(),
                form.typedPassword(),
                sessionCookies.device(request),
                lasting == null ? new byte[0] : Tokens.fingerprint(lasting),
                marked,
                kiosk);
        if (opened.isEmpty()) {
            return refuse(request, response, model, form, "signin.error.refused");
        }
        sessionCookies.keep(request, response, opened.get(), lasting);
        return "redirect:"
                + (opened.get().awaitsSecondFactor()
                        ? EntryPoint.secondFactor(form.back())
                        : stash.next(request, response, opened.get().personId(), form.back()));
    }

    private String refuse(
            HttpServletRequest request, HttpServletResponse response, Model model, SignInForm form, String error) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(request, model, form, error);
    }

    private String page(HttpServletRequest request, Model model, SignInForm form, String error) {
        model.addAttribute("form", form);
        model.addAttribute("error", error);
        model.addAttribute("kiosk", sessionCookies.isKiosk(request));
        return "people/signin/signIn";
    }
}
