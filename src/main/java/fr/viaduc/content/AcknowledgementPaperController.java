package fr.viaduc.content;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Page;
import fr.viaduc.web.PaperPages;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A site contact prints a sheet, has it signed by colleagues without a device, and records the signatures. */
@Controller
class AcknowledgementPaperController {
    private final Acknowledgements acknowledgements;
    private final PaperPages paper;
    private final Cards cards;

    AcknowledgementPaperController(Acknowledgements acknowledgements, PaperPages paper, Cards cards) {
        this.acknowledgements = acknowledgements;
        this.paper = paper;
        this.cards = cards;
    }

    @GetMapping("/referent/emargements")
    String list(Viewer viewer, Model model) {
        List<Item> items = acknowledgements.papers(viewer);
        model.addAttribute("items", items);
        return "content/papers";
    }

    @GetMapping("/referent/emargements/{id:\\d{1,18}}")
    String show(Viewer viewer, @PathVariable long id, Model model) {
        fill(viewer, id, model, "", null);
        return "content/paper";
    }

    @GetMapping("/referent/emargements/{id:\\d{1,18}}/feuille")
    ResponseEntity<byte[]> sheet(Viewer viewer, Page page, @PathVariable long id) {
        Item item = acknowledgements.paper(viewer, id);
        var parameters = new HashMap<String, Object>();
        parameters.put("page", page);
        parameters.put("item", item);
        parameters.put("body", PaperPages.body(item.body()));
        parameters.put("people", acknowledgements.paperPeople(viewer, id));
        return AcknowledgementFollowUpController.pdf(
                "emargement-" + id, paper.pdf("content/acknowledgementSheet", parameters));
    }

    @PostMapping("/referent/emargements/{id:\\d{1,18}}")
    ModelAndView record(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<Long> personnes,
            @RequestParam(defaultValue = "") String signe,
            @RequestParam(defaultValue = "0") int version,
            Model model,
            HttpServletResponse response) {
        Item item = acknowledgements.paper(viewer, id);
        LocalDate day = AcknowledgementForm.date(signe);
        LocalDate today = page.dates().today();
        String error = personnes.isEmpty()
                ? "content.paper.error.nobody"
                : day == null || day.isAfter(today) || day.isBefore(page.dates().date(item.at()))
                        ? "content.paper.error.day"
                        : item.acknowledgement() == null
                                        || version < item.acknowledgement().since()
                                ? "content.paper.error.version"
                                : null;
        if (error != null || day == null) {
            fill(viewer, id, model, signe, error);
            return new ModelAndView("content/paper", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        int taken = acknowledgements.recordPaper(viewer, id, version, personnes, day);
        Flash.say(response, "content.paper.recorded", String.valueOf(taken));
        return new ModelAndView("redirect:/referent/emargements/" + id, Map.of());
    }

    private void fill(Viewer viewer, long id, Model model, String day, @Nullable String error) {
        Item item = acknowledgements.paper(viewer, id);
        model.addAttribute("item", item);
        model.addAttribute("address", cards.address(item));
        model.addAttribute("people", acknowledgements.paperPeople(viewer, id));
        model.addAttribute("day", day);
        model.addAttribute("error", error);
    }
}
