package fr.viaduc.people.signin;

import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Recovery codes: the way in when the telephone that holds the second factor is lost. */
@Controller
class RecoveryCodesController {

    static final String ADDRESS = "/profil/securite/codes";

    private final SecondFactor secondFactor;
    private final SecondFactorRepository factors;
    private final AccountRepository accounts;
    private final Confirmation confirmation;
    private final SessionCookies sessionCookies;

    RecoveryCodesController(
            SecondFactor secondFactor,
            SecondFactorRepository factors,
            AccountRepository accounts,
            Confirmation confirmation,
            SessionCookies sessionCookies) {
        this.secondFactor = secondFactor;
        this.factors = factors;
        this.accounts = accounts;
        this.confirmation = confirmation;
        this.sessionCookies = sessionCookies;
    }

    @GetMapping(ADDRESS)
    String offer(Viewer viewer, Model model) {
        if (viewer.preview()) {
            throw new Forbidden();
        }
        if (!mayHaveCodes(viewer)) {
            return "redirect:" + SecurityController.ADDRESS;
        }
        model.addAttribute("left", factors.recoveryCodesLeft(viewer.id()));
        return "people/signin/recoveryOffer";
    }

    /** Shows the codes once, in the answer itself. */
    @PostMapping(ADDRESS)
    String make(Viewer viewer, HttpServletRequest request, Model model) {
        if (!mayHaveCodes(viewer)) {
            return "redirect:" + SecurityController.ADDRESS;
        }
        if (!confirmation.isRecent(
                Objects.requireNonNull(SessionFilter.of(request)).id())) {
            return "redirect:" + ConfirmationController.ADDRESS + "?retour=" + ADDRESS;
        }
        model.addAttribute("codes", secondFactor.newRecoveryCodes(viewer.id(), sessionCookies.device(request)));
        model.addAttribute("next", SecurityController.ADDRESS);
        return "people/signin/recoveryCodes";
    }

    private boolean mayHaveCodes(Viewer viewer) {
        Account account = accounts.find(viewer.id()).orElse(null);
        return account != null && (account.totp() || account.passkey());
    }
}
