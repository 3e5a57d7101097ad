package fr.viaduc.content;

import fr.viaduc.web.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What items were before they were edited. */
@Repository
@Transactional(readOnly = true)
public class Revisions {
    private final JdbcClient database;

    Revisions(JdbcClient database) {
        this.database = database;
    }

    /** One earlier state of an item. */
    public record Revision(
            int version, @Nullable String title, String excerpt, String body, long editorId, Instant at) {}

    /** The earlier states of an item that the viewer sees, latest first. */
    public List<Revision> of(Viewer viewer, long itemId) {
        return database.sql("""
                        select version, title, excerpt, body, edited_by, edited_at from content.revision
                         where item_id = :item order by version desc
                        """)
                .param("item", itemId)
                .query((row, number) -> new Revision(
                        row.getInt("version"),
                        row.getString("title"),
                        row.getString("excerpt"),
                        row.getString("body"),
                        row.getLong("edited_by"),
                        row.getObject("edited_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
