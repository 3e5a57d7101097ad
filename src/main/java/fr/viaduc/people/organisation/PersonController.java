package fr.viaduc.people.organisation;

import fr.viaduc.people.Picks;
import fr.viaduc.people.organisation.Organisation.KnownPerson;
import fr.viaduc.web.Choice;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Page;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Who someone is: for administrators, and for human resources where agents are concerned. */
@Controller
class PersonController {
    private static final int PAGE = 30;
    private static final int PROPOSED = 8;
    private final PersonRepository persons;

    PersonController(PersonRepository persons) {
        this.persons = persons;
    }

    /** A person proposed while one types, those who are not in the directory included. */
    public record Proposal(String value, String label, String detail) {}

    @GetMapping("/administration/personnes")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "apres", defaultValue = "") String after,
            Model model) {
        Rights.managesPeople(viewer);
        List<KnownPerson> found = persons.find(
                viewer, q.strip(), viewer.is(Role.ADMINISTRATOR), PersonRepository.After.of(after), PAGE + 1);
        model.addAttribute("words", q.strip());
        model.addAttribute("persons", found.stream().limit(PAGE).toList());
        model.addAttribute("next", found.size() > PAGE ? found.get(PAGE - 1).cursor() : null);
        return "people/organisation/persons";
    }

    @GetMapping(path = "/administration/personnes/completion", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Proposal> complete(Viewer viewer, Page page, @RequestParam(defaultValue = "") String q) {
        Rights.managesPeople(viewer);
        return q.isBlank()
                ? List.of()
                : persons.find(viewer, q.strip(), viewer.is(Role.ADMINISTRATOR), null, PROPOSED).stream()
                        .map(one -> new Proposal(
                                String.valueOf(one.id()),
                                one.name(),
                                one.job().isEmpty() ? one.number() : one.number() + ", " + one.job()))
                        .toList();
    }

    @GetMapping("/administration/personnes/nouvelle")
    String add(Viewer viewer, @RequestParam(name = "genre", defaultValue = "agent") String kind, Model model) {
        Rights.managesPeople(viewer);
        boolean elected = kind.equals("elu");
        mayKeep(viewer, elected);
        return form(null, elected ? PersonForm.NEW_ELECTED : PersonForm.NEW_AGENT, Map.of(), model);
    }

    @GetMapping("/administration/personnes/{id:\\d{1,18}}")
    String edit(Viewer viewer, @PathVariable long id, Model model) {
        Rights.managesPeople(viewer);
        PersonForm form = persons.read(viewer, id).orElseThrow(NotFound::new);
        mayKeep(viewer, form.elected());
        return form(id, form, Map.of(), model);
    }

    @PostMapping("/administration/personnes/nouvelle")
    String create(
            Viewer viewer,
            Page page,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Rights.managesPeople(viewer);
        return save(viewer, page, null, "elu".equals(typed.getFirst("genre")), typed, model, response);
    }

    @PostMapping("/administration/personnes/{id:\\d{1,18}}")
    String change(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Rights.managesPeople(viewer);
        boolean elected = persons.read(viewer, id).orElseThrow(NotFound::new).elected();
        return save(viewer, page, id, elected, typed, model, response);
    }

    private String save(
            Viewer viewer,
            Page page,
            @Nullable Long id,
            boolean elected,
            MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        mayKeep(viewer, elected);
        List<String> named = Picks.typed(typed, "missions");
        List<Choice> missions = persons.missions(viewer, typed.getOrDefault("missions", List.of()), named);
        var form = PersonForm.of(typed, elected, missions);
        Map<String, String> errors = new LinkedHashMap<>();
        form.errors().forEach((field, key) -> errors.put(field, page.t(key)));
        taken(viewer, page, errors, "number", form.number(), id);
        taken(viewer, page, errors, "email", form.email(), id);
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return form(id, form, errors, model);
        }
        long kept = persons.keep(viewer, id, form);
        Flash.say(response, "people.organisation.saved");
        if (id != null) {
            return "redirect:/administration/personnes/" + kept;
        }
        // Nobody enters by a name alone: what opens rights comes next.
        return elected
                ? "redirect:/administration/organisation/mandats/nouveau?personne=" + kept
                : "redirect:/administration/personnes/" + kept + "/affectations";
    }

    private void taken(
            Viewer viewer, Page page, Map<String, String> errors, String field, String value, @Nullable Long id) {
        if (!value.isEmpty() && !errors.containsKey(field)) {
            String holder = persons.holder(viewer, field, value, id);
            if (holder != null) {
                errors.put(field, page.t("people.person.error.taken", holder));
            }
        }
    }

    private static void mayKeep(Viewer viewer, boolean elected) {
        if (elected && !viewer.is(Role.ADMINISTRATOR)) {
            throw new Forbidden();
        }
    }

    private static String form(@Nullable Long id, PersonForm form, Map<String, String> errors, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "people/organisation/person";
    }
}
