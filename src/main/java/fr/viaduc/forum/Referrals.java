package fr.viaduc.forum;

import fr.viaduc.content.Events;
import fr.viaduc.database.SystemTransactional;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions that nobody has answered for as many days as their category says go to its referent. */
@Component
class Referrals {
    private final JdbcClient system;
    private final ApplicationEventPublisher events;

    Referrals(@Qualifier("system") JdbcClient system, ApplicationEventPublisher events) {
        this.system = system;
        this.events = events;
    }

    /** Hands over the questions that have waited long enough, and says how many. */
    @SystemTransactional
    public int refer() {
        List<Events.QuestionWaiting> waiting = system.sql("select item_id, referents from forum.refer_unanswered()")
                .query((row, number) -> new Events.QuestionWaiting(row.getLong("item_id"), Arrays.asList((Long[])
                        row.getArray("referents").getArray())))
                .list();
        waiting.forEach(events::publishEvent);
        return waiting.size();
    }
}
