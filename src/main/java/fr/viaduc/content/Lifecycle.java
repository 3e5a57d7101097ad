package fr.viaduc.content;

import fr.viaduc.files.Rendition;
import fr.viaduc.files.StoredFile;
import fr.viaduc.files.StoredFiles;
import fr.viaduc.text.LongText;
import fr.viaduc.text.RichText;
import fr.viaduc.text.Typography;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of an item that is written over days and by several: draft, review, schedule, publication, archive. What is
 * published at once goes through {@link Publishing}.
 */
@Service
@Transactional
public class Lifecycle {
    private final JdbcClient database;
    private final Items items;
    private final Publishing publishing;
    private final Mentions mentions;
    private final Revisions revisions;
    private final ItemContents contents;
    private final StoredFiles files;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Lifecycle(
            JdbcClient database,
            Items items,
            Publishing publishing,
            Mentions mentions,
            Revisions revisions,
            ItemContents contents,
            StoredFiles files,
            Clock clock,
            ApplicationEventPublisher events) {
        this.database = database;
        this.items = items;
        this.publishing = publishing;
        this.mentions = mentions;
        this.revisions = revisions;
        this.contents = contents;
        this.files = files;
        this.clock = clock;
        this.events = events;
    }

    /**
     * What an item says.
     *
     * @param excerpt in plain words, at most 300 characters; blank: the beginning of the body
     * @param body as it was sent; it is made safe before it is stored
     * @param format "html" from the editor, otherwise Markdown
     */
    public record Wording(String title, String excerpt, String body, String format) {}

    /** Begins an item that only its authors see. Sent twice with the same key, it is begun once. */
    public Publishing.Published draft(Viewer viewer, NewItem draft, String excerpt) {
        Publishing.refusePreview(viewer);
        String body = safe(viewer, null, draft.body(), draft.format());
        Long id = database.sql("""
                        insert into content.item (kind, author_id, circle_id, state, title, body, excerpt, comments_open, created_at,
                                                  idempotency_key)
                        values (:kind, :author, :circle, 'draft', :title, :body, :excerpt, :comments, :now, :key)
                        on conflict (author_id, idempotency_key) do nothing
                        returning id
                        """)
                .param("kind", draft.kind().name())
                .param("author", viewer.id())
                .param("circle", draft.circleId())
                .param("title", draft.title())
                .param("body", body)
                .param("excerpt", excerpt(excerpt, body))
                .param("comments", draft.commentsOpen())
                .param("now", now())
                .param("key", draft.key())
                .query(Long.class)
                .optional()
                .orElse(null);
        if (id == null) {
            return new Publishing.Published(already(viewer, draft), false);
        }
        place(id, draft.spaces());
        return new Publishing.Published(id, true);
    }

    /**
     * Changes what an item says, and keeps what it said.
     *
     * @param version the one that was read before changing it
     * @param own what is its kind's own and changes with the words, as JSON; null when nothing of it changes
     * @return false when somebody has saved since: nothing is changed then
     * @throws Forbidden for those who do not write it
     */
    public boolean revise(Viewer viewer, long itemId, int version, Wording wording, @Nullable String own) {
        Item item = written(viewer, itemId);
        String body = safe(viewer, itemId, wording.body(), wording.format());
        String excerpt = excerpt(wording.excerpt(), body);
        if (item.version() != version) {
            return false;
        }
        if (own == null
                && body.equals(item.body())
                && excerpt.equals(item.excerpt())
                && Objects.equals(wording.title(), item.title())) {
            return true;
        }
        int changed = database.sql("""
                        update content.item
                           set title = :title, body = :body, excerpt = :excerpt, version = version + 1,
                               edited_at = case when state in ('published', 'archived') then :now else edited_at end
                         where id = :id and version = :version
                        """)
                .param("id", itemId)
                .param("version", version)
                .param("title", wording.title())
                .param("body", body)
                .param("excerpt", excerpt)
                .param("now", now())
                .update();
        if (changed == 0) {
            return false;
        }
        revisions.keep(viewer, item, contents.attachments(itemId), own, now());
        if (item.state() == Item.State.PUBLISHED) {
            Set<Long> told = mentions.forget(itemId, null);
            publishing.mention(viewer, itemId, null, body, told);
            events.publishEvent(new Events.ItemEdited(itemId, viewer.id(), version + 1));
        }
        return true;
    }

    /** For whom it is, and where it stands. */
    public void address(Viewer viewer, long itemId, long circleId, Collection<Long> spaces) {
        written(viewer, itemId);
        database.sql("update content.item set circle_id = :circle where id = :id and circle_id <> :circle")
                .param("id", itemId)
                .param("circle", circleId)
                .update();
        contents.withdraw(itemId, spaces);
        place(itemId, spaces);
    }

    /** Whether it may be commented. */
    public void openComments(Viewer viewer, long itemId, boolean open) {
        written(viewer, itemId);
        database.sql("update content.item set comments_open = :open where id = :id and comments_open <> :open")
                .param("id", itemId)
                .param("open", open)
                .update();
    }

    /**
     * The files that an item carries, from now on.
     *
     * @param inline those that stand in its text, or where its feature puts them: ids
     * @param listed those that are listed under it: ids
     */
    public void carry(Viewer viewer, long itemId, Collection<Long> inline, Collection<Long> listed) {
        written(viewer, itemId);
        Set<Long> all = new LinkedHashSet<>(inline);
        all.addAll(listed);
        database.sql("""
                        delete from content.attachment
                         where item_id = :id and comment_id is null
                           and not (file_id = any (:inline) and inline or file_id = any (:listed) and not inline)
                        """)
                .param("id", itemId)
                .param("inline", inline.toArray(Long[]::new))
                .param("listed", listed.toArray(Long[]::new))
                .update();
        database.sql("""
                        insert into content.attachment (item_id, file_id, kind, position, inline)
                        select :id, f.file_id, 'file', f.position, f.inline
                          from (select file_id, min(position) as position, true as inline
                                  from unnest(:inline::bigint[]) with ordinality as i(file_id, position) group by file_id
                                union all
                                select file_id, min(position), false
                                  from unnest(:listed::bigint[]) with ordinality as l(file_id, position) group by file_id) f
                         where content.owns_file(f.file_id)
                           and not exists (select 1 from content.attachment a
                                            where a.item_id = :id and a.comment_id is null and a.file_id = f.file_id and a.inline = f.inline)
                        """)
                .param("id", itemId)
                .param("inline", inline.toArray(Long[]::new))
                .param("listed", listed.toArray(Long[]::new))
                .update();
        files.keep(all);
    }

    /** Asks those who publish to read it. */
    public void submit(Viewer viewer, long itemId) {
        Item item = become(viewer, itemId, Item.State.REVIEW, null, null);
        events.publishEvent(new Events.ItemSubmitted(itemId, item.kind().name(), viewer.id()));
    }

    /** Gives it back to its authors. */
    public void giveBack(Viewer viewer, long itemId) {
        Item item = become(viewer, itemId, Item.State.DRAFT, null, null);
        events.publishEvent(new Events.ItemGivenBack(itemId, item.kind().name(), viewer.id()));
    }

    /**
     * Publishes it now, or at a moment to come.
     *
     * @param at null or past: now
     * @param until when it leaves the lists by itself; null: never
     */
    public void publish(Viewer viewer, long itemId, @Nullable Instant at, @Nullable Instant until) {
        if (at != null && at.isAfter(clock.instant())) {
            become(viewer, itemId, Item.State.SCHEDULED, at, until);
            return;
        }
        Item item = become(viewer, itemId, Item.State.PUBLISHED, null, until);
        publishing.mention(viewer, itemId, null, item.body(), Set.of());
        events.publishEvent(new Events.ItemPublished(itemId, item.kind().name(), item.authorId(), item.circleId()));
    }

    /** When what is published leaves the lists by itself; null: never. */
    public void until(Viewer viewer, long itemId, @Nullable Instant end) {
        if (written(viewer, itemId).state() != Item.State.PUBLISHED) {
            throw new Forbidden();
        }
        database.sql("update content.item set expires_at = :end where id = :id")
                .param("id", itemId)
                .param("end", utc(end))
                .update();
    }

    /** Takes it out of the lists; those for whom it was still find it by its address. */
    public void archive(Viewer viewer, long itemId) {
        become(viewer, itemId, Item.State.ARCHIVED, null, null);
    }

    private Item become(Viewer viewer, long itemId, Item.State wanted, @Nullable Instant at, @Nullable Instant until) {
        Item item = written(viewer, itemId);
        if (!item.state().leadsTo(wanted)) {
            throw new Forbidden();
        }
        int changed = database.sql("""
                        update content.item
                           set state = :wanted, publish_at = :at, expires_at = :until,
                               published_at = case when :wanted = 'published' then coalesce(published_at, :now) else published_at end,
                               active_at = case when :wanted = 'published' then :now else active_at end
                         where id = :id and state = :state
                        """)
                .param("id", itemId)
                .param("state", item.state().word())
                .param("wanted", wanted.word())
                .param("at", utc(at))
                .param("until", utc(until))
                .param("now", now())
                .update();
        if (changed == 0) {
            throw new Forbidden();
        }
        return item;
    }

    /** The item, for one of those who write it. */
    private Item written(Viewer viewer, long itemId) {
        Item item = items.get(viewer, itemId);
        if (!writes(viewer, item)) {
            throw new Forbidden();
        }
        return item;
    }

    /** Whether the viewer may change it: its author, a co-author, somebody who reviews it. */
    @Transactional(readOnly = true)
    public boolean writes(Viewer viewer, Item item) {
        if (viewer.preview() || item.state() == Item.State.REMOVED) {
            return false;
        }
        return item.writtenBy(viewer)
                || database.sql("select content.writes(:id)")
                        .param("id", item.id())
                        .query(Boolean.class)
                        .single();
    }

    /** Of the pictures that the text asks for, it shows those of the viewer's own and those that the item has already. */
    private String safe(Viewer viewer, @Nullable Long itemId, String body, String format) {
        return LongText.fromForm(body, format, asked -> pictures(viewer, itemId, asked));
    }

    private Map<Long, LongText.Picture> pictures(Viewer viewer, @Nullable Long itemId, Set<Long> asked) {
        Set<Long> carried = itemId == null
                ? Set.of()
                : Set.copyOf(database.sql(
                                "select file_id from content.attachment where item_id = :id and comment_id is null")
                        .param("id", itemId)
                        .query(Long.class)
                        .list());
        Map<Long, LongText.Picture> pictures = new HashMap<>();
        for (StoredFile file : files.find(asked)) {
            if (file.picture() && (file.ownerId() == viewer.id() || carried.contains(file.id()))) {
                pictures.put(
                        file.id(), new LongText.Picture(file.address(Rendition.MEDIUM), file.width(), file.height()));
            }
        }
        return pictures;
    }

    private void place(long itemId, Collection<Long> spaces) {
        if (!spaces.isEmpty()) {
            database.sql("""
                            insert into content.placement (item_id, space_id, placed_at)
                            select :item, unnest(:spaces::bigint[]), :now on conflict do nothing
                            """)
                    .param("item", itemId)
                    .param("spaces", spaces.toArray(Long[]::new))
                    .param("now", now())
                    .update();
        }
    }

    private long already(Viewer viewer, NewItem draft) {
        return database.sql("select id from content.item where author_id = :author and idempotency_key = :key")
                .param("author", viewer.id())
                .param("key", draft.key())
                .query(Long.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static String excerpt(String typed, String body) {
        return typed.isBlank() ? RichText.excerpt(body) : Typography.of(typed.strip());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
