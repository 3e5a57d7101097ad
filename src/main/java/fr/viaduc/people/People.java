package fr.viaduc.people;

import fr.viaduc.database.Kept;
import fr.viaduc.web.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The face of the directory for other modules: people, many at once. */
@Repository
@Transactional(readOnly = true)
public class People {
    private static final int TINTS = 6;
    /** What stands beside a name is kept ready in the person's entry: every page names those who wrote. */
    private static final String LINES = """
            select p.id, p.name, left(p.first_name, 1) || left(p.last_name, 1) as initials, p.picture_id,
                   coalesce(e.role, '') as role, coalesce(e.unit, '') as unit, coalesce(e.place, '') as place,
                   coalesce(e.elected, false) as elected, p.erased_at is not null as erased,
                   p.erased_at is not null or (p.left_on is not null and p.left_on < current_date) as gone
              from people.person p
              left join people.entry e on e.person_id = p.id
            """;

    // A line is some 300 bytes: at most three megabytes.
    private static final int KEPT_LINES = 10_000;
    private static final int KEPT_VIEWERS = 2_000;

    private final JdbcClient database;
    private final Kept<Long, PersonLine> lines = new Kept<>(KEPT_LINES);
    private final Kept<Same, List<PersonLine>> same = new Kept<>(KEPT_VIEWERS);

    People(JdbcClient database) {
        this.database = database;
    }

    /** These people by id, in at most one statement; who was erased is "Ancien agent", who is unknown is missing. */
    public Map<Long, PersonLine> lines(Viewer viewer, Collection<Long> ids) {
        return lines.all(ids, this::lines);
    }

    private Map<Long, PersonLine> lines(Set<Long> ids) {
        return database
                .sql(LINES + " where p.id = any (:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> line(row))
                .stream()
                .collect(Collectors.toMap(PersonLine::id, Function.identity()));
    }

    /**
     * Some people who have a mission in common with the viewer; one statement, which reads a few of each mission from a
     * point that moves each day, however many there are.
     */
    public List<PersonLine> withTheSameMissions(Viewer viewer, int most) {
        return same.get(new Same(viewer.id(), most), () -> findTheSameMissions(viewer, most));
    }

    private record Same(long viewer, int most) {}

    private List<PersonLine> findTheSameMissions(Viewer viewer, int most) {
        return database.sql(LINES + """
                        join (select distinct o.person_id, o.person_id > turn.point as first
                                from (select (:viewer * 7919 + extract(doy from current_date)::bigint * 104729)
                                             % (select max(id) from people.person) as point) turn
                                join people.person_mission m on m.person_id = :viewer
                                cross join lateral (
                                     (select a.person_id from people.person_mission a
                                       where a.mission_id = m.mission_id and a.person_id > turn.point
                                       order by a.person_id limit :most * 4)
                                     union all
                                     (select b.person_id from people.person_mission b
                                       where b.mission_id = m.mission_id and b.person_id <= turn.point
                                       order by b.person_id limit :most * 4)) o
                               where o.person_id <> :viewer
                               order by first desc, o.person_id limit :most * 3) near on near.person_id = p.id
                        where p.erased_at is null and daterange(p.started_on, p.left_on, '[]') @> current_date
                        order by near.first desc, p.id
                        limit :most
                        """)
                .param("viewer", viewer.id())
                .param("most", most)
                .query((row, number) -> line(row))
                .list();
    }

    private static PersonLine line(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        boolean erased = row.getBoolean("erased");
        Long picture = row.getObject("picture_id", Long.class);
        return new PersonLine(
                id,
                erased ? "Ancien agent" : row.getString("name"),
                erased ? "AA" : row.getString("initials"),
                tint(id),
                picture == null || erased ? null : face(picture),
                row.getString("role"),
                row.getString("unit"),
                row.getString("place"),
                row.getBoolean("elected"),
                row.getBoolean("gone"));
    }

    /** The colour of a person's initials: always the same for the same person. */
    public static int tint(long personId) {
        return (int) (personId % TINTS) + 1;
    }

    /** Address of the portrait that stands beside a name. */
    public static String face(long fileId) {
        return "/fichiers/" + fileId + "/face/portrait.jpg";
    }

    /** Address of the portrait at the head of a page. */
    public static String portrait(long fileId) {
        return "/fichiers/" + fileId + "/thumb/portrait.jpg";
    }
}
