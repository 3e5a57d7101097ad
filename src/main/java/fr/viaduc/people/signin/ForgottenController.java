package fr.viaduc.people.signin;

import com.github.kagkarlsson.scheduler.Scheduler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Mot de passe oublié": one's site contact, or a link by professional e-mail. Tells nothing about any account. */
@Controller
class ForgottenController {

    private final Scheduler scheduler;
    private final ResetMail mail;
    private final Activation activation;
    private final SiteContacts contacts;
    private final SessionCookies sessionCookies;
    private final Cookies cookies;
    private final Clock clock;

    ForgottenController(
            @Lazy Scheduler scheduler,
            ResetMail mail,
            Activation activation,
            SiteContacts contacts,
            SessionCookies sessionCookies,
            Cookies cookies,
            Clock clock) {
        this.scheduler = scheduler;
        this.mail = mail;
        this.activation = activation;
        this.contacts = contacts;
        this.sessionCookies = sessionCookies;
        this.cookies = cookies;
        this.clock = clock;
    }

    @GetMapping("/mot-de-passe-oublie")
    String ask(Model model) {
        return page(model, false);
    }

    /** The work is left to a job, whoever is named: the answer and its time say nothing. */
    @PostMapping("/mot-de-passe-oublie")
    String send(@RequestParam(defaultValue = "") String email) {
        if (mail.possible() && email.length() < 255 && email.contains("@")) {
            scheduler.schedule(ResetMail.TASK
                    .instance(UUID.randomUUID().toString())
                    .data(email.strip())
                    .scheduledTo(clock.instant()));
        }
        return "redirect:/mot-de-passe-oublie/envoye";
    }

    @GetMapping("/mot-de-passe-oublie/envoye")
    String sent(Model model) {
        return page(model, true);
    }

    /** Opening the link changes nothing: mail programs open links by themselves. */
    @GetMapping("/mot-de-passe-oublie/lien")
    String link(HttpServletRequest request, Model model, @RequestParam(defaultValue = "") String l) {
        return activation
                .byLink(l)
                .map(account -> passwordPage(request, model, account, l, ""))
                .orElse("people/signin/linkExpired");
    }

    @PostMapping("/mot-de-passe-oublie/lien")
    String choose(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean shared) {
        Optional<Account> account = cookies.allowed(request) ? activation.byLink(link) : Optional.empty();
        if (account.isEmpty()) {
            return "people/signin/linkExpired";
        }
        Optional<String> objection = activation.objection(account.get().personId(), password);
        if (objection.isPresent()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return passwordPage(request, model, account.get(), link, objection.get());
        }
        boolean kiosk = shared || sessionCookies.isKiosk(request);
        Optional<Sessions.Opened> opened =
                activation.completeByLink(link, password, sessionCookies.device(request), kiosk);
        opened.ifPresent(session -> sessionCookies.keep(request, response, session, null));
        return opened.isPresent() ? "redirect:/" : "people/signin/linkExpired";
    }

    private String page(Model model, boolean sent) {
        model.addAttribute("byMail", mail.possible());
        model.addAttribute("sent", sent);
        model.addAttribute("contacts", contacts.all());
        return "people/signin/forgotten";
    }

    private String passwordPage(HttpServletRequest request, Model model, Account account, String link, String error) {
        model.addAttribute("firstName", account.firstName());
        model.addAttribute("error", error);
        model.addAttribute("kiosk", sessionCookies.isKiosk(request));
        model.addAttribute("action", "/mot-de-passe-oublie/lien");
        model.addAttribute("link", link);
        return "people/signin/password";
    }
}
