package fr.viaduc.people.signin;

import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Page;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Administrators and human resources print letters with codes for those who have not signed in yet. */
@Controller
class LetterController {

    private final LetterRepository repository;
    private final Letters letters;
    private final SignInSettings settings;

    LetterController(LetterRepository repository, Letters letters, SignInSettings settings) {
        this.repository = repository;
        this.letters = letters;
        this.settings = settings;
    }

    @GetMapping("/administration/lettres")
    String show(
            Viewer viewer,
            Page page,
            HttpServletRequest request,
            Model model,
            @RequestParam(defaultValue = "all-0") String pour) {
        mayPrint(viewer);
        Map<String, String> choices = repository.choices(page.t("signin.letters.everybody"));
        var audience = LetterRepository.Audience.of(pour, choices);
        model.addAttribute("choices", choices);
        model.addAttribute("chosen", audience.kind() + "-" + audience.id());
        model.addAttribute("name", audience.name());
        model.addAttribute("count", repository.count(audience));
        model.addAttribute("address", address(request));
        model.addAttribute("batches", repository.batches());
        return "people/signin/letterBatch";
    }

    @PostMapping("/administration/lettres")
    ResponseEntity<byte[]> print(Viewer viewer, Page page, HttpServletRequest request, @RequestParam String pour) {
        mayPrint(viewer);
        var audience = LetterRepository.Audience.of(pour, repository.choices(page.t("signin.letters.everybody")));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"viaduc-lettres.pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(letters.print(audience, viewer.id(), address(request)));
    }

    private String address(HttpServletRequest request) {
        return settings.address().isBlank()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : settings.address();
    }

    private static void mayPrint(Viewer viewer) {
        if (!viewer.isAny(Role.ADMINISTRATOR, Role.HUMAN_RESOURCES)) {
            throw new Forbidden();
        }
    }
}
