package fr.viaduc.content;

import fr.viaduc.web.Viewer;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who may be mentioned, and who is. A mention opens nothing: it reaches those who see the item anyway. */
@Repository
@Transactional(readOnly = true)
class Mentions {
    private static final int MOST = 8;
    private final JdbcClient database;

    Mentions(JdbcClient database) {
        this.database = database;
    }

    /** People of these circles whose first or last name begins with these words, in the order of the directory. */
    List<Long> proposals(Viewer viewer, Collection<Long> circles, String words) {
        if (circles.isEmpty() || words.isBlank() || viewer.preview()) {
            return List.of();
        }
        return database.sql("select content.mentionable(:circles, :words, :most)")
                .param("circles", circles.toArray(Long[]::new))
                .param("words", words.strip())
                .param("most", MOST)
                .query(Long.class)
                .list();
    }

    /** Records who is mentioned in an item or a comment, among those who see the item; returns them. */
    @Transactional
    List<Long> record(long itemId, @Nullable Long commentId, Collection<Long> mentioned) {
        if (mentioned.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        insert into content.mention (item_id, comment_id, person_id)
                        select :item, :comment, seen_by from content.seen_by(:item, :people)
                        on conflict do nothing
                        returning person_id
                        """)
                .param("item", itemId)
                .param("comment", commentId, Types.BIGINT)
                .param("people", mentioned.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** The text changed: who it mentioned is forgotten; returns whom it had reached. */
    @Transactional
    Set<Long> forget(long itemId, @Nullable Long commentId) {
        return database.sql("""
                        delete from content.mention where item_id = :item and comment_id is not distinct from :comment::bigint
                        returning person_id
                        """)
                .param("item", itemId)
                .param("comment", commentId, Types.BIGINT)
                .query(Long.class)
                .set();
    }
}
