package fr.viaduc.content;

import fr.viaduc.web.Viewer;
import java.util.Map;
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

    Drafts(JdbcClient database) {
        this.database = database;
    }

    /** The fields kept for that form ("post", "comment:42"), empty when none. */
    @Transactional(readOnly = true)
    public Map<String, String> find(Viewer viewer, String form) {
        return database.sql("select fields::text from content.draft where person_id = :viewer and key = :form")
                .param("viewer", viewer.id())
                .param("form", form)
                .query(String.class)
                .optional()
                .map(fields -> JSON.readValue(fields, new TypeReference<Map<String, String>>() {}))
                .orElse(Map.of());
    }

    public void keep(Viewer viewer, String form, Map<String, String> fields) {
        Publishing.refusePreview(viewer);
        database.sql("""
                        insert into content.draft (person_id, key, fields) values (:viewer, :form, :fields::jsonb)
                        on conflict (person_id, key) do update set fields = excluded.fields, updated_at = now()
                        """)
                .param("viewer", viewer.id())
                .param("form", form)
                .param("fields", JSON.writeValueAsString(fields))
                .update();
    }

    public void forget(Viewer viewer, String form) {
        database.sql("delete from content.draft where person_id = :viewer and key = :form")
                .param("viewer", viewer.id())
                .param("form", form)
                .update();
    }
}
