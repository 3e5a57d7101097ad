package fr.viaduc.people.hrimport;

/** A file that is no table of agents; the reason says what to do. */
final class UnreadableFile extends RuntimeException {
    private final transient Reason reason;

    UnreadableFile(Reason reason) {
        super(reason.key());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
