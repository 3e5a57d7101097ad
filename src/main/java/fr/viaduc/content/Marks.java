package fr.viaduc.content;

import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Viewer;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person does with an item in one gesture: react, keep, follow, mute, pin. */
@Service
@Transactional
public class Marks {
    /** The reactions that exist. */
    public static final Set<String> REACTIONS = Set.of("thanks", "bravo", "useful", "support", "smile");

    private final JdbcClient database;
    private final Items items;

    Marks(JdbcClient database, Items items) {
        this.database = database;
        this.items = items;
    }

    /** Reacts to an item (comment null) or to a comment of it; the same reaction again takes it back. */
    public void react(Viewer viewer, long itemId, @Nullable Long commentId, String kind) {
        Item item = items.get(viewer, itemId);
        if (viewer.preview() || item.state() != Item.State.PUBLISHED || !REACTIONS.contains(kind)) {
            throw new Forbidden();
        }
        int taken = database.sql("""
                        delete from content.reaction
                         where item_id = :item and comment_id is not distinct from :comment::bigint and person_id = :viewer and kind = :kind
                        """)
                .param("item", itemId)
                .param("comment", commentId)
                .param("viewer", viewer.id())
                .param("kind", kind)
                .update();
        if (taken == 0) {
            database.sql("""
                            insert into content.reaction (item_id, comment_id, person_id, kind) values (:item, :comment, :viewer, :kind)
                            on conflict (item_id, comment_id, person_id) do update set kind = excluded.kind
                            """)
                    .param("item", itemId)
                    .param("comment", commentId)
                    .param("viewer", viewer.id())
                    .param("kind", kind)
                    .update();
        }
    }

    /** Keeps an item for later, or no longer. */
    public void bookmark(Viewer viewer, long itemId, boolean kept) {
        items.get(viewer, itemId);
        Publishing.refusePreview(viewer);
        database.sql(
                        kept
                                ? "insert into content.bookmark (person_id, item_id) values (:viewer, :item) on conflict do nothing"
                                : "delete from content.bookmark where person_id = :viewer and item_id = :item")
                .param("viewer", viewer.id())
                .param("item", itemId)
                .update();
    }

    /**
     * Follows an item (every answer is notified), mutes it (it leaves the feed, nothing is notified), or neither.
     *
     * @param state "following", "muted" or null
     */
    public void follow(Viewer viewer, long itemId, @Nullable String state) {
        items.get(viewer, itemId);
        Publishing.refusePreview(viewer);
        if (state == null) {
            database.sql("delete from content.follow where person_id = :viewer and item_id = :item")
                    .param("viewer", viewer.id())
                    .param("item", itemId)
                    .update();
            return;
        }
        database.sql("""
                        insert into content.follow (person_id, item_id, state) values (:viewer, :item, :state)
                        on conflict (person_id, item_id) do update set state = excluded.state
                        """)
                .param("viewer", viewer.id())
                .param("item", itemId)
                .param("state", state)
                .update();
    }

    /** Keeps an item at the top of a space, or no longer; for those who lead the space. */
    public void pin(Viewer viewer, long itemId, long spaceId, boolean pinned) {
        items.get(viewer, itemId);
        Publishing.refusePreview(viewer);
        int changed = database.sql("""
                        update content.placement set pinned_at = case when :pinned then now() end
                         where item_id = :item and space_id = :space and space_id = any (spaces.led())
                        """)
                .param("item", itemId)
                .param("space", spaceId)
                .param("pinned", pinned)
                .update();
        if (changed == 0) {
            throw new Forbidden();
        }
    }
}
