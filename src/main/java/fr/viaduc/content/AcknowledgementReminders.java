package fr.viaduc.content;

import fr.viaduc.database.SystemTransactional;
import fr.viaduc.web.RestDays;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Says what is due: three days before, and on the day. The home page shows it to whom it concerns without being told; other
 * channels ({@link AcknowledgementMail}) are the business of those who listen to the event.
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

    /** Recalls each item that is due, once; never on a day of rest. */
    @SystemTransactional
    public List<Long> recall() {
        LocalDate today = LocalDate.now(clock);
        if (RestDays.include(today)) {
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

    /** Somebody who is still asked, and has a professional address. */
    record Mailable(long itemId, String firstName, String email, String kind, LocalDate dueOn) {}

    @SystemTransactional(readOnly = true)
    public List<Mailable> mailable(long itemId) {
        return system.sql("select item_id, first_name, email, kind, due_on from content.mailable(?)")
                .param(itemId)
                .query(Mailable.class)
                .list();
    }
}
