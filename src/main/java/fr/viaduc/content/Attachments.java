package fr.viaduc.content;

import static java.util.stream.Collectors.groupingBy;

import fr.viaduc.files.FileColumns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The files on items and comments, read for many at once. */
@Repository
@Transactional(readOnly = true)
public class Attachments {
    private static final String FILES = """
            select a.item_id, a.comment_id, a.kind = 'picture' as picture, a.alternative, a.caption, a.inline,
            """ + FileColumns.of("f") + """
              from content.attachment a join files.file f on f.id = a.file_id
            """;

    private final JdbcClient database;

    Attachments(JdbcClient database) {
        this.database = database;
    }

    /** The files of these items themselves, by item; at most one statement. */
    public Map<Long, List<Attachment>> of(Collection<Long> items) {
        return find("where a.item_id = any (:ids) and a.comment_id is null order by a.item_id, a.position, a.id", items)
                .stream()
                .collect(groupingBy(Attachment::itemId));
    }

    /** The files of these comments, by comment; at most one statement. */
    Map<Long, List<Attachment>> ofComments(Collection<Long> comments) {
        return find("where a.comment_id = any (:ids) order by a.comment_id, a.position, a.id", comments).stream()
                .collect(groupingBy(attachment -> Objects.requireNonNull(attachment.commentId())));
    }

    private List<Attachment> find(String which, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.sql(FILES + which)
                        .param("ids", ids.toArray(Long[]::new))
                        .query((row, number) -> new Attachment(
                                row.getLong("item_id"),
                                row.getObject("comment_id", Long.class),
                                FileColumns.read(row),
                                row.getBoolean("picture"),
                                row.getString("alternative"),
                                row.getString("caption"),
                                row.getBoolean("inline")))
                        .list();
    }
}
