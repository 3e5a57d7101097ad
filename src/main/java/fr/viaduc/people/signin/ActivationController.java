package fr.viaduc.people.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** First sign-in with the code of a letter, in three short steps: code, password, ready. */
@Controller
class ActivationController {

    private static final Duration TICKET = Duration.ofMinutes(20);

    private final Activation activation;
    private final SessionCookies sessionCookies;
    private final Cookies cookies;

    ActivationController(Activation activation, SessionCookies sessionCookies, Cookies cookies) {
        this.activation = activation;
        this.sessionCookies = sessionCookies;
        this.cookies = cookies;
    }

    @GetMapping("/activation")
    String code(Model model) {
        return codePage(model, "", "");
    }

    @PostMapping("/activation")
    String checkCode(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(defaultValue = "") String identifier,
            @RequestParam(defaultValue = "") String code) {
        Optional<String> ticket = cookies.allowed(request)
                ? activation.begin(identifier, code, sessionCookies.device(request))
                : Optional.empty();
        if (ticket.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return codePage(
                    model, identifier, cookies.allowed(request) ? "signin.code.refused" : "signin.error.insecure");
        }
        cookies.write(request, response, Cookies.ACTIVATION, ticket.get(), TICKET);
        return "redirect:/activation/mot-de-passe";
    }

    @GetMapping("/activation/mot-de-passe")
    String password(HttpServletRequest request, Model model) {
        return activation
                .holder(cookies.read(request, Cookies.ACTIVATION))
                .map(account -> passwordPage(request, model, account, ""))
                .orElse("redirect:/activation");
    }

    @PostMapping("/activation/mot-de-passe")
    String choosePassword(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean shared) {
        String ticket = cookies.read(request, Cookies.ACTIVATION);
        Optional<Account> account = activation.holder(ticket);
        if (account.isEmpty()) {
            return "redirect:/activation";
        }
        Optional<String> objection = activation.objection(account.get().personId(), password);
        if (objection.isPresent()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return passwordPage(request, model, account.get(), objection.get());
        }
        boolean kiosk = shared || sessionCookies.isKiosk(request);
        Optional<Sessions.Opened> opened = activation.complete(ticket, password, sessionCookies.device(request), kiosk);
        cookies.clear(request, response, Cookies.ACTIVATION);
        if (opened.isEmpty()) {
            return "redirect:/activation";
        }
        sessionCookies.keep(request, response, opened.get(), null);
        return opened.get().awaitsSecondFactor()
                ? "redirect:" + EntryPoint.SECOND_FACTOR
                : "redirect:/activation/bienvenue";
    }

    @GetMapping("/activation/bienvenue")
    String ready(HttpServletRequest request) {
        return SessionFilter.of(request) == null ? "redirect:/connexion" : "people/signin/ready";
    }

    private static String codePage(Model model, String identifier, String error) {
        model.addAttribute("identifier", identifier);
        model.addAttribute("error", error);
        return "people/signin/code";
    }

    private String passwordPage(HttpServletRequest request, Model model, Account account, String error) {
        model.addAttribute("firstName", account.firstName());
        model.addAttribute("error", error);
        model.addAttribute("kiosk", sessionCookies.isKiosk(request));
        model.addAttribute("action", "/activation/mot-de-passe");
        model.addAttribute("link", "");
        return "people/signin/password";
    }
}
