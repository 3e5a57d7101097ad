package fr.viaduc.people;

import fr.viaduc.people.Picks.Picked;
import fr.viaduc.web.Choice;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Announces absences: one's own, those of the people one leads, all of them for human resources. */
@Controller
class AbsenceController {
    private final AbsenceRepository absences;
    private final People people;
    private final Picks picks;
    private final Clock clock;

    AbsenceController(AbsenceRepository absences, People people, Picks picks, Clock clock) {
        this.absences = absences;
        this.people = people;
        this.picks = picks;
        this.clock = clock;
    }

    @GetMapping("/annuaire/personnes/{id:\\d{1,18}}/absences")
    String list(Viewer viewer, @PathVariable long id, Model model) {
        return show(viewer, person(viewer, id), AbsenceForm.EMPTY, "", Map.of(), model);
    }

    @PostMapping("/annuaire/personnes/{id:\\d{1,18}}/absences")
    String add(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        PersonLine person = person(viewer, id);
        Picked picked = picks.present(viewer, typed, "substitute");
        List<Choice> substitutes = picked.people();
        var form = new AbsenceForm(
                text(typed, "from"),
                text(typed, "to"),
                substitutes.isEmpty() ? null : substitutes.getFirst(),
                text(typed, "message"));
        Map<String, String> errors = new LinkedHashMap<>();
        form.errors(id, LocalDate.now(clock)).forEach((field, key) -> errors.put(field, page.t(key)));
        if (picked.failed()) {
            errors.put("substitute", page.t("people.picks.unknown", picked.unknown()));
        }
        LocalDate from = form.firstDay();
        LocalDate to = form.lastDay();
        if (errors.isEmpty() && from != null && to != null && absences.overlaps(viewer, id, from, to)) {
            errors.put("from", page.t("people.absences.error.overlap"));
        }
        if (from == null || to == null || !errors.isEmpty()) {
            response.setStatus(422);
            return show(viewer, person, form, picked.unknown(), errors, model);
        }
        absences.add(viewer, id, from, to, form.substitute(), form.message());
        Flash.say(response, "people.absences.added");
        return "redirect:/annuaire/personnes/" + id + "/absences";
    }

    @PostMapping("/annuaire/personnes/{id:\\d{1,18}}/absences/{absence:\\d{1,18}}/fin")
    String remove(Viewer viewer, @PathVariable long id, @PathVariable long absence, HttpServletResponse response) {
        person(viewer, id);
        absences.remove(viewer, id, absence);
        Flash.say(response, "people.absences.removed");
        return "redirect:/annuaire/personnes/" + id + "/absences";
    }

    /** Someone who is here, and whose absences are for the viewer to announce. */
    private PersonLine person(Viewer viewer, long id) {
        PersonLine person = people.lines(viewer, List.of(id)).get(id);
        if (person == null || person.gone()) {
            throw new NotFound();
        }
        if (!absences.mayAnnounce(viewer, id)) {
            throw new Forbidden();
        }
        return person;
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private String show(
            Viewer viewer,
            PersonLine person,
            AbsenceForm form,
            String unknown,
            Map<String, String> errors,
            Model model) {
        model.addAttribute("person", person);
        model.addAttribute("absences", absences.upcoming(viewer, person.id()));
        model.addAttribute("form", form);
        model.addAttribute("unknown", unknown);
        model.addAttribute("errors", errors);
        return "people/absences";
    }
}
