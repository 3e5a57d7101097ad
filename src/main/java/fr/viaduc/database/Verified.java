package fr.viaduc.database;

import java.util.List;

/** Something that {@code bin/start verify} reads again from end to end. */
public interface Verified {

    Report verify();

    /**
     * What was found.
     *
     * @param lines in French, for the console
     */
    record Report(boolean sound, List<String> lines) {}
}
