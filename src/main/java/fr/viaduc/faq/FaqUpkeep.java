package fr.viaduc.faq;

import fr.viaduc.content.Events;
import fr.viaduc.database.SystemTransactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the house does for the FAQ without being asked. */
@Service
class FaqUpkeep {
    private final JdbcClient system;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FaqUpkeep(@Qualifier("system") JdbcClient system, Clock clock, ApplicationEventPublisher events) {
        this.system = system;
        this.clock = clock;
        this.events = events;
    }

    /** Forgets what was voted before today, and searches of long ago. */
    @SystemTransactional
    public void forget() {
        system.sql("select faq.forget_votes(?)")
                .param(LocalDate.now(clock))
                .query(Integer.class)
                .single();
        system.sql("select faq.forget_searches(?)")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> number)
                .list();
    }

    /** Says which answers are to be checked; their editors also see them on their page. */
    @SystemTransactional
    public List<Long> recall() {
        List<Long> due = system.sql("select faq.recall(?)")
                .param(LocalDate.now(clock))
                .query(Long.class)
                .list();
        due.forEach(item -> events.publishEvent(new Events.ReviewDue(item)));
        return due;
    }
}
