package fr.viaduc.people.signin;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Marks the device one is on as shared for good: its sessions then close after three minutes, whoever signs in. */
@Controller
class KioskController {

    private static final Duration KEPT = Duration.ofDays(400);
    private static final int LONGEST_NAME = 80;

    private final KioskRepository kiosks;
    private final SiteContacts contacts;
    private final SessionCookies sessionCookies;
    private final Cookies cookies;

    KioskController(KioskRepository kiosks, SiteContacts contacts, SessionCookies sessionCookies, Cookies cookies) {
        this.kiosks = kiosks;
        this.contacts = contacts;
        this.sessionCookies = sessionCookies;
        this.cookies = cookies;
    }

    @GetMapping("/borne")
    String show(Viewer viewer, HttpServletRequest request, Model model) {
        return page(viewer, request, model, "");
    }

    @PostMapping("/borne")
    String mark(
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") long site) {
        boolean ownSite = sites(viewer).stream().anyMatch(one -> one.id() == site);
        if (name.isBlank() || name.length() > LONGEST_NAME || !ownSite) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(viewer, request, model, "signin.kiosk.incomplete");
        }
        // A new secret: what the device was known by before is worth nothing any more.
        String secret = Tokens.random();
        kiosks.mark(Device.of(secret, request.getHeader(HttpHeaders.USER_AGENT)), name.strip(), site, viewer.id());
        cookies.write(request, response, Cookies.DEVICE, secret, KEPT);
        Flash.say(response, "signin.kiosk.marked");
        return "redirect:/borne";
    }

    @PostMapping("/borne/{id:\\d{1,18}}/fin")
    String release(Viewer viewer, HttpServletResponse response, @PathVariable long id) {
        kiosks.release(id, scope(viewer));
        Flash.say(response, "signin.kiosk.released");
        return "redirect:/borne";
    }

    /** Somebody is writing at a shared device: their session is in use, though no page is asked for. */
    @GetMapping("/borne/presence")
    ResponseEntity<Void> presence() {
        return ResponseEntity.noContent().build();
    }

    private String page(Viewer viewer, HttpServletRequest request, Model model, String error) {
        model.addAttribute("sites", sites(viewer));
        model.addAttribute("kiosks", kiosks.list(scope(viewer)));
        model.addAttribute("here", sessionCookies.isKiosk(request));
        model.addAttribute("error", error);
        return "people/signin/kiosks";
    }

    private List<ContactSite> sites(Viewer viewer) {
        if (viewer.is(Role.ADMINISTRATOR)) {
            return contacts.allSites();
        }
        if (viewer.is(Role.SITE_CONTACT) && !viewer.preview()) {
            return contacts.sitesOf(viewer.id());
        }
        throw new Forbidden();
    }

    /** The sites one may act upon; null for all. */
    private @Nullable List<Long> scope(Viewer viewer) {
        List<Long> sites = sites(viewer).stream().map(ContactSite::id).toList();
        return viewer.is(Role.ADMINISTRATOR) ? null : sites;
    }
}
