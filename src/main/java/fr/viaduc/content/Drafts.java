package fr.viaduc.content;

import fr.viaduc.web.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a person types and has not published yet, kept form by form; nobody else reads it. */
@Repository
@Transactional
public class Drafts {
    private static final JsonMapper JSON = new JsonMapper();
    private final JdbcClient database;
    private final Clock clock;

    Drafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A form as it was left.
     *
     * @param fields the values of each field, one a line
     */
    public record Draft(Map<String, String> fields) {
        /** No draft. */
        public static final Draft NONE = new Draft(Map.of());

        public boolean isEmpty() {
            return fields.isEmpty();
        }

        /** The field's value, empty when there is none. */
        public String value(String field) {
            return fields.getOrDefault(field, "");
        }

        /** The values of a field that has several, in their order. */
        public List<String> values(String field) {
            String value = fields.get(field);
            return value == null ? List.of() : List.of(value.split("\n", -1));
        }
    }

    /**
     * What waits for somebody who is about to write.
     *
     * @param draft what they were typing
     * @param notices what the moderators decided that concerns them, as long as they have not read it; three of each kind
     *     at most
     */
    public record Waiting(Draft draft, List<Notice> notices) {}

    /** What a notice of the moderators is about: one's own post or comment that was removed, or one's own report. */
    public enum About {
        POST,
        COMMENT,
        REPORT;

        /** The word for it in the keys of texts. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A decision of the moderators that waits to be read.
     *
     * @param id of the post, the comment or the report
     * @param itemId of the item that the comment is on; the post's own
     * @param at when it was published, or reported
     */
    public record Notice(About about, long id, long itemId, Instant at) {

        /** Where one reads the decision. */
        public String address() {
            return switch (about) {
                case POST -> "/publications/" + id;
                case COMMENT -> "/publications/" + itemId + "/commentaires/" + id + "/retrait";
                case REPORT -> "/signalements/" + id;
            };
        }
    }

    /** The draft kept for that form, and what the moderators decided; one statement. */
    @Transactional(readOnly = true)
    public Waiting waiting(Viewer viewer, String form) {
        return database.sql("""
                        select (select fields::text from content.draft where person_id = :viewer and key = :form) as fields,
                               coalesce(array_agg(n.about), '{}') as abouts, coalesce(array_agg(n.id), '{}') as ids,
                               coalesce(array_agg(n.item_id), '{}') as items, coalesce(array_agg(n.at), '{}') as dates
                          from ((select 'POST' as about, i.id, i.id as item_id, coalesce(i.published_at, i.created_at) as at
                                   from content.item i
                                  where i.author_id = :viewer and i.state = 'removed' and i.removed_by <> i.author_id
                                    and i.removal_read_at is null
                                  order by i.removed_at desc limit 3)
                                union all
                                (select 'COMMENT', w.comment_id, w.item_id, w.written_at
                                   from content.withdrawal w
                                  where w.author_id = :viewer and w.read_at is null
                                  order by w.at desc limit 3)
                                union all
                                (select 'REPORT', r.id, coalesce(r.item_id, 0), r.created_at
                                   from content.report r
                                  where r.reporter_id = :viewer and r.state <> 'open' and r.answer_read_at is null
                                  order by r.handled_at desc limit 3)) n
                        """)
                .param("viewer", viewer.id())
                .param("form", form)
                .query((row, number) -> {
                    String[] abouts = (String[]) row.getArray("abouts").getArray();
                    Long[] ids = (Long[]) row.getArray("ids").getArray();
                    Long[] items = (Long[]) row.getArray("items").getArray();
                    Timestamp[] dates = (Timestamp[]) row.getArray("dates").getArray();
                    var notices = new ArrayList<Notice>();
                    for (int i = 0; i < ids.length; i++) {
                        notices.add(new Notice(About.valueOf(abouts[i]), ids[i], items[i], dates[i].toInstant()));
                    }
                    return new Waiting(draft(row.getString("fields")), List.copyOf(notices));
                })
                .single();
    }

    /** The draft kept for that form ("publication", "commentaire-42"), or {@link Draft#NONE}. */
    @Transactional(readOnly = true)
    public Draft find(Viewer viewer, String form) {
        return database.sql("select fields::text from content.draft where person_id = :viewer and key = :form")
                .param("viewer", viewer.id())
                .param("form", form)
                .query(String.class)
                .optional()
                .map(Drafts::draft)
                .orElse(Draft.NONE);
    }

    private static Draft draft(@Nullable String fields) {
        return fields == null
                ? Draft.NONE
                : new Draft(JSON.readValue(fields, new TypeReference<Map<String, String>>() {}));
    }

    /**
     * Keeps a form as it is.
     *
     * @param key the form's own: what was published under it is no draft any more
     * @return false when the form has been published meanwhile; nothing is kept then
     */
    public boolean keep(Viewer viewer, String form, Map<String, String> fields, @Nullable UUID key) {
        Publishing.refusePreview(viewer);
        return database.sql("""
                        insert into content.draft (person_id, key, fields, updated_at)
                        select :viewer, :form, :fields::jsonb, :now
                         where :key::uuid is null
                            or not exists (select 1 from content.item where author_id = :viewer and idempotency_key = :key)
                           and not exists (select 1 from content.comment where author_id = :viewer and idempotency_key = :key)
                        on conflict (person_id, key) do update set fields = excluded.fields, updated_at = excluded.updated_at
                        """)
                        .param("viewer", viewer.id())
                        .param("form", form)
                        .param("fields", JSON.writeValueAsString(fields))
                        .param("now", OffsetDateTime.now(clock))
                        .param("key", key)
                        .update()
                == 1;
    }

    public void forget(Viewer viewer, String form) {
        database.sql("delete from content.draft where person_id = :viewer and key = :form")
                .param("viewer", viewer.id())
                .param("form", form)
                .update();
    }
}
