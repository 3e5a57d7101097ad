package fr.viaduc.content;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's agreements to be seen in pictures: given, recorded from paper, taken back. */
@Controller
class ImageRightsController {
    private final ImageRights rights;
    private final Items items;
    private final Cards cards;

    ImageRightsController(ImageRights rights, Items items, Cards cards) {
        this.rights = rights;
        this.items = items;
        this.cards = cards;
    }

    @GetMapping("/profil/image")
    String mine(Viewer viewer, Model model) {
        if (viewer.preview()) {
            throw new Forbidden();
        }
        model.addAttribute("consents", rights.mine(viewer));
        return "content/imageRights";
    }

    @PostMapping("/profil/image/{id:\\d{1,18}}/retrait")
    String withdraw(Viewer viewer, @PathVariable long id, HttpServletResponse response) {
        int withdrawn = rights.withdraw(viewer, id);
        Flash.say(response, withdrawn == 0 ? "content.image.withdrawn" : "content.image.withdrawnItems");
        return "redirect:/profil/image";
    }

    @PostMapping("/publications/{id:\\d{1,18}}/image")
    String agree(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<String> usage,
            HttpServletResponse response) {
        Item item = items.get(viewer, id);
        Set<ImageRights.Use> uses = uses(usage);
        if (!uses.isEmpty()) {
            rights.agree(viewer, id, uses);
            Flash.say(response, "content.image.agreed");
        }
        return "redirect:" + cards.address(item);
    }

    @PostMapping("/publications/{id:\\d{1,18}}/image/papier")
    String record(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long personne,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(defaultValue = "") List<String> usage,
            HttpServletResponse response) {
        Item item = items.get(viewer, id);
        Set<ImageRights.Use> uses = uses(usage);
        LocalDate day = day(jour);
        if (day == null || uses.isEmpty()) {
            Flash.say(response, "content.image.incomplete");
        } else {
            rights.record(viewer, id, personne, uses, day);
            Flash.say(response, "content.image.recorded");
        }
        return "redirect:" + cards.address(item);
    }

    private static Set<ImageRights.Use> uses(List<String> words) {
        Set<ImageRights.Use> uses = EnumSet.noneOf(ImageRights.Use.class);
        Arrays.stream(ImageRights.Use.values())
                .filter(use -> words.contains(use.word()))
                .forEach(uses::add);
        return uses;
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
