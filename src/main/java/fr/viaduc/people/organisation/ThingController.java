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

/** Sites, missions, commissions and means: lists and simple forms. */
@Controller
class ThingController {
    private static final List<String> KINDS = List.of("vehicle", "room", "tool");
    private final OrganisationRepository organisation;
    private final Picks picks;

    ThingController(OrganisationRepository organisation, Picks picks) {
        this.organisation = organisation;
        this.picks = picks;
    }

    @GetMapping("/administration/organisation/{word:sites|missions|commissions|moyens}")
    String list(Viewer viewer, @PathVariable String word, Model model) {
        Rights.administrator(viewer);
        Thing thing = Thing.of(word).orElseThrow(NotFound::new);
        model.addAttribute("thing", thing);
        model.addAttribute("lines", organisation.lines(viewer, thing));
        return "people/organisation/things";
    }

    @GetMapping("/administration/organisation/{word:sites|missions|commissions|moyens}/nouveau")
    String add(Viewer viewer, @PathVariable String word, Model model) {
        Rights.administrator(viewer);
        return form(viewer, Thing.of(word).orElseThrow(NotFound::new), null, Map.of(), List.of(), Map.of(), model);
    }

    @GetMapping("/administration/organisation/{word:sites|missions|commissions|moyens}/{id:\\d{1,18}}")
    String edit(Viewer viewer, @PathVariable String word, @PathVariable long id, Model model) {
        Rights.administrator(viewer);
        Thing thing = Thing.of(word).orElseThrow(NotFound::new);
        var values = organisation.thing(viewer, thing, id).orElseThrow(NotFound::new);
        return form(viewer, thing, id, values, holders(viewer, thing, id), Map.of(), model);
    }

    @PostMapping("/administration/organisation/{word:sites|missions|commissions|moyens}/nouveau")
    String create(
            Viewer viewer,
            Page page,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return save(viewer, page, word, null, typed, model, response);
    }

    @PostMapping("/administration/organisation/{word:sites|missions|commissions|moyens}/{id:\\d{1,18}}")
    String change(
            Viewer viewer,
            Page page,
            @PathVariable String word,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return save(viewer, page, word, id, typed, model, response);
    }

    private String save(
            Viewer viewer,
            Page page,
            String word,
            @Nullable Long id,
            MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Rights.administrator(viewer);
        Thing thing = Thing.of(word).orElseThrow(NotFound::new);
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> fields = typed.toSingleValueMap();
        thing.fields()
                .forEach(field ->
                        values.put(field, fields.getOrDefault(field, "").strip()));
        Map<String, String> errors = new LinkedHashMap<>();
        String name = values.getOrDefault("name", "");
        if (name.isEmpty() || name.length() > 120) {
            errors.put("name", page.t("people.organisation.error.name"));
        }
        if (thing == Thing.ASSET && !KINDS.contains(values.get("kind"))) {
            errors.put("kind", page.t("people.organisation.error.kind"));
        }
        Picked holders = thing == Thing.ASSET ? picks.present(viewer, typed, "holders") : new Picked(List.of(), "");
        if (holders.failed()) {
            errors.put("holders", page.t("people.picks.unknown", holders.unknown()));
        }
        if (!errors.isEmpty()) {
            response.setStatus(422);
            return form(viewer, thing, id, values, holders.people(), errors, model);
        }
        organisation.save(viewer, thing, id, values, holders.people());
        Flash.say(response, "people.organisation.saved");
        return "redirect:/administration/organisation/" + word;
    }

    @PostMapping("/administration/organisation/{word:sites|missions|commissions|moyens}/{id:\\d{1,18}}/fermeture")
    String close(
            Viewer viewer,
            Page page,
            @PathVariable String word,
            @PathVariable long id,
            Model model,
            HttpServletResponse response) {
        Rights.administrator(viewer);
        Thing thing = Thing.of(word).orElseThrow(NotFound::new);
        if (organisation.close(viewer, thing, id)) {
            Flash.say(response, "people.organisation.closed");
            return "redirect:/administration/organisation/" + word;
        }
        response.setStatus(422);
        var values = organisation.thing(viewer, thing, id).orElseThrow(NotFound::new);
        return form(
                viewer,
                thing,
                id,
                values,
                holders(viewer, thing, id),
                Map.of("close", page.t("people.organisation.error.site")),
                model);
    }

    private List<Choice> holders(Viewer viewer, Thing thing, long id) {
        return thing == Thing.ASSET ? organisation.holders(viewer, id) : List.of();
    }

    private String form(
            Viewer viewer,
            Thing thing,
            @Nullable Long id,
            Map<String, String> values,
            List<Choice> holders,
            Map<String, String> errors,
            Model model) {
        model.addAttribute("thing", thing);
        model.addAttribute("id", id);
        model.addAttribute("values", values);
        model.addAttribute("holders", holders);
        model.addAttribute("errors", errors);
        model.addAttribute("communes", thing == Thing.SITE ? organisation.communes(viewer) : List.of());
        model.addAttribute("units", thing == Thing.ASSET ? organisation.units(viewer) : List.of());
        model.addAttribute("sites", thing == Thing.ASSET ? organisation.lines(viewer, Thing.SITE) : List.of());
        return "people/organisation/thing";
    }
}
