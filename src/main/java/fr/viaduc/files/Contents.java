package fr.viaduc.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The bytes of the files that the current viewer may see, for what is made of them here: a page on paper. */
@Service
public class Contents {
    private final StoredFiles files;
    private final Store store;

    Contents(StoredFiles files, Store store) {
        this.files = files;
        this.store = store;
    }

    /**
     * A file as it is served.
     *
     * @param mediaType what it is
     */
    public record Content(String mediaType, byte[] bytes) {}

    /** The file in that size; empty when the viewer may not see it, or it is not ready. */
    public Optional<Content> read(long id, Rendition rendition) throws IOException {
        Optional<FileRepository.Content> content = files.content(id, rendition);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream bytes =
                Channels.newInputStream(store.open(content.get().object()))) {
            return Optional.of(new Content(content.get().mediaType(), bytes.readAllBytes()));
        }
    }
}
