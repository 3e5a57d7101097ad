package fr.viaduc.faq;

import fr.viaduc.content.Events;
import fr.viaduc.database.DataFolder;
import fr.viaduc.database.SystemTransactional;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Notes what is looked for and not found. A search is a reading transaction, which nothing may be written in: it is noted
 * at once, on the house's own pool, where nobody is the viewer.
 */
@Component
class FailedSearches {
    private final JdbcClient system;
    private final Clock clock;
    private final byte[] key;

    FailedSearches(@Qualifier("system") JdbcClient system, Clock clock, DataFolder folder) {
        this.system = system;
        this.clock = clock;
        this.key = folder.secret("faq searches");
    }

    @EventListener
    @SystemTransactional(propagation = Propagation.REQUIRES_NEW)
    public void note(Events.SearchedInVain search) {
        system.sql("select faq.note_failed(:words, :key, :now)")
                .param("words", search.words())
                .param("key", key)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> number)
                .list();
    }
}
