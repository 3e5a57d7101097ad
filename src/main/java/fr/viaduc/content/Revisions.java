package fr.viaduc.content;

import fr.viaduc.web.Viewer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What items were before they were edited. Who could not see an item then does not read what it said then. */
@Repository
@Transactional(readOnly = true)
public class Revisions {
    private static final JsonMapper JSON = new JsonMapper();
    private final JdbcClient database;

    Revisions(JdbcClient database) {
        this.database = database;
    }

    /**
     * One earlier state of an item.
     *
     * @param body sanitised HTML
     * @param audience who could see it then, in words; empty when the viewer may not name that circle
     * @param own what was its kind's own, as JSON, if the change concerned it
     */
    public record Revision(
            int version,
            @Nullable String title,
            String excerpt,
            String body,
            long editorId,
            Instant at,
            String audience,
            List<File> files,
            @Nullable String own) {}

    /**
     * A file that an item had: its content may be gone.
     *
     * @param alternative what a picture shows; null when decorative or not a picture
     */
    public record File(
            boolean picture, String name, @Nullable String alternative) {}

    /** The earlier states of an item that the viewer sees, and could see then, latest first. */
    public List<Revision> of(Viewer viewer, long itemId) {
        return database.sql("""
                        select r.version, r.title, r.excerpt, r.body, r.edited_by, r.edited_at, coalesce(c.label, '') as audience, r.files, r.own
                          from content.revision r left join circles.circle c on c.id = r.circle_id
                         where r.item_id = :item order by r.version desc
                        """)
                .param("item", itemId)
                .query((row, number) -> new Revision(
                        row.getInt("version"),
                        row.getString("title"),
                        row.getString("excerpt"),
                        row.getString("body"),
                        row.getLong("edited_by"),
                        row.getObject("edited_at", OffsetDateTime.class).toInstant(),
                        row.getString("audience"),
                        JSON.readValue(row.getString("files"), new TypeReference<List<File>>() {}),
                        row.getString("own")))
                .list();
    }

    /** Keeps what the item is before it changes. */
    @Transactional
    void keep(Viewer viewer, Item item, List<ItemContents.Attached> files, @Nullable String own, OffsetDateTime now) {
        List<File> kept = files.stream()
                .map(file -> new File(
                        file.attachment().picture(),
                        file.name(),
                        file.attachment().alternative()))
                .toList();
        database.sql("""
                        insert into content.revision (item_id, version, circle_id, title, excerpt, body, files, own, seen, edited_by, edited_at)
                        values (:id, :version, :circle, :title, :excerpt, :body,
                                :files::jsonb, :own::jsonb, :seen, :editor, :now)
                        """)
                .param("id", item.id())
                .param("version", item.version())
                .param("circle", item.circleId())
                .param("title", item.title())
                .param("excerpt", item.excerpt())
                .param("body", item.body())
                .param("files", JSON.writeValueAsString(kept))
                .param("own", own)
                .param("seen", item.seen())
                .param("editor", viewer.id())
                .param("now", now)
                .update();
    }
}
