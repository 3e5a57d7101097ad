package fr.viaduc.content;

import fr.viaduc.text.RichText;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
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

/** Comments on items: written once for every feature, with one level of replies. */
@Service
@Transactional
public class Comments {
    private final JdbcClient database;
    private final CommentRepository comments;
    private final Items items;
    private final Publishing publishing;
    private final Mentions mentions;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Comments(
            JdbcClient database,
            CommentRepository comments,
            Items items,
            Publishing publishing,
            Mentions mentions,
            Clock clock,
            ApplicationEventPublisher events) {
        this.database = database;
        this.comments = comments;
        this.items = items;
        this.publishing = publishing;
        this.mentions = mentions;
        this.clock = clock;
        this.events = events;
    }

    /** The last first-level comments before one (null: the last of all), oldest first, with their replies. */
    @Transactional(readOnly = true)
    public List<Comment> list(Viewer viewer, long itemId, @Nullable Long before, int size) {
        return comments.list(viewer, itemId, before, size);
    }

    /** The comment, or empty when it does not exist for this viewer. */
    @Transactional(readOnly = true)
    public Optional<Comment> find(Viewer viewer, long itemId, long commentId) {
        return comments.find(viewer, itemId, commentId);
    }

    /** How many comments on an item are by others than the viewer. */
    @Transactional(readOnly = true)
    public int byOthers(Viewer viewer, long itemId) {
        return database.sql("""
                        select count(*) from content.comment
                         where item_id = :item and author_id <> :viewer and removed_at is null
                        """)
                .param("item", itemId)
                .param("viewer", viewer.id())
                .query(Integer.class)
                .single();
    }

    /**
     * Comments an item, or replies to a comment of it. A reply to a reply joins its thread.
     *
     * @param key sent twice with the same key, it is written once
     * @return the comment's id
     * @throws NotFound when the item or the comment does not exist for this viewer
     * @throws Forbidden when comments are closed
     */
    public long add(
            Viewer viewer,
            long itemId,
            @Nullable Long parentId,
            String body,
            String format,
            List<NewItem.NewAttachment> attachments,
            UUID key) {
        Item item = items.get(viewer, itemId);
        if (!item.acceptsCommentsFrom(viewer)) {
            throw new Forbidden();
        }
        Long thread = parentId == null ? null : thread(viewer, itemId, parentId);
        String clean = RichText.fromForm(body, format);
        var now = OffsetDateTime.now(clock);
        Long id = insert(viewer, itemId, thread, clean, now, key);
        if (id == null) {
            Optional<Long> same = alreadyWritten(viewer, itemId, clean, key);
            if (same.isPresent()) {
                return same.get();
            }
            id = Objects.requireNonNull(insert(viewer, itemId, thread, clean, now, UUID.randomUUID()));
        }
        publishing.attach(itemId, id, attachments);
        publishing.mention(viewer, itemId, id, clean, Set.of());
        events.publishEvent(new Events.CommentAdded(itemId, id, viewer.id(), thread));
        return id;
    }

    /** The new comment's id, or null when its author has used this key before. */
    private @Nullable Long insert(
            Viewer viewer, long itemId, @Nullable Long thread, String body, OffsetDateTime now, UUID key) {
        return database.sql("""
                        insert into content.comment (item_id, parent_id, author_id, body, created_at, idempotency_key)
                        values (:item, :parent, :author, :body, :now, :key)
                        on conflict (author_id, idempotency_key) do nothing
                        returning id
                        """)
                .param("item", itemId)
                .param("parent", thread)
                .param("author", viewer.id())
                .param("body", body)
                .param("now", now)
                .param("key", key)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** The comment that was written under the same key, if it says the same. */
    private Optional<Long> alreadyWritten(Viewer viewer, long itemId, String body, UUID key) {
        return database.sql("""
                        select id from content.comment
                         where author_id = :author and idempotency_key = :key and item_id = :item and body = :body
                        """)
                .param("author", viewer.id())
                .param("key", key)
                .param("item", itemId)
                .param("body", body)
                .query(Long.class)
                .optional();
    }

    /** Changes the text of one's own comment. */
    public void edit(Viewer viewer, long itemId, long commentId, String body, String format) {
        Comment comment = own(viewer, itemId, commentId);
        String clean = RichText.fromForm(body, format);
        if (clean.equals(comment.body())) {
            return;
        }
        database.sql("update content.comment set body = :body, edited_at = :now where id = :id")
                .param("id", commentId)
                .param("body", clean)
                .param("now", OffsetDateTime.now(clock))
                .update();
        mentions.forget(itemId, commentId);
        publishing.mention(viewer, itemId, commentId, clean, RichText.mentions(comment.body()));
    }

    /** Takes one's own comment away: its text is gone, its place stays for the replies. */
    public void remove(Viewer viewer, long itemId, long commentId) {
        own(viewer, itemId, commentId);
        database.sql("update content.comment set body = '', removed_at = :now where id = :id")
                .param("id", commentId)
                .param("now", OffsetDateTime.now(clock))
                .update();
        mentions.forget(itemId, commentId);
        database.sql("delete from content.attachment where comment_id = :id")
                .param("id", commentId)
                .update();
    }

    private long thread(Viewer viewer, long itemId, long parentId) {
        Comment parent = comments.find(viewer, itemId, parentId).orElseThrow(NotFound::new);
        return parent.parentId() == null ? parent.id() : parent.parentId();
    }

    private Comment own(Viewer viewer, long itemId, long commentId) {
        Comment comment = comments.find(viewer, itemId, commentId).orElseThrow(NotFound::new);
        if (!comment.editableBy(viewer)) {
            throw new Forbidden();
        }
        return comment;
    }
}
