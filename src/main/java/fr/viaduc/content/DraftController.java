package fr.viaduc.content;

import fr.viaduc.web.Viewer;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps what is being typed, as it is typed. */
@Controller
class DraftController {
    private static final int LONGEST = 300_000;
    private final Drafts drafts;

    DraftController(Drafts drafts) {
        this.drafts = drafts;
    }

    @PostMapping("/brouillons/{form}")
    ResponseEntity<Void> keep(
            Viewer viewer, @PathVariable String form, @RequestParam MultiValueMap<String, String> fields) {
        Map<String, String> kept = new HashMap<>();
        int length = 0;
        for (var field : fields.entrySet()) {
            if (!field.getKey().equals("_csrf") && !field.getKey().equals("idempotencyKey")) {
                String value = String.join("\n", field.getValue());
                kept.put(field.getKey(), value);
                length += value.length();
            }
        }
        if (form.length() > 200 || length > LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        drafts.keep(viewer, form, kept);
        return ResponseEntity.noContent().build();
    }
}
