package fr.viaduc.blog;

import fr.viaduc.content.Item;
import fr.viaduc.web.Viewer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a person's program reads, in that person's name: the database applies the rights that they have now. */
@Component
class AtomReading {
    private final ArticleRepository articles;
    private final JdbcClient database;

    AtomReading(ArticleRepository articles, JdbcClient database) {
        this.articles = articles;
        this.database = database;
    }

    /** Articles, and the names of those who wrote them. */
    record Articles(List<Item> items, Map<Long, String> authors) {}

    /** In a transaction of its own: somebody else's browser may be signed in where the address is opened. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    public Articles latest(long reader, int size) {
        List<Item> items = articles.published(
                nameless(reader), null, null, Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE, size);
        Map<Long, String> authors = new HashMap<>();
        database.sql("select id, name from people.person where id = any (:ids) and erased_at is null")
                .param("ids", items.stream().map(Item::authorId).distinct().toArray(Long[]::new))
                .query((row, number) -> Map.entry(row.getLong("id"), row.getString("name")))
                .list()
                .forEach(entry -> authors.put(entry.getKey(), entry.getValue()));
        return new Articles(items, authors);
    }

    /** A reader without a session: only the number counts. */
    private static Viewer nameless(long reader) {
        return new Viewer(
                reader, "", "", "", 1, null, false, false, Set.of(), Locale.FRENCH, "", "", false, null, false);
    }
}
