package fr.viaduc.content;

import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Items, looked up through the viewer: what one may not see does not exist. */
@Repository
@Transactional(readOnly = true)
public class Items {

    /** The columns of an item, for a statement that names the item {@code i} and joins {@link #MARKS}. */
    public static final String COLUMNS = """
            i.id, i.kind, i.author_id, i.circle_id, coalesce(c.label, '') as audience, coalesce(c.head_count, 0) as heads,
            coalesce(c.elected, false) as for_elected, i.state, i.title, i.body, i.excerpt, i.version, i.comments_open,
            i.comment_count, i.reaction_count, i.created_at, i.published_at, i.edited_at, i.answer_id,
            r.kind as reaction, b.item_id is not null as bookmarked, f.state as follow,
            case when i.asks then content.asking(i.id) end as asking
            """;

    /** What the circle is called, and what the viewer (parameter {@code :viewer}) did with the item. */
    public static final String MARKS = """
            left join circles.circle c on c.id = i.circle_id
            left join content.reaction r on r.item_id = i.id and r.comment_id is null and r.person_id = :viewer
            left join content.bookmark b on b.item_id = i.id and b.person_id = :viewer
            left join content.follow f on f.item_id = i.id and f.person_id = :viewer
            """;

    public static final RowMapper<Item> ROW = (row, number) -> item(row);

    private final JdbcClient database;

    Items(JdbcClient database) {
        this.database = database;
    }

    /** The item of that kind, or empty when it does not exist for this viewer. Removed items exist for nobody. */
    public Optional<Item> find(Viewer viewer, long id) {
        return database.sql("select " + COLUMNS + " from content.item i " + MARKS
                        + " where i.id = :id and i.state <> 'removed'")
                .param("viewer", viewer.id())
                .param("id", id)
                .query(ROW)
                .optional();
    }

    /** @throws NotFound when the item does not exist for this viewer */
    public Item get(Viewer viewer, long id) {
        return find(viewer, id).orElseThrow(NotFound::new);
    }

    /** The items among these that the viewer sees, in no order. */
    public List<Item> find(Viewer viewer, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.sql("select " + COLUMNS + " from content.item i " + MARKS
                        + " where i.id = any (:ids) and i.state <> 'removed'")
                .param("viewer", viewer.id())
                .param("ids", ids.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    /** The item of the viewer's own that a moderator removed; empty when it is anything else. */
    public Optional<Removal> removal(Viewer viewer, long id) {
        return database.sql("""
                        select id, title, body, coalesce(published_at, created_at) as published_at, removed_at,
                               coalesce(removal_reason, '') as reason, removal_read_at is not null as read
                          from content.item
                         where id = :id and author_id = :viewer and state = 'removed' and removed_by <> author_id
                        """)
                .param("viewer", viewer.id())
                .param("id", id)
                .query((row, number) -> new Removal(
                        Drafts.About.POST,
                        row.getLong("id"),
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("body"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getObject("removed_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"),
                        row.getBoolean("read")))
                .optional();
    }

    /** The viewer has read why an item of theirs was removed. Returns whether there is such an item. */
    @Transactional
    public boolean readRemoval(long id) {
        return database.sql("select content.read_removal(?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getLong("id"),
                new ItemKind(row.getString("kind")),
                row.getLong("author_id"),
                row.getLong("circle_id"),
                row.getString("audience"),
                row.getInt("heads"),
                row.getBoolean("for_elected"),
                Item.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("title"),
                row.getString("body"),
                row.getString("excerpt"),
                row.getInt("version"),
                row.getBoolean("comments_open"),
                row.getInt("comment_count"),
                row.getInt("reaction_count"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "published_at"),
                instant(row, "edited_at"),
                row.getObject("answer_id", Long.class),
                row.getString("reaction"),
                row.getBoolean("bookmarked"),
                row.getString("follow"),
                acknowledgement(row));
    }

    private static @Nullable Acknowledgement acknowledgement(ResultSet row) throws SQLException {
        Array asking = row.getArray("asking");
        if (asking == null) {
            return null;
        }
        @Nullable String[] values = (@Nullable String[]) asking.getArray();
        String until = values[2];
        String at = values[4];
        return new Acknowledgement(
                Objects.requireNonNull(Acknowledgement.Kind.of(Objects.requireNonNull(values[0]))),
                LocalDate.parse(Objects.requireNonNull(values[1])),
                until == null ? null : LocalDate.parse(until),
                Integer.parseInt(Objects.requireNonNull(values[3])),
                at == null ? null : moment(new BigDecimal(at)),
                "paper".equals(values[5]));
    }

    private static Instant moment(BigDecimal seconds) {
        return Instant.EPOCH.plus(seconds.movePointRight(6).longValue(), ChronoUnit.MICROS);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
