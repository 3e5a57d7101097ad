package fr.viaduc.content;

import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own proof, and the check of one that somebody shows. */
@Controller
class AcknowledgementProofController {
    private static final int SIZE = 20;
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,11})\\.(\\d{1,9})_(\\d{1,18})");
    private final AcknowledgementProofs proofs;
    private final AcknowledgementRepository repository;

    AcknowledgementProofController(AcknowledgementProofs proofs, AcknowledgementRepository repository) {
        this.proofs = proofs;
        this.repository = repository;
    }

    @GetMapping("/publications/{id:\\d{1,18}}/pris-connaissance/preuve")
    ResponseEntity<byte[]> proof(
            Viewer viewer, Page page, @PathVariable long id, @RequestParam(defaultValue = "0") int version) {
        return AcknowledgementFollowUpController.pdf("pris-connaissance-" + id, proofs.own(viewer, page, id, version));
    }

    /** One's own proofs; and whether one that somebody shows is genuine, nothing of what it is about. */
    @GetMapping("/preuves")
    String check(
            Viewer viewer,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String empreinte,
            @RequestParam(defaultValue = "") String apres,
            Model model) {
        boolean asked = !reference.isBlank() || !empreinte.isBlank();
        model.addAttribute("reference", reference);
        model.addAttribute("seal", empreinte);
        model.addAttribute("asked", asked);
        model.addAttribute("genuine", asked && proofs.genuine(reference.strip(), empreinte.strip()));
        List<AcknowledgementProof.Own> own = viewer.preview() ? List.of() : after(viewer, apres);
        List<AcknowledgementProof.Own> shown = own.size() > SIZE ? own.subList(0, SIZE) : own;
        model.addAttribute("own", shown);
        model.addAttribute(
                "next", own.size() > SIZE ? "/preuves?apres=" + shown.getLast().cursor() : null);
        return "content/proofCheck";
    }

    private List<AcknowledgementProof.Own> after(Viewer viewer, String cursor) {
        var parts = CURSOR.matcher(cursor);
        return parts.matches()
                ? repository.own(
                        viewer,
                        Instant.ofEpochSecond(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))),
                        Long.parseLong(parts.group(3)),
                        SIZE + 1)
                : repository.own(viewer, null, 0, SIZE + 1);
    }
}
