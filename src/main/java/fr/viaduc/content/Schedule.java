package fr.viaduc.content;

import fr.viaduc.database.SystemTransactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Publishes what was scheduled, and puts away what has had its time. */
@Service
public class Schedule {
    private final JdbcClient system;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Schedule(@Qualifier("system") JdbcClient system, Clock clock, ApplicationEventPublisher events) {
        this.system = system;
        this.clock = clock;
        this.events = events;
    }

    @SystemTransactional
    public void run() {
        var now = OffsetDateTime.now(clock);
        List<Events.ItemPublished> due = system.sql("select * from content.publish_due(:now)")
                .param("now", now)
                .query((row, number) -> new Events.ItemPublished(
                        row.getLong("item_id"),
                        row.getString("kind"),
                        row.getLong("author_id"),
                        row.getLong("circle_id")))
                .list();
        due.forEach(events::publishEvent);
        system.sql("select content.archive_due(:now)")
                .param("now", now)
                .query(Integer.class)
                .single();
    }
}
