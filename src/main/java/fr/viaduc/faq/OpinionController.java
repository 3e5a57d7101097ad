package fr.viaduc.faq;

import fr.viaduc.web.Flash;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Cette réponse vous a-t-elle aidé ? ». */
@Controller
class OpinionController {
    private final Faq faq;

    OpinionController(Faq faq) {
        this.faq = faq;
    }

    @PostMapping("/faq/{id:\\d{1,18}}/avis")
    String rate(
            Viewer viewer,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String utile,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean helped = utile.equals("oui");
        String outcome = faq.rate(viewer, id, helped);
        Question question = faq.get(viewer, id);
        String said = "faq.opinion." + outcome;
        String accepted = request.getHeader("Accept");
        if (accepted == null || !accepted.contains("text/vnd.turbo-stream.html")) {
            Flash.say(response, said);
            return "redirect:" + question.address();
        }
        model.addAttribute("question", question);
        model.addAttribute("said", said);
        model.addAttribute("helped", helped);
        return "stream:faq/rated";
    }
}
