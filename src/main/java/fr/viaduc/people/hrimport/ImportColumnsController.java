package fr.viaduc.people.hrimport;

import fr.viaduc.web.Viewer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second step: what each column means, corrected by the person and remembered. */
@Controller
@RequestMapping("/administration/import/{id}/colonnes")
class ImportColumnsController {
    private final HrImport imports;

    ImportColumnsController(HrImport imports) {
        this.imports = imports;
    }

    @GetMapping
    ModelAndView show(Viewer viewer, @PathVariable long id, Model model) {
        ImportAccess.check(viewer);
        ImportRun run = imports.run(id);
        if (!imports.isWaiting(run)) {
            return ImportController.seeOther("/administration/import/" + id);
        }
        return page(run, null, model);
    }

    @PostMapping
    ModelAndView correct(
            Viewer viewer, @PathVariable long id, @RequestParam Map<String, String> parameters, Model model) {
        ImportAccess.check(viewer);
        ImportRun run = imports.run(id);
        try {
            imports.correct(run, choices(parameters));
        } catch (UnreadableFile wrong) {
            return page(run, wrong.reason(), model);
        }
        if (!imports.columns(run).missing().isEmpty()) {
            return page(run, Reason.of("columnsMissing"), model);
        }
        return ImportController.seeOther("/administration/import/" + id);
    }

    private ModelAndView page(ImportRun run, @Nullable Reason error, Model model) {
        model.addAttribute("run", run);
        model.addAttribute("columns", imports.columns(run));
        model.addAttribute("error", error);
        return new ModelAndView(
                "admin/hrimport/columns",
                model.asMap(),
                error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Map<Integer, Field> choices(Map<String, String> parameters) {
        Map<Integer, Field> choices = new HashMap<>();
        parameters.forEach((name, value) -> {
            if (name.matches("colonne-\\d{1,3}")) {
                for (Field field : Field.choices()) {
                    if (field.name().equals(value)) {
                        choices.put(Integer.valueOf(name.substring("colonne-".length())), field);
                    }
                }
            }
        });
        return choices;
    }
}
