package fr.viaduc.forum;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Where a list of topics ends: when its last one was active (microseconds), and its id. */
record Cursor(Instant at, long id) {
    static final Cursor START = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);
    private static final long MICROS = 1_000_000;

    /** The cursor in an address; the start when there is none or it is not one. */
    static Cursor of(@Nullable String value) {
        if (value == null || !value.matches("\\d{1,17}-\\d{1,18}")) {
            return START;
        }
        String[] parts = value.split("-", 2);
        long micros = Long.parseLong(parts[0]);
        return new Cursor(Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000), Long.parseLong(parts[1]));
    }

    static Cursor after(TopicLine line) {
        return new Cursor(line.activeAt(), line.id());
    }

    String value() {
        return at.getEpochSecond() * MICROS + at.getNano() / 1000 + "-" + id;
    }

    OffsetDateTime moment() {
        return at.atOffset(ZoneOffset.UTC);
    }
}
