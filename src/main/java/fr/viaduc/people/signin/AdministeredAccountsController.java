package fr.viaduc.people.signin;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Accounts, for administrators: suspend, restore, end sessions, hand out a code. */
@Controller
class AdministeredAccountsController {

    private static final int LONGEST_REASON = 300;

    private final AdministeredAccounts accounts;

    AdministeredAccountsController(AdministeredAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/administration/comptes")
    String search(Viewer viewer, Model model, @RequestParam(defaultValue = "") String q) {
        mustAdminister(viewer);
        model.addAttribute("search", q);
        model.addAttribute("accounts", accounts.search(q));
        return "people/signin/accounts";
    }

    @GetMapping("/administration/comptes/{id:\\d{1,18}}")
    String show(Viewer viewer, Model model, @PathVariable long id) {
        mustAdminister(viewer);
        return page(viewer, model, id, "");
    }

    @PostMapping("/administration/comptes/{id:\\d{1,18}}/suspension")
    String suspend(
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason) {
        mustAdministerAnother(viewer, id);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(viewer, model, id, "signin.account.reason.missing");
        }
        accounts.suspend(id, viewer.id(), reason.strip());
        return done(response, id, "signin.account.suspended");
    }

    @PostMapping("/administration/comptes/{id:\\d{1,18}}/retablissement")
    String restore(Viewer viewer, HttpServletResponse response, @PathVariable long id) {
        mustAdministerAnother(viewer, id);
        accounts.restore(id, viewer.id());
        return done(response, id, "signin.account.restored");
    }

    @PostMapping("/administration/comptes/{id:\\d{1,18}}/sessions")
    String endSessions(Viewer viewer, HttpServletResponse response, @PathVariable long id) {
        mustAdministerAnother(viewer, id);
        accounts.endSessions(id, viewer.id());
        return done(response, id, "signin.account.sessions.ended");
    }

    @PostMapping("/administration/comptes/{id:\\d{1,18}}/second-facteur")
    String forgetSecondFactors(Viewer viewer, HttpServletResponse response, @PathVariable long id) {
        mustAdministerAnother(viewer, id);
        accounts.forgetSecondFactors(id, viewer.id());
        return done(response, id, "signin.account.factors.forgotten");
    }

    /** Shows the code once, in the answer itself: it is stored nowhere. */
    @PostMapping("/administration/comptes/{id:\\d{1,18}}/code")
    String newCode(Viewer viewer, Model model, @PathVariable long id) {
        mustAdministerAnother(viewer, id);
        AccountState account = accounts.find(id).orElseThrow(NotFound::new);
        model.addAttribute("name", account.name());
        model.addAttribute("staffNumber", account.staffNumber() == null ? "" : account.staffNumber());
        model.addAttribute("code", accounts.newCode(id, viewer.id()).grouped());
        model.addAttribute("back", "/administration/comptes/" + id);
        return "people/signin/newCode";
    }

    private String page(Viewer viewer, Model model, long id, String error) {
        model.addAttribute("account", accounts.find(id).orElseThrow(NotFound::new));
        model.addAttribute("own", viewer.id() == id);
        model.addAttribute("acts", accounts.acts(id));
        model.addAttribute("error", error);
        return "people/signin/account";
    }

    private static String done(HttpServletResponse response, long id, String message) {
        Flash.say(response, message);
        return "redirect:/administration/comptes/" + id;
    }

    private static void mustAdminister(Viewer viewer) {
        if (!viewer.is(Role.ADMINISTRATOR)) {
            throw new Forbidden();
        }
    }

    /** Nobody acts upon their own account here: "Connexion et sécurité" is for that. */
    private void mustAdministerAnother(Viewer viewer, long id) {
        mustAdminister(viewer);
        if (accounts.find(id).isEmpty()) {
            throw new NotFound();
        }
        if (viewer.id() == id) {
            throw new Forbidden();
        }
    }
}
