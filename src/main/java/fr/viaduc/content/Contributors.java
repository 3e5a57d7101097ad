package fr.viaduc.content;

import fr.viaduc.web.Forbidden;
import fr.viaduc.web.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Those who write an item with its author. */
@Repository
@Transactional(readOnly = true)
public class Contributors {
    private final JdbcClient database;
    private final Items items;
    private final Lifecycle lifecycle;

    Contributors(JdbcClient database, Items items, Lifecycle lifecycle) {
        this.database = database;
        this.items = items;
        this.lifecycle = lifecycle;
    }

    /** The co-authors of these items, by item. */
    public Map<Long, List<Long>> of(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("""
                        select item_id, person_id from content.contributor
                         where item_id = any (:ids) and role = 'author' order by item_id, person_id
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> Map.entry(row.getLong("item_id"), row.getLong("person_id")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Its co-authors from now on. One who leaves loses sight of a draft at once. */
    @Transactional
    public void set(Viewer viewer, long itemId, Collection<Long> people) {
        Item item = items.get(viewer, itemId);
        if (!lifecycle.writes(viewer, item)) {
            throw new Forbidden();
        }
        Long[] wanted =
                people.stream().filter(person -> person != item.authorId()).toArray(Long[]::new);
        database.sql(
                        "delete from content.contributor where item_id = :item and role = 'author' and person_id <> all (:people)")
                .param("item", itemId)
                .param("people", wanted)
                .update();
        database.sql("""
                        insert into content.contributor (item_id, person_id, role)
                        select :item, id, 'author' from people.person where id = any (:people)
                        on conflict (item_id, person_id) do update set role = 'author' where contributor.role <> 'author'
                        """).param("item", itemId).param("people", wanted).update();
    }
}
