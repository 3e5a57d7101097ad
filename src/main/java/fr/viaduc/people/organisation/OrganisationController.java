package fr.viaduc.people.organisation;

import fr.viaduc.people.Picks;
import fr.viaduc.people.Picks.Picked;
import fr.viaduc.web.Choice;
import fr.viaduc.web.Flash;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tree of units: created, renamed, moved, closed. */
@Controller
class OrganisationController {
    private final OrganisationRepository organisation;
    private final Picks picks;

    OrganisationController(OrganisationRepository organisation, Picks picks) {
        this.organisation = organisation;
        this.picks = picks;
    }

    @GetMapping("/administration/organisation")
    String index(Viewer viewer, Model model) {
        Rights.administrator(viewer);
        model.addAttribute("units", organisation.units(viewer));
        return "people/organisation/index";
    }

    @GetMapping("/administration/organisation/unites/nouvelle")
    String add(Viewer viewer, Model model) {
        Rights.administrator(viewer);
        return form(viewer, null, UnitForm.EMPTY, Map.of(), model);
    }

    @GetMapping("/administration/organisation/unites/{id:\\d{1,18}}")
    String edit(Viewer viewer, @PathVariable long id, Model model) {
        Rights.administrator(viewer);
        return form(viewer, id, organisation.unit(viewer, id).orElseThrow(NotFound::new), Map.of(), model);
    }

    @PostMapping("/administration/organisation/unites/nouvelle")
    String create(
            Viewer viewer,
            Page page,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return save(viewer, page, null, typed, model, response);
    }

    @PostMapping("/administration/organisation/unites/{id:\\d{1,18}}")
    String change(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return save(viewer, page, id, typed, model, response);
    }

    private String save(
            Viewer viewer,
            Page page,
            @Nullable Long id,
            MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Rights.administrator(viewer);
        Picked head = picks.present(viewer, typed, "head");
        var form = read(
                typed.toSingleValueMap(),
                head.people().isEmpty() ? null : head.people().getFirst());
        Map<String, String> errors = new LinkedHashMap<>();
        if (head.failed()) {
            errors.put("head", page.t("people.picks.unknown", head.unknown()));
        }
        form.errors().forEach((field, key) -> errors.put(field, page.t(key)));
        if (errors.isEmpty()) {
            try {
                if (id == null) {
                    organisation.addUnit(viewer, form);
                } else {
                    organisation.changeUnit(viewer, id, form);
                }
                Flash.say(response, "people.organisation.saved");
                return "redirect:/administration/organisation";
            } catch (DataIntegrityViolationException loop) {
                errors.put("parent", page.t("people.organisation.error.loop"));
            }
        }
        response.setStatus(422);
        return form(viewer, id, form, errors, model);
    }

    private static UnitForm read(Map<String, String> typed, @Nullable Choice head) {
        String kind = typed.getOrDefault("kind", "service");
        String position = typed.getOrDefault("position", "0");
        return new UnitForm(
                typed.getOrDefault("name", "").strip(),
                UnitForm.KINDS.contains(kind) ? kind : "service",
                typed.getOrDefault("parent", ""),
                typed.getOrDefault("mission", "").strip(),
                typed.getOrDefault("phone", "").strip(),
                typed.getOrDefault("email", "").strip(),
                typed.getOrDefault("site", ""),
                position.matches("\\d{1,5}") ? Integer.parseInt(position) : 0,
                head);
    }

    @PostMapping("/administration/organisation/unites/{id:\\d{1,18}}/fermeture")
    String close(Viewer viewer, Page page, @PathVariable long id, Model model, HttpServletResponse response) {
        Rights.administrator(viewer);
        if (organisation.closeUnit(viewer, id)) {
            Flash.say(response, "people.organisation.closed");
            return "redirect:/administration/organisation";
        }
        response.setStatus(422);
        return form(
                viewer,
                id,
                organisation.unit(viewer, id).orElseThrow(NotFound::new),
                Map.of("close", page.t("people.organisation.error.close")),
                model);
    }

    private String form(Viewer viewer, @Nullable Long id, UnitForm form, Map<String, String> errors, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("units", organisation.units(viewer));
        model.addAttribute("sites", organisation.lines(viewer, Thing.SITE));
        return "people/organisation/unit";
    }
}
