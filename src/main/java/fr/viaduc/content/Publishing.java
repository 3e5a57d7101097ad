package fr.viaduc.content;

import fr.viaduc.files.StoredFiles;
import fr.viaduc.text.RichText;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How items come to be, change and go, whatever their kind. */
@Service
@Transactional
public class Publishing {
    private final JdbcClient database;
    private final Items items;
    private final StoredFiles files;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Publishing(JdbcClient database, Items items, StoredFiles files, Clock clock, ApplicationEventPublisher events) {
        this.database = database;
        this.items = items;
        this.files = files;
        this.clock = clock;
        this.events = events;
    }

    /** The outcome of publishing: the item's id, and whether it is new or was already there under the same key. */
    public record Published(long itemId, boolean isNew) {}

    /** Publishes an item now. Sent twice with the same key, it is published once. */
    public Published publish(Viewer viewer, NewItem draft) {
        refusePreview(viewer);
        String body = RichText.fromForm(draft.body(), draft.format());
        var now = OffsetDateTime.now(clock);
        Long id = database.sql("""
                        insert into content.item (kind, author_id, circle_id, state, title, body, excerpt, comments_open,
                                                  created_at, published_at, active_at, idempotency_key)
                        values (:kind, :author, :circle, 'published', :title, :body, :excerpt, :comments, :now, :now, :now, :key)
                        on conflict (author_id, idempotency_key) do nothing
                        returning id
                        """)
                .param("kind", draft.kind().name())
                .param("author", viewer.id())
                .param("circle", draft.circleId())
                .param("title", draft.title())
                .param("body", body)
                .param("excerpt", RichText.excerpt(body))
                .param("comments", draft.commentsOpen())
                .param("now", now)
                .param("key", draft.key())
                .query(Long.class)
                .optional()
                .orElse(null);
        if (id == null) {
            return new Published(alreadyPublished(viewer, draft), false);
        }
        place(id, draft.spaces(), now);
        attach(id, null, draft.attachments());
        mention(viewer, id, null, body);
        events.publishEvent(new Events.ItemPublished(id, draft.kind().name(), viewer.id(), draft.circleId()));
        return new Published(id, true);
    }

    /** Changes title and body; what they were is kept as a revision. */
    public void edit(Viewer viewer, long itemId, @Nullable String title, String body, String format) {
        Item item = items.get(viewer, itemId);
        if (!item.editableBy(viewer)) {
            throw new Forbidden();
        }
        String clean = RichText.fromForm(body, format);
        if (clean.equals(item.body()) && java.util.Objects.equals(title, item.title())) {
            return;
        }
        var now = OffsetDateTime.now(clock);
        database.sql("""
                        insert into content.revision (item_id, version, title, body, edited_by, edited_at)
                        values (:id, :version, :title, :body, :editor, :now)
                        """)
                .param("id", itemId)
                .param("version", item.version())
                .param("title", item.title())
                .param("body", item.body())
                .param("editor", viewer.id())
                .param("now", now)
                .update();
        database.sql("""
                        update content.item set title = :title, body = :body, excerpt = :excerpt, version = version + 1, edited_at = :now
                         where id = :id
                        """)
                .param("id", itemId)
                .param("title", title)
                .param("body", clean)
                .param("excerpt", RichText.excerpt(clean))
                .param("now", now)
                .update();
        database.sql("delete from content.mention where item_id = :id and comment_id is null")
                .param("id", itemId)
                .update();
        mention(viewer, itemId, null, clean);
        events.publishEvent(new Events.ItemEdited(itemId, viewer.id(), item.version() + 1));
    }

    /** Its author takes an item away: nobody sees it any more. */
    public void remove(Viewer viewer, long itemId) {
        Item item = items.get(viewer, itemId);
        if (!item.editableBy(viewer)) {
            throw new Forbidden();
        }
        database.sql("""
                        update content.item set state = 'removed', removed_at = :now, removed_by = :viewer where id = :id
                        """)
                .param("id", itemId)
                .param("viewer", viewer.id())
                .param("now", OffsetDateTime.now(clock))
                .update();
        events.publishEvent(new Events.ItemRemoved(itemId, viewer.id()));
    }

    /** Puts files on an item (comment null) or on a comment; the files are the viewer's own. */
    void attach(long itemId, @Nullable Long commentId, List<NewItem.NewAttachment> attachments) {
        int position = 0;
        for (var attachment : attachments) {
            database.sql("""
                            insert into content.attachment (item_id, comment_id, file_id, kind, position, alternative, decorative, caption)
                            values (:item, :comment, :file, :kind, :position, :alternative, :decorative, :caption)
                            """)
                    .param("item", itemId)
                    .param("comment", commentId)
                    .param("file", attachment.fileId())
                    .param("kind", attachment.picture() ? "picture" : "file")
                    .param("position", position++)
                    .param("alternative", attachment.alternative())
                    .param("decorative", attachment.decorative())
                    .param("caption", attachment.caption())
                    .update();
        }
        files.keep(attachments.stream().map(NewItem.NewAttachment::fileId).toList());
    }

    /** Records who is mentioned, among those who may see the item: a mention opens nothing. */
    void mention(Viewer viewer, long itemId, @Nullable Long commentId, String body) {
        Set<Long> mentioned = RichText.mentions(body);
        if (mentioned.isEmpty()) {
            return;
        }
        List<Long> recorded = database.sql("""
                        insert into content.mention (item_id, comment_id, person_id)
                        select :item, :comment, id from people.person where id = any (:people)
                        on conflict do nothing
                        returning person_id
                        """)
                .param("item", itemId)
                .param("comment", commentId)
                .param("people", mentioned.toArray(Long[]::new))
                .query(Long.class)
                .list();
        for (long person : recorded) {
            if (person != viewer.id()) {
                events.publishEvent(new Events.Mentioned(itemId, commentId, person, viewer.id()));
            }
        }
    }

    private void place(long itemId, Collection<Long> spaces, OffsetDateTime now) {
        for (long space : spaces) {
            database.sql("""
                            insert into content.placement (item_id, space_id, placed_at) values (:item, :space, :now)
                            on conflict do nothing
                            """)
                    .param("item", itemId)
                    .param("space", space)
                    .param("now", now)
                    .update();
        }
    }

    private long alreadyPublished(Viewer viewer, NewItem draft) {
        return database.sql("select id from content.item where author_id = :author and idempotency_key = :key")
                .param("author", viewer.id())
                .param("key", draft.key())
                .query(Long.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    static void refusePreview(Viewer viewer) {
        if (viewer.preview()) {
            throw new Forbidden();
        }
    }
}
