package fr.viaduc.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A file of someone.
 *
 * @param size in bytes
 * @param width in pixels, of a picture that is ready
 * @param refusal the message key that says why it was refused
 */
public record StoredFile(
        long id,
        long ownerId,
        String name,
        String mediaType,
        long size,
        @Nullable Integer width,
        @Nullable Integer height,
        State state,
        @Nullable String refusal,
        Purpose purpose,
        Instant createdAt) {

    public enum State {
        PROCESSING,
        READY,
        REFUSED
    }

    public boolean ready() {
        return state == State.READY;
    }

    /** Whether it is a picture that can be shown in several sizes. */
    public boolean picture() {
        return MediaTypes.isDecodable(mediaType);
    }

    /** Where it is served in full. */
    public String address() {
        return address(Rendition.ORIGINAL);
    }

    /** Where it is served in that size; a file that is no picture is only served in full. */
    public String address(Rendition rendition) {
        Rendition served = picture() ? rendition : Rendition.ORIGINAL;
        return "/fichiers/" + id + "/" + served.word() + "/"
                + UriUtils.encodePathSegment(name.replace('/', '-'), java.nio.charset.StandardCharsets.UTF_8);
    }
}
