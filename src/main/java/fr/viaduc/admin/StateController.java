package fr.viaduc.admin;

import fr.viaduc.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the machine is. */
@Controller
class StateController {
    private final MachineRepository machine;

    StateController(MachineRepository machine) {
        this.machine = machine;
    }

    @GetMapping("/administration/etat")
    String show(Viewer viewer, Model model) {
        AdminEntries.check(viewer);
        model.addAttribute("state", machine.state());
        return "admin/state";
    }
}
