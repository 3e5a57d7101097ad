package fr.viaduc.people.signin;

import fr.viaduc.database.SystemTransactional;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A site contact hands a colleague a new code, face to face, after having checked who they are. */
@Controller
class ReferentController {

    private static final Set<String> PROOFS = Set.of("agent_card", "identity_card", "known");

    private final SiteContacts contacts;
    private final CodeRepository codes;
    private final EventLog log;

    ReferentController(SiteContacts contacts, CodeRepository codes, EventLog log) {
        this.contacts = contacts;
        this.codes = codes;
        this.log = log;
    }

    @GetMapping("/referent")
    String people(Viewer viewer, Model model, @RequestParam(defaultValue = "") String q) {
        mustBeContact(viewer);
        return page(viewer, model, q, false);
    }

    /** Shows the code once, in the answer itself: it is stored nowhere. */
    @PostMapping("/referent/codes")
    @SystemTransactional
    public String handOut(
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            @RequestParam long person,
            @RequestParam(defaultValue = "") String proof,
            @RequestParam(defaultValue = "false") boolean checked) {
        mustBeContact(viewer);
        HelpedColleague colleague = contacts.find(viewer.id(), person).orElseThrow(NotFound::new);
        if (!checked || !PROOFS.contains(proof)) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(viewer, model, colleague.staffNumber() == null ? "" : colleague.staffNumber(), true);
        }
        LetterCode code = codes.issue(person, "site_contact", viewer.id());
        log.add(SignInKind.CODE_ISSUED, person, viewer.id(), "", "site_contact " + proof);
        model.addAttribute("name", colleague.name());
        model.addAttribute("staffNumber", colleague.staffNumber() == null ? "" : colleague.staffNumber());
        model.addAttribute("code", code.grouped());
        model.addAttribute("back", "/referent");
        return "people/signin/newCode";
    }

    private String page(Viewer viewer, Model model, String search, boolean unchecked) {
        model.addAttribute("sites", contacts.sitesOf(viewer.id()));
        model.addAttribute("people", contacts.people(viewer.id(), search));
        model.addAttribute("search", search);
        model.addAttribute("unchecked", unchecked);
        return "people/signin/referent";
    }

    private static void mustBeContact(Viewer viewer) {
        if (!viewer.is(Role.SITE_CONTACT) || viewer.preview()) {
            throw new Forbidden();
        }
    }
}
