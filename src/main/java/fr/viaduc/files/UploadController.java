package fr.viaduc.files;

import fr.viaduc.web.Texts;
import fr.viaduc.web.Viewer;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/** Takes files one by one while someone is still writing; what they are for is said when the form is sent. */
@Controller
@RequestMapping("/fichiers")
class UploadController {

    /** What the page's upload behaviour needs to know. */
    record Uploaded(
            long id,
            String name,
            String mediaType,
            long size,
            String state,
            @Nullable String preview,
            @Nullable String error) {}

    record Refused(String error) {}

    private final Uploads uploads;
    private final StoredFiles files;
    private final FilesSettings settings;
    private final Texts texts;

    UploadController(Uploads uploads, StoredFiles files, FilesSettings settings, Texts texts) {
        this.uploads = uploads;
        this.files = files;
        this.settings = settings;
        this.texts = texts;
    }

    @PostMapping
    ResponseEntity<Object> upload(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "attachment") String purpose,
            Viewer viewer)
            throws IOException {
        if (file == null) {
            return refused(HttpStatus.UNPROCESSABLE_CONTENT, "files.refused.missing", viewer.locale());
        }
        StoredFile stored = uploads.receive(viewer.id(), file, Purpose.of(purpose));
        return ResponseEntity.status(HttpStatus.CREATED).body(uploaded(stored, viewer.locale()));
    }

    /** Whether a picture is ready yet. */
    @GetMapping("/{id:\\d{1,18}}")
    ResponseEntity<Object> state(@PathVariable long id, Viewer viewer) {
        return files.find(id)
                .map(file -> ResponseEntity.ok()
                        .header("Cache-Control", "no-store")
                        .<Object>body(uploaded(file, viewer.locale())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Takes back an upload. */
    @DeleteMapping("/{id:\\d{1,18}}")
    ResponseEntity<Void> remove(@PathVariable long id) {
        return files.remove(id)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(UploadRefused refusal, Locale locale) {
        return refused(refusal.status(), refusal.messageKey(), locale, refusal.arguments());
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(MaxUploadSizeExceededException refusal, Locale locale) {
        String limit = settings.maximumAttachment().toMegabytes() + "\u00a0Mo";
        return refused(HttpStatus.CONTENT_TOO_LARGE, "files.refused.too_large", locale, "", limit);
    }

    @ExceptionHandler
    ResponseEntity<Object> unknownPurpose(IllegalArgumentException unknown) {
        return ResponseEntity.badRequest().build();
    }

    private Uploaded uploaded(StoredFile file, Locale locale) {
        String preview = file.ready() && file.picture() ? file.address(Rendition.THUMB) : null;
        String refusal = file.refusal();
        return new Uploaded(
                file.id(),
                file.name(),
                file.mediaType(),
                file.size(),
                file.state().name().toLowerCase(Locale.ROOT),
                preview,
                refusal == null ? null : texts.of(locale, refusal, file.name()));
    }

    private ResponseEntity<Object> refused(HttpStatus status, String key, Locale locale, Object... arguments) {
        return ResponseEntity.status(status).body(new Refused(texts.of(locale, key, arguments)));
    }
}
