package fr.viaduc.people.organisation;

import fr.viaduc.people.Picks;
import fr.viaduc.people.Picks.Picked;
import fr.viaduc.web.Choice;
import fr.viaduc.web.Flash;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a person works: for administrators and human resources. */
@Controller
class AssignmentController {
    private final OrganisationRepository organisation;
    private final Picks picks;

    AssignmentController(OrganisationRepository organisation, Picks picks) {
        this.organisation = organisation;
        this.picks = picks;
    }

    @GetMapping("/administration/personnes/{id:\\d{1,18}}/affectations")
    String list(Viewer viewer, @PathVariable long id, Model model) {
        Rights.managesPeople(viewer);
        return show(viewer, person(viewer, id), Map.of(), null, Map.of(), model);
    }

    @PostMapping("/administration/personnes/{id:\\d{1,18}}/affectations")
    String add(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response) {
        Rights.managesPeople(viewer);
        Choice person = person(viewer, id);
        Map<String, String> typed = form.toSingleValueMap();
        Picked picked = picks.present(viewer, form, "manager");
        Choice manager = picked.people().isEmpty() ? null : picked.people().getFirst();
        String unit = typed.getOrDefault("unit", "");
        String site = typed.getOrDefault("site", "");
        LocalDate from = MandateController.date(typed.getOrDefault("from", ""));
        Map<String, String> errors = new LinkedHashMap<>();
        if (!unit.matches("\\d{1,18}")) {
            errors.put("unit", page.t("people.organisation.error.unit"));
        }
        if (from == null) {
            errors.put("from", page.t("people.own.error.date"));
        }
        if (picked.failed()) {
            errors.put("manager", page.t("people.picks.unknown", picked.unknown()));
        }
        if (manager != null && manager.value().equals(person.value())) {
            errors.put("manager", page.t("people.assignments.error.manager"));
        }
        if (from == null || !errors.isEmpty()) {
            response.setStatus(422);
            return show(viewer, person, typed, manager, errors, model);
        }
        organisation.assign(
                viewer,
                id,
                Long.parseLong(unit),
                site.matches("\\d{1,18}") ? Long.valueOf(site) : null,
                typed.getOrDefault("job", "").strip(),
                manager == null ? null : Long.valueOf(manager.value()),
                from);
        Flash.say(response, "people.organisation.saved");
        return "redirect:/administration/personnes/" + id + "/affectations";
    }

    @PostMapping("/administration/personnes/{id:\\d{1,18}}/affectations/{assignment:\\d{1,18}}/fin")
    String end(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            @PathVariable long assignment,
            @RequestParam(defaultValue = "") String day,
            Model model,
            HttpServletResponse response) {
        Rights.managesPeople(viewer);
        LocalDate lastDay = MandateController.date(day);
        if (lastDay == null || !organisation.endAssignment(viewer, id, assignment, lastDay)) {
            response.setStatus(422);
            return show(
                    viewer,
                    person(viewer, id),
                    Map.of(),
                    null,
                    Map.of("fin-" + assignment, page.t("people.organisation.error.end")),
                    model);
        }
        Flash.say(response, "people.organisation.saved");
        return "redirect:/administration/personnes/" + id + "/affectations";
    }

    private Choice person(Viewer viewer, long id) {
        return organisation.person(viewer, String.valueOf(id)).orElseThrow(NotFound::new);
    }

    private String show(
            Viewer viewer,
            Choice person,
            Map<String, String> values,
            @Nullable Choice manager,
            Map<String, String> errors,
            Model model) {
        model.addAttribute("person", person);
        model.addAttribute("assignments", organisation.assignments(viewer, Long.parseLong(person.value())));
        model.addAttribute("units", organisation.units(viewer));
        model.addAttribute("sites", organisation.lines(viewer, Thing.SITE));
        model.addAttribute("values", values);
        model.addAttribute("manager", manager);
        model.addAttribute("errors", errors);
        return "people/organisation/assignments";
    }
}
