package fr.viaduc.content;

import fr.viaduc.database.SystemTransactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Says what is due: three days before, and on the day. The home page shows it to whom it concerns without being told; other
 * channels (push, e-mail, in each person's own hours) are the business of those who listen to the event.
 */
@Service
public class AcknowledgementReminders {
    private final JdbcClient system;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AcknowledgementReminders(@Qualifier("system") JdbcClient system, Clock clock, ApplicationEventPublisher events) {
        this.system = system;
        this.clock = clock;
        this.events = events;
    }

    /** Recalls each item that is due, once; never on a Saturday or a Sunday. */
    @SystemTransactional
    public List<Long> recall() {
        LocalDate today = LocalDate.now(clock);
        if (today.getDayOfWeek() == DayOfWeek.SATURDAY || today.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return List.of();
        }
        List<Long> due = system.sql("select content.recall(?)")
                .param(today)
                .query(Long.class)
                .list();
        due.forEach(item -> events.publishEvent(new Events.AcknowledgementDue(item)));
        return due;
    }

    /** Who is still asked: for a reminder to be sent, never to be shown. */
    @SystemTransactional(readOnly = true)
    public List<Long> stillAsked(long itemId) {
        return system.sql("select content.still_asked(?)")
                .param(itemId)
                .query(Long.class)
                .list();
    }
}
