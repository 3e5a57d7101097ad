package fr.viaduc.content;

import fr.viaduc.text.Slug;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Subjects that people give their items, in words of their own. */
@Repository
@Transactional(readOnly = true)
public class Tags {
    private static final int MOST = 10;
    private static final int LONGEST = 40;
    private final JdbcClient database;

    Tags(JdbcClient database) {
        this.database = database;
    }

    /** A subject. */
    public record Tag(String slug, String name) {}

    /** The subjects of these items, by item; one statement. */
    public Map<Long, List<Tag>> of(Collection<Long> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("""
                        select t.item_id, g.slug, g.name from content.item_tag t join content.tag g on g.id = t.tag_id
                         where t.item_id = any (:items) order by t.item_id, g.name
                        """)
                .param("items", items.toArray(Long[]::new))
                .query((row, number) ->
                        Map.entry(row.getLong("item_id"), new Tag(row.getString("slug"), row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The item's subjects from now on; a subject that is new is made. For those who write the item. */
    @Transactional
    public void set(long itemId, Collection<String> names) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String name : names) {
            String clean = name.strip().replaceFirst("^#", "");
            String slug = Slug.of(clean);
            if (!slug.isEmpty() && clean.length() <= LONGEST && wanted.size() < MOST) {
                wanted.putIfAbsent(slug, clean);
            }
        }
        String[] slugs = wanted.keySet().toArray(String[]::new);
        database.sql("""
                        insert into content.tag (slug, name) select * from unnest(:slugs, :names) on conflict do nothing
                        """)
                .param("slugs", slugs)
                .param("names", wanted.values().toArray(String[]::new))
                .update();
        database.sql("""
                        delete from content.item_tag t using content.tag g
                         where t.item_id = :item and g.id = t.tag_id and g.slug <> all (:slugs)
                        """).param("item", itemId).param("slugs", slugs).update();
        database.sql("""
                        insert into content.item_tag (item_id, tag_id)
                        select :item, id from content.tag where slug = any (:slugs) on conflict do nothing
                        """).param("item", itemId).param("slugs", slugs).update();
    }
}
