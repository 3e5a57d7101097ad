package fr.viaduc.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open pages of this node. PostgreSQL says to every node that an item was published and for which circle; who is in
 * that circle is asked again each time, so that whoever left it hears nothing.
 */
@Component
class LiveStreams implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int HEARTBEAT_MILLIS = 25_000;
    private static final int PAUSE_MILLIS = 5_000;

    private final Map<Long, List<LiveStream>> streams = new ConcurrentHashMap<>();
    private final DataSource source;
    private final JdbcClient database;
    private volatile boolean running;
    private volatile @org.jspecify.annotations.Nullable Thread listener;

    LiveStreams(@Qualifier("systemDataSource") DataSource source, @Qualifier("system") JdbcClient database) {
        this.source = source;
        this.database = database;
    }

    /** A stream for that person, which ends by itself after half an hour: the browser asks again, signed in or not. */
    SseEmitter open(long personId) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        var stream = new LiveStream(emitter);
        streams.compute(personId, (ignored, open) -> {
            List<LiveStream> mine = open == null ? new CopyOnWriteArrayList<>() : open;
            mine.add(stream);
            return mine;
        });
        Runnable close = () -> streams.computeIfPresent(personId, (ignored, open) -> {
            open.remove(stream);
            return open.isEmpty() ? null : open;
        });
        emitter.onCompletion(close);
        emitter.onTimeout(emitter::complete);
        emitter.onError(failure -> close.run());
        stream.say(SseEmitter.event().comment("ouvert").reconnectTime(PAUSE_MILLIS));
        return emitter;
    }

    @Override
    public void start() {
        running = true;
        listener = Thread.ofVirtual().name("live").start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        Thread current = listener;
        if (current != null) {
            current.interrupt();
        }
        // Each on a thread of its own: one that is stuck would hold the others.
        streams.values().forEach(open -> open.forEach(stream -> Thread.startVirtualThread(stream.emitter()::complete)));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void listen() {
        while (running) {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(true);
                try (var statement = connection.createStatement()) {
                    statement.execute("listen viaduc_published");
                }
                PGConnection postgres = connection.unwrap(PGConnection.class);
                while (running) {
                    PGNotification[] news = postgres.getNotifications(HEARTBEAT_MILLIS);
                    if (news == null || news.length == 0) {
                        beat();
                    } else {
                        for (PGNotification one : news) {
                            tell(one.getParameter());
                        }
                    }
                }
            } catch (SQLException away) {
                log.debug("Live updates wait for the database", away);
                pause();
            }
        }
    }

    /** One piece of news that fails, for want of the database or of sense, does not end the others. */
    private void tell(String payload) {
        try {
            published(payload);
        } catch (DataAccessException | NumberFormatException failure) {
            log.warn("A publication could not be announced", failure);
        }
    }

    /** Says "something new" to those connected who are in the circle, but not to its author. */
    private void published(String payload) {
        String[] parts = payload.split(":", 3);
        if (parts.length < 3 || streams.isEmpty()) {
            return;
        }
        long circle = Long.parseLong(parts[1]);
        long author = Long.parseLong(parts[2]);
        Set<Long> connected = new HashSet<>(streams.keySet());
        connected.remove(author);
        database.sql("""
                        select person_id from circles.member
                         where circle_id = :circle and person_id = any (:connected) and valid @> current_date
                        """)
                .param("circle", circle)
                .param("connected", connected.toArray(Long[]::new))
                .query(Long.class)
                .list()
                .forEach(person -> streams.getOrDefault(person, List.of())
                        .forEach(stream ->
                                stream.say(SseEmitter.event().name("new").data(parts[0]))));
    }

    private void beat() {
        streams.values().forEach(open -> open.forEach(LiveStream::beat));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
