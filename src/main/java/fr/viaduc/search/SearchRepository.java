package fr.viaduc.search;

import fr.viaduc.search.Query.Cursor;
import fr.viaduc.web.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The only door to search.find(). */
@Repository
@Transactional(readOnly = true)
class SearchRepository {
    static final String PERSON = "person";
    static final String SPACE = "space";
    static final String PLACE = "place";

    private final JdbcClient database;
    private final JsonMapper json;

    SearchRepository(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A result as search.find() gives it; see there what the columns hold. */
    record Row(
            String kind,
            long id,
            String ref,
            String name,
            String detail,
            String excerpt,
            double score,
            int total,
            boolean mended) {

        /** Where the list goes on after this one; lists of people are in the order of their sort name. */
        Cursor cursor() {
            return new Cursor(score, id, kind.equals(PERSON) ? ref : name);
        }
    }

    /** At most that many of each kind, best first. */
    List<Row> find(Viewer viewer, String words, Collection<String> kinds, int most, @Nullable Cursor after) {
        return database.sql("""
                        select kind, id, ref, name, detail, excerpt, score, total, mended
                          from search.find(:words, :kinds, :most, :after::jsonb)
                        """)
                .param("words", words)
                .param("kinds", kinds.toArray(String[]::new))
                .param("most", most)
                .param(
                        "after",
                        after == null
                                ? null
                                : json.writeValueAsString(
                                        Map.of("score", after.score(), "name", after.name(), "id", after.id())))
                .query(Row.class)
                .list();
    }
}
