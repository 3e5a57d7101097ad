package fr.viaduc.people.signin;

import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Starting and ending the look at the network "as an élu". */
@Controller
class PreviewController {
    private final SessionRepository sessions;

    PreviewController(SessionRepository sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/apercu/elu")
    String ask(Viewer viewer) {
        allowed(viewer);
        return "circles/preview";
    }

    @PostMapping("/apercu/elu")
    String start(Viewer viewer) {
        allowed(viewer);
        set(viewer.sessionId(), true);
        return "redirect:/";
    }

    @PostMapping("/apercu/fin")
    String end(Viewer viewer) {
        set(viewer.sessionId(), false);
        return "redirect:/";
    }

    /** Where a write ends during the preview (see {@link PreviewFilter}). */
    @RequestMapping(PreviewFilter.REFUSED)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String refused(Viewer viewer) {
        return "circles/previewRefused";
    }

    private void set(@Nullable Long session, boolean preview) {
        if (session == null) {
            throw new Forbidden();
        }
        sessions.preview(session, preview);
    }

    private static void allowed(Viewer viewer) {
        if (!Preview.allowedTo(viewer)) {
            throw new Forbidden();
        }
    }
}
