package fr.viaduc.people.organisation;

import fr.viaduc.people.Picks;
import fr.viaduc.people.Picks.Picked;
import fr.viaduc.people.organisation.Organisation.MandateLine;
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
    private static final String HOME = "/administration/organisation/mandats";
    private static final int PAGE = 40;
    private final OrganisationRepository organisation;
    private final MandateRepository mandates;
    private final Picks picks;

    MandateController(OrganisationRepository organisation, MandateRepository mandates, Picks picks) {
        this.organisation = organisation;
        this.mandates = mandates;
        this.picks = picks;
    }

    @GetMapping(HOME)
    String list(Viewer viewer, @RequestParam(name = "apres", defaultValue = "") String after, Model model) {
        Rights.administrator(viewer);
        List<MandateLine> found = mandates.runningOrToCome(viewer, PersonRepository.After.of(after), PAGE + 1);
        model.addAttribute("mandates", found.stream().limit(PAGE).toList());
        model.addAttribute("next", found.size() > PAGE ? found.get(PAGE - 1).cursor() : null);
        return "people/organisation/mandates";
    }

    @GetMapping(HOME + "/nouveau")
    String add(Viewer viewer, @RequestParam(name = "personne", required = false) @Nullable String person, Model model) {
        Rights.administrator(viewer);
        return form(
                viewer, null, MandateForm.of(organisation.person(viewer, person).orElse(null)), Map.of(), model);
    }

    @GetMapping(HOME + "/{id:\\d{1,18}}")
    String edit(Viewer viewer, @PathVariable long id, Model model) {
        Rights.administrator(viewer);
        return form(viewer, id, mandates.read(viewer, id).orElseThrow(NotFound::new), Map.of(), model);
    }

    @PostMapping(HOME)
    String create(
            Viewer viewer,
            Page page,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Rights.administrator(viewer);
        Picked picked = picks.anyone(viewer, typed, "person");
        Choice person = picked.people().isEmpty() ? null : picked.people().getFirst();
        return save(viewer, page, null, MandateForm.of(person, typed), picked.unknown(), model, response);
    }

    @PostMapping(HOME + "/{id:\\d{1,18}}")
    String change(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Rights.administrator(viewer);
        Choice holder = mandates.read(viewer, id).orElseThrow(NotFound::new).person();
        return save(viewer, page, id, MandateForm.of(holder, typed), "", model, response);
    }

    private String save(
            Viewer viewer,
            Page page,
            @Nullable Long id,
            MandateForm form,
            String unknown,
            Model model,
            HttpServletResponse response) {
        Map<String, String> errors = new LinkedHashMap<>();
        form.errors().forEach((field, key) -> errors.put(field, page.t(key)));
        if (!unknown.isEmpty()) {
            errors.put("person", page.t("people.picks.unknown", unknown));
        }
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return form(viewer, id, form, errors, model);
        }
        mandates.keep(viewer, id, form);
        Flash.say(response, "people.organisation.saved");
        return "redirect:" + HOME;
    }

    static @Nullable LocalDate date(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    private String form(Viewer viewer, @Nullable Long id, MandateForm form, Map<String, String> errors, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("communes", organisation.communes(viewer));
        model.addAttribute("commissions", organisation.lines(viewer, Thing.COMMISSION));
        return "people/organisation/mandate";
    }
}
