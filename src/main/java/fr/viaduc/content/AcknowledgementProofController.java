package fr.viaduc.content;

import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own proof, and the check of one that somebody shows. */
@Controller
class AcknowledgementProofController {
    private final AcknowledgementProofs proofs;

    AcknowledgementProofController(AcknowledgementProofs proofs) {
        this.proofs = proofs;
    }

    @GetMapping("/publications/{id:\\d{1,18}}/pris-connaissance/preuve")
    ResponseEntity<byte[]> proof(Viewer viewer, Page page, @PathVariable long id) {
        return AcknowledgementFollowUpController.pdf("pris-connaissance-" + id, proofs.own(viewer, page, id));
    }

    /** Says whether a proof is genuine, and nothing of what it is about. */
    @GetMapping("/preuves")
    String check(
            Viewer viewer,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String empreinte,
            Model model) {
        boolean asked = !reference.isBlank() || !empreinte.isBlank();
        model.addAttribute("reference", reference);
        model.addAttribute("seal", empreinte);
        model.addAttribute("asked", asked);
        model.addAttribute("genuine", asked && proofs.genuine(reference.strip(), empreinte.strip()));
        return "content/proofCheck";
    }
}
