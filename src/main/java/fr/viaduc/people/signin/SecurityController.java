package fr.viaduc.people.signin;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Organisation;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "Connexion et sécurité": one's own password, devices, second factors and log; nobody else's. */
@Controller
class SecurityController {

    static final String ADDRESS = "/profil/securite";
    private static final int EVENTS = 30;

    private final SessionRepository sessions;
    private final AccountRepository accounts;
    private final Activation activation;
    private final SecondFactor secondFactor;
    private final SecondFactorRepository factors;
    private final PasskeyRepository passkeys;
    private final EventLog log;
    private final SessionCookies sessionCookies;
    private final Confirmation confirmation;
    private final Organisation organisation;

    SecurityController(
            SessionRepository sessions,
            AccountRepository accounts,
            Activation activation,
            SecondFactor secondFactor,
            SecondFactorRepository factors,
            PasskeyRepository passkeys,
            EventLog log,
            SessionCookies sessionCookies,
            Confirmation confirmation,
            Organisation organisation) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.activation = activation;
        this.secondFactor = secondFactor;
        this.factors = factors;
        this.passkeys = passkeys;
        this.log = log;
        this.sessionCookies = sessionCookies;
        this.confirmation = confirmation;
        this.organisation = organisation;
    }

    @GetMapping(ADDRESS)
    String show(Viewer viewer, Model model) {
        return page(viewer, model, "", "");
    }

    @PostMapping(ADDRESS + "/mot-de-passe")
    String changePassword(
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password) {
        Account account = own(viewer);
        if (!activation.knows(viewer.id(), current)) {
            return refuse(response, viewer, model, "signin.password.current.wrong", "");
        }
        Optional<String> objection = activation.objection(viewer.id(), password);
        if (objection.isPresent()) {
            return refuse(response, viewer, model, "", objection.get());
        }
        Session session = session(request);
        Sessions.Opened opened = activation.change(
                account, password, sessionCookies.device(request), viewer.kiosk(), !session.awaitsSecondFactor());
        sessionCookies.keep(request, response, opened, null);
        return done(response, "signin.password.changed");
    }

    @PostMapping(ADDRESS + "/sessions/{id:\\d{1,18}}/fin")
    String endSession(Viewer viewer, HttpServletRequest request, HttpServletResponse response, @PathVariable long id) {
        sessions.end(viewer.id(), id, "revoked");
        log.add(SignInKind.SESSIONS_ENDED, viewer.id(), sessionCookies.device(request));
        return done(response, "signin.session.ended");
    }

    @PostMapping(ADDRESS + "/sessions/fin")
    String endOtherSessions(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        sessions.endAll(viewer.id(), session(request).id(), "revoked");
        log.add(SignInKind.SESSIONS_ENDED, viewer.id(), sessionCookies.device(request));
        return done(response, "signin.sessions.ended");
    }

    @GetMapping(ADDRESS + "/application")
    String application(Viewer viewer, HttpServletRequest request, Model model) {
        if (own(viewer).totp() || viewer.kiosk()) {
            return "redirect:" + ADDRESS;
        }
        if (!confirmation.isRecent(session(request).id())) {
            return "redirect:" + ConfirmationController.ADDRESS + "?retour=" + ADDRESS + "/application";
        }
        return enrolPage(viewer, session(request), model, "");
    }

    @PostMapping(ADDRESS + "/application")
    String enrol(
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(defaultValue = "") String code) {
        if (own(viewer).totp()
                || viewer.kiosk()
                || !confirmation.isRecent(session(request).id())) {
            return "redirect:" + ADDRESS + "/application";
        }
        Optional<List<String>> codes =
                secondFactor.enrol(viewer.id(), session(request).id(), code, sessionCookies.device(request));
        if (codes.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return enrolPage(viewer, session(request), model, "signin.factor.refused");
        }
        model.addAttribute("codes", codes.get());
        model.addAttribute("next", ADDRESS);
        return "people/signin/recoveryCodes";
    }

    /** Taking protection away asks for the password again. */
    @PostMapping(ADDRESS + "/application/fin")
    String removeApplication(
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(defaultValue = "") String current) {
        if (!activation.knows(viewer.id(), current)) {
            model.addAttribute("applicationError", "signin.password.current.wrong");
            return refuse(response, viewer, model, "", "");
        }
        if (isLastMandatory(viewer)) {
            return "redirect:" + ADDRESS;
        }
        factors.forgetApplication(viewer.id());
        log.add(SignInKind.SECOND_FACTOR_REMOVED, viewer.id(), sessionCookies.device(request));
        return done(response, "signin.factor.removed");
    }

    @PostMapping(ADDRESS + "/cles/{handle}/fin")
    String removePasskey(
            Viewer viewer, HttpServletRequest request, HttpServletResponse response, @PathVariable String handle) {
        if (isLastMandatory(viewer)) {
            return "redirect:" + ADDRESS;
        }
        if (!confirmation.isRecent(session(request).id())) {
            return "redirect:" + ConfirmationController.ADDRESS + "?retour=" + ADDRESS;
        }
        passkeys.remove(viewer.id(), handle);
        factors.forgetUselessCodes(viewer.id());
        log.add(SignInKind.SECOND_FACTOR_REMOVED, viewer.id(), sessionCookies.device(request));
        return done(response, "signin.passkey.removed");
    }

    private String page(Viewer viewer, Model model, String currentError, String passwordError) {
        if (viewer.preview()) {
            throw new Forbidden();
        }
        List<Passkey> keys = passkeys.of(viewer.id());
        boolean totp = own(viewer).totp();
        model.addAttribute("sessions", sessions.of(viewer.id()));
        model.addAttribute("passkeys", keys);
        model.addAttribute("totp", totp);
        model.addAttribute("removable", !isMandatory(viewer) || keys.size() + (totp ? 1 : 0) > 1);
        model.addAttribute("recoveryCodes", factors.recoveryCodesLeft(viewer.id()));
        model.addAttribute("recent", viewer.sessionId() != null && confirmation.isRecent(viewer.sessionId()));
        model.addAttribute("events", log.of(viewer.id(), EVENTS));
        model.addAttribute("currentError", currentError);
        model.addAttribute("passwordError", passwordError);
        return "people/signin/security";
    }

    private String enrolPage(Viewer viewer, Session session, Model model, String error) {
        model.addAttribute("enrolment", secondFactor.begin(viewer.id(), session.id(), viewer.name()));
        model.addAttribute("back", ADDRESS);
        model.addAttribute("error", error);
        model.addAttribute("mandatory", false);
        model.addAttribute("action", ADDRESS + "/application");
        return "people/signin/enrol";
    }

    private String refuse(
            HttpServletResponse response, Viewer viewer, Model model, String currentError, String passwordError) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(viewer, model, currentError, passwordError);
    }

    /** Whose role opens others' data keeps at least one second factor. */
    private boolean isLastMandatory(Viewer viewer) {
        int factors = passkeys.of(viewer.id()).size() + (own(viewer).totp() ? 1 : 0);
        return isMandatory(viewer) && factors <= 1;
    }

    private boolean isMandatory(Viewer viewer) {
        return !organisation.demo() && own(viewer).sensitive();
    }

    private Account own(Viewer viewer) {
        return accounts.find(viewer.id()).orElseThrow(NotFound::new);
    }

    private static Session session(HttpServletRequest request) {
        Session session = SessionFilter.of(request);
        if (session == null) {
            throw new Forbidden();
        }
        return session;
    }

    private static String done(HttpServletResponse response, String message) {
        Flash.say(response, message);
        return "redirect:" + ADDRESS;
    }
}
