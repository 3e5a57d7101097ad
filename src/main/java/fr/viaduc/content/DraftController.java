package fr.viaduc.content;

import fr.viaduc.web.Viewer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private static final Set<String> NOT_TYPED = Set.of("_csrf", "idempotencyKey", "retour");
    private final Drafts drafts;

    DraftController(Drafts drafts) {
        this.drafts = drafts;
    }

    /** 204 when it is kept, 410 when the form was published meanwhile: there is nothing more to keep. */
    @PostMapping("/brouillons/{form}")
    ResponseEntity<Void> keep(
            Viewer viewer,
            @PathVariable String form,
            @RequestParam(required = false) @Nullable UUID idempotencyKey,
            @RequestParam MultiValueMap<String, String> fields) {
        Map<String, String> kept = new HashMap<>();
        int length = 0;
        for (var field : fields.entrySet()) {
            String value = String.join("\n", field.getValue());
            if (!NOT_TYPED.contains(field.getKey()) && !value.isBlank()) {
                kept.put(field.getKey(), value);
                length += value.length();
            }
        }
        if (form.length() > 200 || length > LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        return drafts.keep(viewer, form, kept, idempotencyKey)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(HttpStatus.GONE).build();
    }
}
