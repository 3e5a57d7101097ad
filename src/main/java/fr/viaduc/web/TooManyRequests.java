package fr.viaduc.web;

import java.time.Duration;

/** Asked too often: 429, with the time to wait. */
public final class TooManyRequests extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Duration delay;

    public TooManyRequests(Duration delay) {
        this.delay = delay;
    }

    public Duration delay() {
        return delay;
    }
}
