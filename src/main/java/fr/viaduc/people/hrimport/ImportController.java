package fr.viaduc.people.hrimport;

import fr.viaduc.web.Viewer;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The first step: choose a file; below, the imports of before. */
@Controller
@RequestMapping("/administration/import")
class ImportController {
    private static final int RUNS = 20;

    private final HrImport imports;

    ImportController(HrImport imports) {
        this.imports = imports;
    }

    @GetMapping
    String index(
            Viewer viewer, @RequestParam(name = "avant", defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
        ImportAccess.check(viewer);
        fill(model, before, null);
        return "admin/hrimport/index";
    }

    @PostMapping
    ModelAndView open(
            Viewer viewer, @RequestParam(name = "fichier", required = false) @Nullable MultipartFile file, Model model)
            throws IOException {
        ImportAccess.check(viewer);
        try {
            if (file == null || file.isEmpty()) {
                throw new UnreadableFile(Reason.of(
                        file == null
                                        || file.getOriginalFilename() == null
                                        || file.getOriginalFilename().isEmpty()
                                ? "noFile"
                                : "emptyFile"));
            }
            String name = file.getOriginalFilename();
            long id = imports.open(file.getBytes(), name == null ? "" : name, viewer.id());
            return seeOther("/administration/import/" + id + "/colonnes");
        } catch (UnreadableFile unreadable) {
            fill(model, Long.MAX_VALUE, unreadable.reason());
            return new ModelAndView("admin/hrimport/index", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void fill(Model model, long before, @Nullable Reason error) {
        List<ImportRun> runs = imports.runs(before, RUNS + 1);
        model.addAttribute("runs", runs.subList(0, Math.min(RUNS, runs.size())));
        model.addAttribute("more", runs.size() > RUNS ? runs.get(RUNS - 1).id() : 0L);
        model.addAttribute("error", error);
    }

    static ModelAndView seeOther(String address) {
        RedirectView view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }
}
