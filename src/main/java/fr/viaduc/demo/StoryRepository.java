package fr.viaduc.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the telling needs to look up, and the gestures that are written many at a time. */
@Repository
class StoryRepository {

    private final JdbcClient system;
    private final JdbcClient web;

    StoryRepository(@Qualifier("system") JdbcClient system, JdbcClient web) {
        this.system = system;
        this.web = web;
    }

    Villagers villagers() {
        var ids = new HashMap<String, Long>();
        system.sql("select staff_number, id from people.person").query(row -> {
            ids.put(row.getString("staff_number"), row.getLong("id"));
        });
        return new Villagers(ids);
    }

    /** Circles of the network, units, sites and missions, by kind and key: {@code unit VOI}, {@code agents}. */
    Map<String, Long> circles() {
        var circles = new HashMap<String, Long>();
        system.sql("""
                select c.id, concat_ws(' ', c.kind, coalesce(u.code, s.slug, m.slug)) as name
                  from circles.circle c
                  left join people.unit u on c.kind = 'unit' and u.id = c.ref::bigint
                  left join people.site s on c.kind = 'site' and s.id = c.ref::bigint
                  left join people.mission m on c.kind = 'mission' and m.id = c.ref::bigint
                 where c.kind in ('everyone', 'agents', 'elected', 'unit', 'site', 'mission')""").query(row -> {
            circles.put(row.getString("name"), row.getLong("id"));
        });
        return circles;
    }

    /** Services by their code. */
    Map<String, Long> units() {
        var units = new HashMap<String, Long>();
        system.sql("select code, id from people.unit where code is not null").query(row -> {
            units.put(row.getString("code"), row.getLong("id"));
        });
        return units;
    }

    /** Spaces by address. */
    Map<String, Long> spaces() {
        var spaces = new HashMap<String, Long>();
        system.sql("select slug, id from spaces.space").query(row -> {
            spaces.put(row.getString("slug"), row.getLong("id"));
        });
        return spaces;
    }

    long circleOf(long space) {
        return system.sql("select circle_id from spaces.space where id = ?")
                .param(space)
                .query(Long.class)
                .single();
    }

    /** Who is in each circle today, in order. */
    Map<Long, List<Long>> members() {
        var members = new TreeMap<Long, List<Long>>();
        system.sql("""
                select circle_id, array_agg(person_id order by person_id) as persons
                  from circles.member
                 where person_id > 0 and valid @> current_date
                 group by 1""").query(row -> {
            members.put(row.getLong("circle_id"), List.of((Long[])
                    row.getArray("persons").getArray()));
        });
        return members;
    }

    /** As the current viewer: all the reactions that this person gives. */
    void react(List<Gesture> gestures) {
        web.sql("""
                insert into content.reaction (item_id, comment_id, person_id, kind)
                select g.item, g.comment, (select database.viewer()), g.kind
                  from unnest(cast(:items as bigint[]), cast(:comments as bigint[]), cast(:kinds as text[])) as g(item, comment, kind)
                on conflict do nothing""")
                .param("items", gestures.stream().map(Gesture::item).toArray(Long[]::new))
                .param("comments", gestures.stream().map(Gesture::comment).toArray(Long[]::new))
                .param("kinds", gestures.stream().map(Gesture::kind).toArray(String[]::new))
                .update();
    }

    /** As the current viewer: gives an answer to a poll that is open. */
    void vote(long item, int choice) {
        web.sql("""
                select posts.cast_vote(:item, array(select id from posts.poll_option where item_id = :item and position = :choice))""")
                .param("item", item)
                .param("choice", choice)
                .query(String.class)
                .single();
    }

    /** As the current viewer: « J’ai pris connaissance » of the first version of an item, at that moment. */
    void acknowledge(long item, Instant moment) {
        web.sql("select content.acknowledge(:item, 1, :moment)")
                .param("item", item)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single();
    }

    /** As the current viewer: keeps an item at the top of the spaces where it stands and that this person leads. */
    void pin(long item) {
        web.sql("update content.placement set pinned_at = placed_at where item_id = ?")
                .param(item)
                .update();
    }

    /** These people have opened a topic and seen its replies up to that one. */
    void haveRead(long topic, long lastReply, List<Long> people) {
        system.sql(
                        "select count(forum.note_reading(person, :topic, :last)) from unnest(cast(:people as bigint[])) person")
                .param("topic", topic)
                .param("last", lastReply)
                .param("people", people.toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    /** The questions that have waited long enough go to those who answer for their category. */
    void referQuestions() {
        system.sql("select item_id from forum.refer_unanswered()")
                .query(Long.class)
                .list();
    }

    void portrait(long person, long file) {
        web.sql("update people.person set picture_id = :file where id = :person")
                .param("file", file)
                .param("person", person)
                .update();
    }

    /** A reaction to an item, or to a comment of it. */
    record Gesture(
            long item, @org.jspecify.annotations.Nullable Long comment, String kind) {}
}
