package fr.viaduc.testing;

import fr.viaduc.database.ClockContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that runs like the real one until a test moves it. */
public final class TestClock extends Clock {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private volatile Clock clock = ClockContext.over(Clock.system(PARIS));

    /** Stops at that instant. */
    public void stopAt(Instant instant) {
        clock = Clock.fixed(instant, PARIS);
    }

    /** Lets that time pass at once. */
    public synchronized void advance(Duration duration) {
        clock = Clock.offset(clock, duration);
    }

    /** Runs like the real one again. */
    public void reset() {
        clock = ClockContext.over(Clock.system(PARIS));
    }

    @Override
    public ZoneId getZone() {
        return PARIS;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }
}
