package fr.viaduc.feed;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * One open page. What it is told waits in its own queue and leaves on a thread of its own, which lives while there is
 * something to say: a browser that does not read delays nobody else. What it does not fetch is forgotten, oldest first,
 * and Tomcat closes its connection after a while.
 */
final class LiveStream {
    private static final int LONGEST_QUEUE = 32;

    private final SseEmitter emitter;
    private final Deque<SseEventBuilder> waiting = new ArrayDeque<>();
    private boolean sending;

    LiveStream(SseEmitter emitter) {
        this.emitter = emitter;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** Says this, now or when what was said before has left; never waits. */
    void say(SseEventBuilder event) {
        synchronized (waiting) {
            if (waiting.size() == LONGEST_QUEUE) {
                waiting.removeFirst();
            }
            waiting.addLast(event);
            if (sending) {
                return;
            }
            sending = true;
        }
        Thread.ofVirtual().name("live-stream").start(this::send);
    }

    /** A sign of life, which what is already waiting makes needless. */
    void beat() {
        synchronized (waiting) {
            if (sending) {
                return;
            }
        }
        say(SseEmitter.event().comment(""));
    }

    private void send() {
        try {
            for (SseEventBuilder next = next(); next != null; next = next()) {
                emitter.send(next);
            }
        } catch (IOException | IllegalStateException gone) {
            emitter.completeWithError(gone);
        }
    }

    private @org.jspecify.annotations.Nullable SseEventBuilder next() {
        synchronized (waiting) {
            SseEventBuilder next = waiting.pollFirst();
            sending = next != null;
            return next;
        }
    }
}
