package fr.viaduc.circles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of circles. Row-level security decides which ones the viewer may know. */
@Repository
class CircleRepository {
    private final JdbcClient database;

    CircleRepository(JdbcClient database) {
        this.database = database;
    }

    /** Circles by id, with what the combinations are made of; one statement. */
    List<Circle> find(Collection<Long> ids, Labels labels) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Found> found = new LinkedHashMap<>();
        database.sql("""
            select c.id, c.kind, c.ref, c.label, c.head_count, c.elected,
                   t.term_no, b.kind as base_kind, b.label as base_label
              from circles.circle c
              left join circles.term t on t.circle_id = c.id
              left join circles.circle b on b.id = t.base_id
             where c.id = any (:ids)
             order by c.id, t.term_no, t.base_id
            """).param("ids", ids.toArray(Long[]::new)).query(row -> {
            long id = row.getLong("id");
            Found circle = found.get(id);
            if (circle == null) {
                circle = new Found(plain(row, labels), new LinkedHashMap<>());
                found.put(id, circle);
            }
            if (row.getObject("term_no") != null) {
                String kind = row.getString("base_kind");
                circle.terms()
                        .computeIfAbsent(row.getInt("term_no"), ignored -> new ArrayList<>())
                        .add(new Labels.Base(kind == null ? null : Circle.Kind.of(kind), row.getString("base_label")));
            }
        });
        return found.values().stream().map(circle -> circle.said(labels)).toList();
    }

    Optional<Circle> atom(Circle.Kind kind, @Nullable String ref, Labels labels) {
        return database.sql("""
            select id, kind, ref, label, head_count, elected
              from circles.circle
             where kind = :kind and coalesce(ref, '') = coalesce(:ref::text, '')
               and kind not in ('list', 'combination')
            """)
                .param("kind", kind.word())
                .param("ref", ref)
                .query((row, number) -> plain(row, labels))
                .optional();
    }

    long combine(String terms) {
        return database.sql("select circles.combine(:terms::jsonb)")
                .param("terms", terms)
                .query(Long.class)
                .single();
    }

    Optional<Integer> headCount(Collection<Long> ids) {
        return database.sql("select circles.head_count(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(Integer.class)
                .optional();
    }

    /** What the viewer may address when publishing, besides the spaces: by the rule told in {@link Circles}. */
    List<Circle> audiences(long viewer, boolean agent, boolean elected, boolean everything, Labels labels) {
        return database.sql("""
            select c.id, c.kind, c.ref, c.label, c.head_count, c.elected
              from circles.circle c
             where (:everything and c.kind in ('everyone', 'agents', 'elected', 'unit', 'site', 'commune', 'mission', 'commission'))
                or (:agent and c.kind in ('everyone', 'agents'))
                or (:elected and c.kind = 'elected')
                or (c.kind = 'unit' and c.ref in (
                        select a.unit_id::text from people.assignment a
                         where :agent and a.person_id = :viewer
                           and daterange(a.starts_on, a.ends_on, '[]') @> current_date
                        union all
                        select below.id::text from people.unit headed join people.unit below on below.path <@ headed.path
                         where :agent and headed.head_id = :viewer))
                or (c.kind in ('site', 'commune', 'mission', 'commission')
                    and c.id = any ((select circles.readable())::bigint[]))
             order by array_position(array['everyone', 'agents', 'elected', 'unit', 'site', 'commune', 'mission', 'commission'], c.kind),
                      c.label, c.id
            """)
                .param("viewer", viewer)
                .param("agent", agent)
                .param("elected", elected)
                .param("everything", everything)
                .query((row, number) -> plain(row, labels))
                .list();
    }

    /** Which of these circles are groups that the viewer is in. */
    List<Long> groupsAmong(Collection<Long> ids) {
        return database.sql("""
            select id from circles.circle
             where id = any (:ids) and kind = 'list' and key like 'space:%'
               and id = any ((select circles.readable())::bigint[])
            """)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Why the viewer is in the circle: for each way in, the kinds and names of what they belong to. */
    List<List<Labels.Base>> reasons(long circle) {
        Map<Integer, List<Labels.Base>> terms = new LinkedHashMap<>();
        database.sql("select term_no, kind, label from circles.reasons(:circle)")
                .param("circle", circle)
                .query(row -> {
                    terms.computeIfAbsent(row.getInt("term_no"), ignored -> new ArrayList<>())
                            .add(new Labels.Base(Circle.Kind.of(row.getString("kind")), row.getString("label")));
                });
        return List.copyOf(terms.values());
    }

    private static Circle plain(ResultSet row, Labels labels) throws SQLException {
        var kind = Circle.Kind.of(row.getString("kind"));
        return new Circle(
                row.getLong("id"),
                kind,
                row.getString("ref"),
                labels.atom(kind, row.getString("label")),
                row.getInt("head_count"),
                row.getBoolean("elected"));
    }

    private record Found(Circle circle, Map<Integer, List<Labels.Base>> terms) {
        Circle said(Labels labels) {
            return terms.isEmpty()
                    ? circle
                    : new Circle(
                            circle.id(),
                            circle.kind(),
                            circle.ref(),
                            labels.union(List.copyOf(terms.values())),
                            circle.headCount(),
                            circle.elected());
        }
    }
}
