package fr.viaduc.people;

import fr.viaduc.web.Viewer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The face of the directory for other modules: people, many at once. */
@Repository
@Transactional(readOnly = true)
public class People {
    private static final int TINTS = 6;
    private final JdbcClient database;

    People(JdbcClient database) {
        this.database = database;
    }

    /** These people by id, in one statement; who was erased is "Ancien agent", who is unknown is missing. */
    public Map<Long, PersonLine> lines(Viewer viewer, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, PersonLine> lines = new HashMap<>();
        database.sql("""
                        select p.id, p.name, left(p.first_name, 1) || left(p.last_name, 1) as initials, p.picture_id,
                               coalesce(p.job_title, a.job_title, m.function, '') as role, coalesce(u.name, '') as unit,
                               coalesce(c.name, mc.name, '') as place, m.id is not null as elected,
                               p.erased_at is not null as erased,
                               p.erased_at is not null or (p.left_on is not null and p.left_on < current_date) as gone
                          from people.person p
                          left join people.assignment a on a.person_id = p.id and a.is_primary
                          left join people.unit u on u.id = a.unit_id
                          left join people.site s on s.id = a.site_id
                          left join people.commune c on c.insee = s.commune_insee
                          left join lateral (
                               select m.id, m.function, m.commune_insee from people.mandate m
                                where m.person_id = p.id and daterange(m.starts_on, m.ends_on, '[]') @> current_date
                                order by m.in_council desc, m.delegation is null, m.starts_on, m.id limit 1) m on true
                          left join people.commune mc on mc.insee = m.commune_insee
                         where p.id = any (:ids)
                        """)
                .param("ids", Set.copyOf(ids).toArray(Long[]::new))
                .query((row, number) -> {
                    long id = row.getLong("id");
                    boolean erased = row.getBoolean("erased");
                    Long picture = row.getObject("picture_id", Long.class);
                    return new PersonLine(
                            id,
                            erased ? "Ancien agent" : row.getString("name"),
                            erased ? "AA" : row.getString("initials"),
                            tint(id),
                            picture == null || erased ? null : portrait(picture),
                            row.getString("role"),
                            row.getString("unit"),
                            row.getString("place"),
                            row.getBoolean("elected"),
                            row.getBoolean("gone"));
                })
                .list()
                .forEach(line -> lines.put(line.id(), line));
        return lines;
    }

    /** The colour of a person's initials: always the same for the same person. */
    public static int tint(long personId) {
        return (int) (personId % TINTS) + 1;
    }

    /** Address of a small portrait. */
    public static String portrait(long fileId) {
        return "/fichiers/" + fileId + "/thumb/portrait.jpg";
    }
}
