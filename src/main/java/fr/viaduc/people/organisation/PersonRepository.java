package fr.viaduc.people.organisation;

import fr.viaduc.people.organisation.Organisation.KnownPerson;
import fr.viaduc.web.Choice;
import fr.viaduc.web.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everybody whom the network knows, whether in the directory today or not; writes go through people.keep_person(). */
@Repository
@Transactional(readOnly = true)
class PersonRepository {
    private final JdbcClient database;

    PersonRepository(JdbcClient database) {
        this.database = database;
    }

    /** Where a list goes on. */
    record After(String name, long id) {
        static @Nullable After of(String word) {
            int point = word.indexOf('.');
            return word.matches("\\d{1,18}\\..{0,300}")
                    ? new After(word.substring(point + 1), Long.parseLong(word.substring(0, point)))
                    : null;
        }
    }

    /** Persons of that name or number, everybody when empty, by name; those who were erased excepted. */
    List<KnownPerson> find(Viewer viewer, String words, boolean elected, @Nullable After after, int most) {
        return database.sql("""
                        select p.id, p.name, coalesce(p.staff_number, '') as number, not p.agent as elected, p.sort_name,
                               coalesce(p.job_title, '') as job, p.started_on, p.left_on,
                               pr.as_agent @> current_date or pr.as_elected @> current_date as present,
                               not isempty((pr.as_agent + pr.as_elected) * datemultirange(daterange(current_date + 1, null))) as ahead
                          from people.person p join people.presence pr on pr.person_id = p.id
                         where p.erased_at is null
                           and (:elected or p.agent)
                           and (:words = '' or p.staff_number = :words or p.plain_name like '%' || people.plain(:words) || '%'
                                or public.word_similarity(people.plain(:words), p.plain_name) > 0.55)
                           and (:id::bigint is null or (p.sort_name, p.id) > (:name, :id::bigint))
                         order by p.sort_name, p.id limit :most
                        """)
                .param("words", words)
                .param("elected", elected)
                .param("id", after == null ? null : after.id(), Types.BIGINT)
                .param("name", after == null ? null : after.name(), Types.VARCHAR)
                .param("most", most)
                .query(PersonRepository::known)
                .list();
    }

    private static KnownPerson known(ResultSet row, int number) throws SQLException {
        return new KnownPerson(
                row.getLong("id"),
                row.getString("name"),
                row.getString("number"),
                row.getBoolean("elected"),
                row.getString("job"),
                row.getBoolean("present"),
                row.getBoolean("ahead"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("left_on", LocalDate.class),
                row.getLong("id") + "." + row.getString("sort_name"));
    }

    Optional<PersonForm> read(Viewer viewer, long id) {
        List<Choice> missions = database.sql("""
                        select m.id, m.name from people.person_mission p join people.mission m on m.id = p.mission_id
                         where p.person_id = :id order by m.plain_name
                        """)
                .param("id", id)
                .query((row, number) -> new Choice(row.getString("id"), row.getString("name")))
                .list();
        return database.sql("select * from people.person where id = :id and erased_at is null")
                .param("id", id)
                .query((row, number) -> new PersonForm(
                        !row.getBoolean("agent"),
                        text(row, "staff_number"),
                        text(row, "civility"),
                        text(row, "first_name"),
                        text(row, "last_name"),
                        text(row, "job_title"),
                        text(row, "email"),
                        text(row, "phone"),
                        text(row, "mobile"),
                        text(row, "started_on"),
                        text(row, "left_on"),
                        missions))
                .optional();
    }

    /** Which of "number" and "email" somebody else has already, and who; null when nobody. */
    @Nullable
    String holder(Viewer viewer, String column, String value, @Nullable Long except) {
        return database.sql("select name from people.person where lower("
                        + (column.equals("email") ? "email" : "staff_number")
                        + ") = lower(:value) and id is distinct from :except::bigint")
                .param("value", value)
                .param("except", except, Types.BIGINT)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Adds or changes a person; returns the id. */
    @Transactional
    long keep(Viewer viewer, @Nullable Long id, PersonForm form) {
        long kept = database.sql("""
                        select people.keep_person(:id::bigint, nullif(:number, ''), :agent, nullif(:civility, ''), :first, :last,
                            nullif(:job, ''), nullif(:email, ''), nullif(:phone, ''), nullif(:mobile, ''), :from::date, :to::date)
                        """)
                .param("id", id, Types.BIGINT)
                .param("number", form.number())
                .param("agent", !form.elected())
                .param("civility", form.civility())
                .param("first", form.firstName())
                .param("last", form.lastName())
                .param("job", form.job())
                .param("email", form.email())
                .param("phone", form.phone())
                .param("mobile", form.mobile())
                .param("from", form.firstDay(), Types.DATE)
                .param("to", form.lastDay(), Types.DATE)
                .query(Long.class)
                .single();
        Long[] missions =
                form.missions().stream().map(Choice::value).map(Long::valueOf).toArray(Long[]::new);
        database.sql("delete from people.person_mission where person_id = :id and mission_id <> all (:missions)")
                .param("id", kept)
                .param("missions", missions)
                .update();
        database.sql("""
                        insert into people.person_mission (person_id, mission_id)
                        select :id, m.id from people.mission m where m.id = any (:missions) on conflict do nothing
                        """).param("id", kept).param("missions", missions).update();
        return kept;
    }

    List<Choice> missions(Viewer viewer, List<String> ids, List<String> names) {
        return database.sql("""
                        select id, name from people.mission
                         where id::text = any (:ids) or plain_name = any (array(select people.plain(n) from unnest(:names) n))
                         order by plain_name
                        """)
                .param("ids", ids.toArray(String[]::new))
                .param("names", names.toArray(String[]::new))
                .query((row, number) -> new Choice(row.getString("id"), row.getString("name")))
                .list();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }
}
