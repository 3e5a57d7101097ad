package fr.viaduc.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** After the password: gives the second factor, or sets one up where it is mandatory and there is none yet. */
@Controller
class SecondFactorController {

    private final SecondFactor secondFactor;
    private final SessionCookies sessionCookies;
    private final Stash stash;

    SecondFactorController(SecondFactor secondFactor, SessionCookies sessionCookies, Stash stash) {
        this.secondFactor = secondFactor;
        this.sessionCookies = sessionCookies;
        this.stash = stash;
    }

    @GetMapping(EntryPoint.SECOND_FACTOR)
    String show(HttpServletRequest request, Model model, @RequestParam(required = false) @Nullable String retour) {
        Session session = SessionFilter.of(request);
        if (session == null || !session.awaitsSecondFactor()) {
            return "redirect:/";
        }
        return page(session, model, back(retour), "");
    }

    @PostMapping(EntryPoint.SECOND_FACTOR)
    String give(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String retour) {
        Session session = SessionFilter.of(request);
        if (session == null || !session.awaitsSecondFactor()) {
            return "redirect:/";
        }
        Device device = sessionCookies.device(request);
        long person = session.personId();
        if (session.hasSecondFactor()) {
            return secondFactor.give(person, session.id(), code, device)
                    ? "redirect:" + stash.next(request, response, person, back(retour))
                    : refuse(response, session, model, back(retour));
        }
        Optional<List<String>> recovery = secondFactor.enrol(person, session.id(), code, device);
        if (recovery.isEmpty()) {
            return refuse(response, session, model, back(retour));
        }
        model.addAttribute("codes", recovery.get());
        model.addAttribute("next", stash.next(request, response, person, back(retour)));
        return "people/signin/recoveryCodes";
    }

    private String refuse(HttpServletResponse response, Session session, Model model, String back) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(session, model, back, "signin.factor.refused");
    }

    private String page(Session session, Model model, String back, String error) {
        model.addAttribute("error", error);
        model.addAttribute("back", back);
        if (session.hasSecondFactor()) {
            return "people/signin/secondFactor";
        }
        model.addAttribute(
                "enrolment",
                secondFactor.begin(
                        session.personId(), session.id(), session.viewer().name()));
        model.addAttribute("mandatory", true);
        model.addAttribute("action", EntryPoint.SECOND_FACTOR);
        return "people/signin/enrol";
    }

    private static String back(@Nullable String asked) {
        return SignInForm.empty(asked).back();
    }
}
