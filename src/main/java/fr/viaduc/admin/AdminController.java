package fr.viaduc.admin;

import fr.viaduc.web.AdminEntry;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Page;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The administration's home page: to each what is theirs. */
@Controller
class AdminController {
    @GetMapping("/administration")
    String home(Page page, Model model) {
        page.me();
        List<AdminEntry> entries = page.administration();
        if (entries.isEmpty()) {
            throw new Forbidden();
        }
        model.addAttribute("entries", entries);
        return "admin/home";
    }
}
