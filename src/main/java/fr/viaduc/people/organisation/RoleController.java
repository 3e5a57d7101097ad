package fr.viaduc.people.organisation;

import fr.viaduc.people.Picks;
import fr.viaduc.people.Picks.Picked;
import fr.viaduc.web.Choice;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Page;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who may do what in the whole network, and who gave it. Nobody takes the administration from oneself: another
 * administrator does, so that one always remains.
 */
@Controller
class RoleController {
    private final OrganisationRepository organisation;
    private final Picks picks;

    RoleController(OrganisationRepository organisation, Picks picks) {
        this.organisation = organisation;
        this.picks = picks;
    }

    @GetMapping("/administration/roles")
    String list(Viewer viewer, Model model) {
        Rights.administrator(viewer);
        return show(viewer, Map.of(), null, Map.of(), model);
    }

    @PostMapping("/administration/roles")
    String grant(
            Viewer viewer,
            Page page,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response) {
        Rights.administrator(viewer);
        Map<String, String> typed = form.toSingleValueMap();
        Picked picked = picks.present(viewer, form, "person");
        Choice person = picked.people().isEmpty() ? null : picked.people().getFirst();
        Role role = role(typed.getOrDefault("role", ""));
        Long site = typed.getOrDefault("site", "").matches("\\d{1,18}") ? Long.valueOf(typed.get("site")) : null;
        Map<String, String> errors = new LinkedHashMap<>();
        if (person == null) {
            errors.put(
                    "person",
                    picked.failed()
                            ? page.t("people.picks.unknown", picked.unknown())
                            : page.t("people.organisation.error.person"));
        }
        if (role == null) {
            errors.put("role", page.t("people.organisation.error.role"));
        }
        if (role == Role.SITE_CONTACT && site == null) {
            errors.put("site", page.t("people.organisation.error.contact"));
        }
        if (person == null || role == null || !errors.isEmpty()) {
            response.setStatus(422);
            return show(viewer, typed, person, errors, model);
        }
        organisation.grant(
                viewer, Long.parseLong(person.value()), role.name(), role == Role.SITE_CONTACT ? site : null);
        Flash.say(response, "people.roles.granted", person.label());
        return "redirect:/administration/roles";
    }

    @PostMapping("/administration/roles/retrait")
    String revoke(
            Viewer viewer,
            Page page,
            @RequestParam long person,
            @RequestParam String role,
            @RequestParam(required = false) @Nullable Long site,
            Model model,
            HttpServletResponse response) {
        Rights.administrator(viewer);
        if (person == viewer.id() && role.equals(Role.ADMINISTRATOR.name())) {
            return refuse(viewer, page.t("people.roles.error.own"), model, response);
        }
        try {
            organisation.revoke(viewer, person, role, site);
        } catch (DataIntegrityViolationException last) {
            return refuse(viewer, page.t("people.roles.error.last"), model, response);
        }
        Flash.say(response, "people.roles.removed");
        return "redirect:/administration/roles";
    }

    private String refuse(Viewer viewer, String why, Model model, HttpServletResponse response) {
        response.setStatus(422);
        return show(viewer, Map.of(), null, Map.of("roles", why), model);
    }

    private static @Nullable Role role(String name) {
        for (Role role : Role.values()) {
            if (role.name().equals(name)) {
                return role;
            }
        }
        return null;
    }

    private String show(
            Viewer viewer,
            Map<String, String> values,
            @Nullable Choice person,
            Map<String, String> errors,
            Model model) {
        model.addAttribute("roles", organisation.roles(viewer));
        model.addAttribute("log", organisation.roleLog(viewer));
        model.addAttribute("sites", organisation.lines(viewer, Thing.SITE));
        model.addAttribute("values", values);
        model.addAttribute("person", person);
        model.addAttribute("errors", errors);
        return "people/organisation/roles";
    }
}
