package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.ImportRun.State;
import fr.viaduc.people.hrimport.Network.Assignment;
import fr.viaduc.people.hrimport.Network.Commune;
import fr.viaduc.people.hrimport.Network.Person;
import fr.viaduc.people.hrimport.Network.Site;
import fr.viaduc.people.hrimport.Network.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of runs and of what was learnt, and the reading of the directory as it stands. */
@Repository
class ImportRepository {
    private final JdbcClient sql;

    ImportRepository(@Qualifier("system") JdbcClient sql) {
        this.sql = sql;
    }

    // ------------------------------------------------------------ the directory

    Network network() {
        return new Network(persons(), units(), sites(), communes(), aliases(), administrators());
    }

    private List<Person> persons() {
        Map<Long, List<Assignment>> assignments = new HashMap<>();
        sql.sql("""
                select id, person_id, unit_id, site_id, job_title, manager_id, quota, is_primary
                  from people.assignment
                 order by person_id, is_primary desc, id
                """)
                .query((row, number) -> assignments
                        .computeIfAbsent(row.getLong("person_id"), none -> new ArrayList<>())
                        .add(new Assignment(
                                row.getLong("id"),
                                row.getLong("unit_id"),
                                row.getObject("site_id", Long.class),
                                row.getString("job_title"),
                                row.getObject("manager_id", Long.class),
                                row.getBigDecimal("quota"),
                                row.getBoolean("is_primary"))))
                .list();
        return sql.sql("""
                select id, staff_number, agent, civility, first_name, last_name, job_title, email, phone, started_on, left_on
                  from people.person
                 where erased_at is null
                 order by id
                """)
                .query((row, number) -> new Person(
                        row.getLong("id"),
                        row.getString("staff_number"),
                        row.getBoolean("agent"),
                        row.getString("civility"),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getString("job_title"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getObject("started_on", LocalDate.class),
                        row.getObject("left_on", LocalDate.class),
                        List.copyOf(assignments.getOrDefault(row.getLong("id"), List.of()))))
                .list();
    }

    private List<Unit> units() {
        return sql.sql("select id, parent_id, code, name, kind from people.unit order by closed_on nulls first, id")
                .query((row, number) -> new Unit(
                        row.getLong("id"),
                        row.getObject("parent_id", Long.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("kind")))
                .list();
    }

    private List<Site> sites() {
        return sql.sql("select id, name, commune_insee from people.site order by closed_on nulls first, id")
                .query((row, number) ->
                        new Site(row.getLong("id"), row.getString("name"), row.getString("commune_insee")))
                .list();
    }

    List<Commune> communes() {
        return sql.sql("""
                select c.insee, c.name, c.postal_codes,
                       coalesce((select array_agg(d.name) from people.delegated_commune d where d.parent_insee = c.insee), '{}') as former
                  from people.commune c
                 order by c.name
                """)
                .query((row, number) -> new Commune(
                        row.getString("insee"),
                        row.getString("name"),
                        List.of((String[]) row.getArray("former").getArray()),
                        List.of((String[]) row.getArray("postal_codes").getArray())))
                .list();
    }

    private Map<String, String> aliases() {
        Map<String, String> aliases = new HashMap<>();
        sql.sql("select written, insee from people.hr_import_commune")
                .query((row, number) -> aliases.put(row.getString("written"), row.getString("insee")))
                .list();
        return aliases;
    }

    private Set<Long> administrators() {
        return new HashSet<>(sql.sql("select person_id from people.role_grant where role = 'ADMINISTRATOR'")
                .query(Long.class)
                .list());
    }

    // ------------------------------------------------------------ what was learnt

    Map<String, Field> headings() {
        Map<String, Field> headings = new HashMap<>();
        sql.sql("select heading, field from people.hr_import_column")
                .query((row, number) -> {
                    Field field = known(row.getString("field"));
                    return field == null ? Field.UNUSED : headings.put(row.getString("heading"), field);
                })
                .list();
        return headings;
    }

    private static @Nullable Field known(String name) {
        for (Field field : Field.values()) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        return null;
    }

    void remember(Map<String, Field> headings) {
        headings.forEach((heading, field) -> sql.sql("""
                insert into people.hr_import_column (heading, field) values (:heading, :field)
                on conflict (heading) do update set field = excluded.field
                """)
                .param("heading", heading)
                .param("field", field.name())
                .update());
    }

    void rememberCommune(String written, String insee) {
        sql.sql("""
                insert into people.hr_import_commune (written, insee)
                select :written, insee from people.commune where insee = :insee
                on conflict (written) do update set insee = excluded.insee
                """)
                .param("written", CommuneFinder.keyOf(written))
                .param("insee", insee)
                .update();
    }

    // ------------------------------------------------------------ runs

    private static final String RUN = """
            select r.*, c.name as creator, a.name as applier
              from people.hr_import_run r
              left join people.person c on c.id = r.created_by
              left join people.person a on a.id = r.applied_by
            """;

    long open(UUID key, String origin, @Nullable Long by, Instant at, String fileName, String format, int lines) {
        return sql.sql("""
                insert into people.hr_import_run (key, origin, created_by, created_at, file_name, format, lines, state)
                values (:key, :origin, :by, :at, :fileName, :format, :lines, 'waiting')
                returning id
                """)
                .param("key", key)
                .param("origin", origin)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("fileName", fileName)
                .param("format", format)
                .param("lines", lines)
                .query(Long.class)
                .single();
    }

    Optional<ImportRun> find(long id) {
        return sql.sql(RUN + " where r.id = :id")
                .param("id", id)
                .query(ImportRepository::run)
                .optional();
    }

    List<ImportRun> before(long id, int count) {
        return sql.sql(RUN + " where r.id < :id order by r.id desc limit :count")
                .param("id", id)
                .param("count", count)
                .query(ImportRepository::run)
                .list();
    }

    /** Whether it was this caller who began to apply: a double click finds it already begun. */
    boolean begin(long id, @Nullable Long by, Instant at, Difference difference) {
        return sql.sql("""
                update people.hr_import_run
                   set state = 'applying', applied_by = :by, started_at = :at, done = 0, total = :total
                 where id = :id and state in ('waiting', 'failed')
                """)
                        .param("id", id)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("total", difference.changes().size())
                        .update()
                == 1;
    }

    void progress(long id, int done) {
        sql.sql("update people.hr_import_run set done = :done where id = :id")
                .param("id", id)
                .param("done", done)
                .update();
    }

    void applied(long id, Instant at, Map<String, Integer> figures) {
        sql.sql("""
                update people.hr_import_run
                   set state = 'applied', ended_at = :at, done = total, failure = null, arrivals = :arrivals,
                       changes = :changes, departures = :departures, refused = :refused, units = :units, sites = :sites
                 where id = :id
                """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .params(figures)
                .update();
    }

    void failed(long id, Instant at, Reason reason) {
        sql.sql(
                        "update people.hr_import_run set state = 'failed', ended_at = :at, failure = :failure, done = 0 where id = :id")
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("failure", reason.key())
                .update();
    }

    void abandon(long id) {
        sql.sql("update people.hr_import_run set state = 'abandoned' where id = :id and state in ('waiting', 'failed')")
                .param("id", id)
                .update();
    }

    /** Runs whose file has waited too long, and those that a stopped machine left half-way (nothing was changed). */
    List<UUID> abandonBefore(Instant limit) {
        return sql.sql("""
                update people.hr_import_run set state = 'abandoned'
                 where state in ('waiting', 'failed', 'applying') and created_at < :limit
                returning key
                """)
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    private static ImportRun run(ResultSet row, int number) throws SQLException {
        return new ImportRun(
                row.getLong("id"),
                row.getObject("key", UUID.class),
                row.getString("origin"),
                row.getString("creator"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("file_name"),
                row.getString("format"),
                row.getInt("lines"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("applier"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null),
                row.getString("failure"),
                row.getInt("done"),
                row.getInt("total"),
                row.getInt("arrivals"),
                row.getInt("changes"),
                row.getInt("departures"),
                row.getInt("refused"),
                row.getInt("units"),
                row.getInt("sites"));
    }
}
