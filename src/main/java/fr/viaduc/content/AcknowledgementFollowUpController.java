package fr.viaduc.content;

import fr.viaduc.people.People;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the issuer of an item learns: totals, and names where that was announced, until the announced day. */
@Controller
class AcknowledgementFollowUpController {
    private static final int SIZE = 50;
    private static final int ALL = 100_000;
    private final Acknowledgements acknowledgements;
    private final AcknowledgementProofs proofs;
    private final Cards cards;
    private final People people;

    AcknowledgementFollowUpController(
            Acknowledgements acknowledgements, AcknowledgementProofs proofs, Cards cards, People people) {
        this.acknowledgements = acknowledgements;
        this.proofs = proofs;
        this.cards = cards;
        this.people = people;
    }

    @GetMapping("/publications/{id:\\d{1,18}}/prises-de-connaissance")
    String follow(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "attendues") String etat,
            @RequestParam(defaultValue = "") String apres,
            Model model) {
        boolean said = etat.equals("faites");
        After after = After.of(apres);
        Item item = acknowledgements.issued(viewer, id);
        List<Acknowledgement.Line> lines = acknowledgements.list(viewer, id, said, after.name(), after.id(), SIZE + 1);
        List<Acknowledgement.Line> shown = lines.size() > SIZE ? lines.subList(0, SIZE) : lines;
        model.addAttribute("item", item);
        model.addAttribute("address", cards.address(item));
        model.addAttribute("totals", acknowledgements.totals(viewer, id));
        model.addAttribute("said", said);
        model.addAttribute("lines", shown);
        model.addAttribute("next", lines.size() > SIZE ? After.last(shown) : null);
        model.addAttribute(
                "people",
                people.lines(
                        viewer,
                        shown.stream().map(Acknowledgement.Line::personId).toList()));
        return "content/acknowledgementFollowUp";
    }

    @GetMapping("/publications/{id:\\d{1,18}}/prises-de-connaissance/liste")
    ResponseEntity<byte[]> list(Viewer viewer, Page page, @PathVariable long id) {
        Item item = acknowledgements.issued(viewer, id);
        List<Acknowledgement.Line> lines = acknowledgements.list(viewer, id, true, "", 0, ALL);
        return pdf("prises-de-connaissance-" + id, proofs.list(page, item, lines));
    }

    static ResponseEntity<byte[]> pdf(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }

    /** Where the list goes on. */
    private record After(String name, long id) {
        static After of(String value) {
            int bar = value.indexOf('_');
            return bar > 0 && bar < 19 && value.substring(0, bar).matches("\\d+")
                    ? new After(value.substring(bar + 1), Long.parseLong(value.substring(0, bar)))
                    : new After("", 0);
        }

        static String last(List<Acknowledgement.Line> lines) {
            Acknowledgement.Line last = lines.getLast();
            return last.personId() + "_" + last.sortName();
        }
    }
}
