package fr.viaduc.admin;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The network's settings. */
@Controller
class SettingsController {
    private final SettingsRepository settings;
    private final CurrentOrganisation organisation;

    SettingsController(SettingsRepository settings, CurrentOrganisation organisation) {
        this.settings = settings;
        this.organisation = organisation;
    }

    @GetMapping("/administration/reglages")
    String show(Viewer viewer, Page page, Model model) {
        AdminEntries.check(viewer);
        Map<String, String> now = settings.all();
        return form(
                model,
                SettingsForm.of(
                        now.getOrDefault(SettingsForm.OPENED_BY, "agents"),
                        now.getOrDefault(
                                SettingsForm.HELP_PHONE, page.organisation().helpPhone()),
                        now.getOrDefault(
                                SettingsForm.HELP_EMAIL, page.organisation().helpEmail())),
                Map.of());
    }

    @PostMapping("/administration/reglages")
    String save(
            Viewer viewer,
            @RequestParam(name = "ouverture", required = false) @Nullable String openedBy,
            @RequestParam(name = "telephone", required = false) @Nullable String helpPhone,
            @RequestParam(name = "courriel", required = false) @Nullable String helpEmail,
            Model model,
            HttpServletResponse response) {
        AdminEntries.check(viewer);
        SettingsForm form = SettingsForm.of(openedBy, helpPhone, helpEmail);
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return form(model, form, errors);
        }
        settings.save(
                viewer,
                Map.of(
                        SettingsForm.OPENED_BY, form.openedBy(),
                        SettingsForm.HELP_PHONE, form.helpPhone(),
                        SettingsForm.HELP_EMAIL, form.helpEmail()));
        organisation.refresh();
        Flash.say(response, "admin.settings.saved");
        return "redirect:/administration/reglages";
    }

    private static String form(Model model, SettingsForm form, Map<String, String> errors) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "admin/settings";
    }
}
