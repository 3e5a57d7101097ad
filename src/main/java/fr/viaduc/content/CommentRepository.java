package fr.viaduc.content;

import fr.viaduc.web.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All the SQL of comments. */
@Repository
@Transactional(readOnly = true)
class CommentRepository {
    private static final String SELECT = """
            select c.id, c.item_id, c.parent_id, c.author_id, c.body, c.reaction_count, c.created_at, c.edited_at,
                   c.removed_at is not null as removed, w.comment_id is not null as withdrawn, r.kind as reaction
              from content.comment c
              left join content.withdrawal w on w.comment_id = c.id and c.removed_at is not null
              left join content.reaction r on r.item_id = c.item_id and r.comment_id = c.id and r.person_id = :viewer
            """;
    /** One that was removed stays only for its replies. */
    private static final String STANDS =
            "(c.removed_at is null or exists (select 1 from content.comment r where r.parent_id = c.id and r.removed_at is null))";

    private static final String WITH_REPLIES = SELECT + """
             where c.item_id = :item
               and (c.id in (select id from first) or c.parent_id in (select id from first) and c.removed_at is null)
             order by c.created_at, c.id
            """;
    private final JdbcClient database;

    CommentRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * The first-level comments before one (null: the last ones), newest last, at most {@code size} of them, with all
     * their replies. One that was removed stays only for its replies.
     */
    List<Comment> list(Viewer viewer, long itemId, @Nullable Long before, int size) {
        return database.sql("""
                        with first as (
                            select f.id from content.comment f
                             where f.item_id = :item and f.parent_id is null and (:before::bigint is null or f.id < :before)
                               and (f.removed_at is null
                                    or exists (select 1 from content.comment r where r.parent_id = f.id and r.removed_at is null))
                             order by f.id desc limit :size)
                        """ + SELECT + """
                         where c.item_id = :item
                           and (c.id in (select id from first)
                                or c.parent_id in (select id from first) and c.removed_at is null)
                         order by c.id
                        """)
                .param("viewer", viewer.id())
                .param("item", itemId)
                .param("before", before)
                .param("size", size)
                .query((row, number) -> comment(row))
                .list();
    }

    /** The first-level comments from the thread of that one on (null: the very first), oldest first, with all their replies. */
    List<Comment> from(Viewer viewer, long itemId, @Nullable Long start, int size) {
        return database.sql("""
                        with start as (
                            select coalesce(p.created_at, c.created_at) as at, coalesce(p.id, c.id) as id
                              from content.comment c left join content.comment p on p.id = c.parent_id
                             where c.item_id = :item and c.id = :start),
                        first as (
                            select c.id from content.comment c
                             where c.item_id = :item and c.parent_id is null and %s
                               and (:start::bigint is null or (c.created_at, c.id) >= (select at, id from start))
                             order by c.created_at, c.id limit :size)
                        """.formatted(STANDS) + WITH_REPLIES)
                .param("viewer", viewer.id())
                .param("item", itemId)
                .param("start", start)
                .param("size", size)
                .query((row, number) -> comment(row))
                .list();
    }

    /** The last first-level comments before the thread of that one (null: the last of all), oldest first, with all their replies. */
    List<Comment> until(Viewer viewer, long itemId, @Nullable Long end, int size) {
        return database.sql("""
                        with first as (
                            select c.id from content.comment c
                             where c.item_id = :item and c.parent_id is null and %s
                               and (:end::bigint is null or (c.created_at, c.id) <
                                    (select e.created_at, e.id from content.comment e where e.item_id = :item and e.id = :end))
                             order by c.created_at desc, c.id desc limit :size)
                        """.formatted(STANDS) + WITH_REPLIES)
                .param("viewer", viewer.id())
                .param("item", itemId)
                .param("end", end)
                .param("size", size)
                .query((row, number) -> comment(row))
                .list();
    }

    /** A comment and its replies. */
    List<Comment> thread(Viewer viewer, long itemId, long id) {
        return database.sql(
                        SELECT
                                + " where c.item_id = :item and (c.id = :id or c.parent_id = :id and c.removed_at is null) order by c.created_at, c.id")
                .param("viewer", viewer.id())
                .param("item", itemId)
                .param("id", id)
                .query((row, number) -> comment(row))
                .list();
    }

    /** Whether a first-level comment stands before that one. */
    boolean isAfterOthers(long itemId, long id) {
        return database.sql("""
                        select exists (select 1 from content.comment c join content.comment e on e.id = :id
                                        where c.item_id = :item and c.parent_id is null and %s
                                          and (c.created_at, c.id) < (e.created_at, e.id))
                        """.formatted(STANDS))
                .param("item", itemId)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    Optional<Comment> find(Viewer viewer, long itemId, long id) {
        return database.sql(SELECT + " where c.item_id = :item and c.id = :id")
                .param("viewer", viewer.id())
                .param("item", itemId)
                .param("id", id)
                .query((row, number) -> comment(row))
                .optional();
    }

    /** The comment of the viewer's own that a moderator removed; empty when it is anything else. */
    Optional<Removal> removal(Viewer viewer, long itemId, long id) {
        return database.sql("""
                        select comment_id, item_id, body, written_at, at, reason, read_at is not null as read
                          from content.withdrawal
                         where comment_id = :id and item_id = :item and author_id = :viewer
                        """)
                .param("viewer", viewer.id())
                .param("item", itemId)
                .param("id", id)
                .query((row, number) -> new Removal(
                        Drafts.About.COMMENT,
                        row.getLong("comment_id"),
                        row.getLong("item_id"),
                        null,
                        row.getString("body"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"),
                        row.getBoolean("read")))
                .optional();
    }

    /** The viewer has read why that comment of theirs was removed. Returns whether there is such a comment. */
    @Transactional
    boolean readRemoval(long id) {
        return database.sql("select content.read_withdrawal(?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private static Comment comment(ResultSet row) throws SQLException {
        var edited = row.getObject("edited_at", OffsetDateTime.class);
        return new Comment(
                row.getLong("id"),
                row.getLong("item_id"),
                row.getObject("parent_id", Long.class),
                row.getLong("author_id"),
                row.getString("body"),
                row.getInt("reaction_count"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                edited == null ? null : edited.toInstant(),
                row.getBoolean("removed"),
                row.getBoolean("withdrawn"),
                row.getString("reaction"));
    }
}
