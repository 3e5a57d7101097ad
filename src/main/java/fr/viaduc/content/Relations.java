package fr.viaduc.content;

import fr.viaduc.web.Viewer;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which items were made from which, read both ways, as far as the viewer sees both. */
@Repository
@Transactional(readOnly = true)
public class Relations {
    private final JdbcClient database;
    private final Items items;

    Relations(JdbcClient database, Items items) {
        this.database = database;
        this.items = items;
    }

    /** Says that the viewer's item was made from another that the viewer sees. */
    @Transactional
    public void from(Viewer viewer, long itemId, long sourceId) {
        Publishing.refusePreview(viewer);
        items.get(viewer, sourceId);
        database.sql("insert into content.relation (item_id, source_id) values (:item, :source) on conflict do nothing")
                .param("item", itemId)
                .param("source", sourceId)
                .update();
    }

    /** The published items that were made from this one. */
    public List<Item> madeFrom(Viewer viewer, long itemId) {
        return items.find(
                viewer, ids("select item_id from content.relation where source_id = :item and kind = 'from'", itemId));
    }

    /** The items that this one was made from. */
    public List<Item> sources(Viewer viewer, long itemId) {
        return items.find(
                viewer, ids("select source_id from content.relation where item_id = :item and kind = 'from'", itemId));
    }

    private List<Long> ids(String sql, long itemId) {
        return database.sql(sql).param("item", itemId).query(Long.class).list();
    }
}
