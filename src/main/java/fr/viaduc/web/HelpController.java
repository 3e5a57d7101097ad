package fr.viaduc.web;

import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Short help, and the declaration of accessibility; open to those who are not signed in. */
@Controller
class HelpController {
    private static final Set<String> SUBJECTS =
            Set.of("se-connecter", "publier", "qui-voit-ceci", "groupes", "annuaire", "donnees");

    @GetMapping("/aide")
    String index() {
        return "help/index";
    }

    @GetMapping("/aide/{subject}")
    String subject(@PathVariable String subject, Model model) {
        if (!SUBJECTS.contains(subject)) {
            throw new NotFound();
        }
        model.addAttribute("subject", subject);
        return "help/subject";
    }

    @GetMapping("/accessibilite")
    String accessibility() {
        return "help/accessibility";
    }
}
