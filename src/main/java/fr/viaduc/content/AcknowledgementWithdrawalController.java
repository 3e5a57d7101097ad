package fr.viaduc.content;

import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** « Annuler », within the minute: a slip of the hand. */
@Controller
class AcknowledgementWithdrawalController {
    private final Acknowledgements acknowledgements;
    private final AcknowledgementAnswer answer;

    AcknowledgementWithdrawalController(Acknowledgements acknowledgements, AcknowledgementAnswer answer) {
        this.acknowledgements = acknowledgements;
        this.answer = answer;
    }

    @PostMapping("/publications/{id:\\d{1,18}}/pris-connaissance/annulation")
    String withdraw(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean withdrawn = acknowledgements.withdraw(viewer, id);
        String said = withdrawn ? "content.acknowledgement.withdrawn" : "content.acknowledgement.stands";
        return answer.with(page, id, said, false, model, request, response);
    }
}
