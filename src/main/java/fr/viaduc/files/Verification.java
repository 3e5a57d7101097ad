package fr.viaduc.files;

import java.util.List;
import java.util.UUID;

/** What reading every object again has shown. */
public record Verification(long objects, long bytes, List<Problem> problems) {

    /** Why an object cannot be given back as it was received. */
    public enum Fault {
        /** Its bytes are gone. */
        ABSENT,
        /** Its bytes were changed or cut. */
        ALTERED,
        /** The key-encryption key that opens its key is not in the keyring, or its key was changed. */
        KEY
    }

    public record Problem(UUID object, Fault fault) {}

    public boolean sound() {
        return problems.isEmpty();
    }
}
