package fr.viaduc.content;

import fr.viaduc.web.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
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
     * @param removals what a moderator removed of theirs, as long as they have not read why; three at most
     */
    public record Waiting(Draft draft, List<Removed> removals) {}

    /** Something of the viewer's own that a moderator removed. */
    public record Removed(long itemId, Instant publishedAt) {}

    /** The draft kept for that form, and what was removed; one statement. */
    @Transactional(readOnly = true)
    public Waiting waiting(Viewer viewer, String form) {
        return database.sql("""
                        select (select fields::text from content.draft where person_id = :viewer and key = :form) as fields,
                               coalesce(array_agg(r.id), '{}') as ids, coalesce(array_agg(r.published_at), '{}') as dates
                          from (select i.id, coalesce(i.published_at, i.created_at) as published_at
                                  from content.item i
                                 where i.author_id = :viewer and i.state = 'removed' and i.removed_by <> i.author_id
                                   and i.removal_read_at is null
                                 order by i.removed_at desc limit 3) r
                        """)
                .param("viewer", viewer.id())
                .param("form", form)
                .query((row, number) -> {
                    Long[] ids = (Long[]) row.getArray("ids").getArray();
                    Timestamp[] dates = (Timestamp[]) row.getArray("dates").getArray();
                    var removals = new ArrayList<Removed>();
                    for (int i = 0; i < ids.length; i++) {
                        removals.add(new Removed(ids[i], dates[i].toInstant()));
                    }
                    return new Waiting(draft(row.getString("fields")), List.copyOf(removals));
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
