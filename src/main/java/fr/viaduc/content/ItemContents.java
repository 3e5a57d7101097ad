package fr.viaduc.content;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What goes with an item and changes with it: its own files, and where it is shown. */
@Repository
@Transactional
class ItemContents {
    private final JdbcClient database;

    ItemContents(JdbcClient database) {
        this.database = database;
    }

    /** A file on an item, as it was put there, and the file's name. */
    record Attached(NewItem.NewAttachment attachment, String name) {}

    /** The item's own files in their order; not those of its comments. */
    @Transactional(readOnly = true)
    List<Attached> attachments(long itemId) {
        return database.sql("""
                        select a.file_id, a.kind = 'picture' as picture, a.alternative, a.decorative, a.caption, f.name
                          from content.attachment a join files.file f on f.id = a.file_id
                         where a.item_id = :item and a.comment_id is null
                         order by a.position, a.id
                        """)
                .param("item", itemId)
                .query((row, number) -> new Attached(
                        new NewItem.NewAttachment(
                                row.getLong("file_id"),
                                row.getBoolean("picture"),
                                row.getString("alternative"),
                                row.getBoolean("decorative"),
                                row.getString("caption")),
                        row.getString("name")))
                .list();
    }

    /** The item is no longer shown in other spaces than these. */
    void withdraw(long itemId, Collection<Long> kept) {
        database.sql("delete from content.placement where item_id = :item and space_id <> all (:kept)")
                .param("item", itemId)
                .param("kept", kept.toArray(Long[]::new))
                .update();
    }

    void detach(long itemId) {
        database.sql("delete from content.attachment where item_id = ? and comment_id is null")
                .param(itemId)
                .update();
    }

    /** Erases those of these files that are no longer on anything. */
    void erase(Collection<Long> files) {
        database.sql("""
                        delete from files.file f
                         where f.id = any (:files) and not exists (select 1 from content.attachment a where a.file_id = f.id)
                        """).param("files", files.toArray(Long[]::new)).update();
    }
}
