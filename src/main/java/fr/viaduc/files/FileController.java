package fr.viaduc.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves files to those who may see them; whole or in part (videos), decrypted on the way. */
@Controller
class FileController {

    /** Nothing of a file runs in the name of Viaduc, whatever it contains. */
    private static final String SANDBOX =
            "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";

    /** The browsers' PDF viewers do not open in a sandbox; scripts of a PDF do not run in the page's name. */
    private static final String PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'";

    private final StoredFiles files;
    private final Store store;

    FileController(StoredFiles files, Store store) {
        this.files = files;
        this.store = store;
    }

    @GetMapping("/fichiers/{id:\\d{1,18}}/{rendition}/{name}")
    ResponseEntity<Resource> file(@PathVariable long id, @PathVariable String rendition, @PathVariable String name)
            throws IOException {
        Optional<FileRepository.Content> found = Rendition.of(rendition).flatMap(kind -> files.content(id, kind));
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        String type = found.get().mediaType();
        StoredObject object = store.describe(found.get().object());
        return ResponseEntity.ok()
                .eTag("\"" + object.tag() + "\"")
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("Content-Disposition", disposition(type, name))
                .header("Content-Security-Policy", type.equals("application/pdf") ? PDF : SANDBOX)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Accept-Ranges", "bytes")
                .contentType(contentType(type))
                .body(new Content(object, store));
    }

    private static String disposition(String type, String name) {
        var disposition = MediaTypes.isInline(type) ? ContentDisposition.inline() : ContentDisposition.attachment();
        return disposition
                .filename(FileName.clean(name), StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private static MediaType contentType(String type) {
        MediaType parsed = MediaType.parseMediaType(type);
        return parsed.getType().equals("text") ? new MediaType(parsed, StandardCharsets.UTF_8) : parsed;
    }

    /** Lets Spring answer whole, partial and conditional requests from the store. */
    private static final class Content extends AbstractResource {
        private final StoredObject object;
        private final Store store;

        Content(StoredObject object, Store store) {
            this.object = object;
            this.store = store;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return Channels.newInputStream(store.open(object.id()));
        }

        @Override
        public long contentLength() {
            return object.size();
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public String getDescription() {
            return "object " + object.id();
        }
    }
}
