package fr.viaduc.content;

import fr.viaduc.database.Kept;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * For whom one may publish. An agent: everybody, all agents, one's own service, site, commune, missions and spaces. An
 * elected official: the other officials, one's commune, commissions and spaces. Communication and human resources: any
 * circle of the directory.
 */
@Repository
@Transactional(readOnly = true)
public class Audiences {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DIRECTORY =
            "c.kind in ('everyone', 'agents', 'elected', 'unit', 'site', 'commune', 'mission', 'commission')"
                    + " and (:agent or :elected)";
    // From the viewer's own circles, not from all: these are a few dozen among a hundred thousand.
    private static final String OWN = "c.id = any ((select circles.readable())::bigint[])"
            + " and (:agent and c.kind in ('everyone', 'agents', 'unit', 'site', 'commune', 'mission')"
            + " or :elected and c.kind in ('elected', 'commune', 'commission'))";
    // The unit above all others holds the same people as « all agents ».
    private static final String WHOLE = """
            c.kind = 'unit' and c.ref = coalesce((select min(u.id)::text from people.unit u
                where u.parent_id is null and u.closed_on is null
                having count(*) = 1 and (select count(*) from people.unit where closed_on is null) > 1), '')""";
    private static final int KEPT_VIEWERS = 2_000;

    private final JdbcClient database;
    private final Kept<Long, List<Audience>> kept = new Kept<>(KEPT_VIEWERS);
    private final Placements placements;

    Audiences(JdbcClient database, Placements placements) {
        this.database = database;
        this.placements = placements;
    }

    /** Several audiences as one: the circle that holds them all, and the spaces where the item is then shown. */
    public record Chosen(
            List<Audience> audiences, long circleId, Set<Long> spaces, String label, int heads, boolean elected) {}

    /** Everyone this viewer may publish for, the widest first; at most one statement. */
    public List<Audience> of(Viewer viewer) {
        return kept.get(viewer.id(), () -> find(viewer));
    }

    private List<Audience> find(Viewer viewer) {
        boolean any = viewer.isAny(Role.COMMUNICATION, Role.HUMAN_RESOURCES, Role.ADMINISTRATOR);
        return database.sql("""
                        select 'c' || c.id as value, c.id as circle_id, null::bigint as space_id, c.label, c.kind, c.head_count, c.elected,
                               :any or coalesce(c.id = any ((select content.headed())::bigint[]), false) as asks,
                               case when c.kind in ('everyone', 'agents', 'elected') then 'all'
                                    when c.id = any ((select circles.readable())::bigint[]) then 'mine' else 'others' end as heading,
                               case c.kind when 'agents' then 0 when 'everyone' then 1 when 'elected' then 2 when 'unit' then 3
                                           when 'site' then 4 when 'commune' then 5 when 'commission' then 6 else 7 end as rank
                          from circles.circle c
                         where c.head_count > 0 and %s and not (%s)
                        union all
                        select 's' || s.id, s.circle_id, s.id, s.name, 'space', c.head_count, c.elected, :any, 'spaces', 8
                          from spaces.space s join circles.circle c on c.id = s.circle_id
                         where s.kind in ('group', 'community') and s.archived_at is null
                           and s.circle_id = any ((select circles.readable())::bigint[])
                           and (s.posting = 'members' or s.id = any ((select spaces.led())::bigint[]))
                         order by rank, label
                        """.formatted(any ? DIRECTORY : OWN, WHOLE))
                .param("any", any)
                .param("agent", viewer.agent())
                .param("elected", viewer.elected())
                .query((row, number) -> new Audience(
                        row.getString("value"),
                        row.getLong("circle_id"),
                        row.getObject("space_id", Long.class),
                        row.getString("label"),
                        row.getString("kind"),
                        row.getInt("head_count"),
                        row.getBoolean("elected"),
                        row.getBoolean("asks"),
                        row.getString("heading")))
                .list();
    }

    /** The audiences named by a form among those that the viewer may address; others are ignored. */
    public List<Audience> named(Viewer viewer, Collection<String> values) {
        Set<String> wanted = Set.copyOf(values);
        return of(viewer).stream()
                .filter(audience -> wanted.contains(audience.value()))
                .toList();
    }

    /** One circle for these audiences (at least one): theirs if there is one, otherwise their union. */
    @Transactional
    public Chosen chosen(List<Audience> audiences) {
        Set<Long> spaces = new LinkedHashSet<>();
        List<List<String>> terms = new ArrayList<>();
        for (Audience audience : audiences) {
            terms.add(List.of(String.valueOf(audience.circleId())));
            if (audience.spaceId() != null) {
                spaces.add(audience.spaceId());
            }
        }
        if (audiences.size() == 1) {
            Audience only = audiences.getFirst();
            return new Chosen(audiences, only.circleId(), spaces, only.label(), only.heads(), only.elected());
        }
        long circle = database.sql("select circles.combine(:terms::jsonb)")
                .param("terms", JSON.writeValueAsString(terms))
                .query(Long.class)
                .single();
        return new Chosen(
                audiences,
                circle,
                spaces,
                String.join(", ", audiences.stream().map(Audience::label).toList()),
                heads(audiences),
                audiences.stream().anyMatch(Audience::elected));
    }

    /** Which of these audiences an item is for; none when they do not make up its circle (any more). */
    public List<Audience> current(Item item, List<Audience> possible) {
        List<Long> bases = database.sql("""
                        select c.id from circles.circle c where c.id = :circle and c.kind <> 'combination'
                        union
                        select t.base_id from circles.term t
                         where t.circle_id = :circle
                           and not exists (select 1 from circles.term o where o.circle_id = t.circle_id and o.size > 1)
                        """)
                .param("circle", item.circleId())
                .query(Long.class)
                .list();
        Set<Long> spaces = placements.spaces(item.id());
        List<Audience> current = possible.stream()
                .filter(audience -> bases.contains(audience.circleId())
                        && (audience.spaceId() == null || spaces.contains(audience.spaceId())))
                .toList();
        boolean whole = !bases.isEmpty()
                && bases.stream().allMatch(base -> current.stream().anyMatch(a -> a.circleId() == base));
        return whole ? current : List.of();
    }

    /**
     * What another audience does to those who see an item.
     *
     * @param gained how many see it who do not now
     * @param lost how many see it now who will not
     */
    public record Difference(int gained, int lost) {
        public boolean none() {
            return gained == 0 && lost == 0;
        }
    }

    /** How many people these audiences would add and take away; all of them where the present circle cannot be counted. */
    public Difference difference(Item item, List<Audience> chosen) {
        var circles = new ArrayList<Long>();
        chosen.forEach(audience -> circles.add(audience.circleId()));
        Long[] after = circles.toArray(Long[]::new);
        circles.add(item.circleId());
        return database.sql("""
                        select circles.head_count(:both) as both, circles.head_count(:after) as after,
                               circles.head_count(array[:before::bigint]) as before
                        """)
                .param("both", circles.toArray(Long[]::new))
                .param("after", after)
                .param("before", item.circleId())
                .query((row, number) -> {
                    int both = row.getInt("both");
                    return row.wasNull()
                            ? new Difference(row.getInt("after"), item.heads())
                            : new Difference(both - row.getInt("before"), both - row.getInt("after"));
                })
                .single();
    }

    /** How many people these audiences hold together, each counted once. */
    public int heads(List<Audience> audiences) {
        if (audiences.size() == 1) {
            return audiences.getFirst().heads();
        }
        return database.sql("select circles.head_count(:circles)")
                .param("circles", audiences.stream().map(Audience::circleId).toArray(Long[]::new))
                .query(Integer.class)
                .single();
    }
}
