package fr.viaduc.content;

import fr.viaduc.web.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
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

    /** The draft kept for that form ("publication", "commentaire-42"), or {@link Draft#NONE}. */
    @Transactional(readOnly = true)
    public Draft find(Viewer viewer, String form) {
        return database.sql("select fields::text from content.draft where person_id = :viewer and key = :form")
                .param("viewer", viewer.id())
                .param("form", form)
                .query(String.class)
                .optional()
                .map(fields -> new Draft(JSON.readValue(fields, new TypeReference<Map<String, String>>() {})))
                .orElse(Draft.NONE);
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
