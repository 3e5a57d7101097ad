package fr.viaduc.spaces;

import fr.viaduc.files.Purpose;
import fr.viaduc.files.UploadRefused;
import fr.viaduc.files.Uploads;
import fr.viaduc.web.Flash;
import fr.viaduc.web.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The picture at the head of a space. */
@Controller
class CoverController {
    private final Spaces spaces;
    private final Uploads uploads;

    CoverController(Spaces spaces, Uploads uploads) {
        this.spaces = spaces;
        this.uploads = uploads;
    }

    @PostMapping("/espaces/{slug}/couverture")
    String put(
            Viewer viewer, @PathVariable String slug, @RequestParam MultipartFile cover, HttpServletResponse response)
            throws IOException {
        spaces.owned(viewer, slug);
        try {
            spaces.cover(viewer, slug, uploads.receive(viewer.id(), cover, Purpose.COVER));
            Flash.say(response, "spaces.cover.changed");
        } catch (UploadRefused refused) {
            Flash.say(response, "spaces.cover.refused");
        }
        return "redirect:/espaces/" + slug + "/reglages";
    }

    @PostMapping("/espaces/{slug}/couverture/fin")
    String remove(Viewer viewer, @PathVariable String slug, HttpServletResponse response) {
        spaces.cover(viewer, slug, null);
        Flash.say(response, "spaces.cover.changed");
        return "redirect:/espaces/" + slug + "/reglages";
    }
}
