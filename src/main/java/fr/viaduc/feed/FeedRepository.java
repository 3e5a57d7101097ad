package fr.viaduc.feed;

import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.web.Viewer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * All the SQL of feeds. Each asks every circle for its newest items and merges them ({@code content.newest}): the work
 * grows with the viewer's circles and the page's length, never with the number of items.
 */
@Repository
@Transactional(readOnly = true)
class FeedRepository {
    private final JdbcClient database;

    FeedRepository(JdbcClient database) {
        this.database = database;
    }

    /** Everything that the viewer may see. */
    List<Item> all(Viewer viewer, Collection<String> kinds, Cursor before, int size) {
        return items(
                viewer,
                "with newest as (select * from content.newest(circles.readable(), :kinds, :at, :id, :size))",
                kinds,
                before,
                size);
    }

    /** What is for the viewer's services, sites and communes. */
    List<Item> service(Viewer viewer, Collection<String> kinds, Cursor before, int size) {
        return items(viewer, """
                with newest as (
                    select * from content.newest(
                        array(select c.id from circles.circle c
                               where c.id = any ((select circles.readable())::bigint[])
                                 and c.kind in ('unit', 'site', 'commune', 'commission')),
                        :kinds, :at, :id, :size))
                """, kinds, before, size);
    }

    /** What is shown in the groups and communities that the viewer belongs to. */
    List<Item> spaces(Viewer viewer, Collection<String> kinds, Cursor before, int size) {
        return items(viewer, """
                with newest as (
                    select distinct i.id, i.published_at
                      from spaces.member m
                      cross join lateral (
                           select i.id, i.published_at
                             from content.placement p join content.item i on i.id = p.item_id
                            where p.space_id = m.space_id and (p.placed_at, p.item_id) < (:at, :id)
                              and i.state = 'published' and i.kind = any (:kinds)
                              and not exists (select 1 from content.follow f
                                               where f.person_id = :viewer and f.item_id = i.id and f.state = 'muted')
                            order by p.placed_at desc, p.item_id desc
                            limit :size) i
                     where m.person_id = :viewer and m.state = 'member'
                     order by i.published_at desc, i.id desc
                     limit :size)
                """, kinds, before, size);
    }

    /** What the viewer keeps for later, whatever its age. */
    List<Item> kept(Viewer viewer, Collection<String> kinds, Cursor before, int size) {
        return items(viewer, """
                with newest as (
                    select i.id, i.published_at
                      from content.bookmark k join content.item i on i.id = k.item_id
                     where k.person_id = :viewer and i.state = 'published' and i.kind = any (:kinds)
                       and (i.published_at, i.id) < (:at, :id)
                     order by i.published_at desc, i.id desc
                     limit :size)
                """, kinds, before, size);
    }

    /** What is shown in one space. */
    List<Item> space(Viewer viewer, long space, Collection<String> kinds, Cursor before, int size) {
        return database.sql("""
                        with newest as (
                            select i.id, i.published_at
                              from content.placement p join content.item i on i.id = p.item_id
                             where p.space_id = :space and (p.placed_at, p.item_id) < (:at, :id)
                               and i.state = 'published' and i.kind = any (:kinds)
                             order by p.placed_at desc, p.item_id desc
                             limit :size)
                        """ + from())
                .param("space", space)
                .param("viewer", viewer.id())
                .param("kinds", kinds.toArray(String[]::new))
                .param("at", before.moment())
                .param("id", before.id())
                .param("size", size)
                .query(Items.ROW)
                .list();
    }

    /** What the viewer is asked to acknowledge, not due before that day, the most urgent first; then what is pinned for all. */
    List<Item> notToMiss(Viewer viewer, Collection<String> kinds, LocalDate since, int most) {
        return database.sql("select " + Items.COLUMNS + """
                         from (select a.id as item_id, a.rank, null::timestamptz as pinned_at
                                 from content.awaiting(:kinds, :since, :most) with ordinality as a(id, rank)
                               union all
                               (select p.item_id, null, max(p.pinned_at)
                                  from content.placement p
                                  join spaces.space s on s.id = p.space_id and s.kind = 'network'
                                  join content.item o on o.id = p.item_id and o.state = 'published' and o.kind = any (:kinds)
                                 where p.pinned_at is not null
                                 group by p.item_id order by max(p.pinned_at) desc limit :most)) p
                         join content.item i on i.id = p.item_id
                        """ + Items.MARKS + """
                         order by p.rank nulls last, p.pinned_at desc
                        """)
                .param("viewer", viewer.id())
                .param("kinds", kinds.toArray(String[]::new))
                .param("since", since)
                .param("most", most)
                .query(Items.ROW)
                .list();
    }

    private List<Item> items(Viewer viewer, String with, Collection<String> kinds, Cursor before, int size) {
        return database.sql(with + from())
                .param("viewer", viewer.id())
                .param("kinds", kinds.toArray(String[]::new))
                .param("at", before.moment())
                .param("id", before.id())
                .param("size", size)
                .query(Items.ROW)
                .list();
    }

    private static String from() {
        return " select " + Items.COLUMNS + " from newest join content.item i on i.id = newest.id " + Items.MARKS
                + " order by newest.published_at desc, newest.id desc";
    }
}
