package fr.viaduc.files;

import java.util.List;
import org.springframework.http.HttpStatus;

/** An upload that is not accepted, and why, as a message for the one who sent it. */
public final class UploadRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Each reason has the message {@code files.refused.<word>}. */
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        /** Programs, scripts, web pages. */
        DANGEROUS,
        NOT_A_PICTURE,
        /** A picture of a kind that cannot be shown, such as HEIC. */
        PICTURE_KIND,
        TOO_MANY_PIXELS,
        UNREADABLE,
        INFECTED;

        public String key() {
            return "files.refused." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Reason reason;
    private final List<String> arguments;

    UploadRefused(Reason reason, String... arguments) {
        super(reason.key());
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    public String messageKey() {
        return reason.key();
    }

    /** What the message mentions: the file's name, then the limit where there is one. */
    public Object[] arguments() {
        return arguments.toArray();
    }

    /** 413 when too large, 422 otherwise. */
    public HttpStatus status() {
        return reason == Reason.TOO_LARGE ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
