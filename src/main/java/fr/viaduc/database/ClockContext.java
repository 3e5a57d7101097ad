package fr.viaduc.database;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets what happened earlier be told through the services as it happened: the house's clock then shows that moment. */
public final class ClockContext {

    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    private ClockContext() {}

    /** Works at that moment. */
    public static <T extends @Nullable Object> T at(Instant moment, Supplier<T> work) {
        return ScopedValue.where(MOMENT, moment).call(work::get);
    }

    /** A clock that shows the moment being told, and otherwise this clock's time. */
    public static Clock over(Clock clock) {
        return new ToldClock(clock);
    }

    private static final class ToldClock extends Clock {
        private final Clock clock;

        ToldClock(Clock clock) {
            this.clock = clock;
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new ToldClock(clock.withZone(zone));
        }

        @Override
        public Instant instant() {
            return MOMENT.isBound() ? MOMENT.get() : clock.instant();
        }
    }
}
