package fr.viaduc.people.hrimport;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.viaduc.people.hrimport.DifferenceRow.View;
import fr.viaduc.people.hrimport.ImportRun.State;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The third step, the difference, and the fourth, its application: shown while it runs and once it is done. */
@Controller
@RequestMapping("/administration/import/{id}")
class DifferenceController {
    private static final int SHOWN = 50;
    private static final int MOST_SHOWN = 2000;

    private final HrImport imports;

    DifferenceController(HrImport imports) {
        this.imports = imports;
    }

    @GetMapping
    ModelAndView show(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(name = "voir", defaultValue = "tout") String view,
            @RequestParam(name = "combien", defaultValue = "" + SHOWN) int count,
            Model model,
            HttpServletResponse response) {
        ImportAccess.check(viewer);
        ImportRun run = imports.run(id);
        if (!imports.isWaiting(run)) {
            if (run.is(State.APPLYING)) {
                response.setHeader("Refresh", "2");
            }
            model.addAttribute("run", run);
            return new ModelAndView("admin/hrimport/result", model.asMap(), HttpStatus.OK);
        }
        return difference(run, View.of(view), count, null, model);
    }

    @PostMapping("/application")
    ModelAndView apply(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(name = "empreinte", defaultValue = "") String print,
            @RequestParam(name = "garder", defaultValue = "false") boolean keepAbsent,
            @RequestParam(name = "confirmation", required = false) @Nullable String confirmation,
            Model model) {
        ImportAccess.check(viewer);
        ImportRun run = imports.run(id);
        if (imports.isWaiting(run)) {
            try {
                Reason obstacle = imports.begin(run, viewer.id(), print, keepAbsent, confirmation);
                if (obstacle != null) {
                    return difference(run, View.TOUT, SHOWN, obstacle, model);
                }
            } catch (UnreadableFile gone) {
                return problem(run, gone.reason(), model);
            }
        }
        return ImportController.seeOther("/administration/import/" + id);
    }

    @PostMapping("/communes")
    ModelAndView commune(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(name = "ecrit") String written,
            @RequestParam(name = "commune") String insee) {
        ImportAccess.check(viewer);
        ImportRun run = imports.run(id);
        if (imports.isWaiting(run) && written.length() <= 200) {
            imports.rememberCommune(run, written, insee);
        }
        return ImportController.seeOther("/administration/import/" + id);
    }

    @PostMapping("/abandon")
    ModelAndView abandon(Viewer viewer, @PathVariable long id) {
        ImportAccess.check(viewer);
        imports.abandon(imports.run(id));
        return ImportController.seeOther("/administration/import");
    }

    /** What becomes of each line, for a spreadsheet. */
    @GetMapping("/lignes.csv")
    ResponseEntity<byte[]> lines(Viewer viewer, Page page, @PathVariable long id) {
        ImportAccess.check(viewer);
        ImportRun run = imports.run(id);
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(
                    page.t("hrimport.csv.line"),
                    page.t("hrimport.csv.fate"),
                    page.t("hrimport.csv.who"),
                    page.t("hrimport.csv.reason"),
                    page.t("hrimport.csv.warnings"));
            for (LineOutcome outcome : imports.preview(run).difference().ledger()) {
                Reason reason = outcome.reason();
                csv.writeRecord(
                        String.valueOf(outcome.line()),
                        page.t("hrimport.fate." + outcome.fate().name()),
                        harmless(outcome.who()),
                        reason == null ? "" : harmless(say(page, reason)),
                        harmless(outcome.warnings().stream()
                                .map(warning -> say(page, warning))
                                .collect(Collectors.joining(" "))));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename("import-" + id + "-lignes.csv")
                .build());
        return new ResponseEntity<>(text.toString().getBytes(StandardCharsets.UTF_8), headers, HttpStatus.OK);
    }

    private static String say(Page page, Reason reason) {
        return page.t(reason.key(), reason.arguments().toArray());
    }

    /** A spreadsheet would run what begins like a formula. */
    private static String harmless(String cell) {
        return cell.matches("(?s)^[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    }

    private ModelAndView difference(ImportRun run, View view, int count, @Nullable Reason error, Model model) {
        HrImport.Preview preview;
        try {
            preview = imports.preview(run);
        } catch (UnreadableFile gone) {
            return problem(run, gone.reason(), model);
        }
        if (!preview.file().columns().missing().isEmpty()) {
            return ImportController.seeOther("/administration/import/" + run.id() + "/colonnes");
        }
        Difference difference = preview.difference();
        Map<View, Integer> counts = new LinkedHashMap<>();
        for (View one : View.values()) {
            counts.put(one, DifferenceRow.of(difference, one).size());
        }
        List<DifferenceRow> rows = DifferenceRow.of(difference, view);
        int shown = Math.min(rows.size(), Math.clamp(count, 1, MOST_SHOWN));
        model.addAttribute("run", run);
        model.addAttribute("difference", difference);
        model.addAttribute("print", difference.print());
        model.addAttribute("view", view);
        model.addAttribute("counts", counts);
        model.addAttribute("rows", rows.subList(0, shown));
        model.addAttribute("more", rows.size() > shown ? shown + SHOWN : 0);
        model.addAttribute("communes", difference.communeDoubts().isEmpty() ? Map.of() : communes());
        model.addAttribute("error", error);
        return new ModelAndView(
                "admin/hrimport/difference",
                model.asMap(),
                error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Map<String, String> communes() {
        Map<String, String> names = new LinkedHashMap<>();
        imports.communes().forEach(commune -> names.put(commune.insee(), commune.name()));
        return names;
    }

    private static ModelAndView problem(ImportRun run, Reason reason, Model model) {
        model.addAttribute("run", run);
        model.addAttribute("reason", reason);
        return new ModelAndView("admin/hrimport/problem", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
