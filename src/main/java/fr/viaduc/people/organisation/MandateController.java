package fr.viaduc.people.organisation;

import fr.viaduc.web.Choice;
import fr.viaduc.web.Flash;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Mandates of elected officials: begun and ended by their dates. */
@Controller
class MandateController {
    private final OrganisationRepository organisation;

    MandateController(OrganisationRepository organisation) {
        this.organisation = organisation;
    }

    @GetMapping("/administration/organisation/mandats")
    String list(Viewer viewer, Model model) {
        Rights.administrator(viewer);
        return show(viewer, Map.of(), null, Map.of(), model);
    }

    @PostMapping("/administration/organisation/mandats")
    String add(
            Viewer viewer,
            Page page,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Rights.administrator(viewer);
        Map<String, String> values = typed.toSingleValueMap();
        Choice person = organisation.person(viewer, values.get("person")).orElse(null);
        String function = values.getOrDefault("function", "").strip();
        LocalDate from = date(values.getOrDefault("from", ""));
        LocalDate to = date(values.getOrDefault("to", ""));
        Map<String, String> errors = new LinkedHashMap<>();
        if (person == null) {
            errors.put("person", page.t("people.organisation.error.person"));
        }
        if (function.isEmpty()) {
            errors.put("function", page.t("people.organisation.error.function"));
        }
        if (from == null) {
            errors.put("from", page.t("people.own.error.date"));
        } else if (to != null && to.isBefore(from)) {
            errors.put("to", page.t("people.own.error.order"));
        }
        if (person == null || from == null || !errors.isEmpty()) {
            response.setStatus(422);
            return show(viewer, values, person, errors, model);
        }
        organisation.addMandate(
                viewer,
                Long.parseLong(person.value()),
                values.getOrDefault("commune", ""),
                function,
                values.getOrDefault("delegation", "").strip(),
                values.containsKey("council"),
                from,
                to,
                typed.getOrDefault("commissions", List.of()).stream()
                        .filter(id -> id.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .toList());
        Flash.say(response, "people.organisation.saved");
        return "redirect:/administration/organisation/mandats";
    }

    @PostMapping("/administration/organisation/mandats/{id:\\d{1,18}}/fin")
    String end(Viewer viewer, @PathVariable long id, @RequestParam String day, HttpServletResponse response) {
        Rights.administrator(viewer);
        LocalDate lastDay = date(day);
        if (lastDay == null) {
            throw new NotFound();
        }
        organisation.endMandate(viewer, id, lastDay);
        Flash.say(response, "people.organisation.saved");
        return "redirect:/administration/organisation/mandats";
    }

    static @Nullable LocalDate date(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    private String show(
            Viewer viewer,
            Map<String, String> values,
            @Nullable Choice person,
            Map<String, String> errors,
            Model model) {
        model.addAttribute("mandates", organisation.mandates(viewer));
        model.addAttribute("communes", organisation.communes(viewer));
        model.addAttribute("commissions", organisation.lines(viewer, Thing.COMMISSION));
        model.addAttribute("values", values);
        model.addAttribute("person", person);
        model.addAttribute("errors", errors);
        return "people/organisation/mandates";
    }
}
