package fr.viaduc.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Short help, and the declaration of accessibility; open to those who are not signed in. */
@Controller
class HelpController {
    /** Address of each subject, and the name of its template and of its texts, in the order of the index. */
    private static final Map<String, String> SUBJECTS = new LinkedHashMap<>();

    static {
        SUBJECTS.put("se-connecter", "signIn");
        SUBJECTS.put("securite", "security");
        SUBJECTS.put("publier", "post");
        SUBJECTS.put("qui-voit-ceci", "audience");
        SUBJECTS.put("groupes", "groups");
        SUBJECTS.put("forum", "forum");
        SUBJECTS.put("annuaire", "directory");
        SUBJECTS.put("chercher", "search");
        SUBJECTS.put("affichage", "display");
        SUBJECTS.put("referent", "siteContact");
        SUBJECTS.put("questions-frequentes", "faq");
        SUBJECTS.put("pris-connaissance", "acknowledge");
        SUBJECTS.put("donnees", "data");
    }

    @GetMapping("/aide")
    String index(Model model) {
        model.addAttribute("subjects", SUBJECTS);
        return "help/index";
    }

    @GetMapping("/aide/{subject}")
    String subject(@PathVariable String subject, Model model) {
        String name = SUBJECTS.get(subject);
        if (name == null) {
            throw new NotFound();
        }
        model.addAttribute("subject", name);
        return "help/subject";
    }

    @GetMapping("/accessibilite")
    String accessibility() {
        return "help/accessibility";
    }
}
