package fr.viaduc.content;

import fr.viaduc.files.StoredFiles;
import fr.viaduc.text.RichText;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    private final Mentions mentions;
    private final StoredFiles files;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Publishing(
            JdbcClient database,
            Items items,
            Mentions mentions,
            StoredFiles files,
            Clock clock,
            ApplicationEventPublisher events) {
        this.database = database;
        this.items = items;
        this.mentions = mentions;
        this.files = files;
        this.clock = clock;
        this.events = events;
    }

    /** The outcome of publishing: the item's id, and whether it is new or was already there under the same key. */
    public record Published(long itemId, boolean isNew) {}

    /**
     * Publishes an item now. Sent twice with the same key, it is published once; another text under the same key (one
     * went back in the browser and wrote something else) is another item.
     */
    public Published publish(Viewer viewer, NewItem draft) {
        refusePreview(viewer);
        String body = RichText.fromForm(draft.body(), draft.format());
        Long id = insert(viewer, draft, body, draft.key());
        if (id == null) {
            Optional<Long> same = alreadyPublished(viewer, draft, body);
            if (same.isPresent()) {
                return new Published(same.get(), false);
            }
            id = Objects.requireNonNull(insert(viewer, draft, body, UUID.randomUUID()));
        }
        var now = OffsetDateTime.now(clock);
        place(id, draft.spaces(), now);
        attach(id, null, draft.attachments());
        mention(viewer, id, null, body, Set.of());
        events.publishEvent(new Events.ItemPublished(id, draft.kind().name(), viewer.id(), draft.circleId()));
        return new Published(id, true);
    }

    /** The new item's id, or null when the author has used this key before. */
    private @Nullable Long insert(Viewer viewer, NewItem draft, String body, UUID key) {
        var now = OffsetDateTime.now(clock);
        return database.sql("""
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
                .param("key", key)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Changes title and body; what they were is kept as a revision. */
    public void edit(Viewer viewer, long itemId, @Nullable String title, String body, String format) {
        Item item = items.get(viewer, itemId);
        if (!item.editableBy(viewer)) {
            throw new Forbidden();
        }
        String clean = RichText.fromForm(body, format);
        if (clean.equals(item.body()) && Objects.equals(title, item.title())) {
            return;
        }
        var now = OffsetDateTime.now(clock);
        database.sql("""
                        insert into content.revision (item_id, version, title, excerpt, body, edited_by, edited_at)
                        values (:id, :version, :title, :excerpt, :body, :editor, :now)
                        """)
                .param("id", itemId)
                .param("version", item.version())
                .param("title", item.title())
                .param("excerpt", item.excerpt())
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
        mentions.forget(itemId, null);
        mention(viewer, itemId, null, clean, RichText.mentions(item.body()));
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

    /** Tells those who are mentioned and see the item, each once: an edit does not tell them again. */
    void mention(Viewer viewer, long itemId, @Nullable Long commentId, String body, Set<Long> alreadyTold) {
        for (long person : mentions.record(itemId, commentId, RichText.mentions(body))) {
            if (person != viewer.id() && !alreadyTold.contains(person)) {
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

    /** The item that the author published under the same key, if it says the same (or said so before it was edited). */
    private Optional<Long> alreadyPublished(Viewer viewer, NewItem draft, String body) {
        return database.sql("""
                        select i.id from content.item i
                         where i.author_id = :author and i.idempotency_key = :key
                           and (i.body = :body
                                or exists (select 1 from content.revision r where r.item_id = i.id and r.body = :body))
                        """)
                .param("author", viewer.id())
                .param("key", draft.key())
                .param("body", body)
                .query(Long.class)
                .optional();
    }

    static void refusePreview(Viewer viewer) {
        if (viewer.preview()) {
            throw new Forbidden();
        }
    }
}
