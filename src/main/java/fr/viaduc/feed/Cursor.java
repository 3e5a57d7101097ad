package fr.viaduc.feed;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Where a page of a feed ends: the moment (microseconds) and the id of its last item. */
record Cursor(Instant at, long id) {
    private static final Cursor START = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);
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

    /** Whether it is where a feed begins. */
    boolean start() {
        return equals(START);
    }

    String value() {
        return at.getEpochSecond() * MICROS + at.getNano() / 1000 + "-" + id;
    }

    OffsetDateTime moment() {
        return at.atOffset(ZoneOffset.UTC);
    }
}
