package fr.viaduc.people;

import fr.viaduc.web.Choice;
import fr.viaduc.web.Viewer;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who is away and replaced by whom; the database refuses those who may not say it. */
@Repository
@Transactional(readOnly = true)
class AbsenceRepository {
    private final JdbcClient database;
    private final Clock clock;

    AbsenceRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Whether the viewer announces the absences of this person: an agent's own, those of the people they lead, all for human
     * resources. Nobody replaces an elected official.
     */
    boolean mayAnnounce(Viewer viewer, long person) {
        return !viewer.preview()
                && database.sql("""
                        select (:person = database.viewer() and people.viewer_is_agent())
                            or :person = any ((select people.led())::bigint[])
                            or (people.viewer_manages_people() and people.is_agent_today(:person))
                        """)
                        .param("person", person)
                        .query(Boolean.class)
                        .single();
    }

    List<AbsenceLine> upcoming(Viewer viewer, long person) {
        return database.sql("""
                        select x.id, x.starts_on, x.ends_on, coalesce(s.name, '') as substitute, coalesce(x.message, '') as message,
                               case when x.entered_by is distinct from x.person_id then coalesce(b.name, '') else '' end as entered_by
                          from people.absence x
                          left join people.person s on s.id = x.substitute_id
                          left join people.person b on b.id = x.entered_by
                         where x.person_id = :person and x.ends_on >= :today
                         order by x.starts_on, x.id
                        """)
                .param("person", person)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new AbsenceLine(
                        row.getLong("id"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getString("substitute"),
                        row.getString("message"),
                        row.getString("entered_by")))
                .list();
    }

    boolean overlaps(Viewer viewer, long person, LocalDate from, LocalDate to) {
        return database.sql("""
                        select exists (select 1 from people.absence x
                                        where x.person_id = :person and x.starts_on <= :to and x.ends_on >= :from)
                        """)
                .param("person", person)
                .param("from", from)
                .param("to", to)
                .query(Boolean.class)
                .single();
    }

    @Transactional
    void add(Viewer viewer, long person, LocalDate from, LocalDate to, @Nullable Choice substitute, String message) {
        database.sql("""
                        insert into people.absence (person_id, starts_on, ends_on, substitute_id, message)
                        values (:person, :from, :to, :substitute, nullif(:message, ''))
                        """)
                .param("person", person)
                .param("from", from)
                .param("to", to)
                .param("substitute", substitute == null ? null : Long.valueOf(substitute.value()), Types.BIGINT)
                .param("message", message)
                .update();
    }

    @Transactional
    void remove(Viewer viewer, long person, long absence) {
        database.sql("delete from people.absence where id = :id and person_id = :person")
                .param("id", absence)
                .param("person", person)
                .update();
    }
}
