package fr.viaduc.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
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

    SecondFactorController(SecondFactor secondFactor, SessionCookies sessionCookies) {
        this.secondFactor = secondFactor;
        this.sessionCookies = sessionCookies;
    }

    @GetMapping(EntryPoint.SECOND_FACTOR)
    String show(HttpServletRequest request, Model model) {
        Session session = SessionFilter.of(request);
        if (session == null || !session.awaitsSecondFactor()) {
            return "redirect:/";
        }
        return page(session, model, "");
    }

    @PostMapping(EntryPoint.SECOND_FACTOR)
    String give(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(defaultValue = "") String code) {
        Session session = SessionFilter.of(request);
        if (session == null || !session.awaitsSecondFactor()) {
            return "redirect:/";
        }
        Device device = sessionCookies.device(request);
        long person = session.personId();
        if (session.hasSecondFactor()) {
            return secondFactor.give(person, session.id(), code, device)
                    ? "redirect:/"
                    : refuse(response, session, model);
        }
        Optional<List<String>> recovery = secondFactor.enrol(person, session.id(), code, device);
        if (recovery.isEmpty()) {
            return refuse(response, session, model);
        }
        model.addAttribute("codes", recovery.get());
        model.addAttribute("next", "/");
        return "people/signin/recoveryCodes";
    }

    private String refuse(HttpServletResponse response, Session session, Model model) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(session, model, "signin.factor.refused");
    }

    private String page(Session session, Model model, String error) {
        model.addAttribute("error", error);
        if (session.hasSecondFactor()) {
            return "people/signin/secondFactor";
        }
        model.addAttribute(
                "enrolment",
                secondFactor.begin(session.personId(), session.viewer().name()));
        model.addAttribute("mandatory", true);
        model.addAttribute("action", EntryPoint.SECOND_FACTOR);
        return "people/signin/enrol";
    }
}
