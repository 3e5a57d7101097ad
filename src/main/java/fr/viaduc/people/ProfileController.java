package fr.viaduc.people;

import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A person's page. Who has left has none; of who was erased only "Ancien agent" remains. */
@Controller
class ProfileController {
    private final ProfileRepository profiles;
    private final AbsenceRepository absences;

    ProfileController(ProfileRepository profiles, AbsenceRepository absences) {
        this.profiles = profiles;
        this.absences = absences;
    }

    @GetMapping("/annuaire/personnes/{id:\\d{1,18}}")
    String show(Viewer viewer, @PathVariable long id, Model model) {
        var found = profiles.find(viewer, id);
        if (found.isEmpty()) {
            if (profiles.presence(viewer, id) == ProfileRepository.Presence.ERASED) {
                return "people/former";
            }
            throw new NotFound();
        }
        model.addAttribute("profile", found.get());
        model.addAttribute("announces", absences.mayAnnounce(viewer, id));
        return "people/person";
    }

    @GetMapping("/profil")
    String own(Viewer viewer) {
        return "redirect:/annuaire/personnes/" + viewer.id();
    }
}
