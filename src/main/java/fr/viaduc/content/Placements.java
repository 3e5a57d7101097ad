package fr.viaduc.content;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** In which spaces items are shown, read for many at once. */
@Repository
@Transactional(readOnly = true)
public class Placements {
    private final JdbcClient database;

    Placements(JdbcClient database) {
        this.database = database;
    }

    /** The spaces where an item is shown, whether or not the viewer may know of them. */
    public Set<Long> spaces(long itemId) {
        return database.sql("select space_id from content.placement where item_id = ?")
                .param(itemId)
                .query(Long.class)
                .set();
    }

    /** The spaces of these items that the viewer may know of, by item; one statement. */
    public Map<Long, List<Placement>> of(Collection<Long> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("""
                        select p.item_id, s.id, s.slug, s.name, p.pinned_at is not null as pinned,
                               coalesce(s.id = any ((select spaces.led())::bigint[]), false) as led
                          from content.placement p join spaces.space s on s.id = p.space_id
                         where p.item_id = any (:items)
                         order by s.name
                        """)
                .param("items", items.toArray(Long[]::new))
                .query((row, number) -> new Placement(
                        row.getLong("item_id"),
                        row.getLong("id"),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getBoolean("pinned"),
                        row.getBoolean("led")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Placement::itemId));
    }
}
