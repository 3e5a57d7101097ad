package fr.viaduc.people.hrimport;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One import: who, when, which file, how far it got, and how many it changed; never who was changed. */
public record ImportRun(
        long id,
        UUID key,
        String origin,
        @Nullable String createdBy,
        Instant createdAt,
        String fileName,
        String format,
        int lines,
        State state,
        @Nullable String appliedBy,
        @Nullable Instant endedAt,
        @Nullable String failure,
        int done,
        int total,
        int arrivals,
        int changes,
        int departures,
        int refused,
        int units,
        int sites) {
    /** How far an import got. */
    public enum State {
        WAITING,
        APPLYING,
        APPLIED,
        FAILED,
        ABANDONED
    }

    public String stateKey() {
        return "hrimport.state." + state.name();
    }

    public boolean is(State some) {
        return state == some;
    }
}
