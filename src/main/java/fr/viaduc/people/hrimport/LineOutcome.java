package fr.viaduc.people.hrimport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a row of the file: each line of the file is in exactly one outcome. */
public record LineOutcome(
        int line,
        int lines,
        Fate fate,
        String who,
        @Nullable Reason reason,
        List<Reason> warnings) {
    /** The four things that happen to an agent's line, and the lines that speak of no agent. */
    public enum Fate {
        APPLIED,
        MERGED,
        UNCHANGED,
        REFUSED,
        NOT_AN_AGENT
    }
}
