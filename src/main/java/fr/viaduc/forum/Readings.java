package fr.viaduc.forum;

import fr.viaduc.database.SystemTransactional;
import fr.viaduc.web.Viewer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes the last reply that a person has been shown, for their own eyes. On the system pool, because a page that is read
 * writes nothing of its own; that pool may note it and cannot read it.
 */
@Component
class Readings {
    private final JdbcClient system;

    Readings(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    /**
     * Notes it, unless there is nothing new to note.
     *
     * @param last id of the last reply shown, 0 when there is none
     */
    @SystemTransactional
    public void note(Viewer viewer, Topic topic, long last) {
        if (viewer.preview() || (topic.seen() != null && topic.seen() >= last)) {
            return;
        }
        system.sql("select forum.note_reading(:person, :item, :last)")
                .param("person", viewer.id())
                .param("item", topic.id())
                .param("last", last)
                .query((row, number) -> number)
                .list();
    }
}
