package fr.viaduc.content;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Page;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « J’ai pris connaissance ». */
@Controller
class AcknowledgementController {
    private final Acknowledgements acknowledgements;
    private final AcknowledgementAnswer answer;

    AcknowledgementController(Acknowledgements acknowledgements, AcknowledgementAnswer answer) {
        this.acknowledgements = acknowledgements;
        this.answer = answer;
    }

    @PostMapping("/publications/{id:\\d{1,18}}/pris-connaissance")
    String acknowledge(
            Viewer viewer,
            Page page,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int version,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var outcome = acknowledgements.acknowledge(viewer, id, version);
        if (outcome == Acknowledgement.Outcome.CHANGED) {
            Flash.say(response, "content.acknowledgement.changed");
            return answer.itsPage(viewer, id);
        }
        return answer.with(page, id, "content.acknowledgement.said", true, model, request, response);
    }
}
