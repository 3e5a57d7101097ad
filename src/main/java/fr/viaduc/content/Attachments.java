package fr.viaduc.content;

import fr.viaduc.files.StoredFile;
import fr.viaduc.files.StoredFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The files on items and comments, read for many at once. */
@Repository
@Transactional(readOnly = true)
public class Attachments {
    private final JdbcClient database;
    private final StoredFiles files;

    Attachments(JdbcClient database, StoredFiles files) {
        this.database = database;
        this.files = files;
    }

    /** The files of these items, by item, comments' files included; two statements, one when there is nothing. */
    public Map<Long, List<Attachment>> of(Collection<Long> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        List<Row> rows = database.sql("""
                        select item_id, comment_id, file_id, kind = 'picture' as picture, alternative, caption, inline
                          from content.attachment where item_id = any (:items) order by item_id, position, id
                        """)
                .param("items", items.toArray(Long[]::new))
                .query((row, number) -> new Row(
                        row.getLong("item_id"),
                        row.getObject("comment_id", Long.class),
                        row.getLong("file_id"),
                        row.getBoolean("picture"),
                        row.getString("alternative"),
                        row.getString("caption"),
                        row.getBoolean("inline")))
                .list();
        if (rows.isEmpty()) {
            return Map.of();
        }
        Map<Long, StoredFile> stored = new HashMap<>();
        files.find(rows.stream().map(Row::fileId).toList()).forEach(file -> stored.put(file.id(), file));
        Map<Long, List<Attachment>> attachments = new HashMap<>();
        for (Row row : rows) {
            StoredFile file = stored.get(row.fileId());
            if (file != null) {
                attachments
                        .computeIfAbsent(row.itemId(), ignored -> new ArrayList<>())
                        .add(new Attachment(
                                row.itemId(),
                                row.commentId(),
                                file,
                                row.picture(),
                                row.alternative(),
                                row.caption(),
                                row.inline()));
            }
        }
        return attachments;
    }

    private record Row(
            long itemId,
            @Nullable Long commentId,
            long fileId,
            boolean picture,
            @Nullable String alternative,
            @Nullable String caption,
            boolean inline) {}
}
