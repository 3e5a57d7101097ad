package fr.viaduc.people.organisation;

import fr.viaduc.people.organisation.Organisation.AssignmentLine;
import fr.viaduc.people.organisation.Organisation.Line;
import fr.viaduc.people.organisation.Organisation.RoleEntry;
import fr.viaduc.people.organisation.Organisation.RoleLine;
import fr.viaduc.people.organisation.Organisation.UnitLine;
import fr.viaduc.web.Choice;
import fr.viaduc.web.Viewer;
import java.sql.Types;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Changes the organisation. Writes go through the web login: the database refuses those of who may not. */
@Repository
@Transactional(readOnly = true)
class OrganisationRepository {
    private final JdbcClient database;
    private final Clock clock;

    OrganisationRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<UnitLine> units(Viewer viewer) {
        return database.sql("""
                        with recursive tree as (
                            select u.id, u.name, u.kind, u.head_id, 1 as depth, array[lpad(u.position::text, 6, '0') || u.plain_name] as place
                              from people.unit u where u.parent_id is null and u.closed_on is null
                            union all
                            select u.id, u.name, u.kind, u.head_id, t.depth + 1, t.place || (lpad(u.position::text, 6, '0') || u.plain_name)
                              from tree t join people.unit u on u.parent_id = t.id where u.closed_on is null)
                        select t.id, t.name, t.kind, t.depth, coalesce(p.name, '') as head, coalesce(f.number, 0) as people
                          from tree t
                          left join people.person p on p.id = t.head_id
                          left join people.facets('', '{}') f on f.facet = 'unit' and f.value = t.id::text
                         order by t.place
                        """)
                .query((row, number) -> new UnitLine(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getInt("depth"),
                        row.getString("head"),
                        row.getLong("people")))
                .list();
    }

    Optional<UnitForm> unit(Viewer viewer, long id) {
        return database.sql("""
                        select u.name, u.kind, coalesce(u.parent_id::text, '') as parent, coalesce(u.mission, '') as mission,
                               coalesce(u.phone, '') as phone, coalesce(u.email, '') as email, coalesce(u.site_id::text, '') as site,
                               u.position, p.id as head_id, p.name as head
                          from people.unit u left join people.person p on p.id = u.head_id
                         where u.id = :id and u.closed_on is null
                        """)
                .param("id", id)
                .query((row, number) -> new UnitForm(
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("parent"),
                        row.getString("mission"),
                        row.getString("phone"),
                        row.getString("email"),
                        row.getString("site"),
                        row.getInt("position"),
                        row.getString("head") == null
                                ? null
                                : new Choice(row.getString("head_id"), row.getString("head"))))
                .optional();
    }

    @Transactional
    void addUnit(Viewer viewer, UnitForm form) {
        bind(database.sql("""
                        insert into people.unit (slug, name, kind, parent_id, mission, phone, email, site_id, position, head_id)
                        values (:slug, :name, :kind, :parent, nullif(:mission, ''), nullif(:phone, ''), nullif(:email, ''), :site, :position, :head)
                        """).param("slug", freeSlug("unit", form.name())), form)
                .update();
    }

    @Transactional
    void changeUnit(Viewer viewer, long id, UnitForm form) {
        bind(database.sql("""
                        update people.unit set name = :name, kind = :kind, parent_id = :parent, mission = nullif(:mission, ''),
                               phone = nullif(:phone, ''), email = nullif(:email, ''), site_id = :site, position = :position, head_id = :head
                         where id = :id
                        """).param("id", id), form).update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, UnitForm form) {
        return statement
                .param("name", form.name())
                .param("kind", form.kind())
                .param("parent", number(form.parent()), Types.BIGINT)
                .param("mission", form.mission())
                .param("phone", form.phone())
                .param("email", form.email())
                .param("site", number(form.site()), Types.BIGINT)
                .param("position", form.position())
                .param("head", form.head() == null ? null : number(form.head().value()), Types.BIGINT);
    }

    /** Closes a unit that has neither people nor open units under it. Returns whether it did. */
    @Transactional
    boolean closeUnit(Viewer viewer, long id) {
        return database.sql("""
                        update people.unit u set closed_on = :today
                         where u.id = :id and u.closed_on is null
                           and not exists (select 1 from people.unit k where k.parent_id = u.id and k.closed_on is null)
                           and not exists (select 1 from people.assignment a where a.unit_id = u.id
                                              and (a.ends_on is null or a.ends_on >= :today))
                        """)
                        .param("id", id)
                        .param("today", LocalDate.now(clock))
                        .update()
                == 1;
    }

    /** Open sites, missions, commissions or means by name. */
    List<Line> lines(Viewer viewer, Thing thing) {
        return database.sql(thing.list)
                .query((row, number) -> new Line(row.getLong("id"), row.getString("name"), row.getString("detail")))
                .list();
    }

    /** Each value of a thing's form by field; empty when there is no such thing. */
    Optional<Map<String, String>> thing(Viewer viewer, Thing thing, long id) {
        return database.sql("select "
                        + String.join(
                                ", ",
                                thing.fields.stream()
                                        .map(field -> "coalesce(" + field + "::text, '') as " + field)
                                        .toList())
                        + " from people." + thing.table + " where id = :id")
                .param("id", id)
                .query((row, number) -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    for (String field : thing.fields) {
                        values.put(field, row.getString(field));
                    }
                    return values;
                })
                .optional();
    }

    /** Adds a thing, or changes it; a means also says to whom it is entrusted. */
    @Transactional
    void save(Viewer viewer, Thing thing, @Nullable Long id, Map<String, String> values, List<Choice> holders) {
        long kept = id == null ? addThing(thing, values) : changeThing(thing, id, values);
        if (thing == Thing.ASSET) {
            entrust(kept, holders);
        }
    }

    private long addThing(Thing thing, Map<String, String> values) {
        boolean slug = thing != Thing.ASSET;
        var statement = database.sql("insert into people." + thing.table + " (" + (slug ? "slug, " : "")
                + String.join(", ", thing.fields) + ") values (" + (slug ? ":slug, " : "")
                + String.join(
                        ", ",
                        thing.fields.stream().map(OrganisationRepository::value).toList()) + ") returning id");
        if (slug) {
            statement = statement.param("slug", freeSlug(thing.table, values.getOrDefault("name", "")));
        }
        return bind(statement, thing, values).query(Long.class).single();
    }

    private long changeThing(Thing thing, long id, Map<String, String> values) {
        var statement = database.sql("update people." + thing.table + " set "
                        + String.join(
                                ", ",
                                thing.fields.stream()
                                        .map(field -> field + " = " + value(field))
                                        .toList()) + " where id = :id")
                .param("id", id);
        bind(statement, thing, values).update();
        return id;
    }

    private static String value(String field) {
        return field.endsWith("_id") ? "nullif(:" + field + ", '')::bigint" : "nullif(:" + field + ", '')";
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, Thing thing, Map<String, String> values) {
        JdbcClient.StatementSpec bound = statement;
        for (String field : thing.fields) {
            bound = bound.param(field, values.getOrDefault(field, ""));
        }
        return bound;
    }

    /** Those to whom a means is entrusted. */
    List<Choice> holders(Viewer viewer, long asset) {
        return database.sql("""
                        select p.id, p.name from people.asset_holder h join people.person p on p.id = h.person_id and p.erased_at is null
                         where h.asset_id = :asset order by p.sort_name
                        """)
                .param("asset", asset)
                .query((row, number) -> new Choice(row.getString("id"), row.getString("name")))
                .list();
    }

    private void entrust(long asset, List<Choice> holders) {
        Long[] ids = holders.stream().map(Choice::value).map(Long::valueOf).toArray(Long[]::new);
        database.sql("delete from people.asset_holder where asset_id = :asset and person_id <> all (:ids)")
                .param("asset", asset)
                .param("ids", ids)
                .update();
        database.sql(
                        "insert into people.asset_holder (asset_id, person_id) select :asset, unnest(:ids) on conflict do nothing")
                .param("asset", asset)
                .param("ids", ids)
                .update();
    }

    /** Closes a site where nobody works, retires something. Returns whether it did. */
    @Transactional
    boolean close(Viewer viewer, Thing thing, long id) {
        return !thing.close.isEmpty()
                && database.sql(thing.close)
                                .param("id", id)
                                .param("today", LocalDate.now(clock))
                                .update()
                        == 1;
    }

    List<Choice> communes(Viewer viewer) {
        return database.sql("select insee, name from people.commune order by plain_name")
                .query((row, number) -> new Choice(row.getString("insee"), row.getString("name")))
                .list();
    }

    Optional<Choice> person(Viewer viewer, @Nullable String id) {
        Long number = id == null ? null : number(id);
        return number == null
                ? Optional.empty()
                : database.sql("select id, name from people.person where id = :id and erased_at is null")
                        .param("id", number)
                        .query((row, index) -> new Choice(row.getString("id"), row.getString("name")))
                        .optional();
    }

    List<RoleLine> roles(Viewer viewer) {
        return database.sql("""
                        select p.id, p.name, g.role, g.site_id, coalesce(s.name, '') as site
                          from people.role_grant g join people.person p on p.id = g.person_id
                          left join people.site s on s.id = g.site_id
                         order by g.role, s.plain_name nulls first, p.sort_name
                        """)
                .query((row, number) -> new RoleLine(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("role"),
                        row.getObject("site_id", Long.class),
                        row.getString("site")))
                .list();
    }

    List<RoleEntry> roleLog(Viewer viewer) {
        return database.sql("""
                        select p.name as person, l.role, coalesce(s.name, '') as site, l.act = 'granted' as granted, coalesce(a.name, '') as actor, l.at
                          from people.role_log l join people.person p on p.id = l.person_id
                          left join people.person a on a.id = l.actor_id left join people.site s on s.id = l.site_id
                         order by l.at desc, l.id desc limit 30
                        """)
                .query((row, number) -> new RoleEntry(
                        row.getString("person"),
                        row.getString("role"),
                        row.getString("site"),
                        row.getBoolean("granted"),
                        row.getString("actor"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Transactional
    void grant(Viewer viewer, long person, String role, @Nullable Long site) {
        database.sql("""
                        insert into people.role_grant (person_id, role, site_id, granted_by) values (:person, :role, :site, :me)
                        on conflict do nothing
                        """)
                .param("person", person)
                .param("role", role)
                .param("site", site, Types.BIGINT)
                .param("me", viewer.id())
                .update();
    }

    @Transactional
    void revoke(Viewer viewer, long person, String role, @Nullable Long site) {
        database.sql(
                        "delete from people.role_grant where person_id = :person and role = :role and site_id is not distinct from :site")
                .param("person", person)
                .param("role", role)
                .param("site", site, Types.BIGINT)
                .update();
    }

    List<AssignmentLine> assignments(Viewer viewer, long person) {
        return database.sql("""
                        select a.id, u.name as unit, coalesce(s.name, '') as site, coalesce(a.job_title, '') as job, a.is_primary, a.starts_on, a.ends_on
                          from people.assignment a join people.unit u on u.id = a.unit_id left join people.site s on s.id = a.site_id
                         where a.person_id = :person order by a.is_primary desc, a.id
                        """)
                .param("person", person)
                .query((row, number) -> new AssignmentLine(
                        row.getLong("id"),
                        row.getString("unit"),
                        row.getString("site"),
                        row.getString("job"),
                        row.getBoolean("is_primary"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class)))
                .list();
    }

    @Transactional
    void assign(
            Viewer viewer,
            long person,
            long unit,
            @Nullable Long site,
            String job,
            @Nullable Long manager,
            LocalDate from) {
        database.sql("""
                        insert into people.assignment (person_id, unit_id, site_id, job_title, manager_id, starts_on, is_primary)
                        values (:person, :unit, :site, nullif(:job, ''), :manager, :from,
                                not exists (select 1 from people.assignment a where a.person_id = :person and a.is_primary))
                        on conflict do nothing
                        """)
                .param("person", person)
                .param("unit", unit)
                .param("site", site, Types.BIGINT)
                .param("job", job)
                .param("manager", manager, Types.BIGINT)
                .param("from", from)
                .update();
    }

    /**
     * Sets the last day, included; who has other assignments keeps a main one. Returns whether it did: an assignment
     * does not end before it began.
     */
    @Transactional
    boolean endAssignment(Viewer viewer, long person, long assignment, LocalDate lastDay) {
        int ended = database.sql("""
                        update people.assignment set ends_on = :day, is_primary = false
                         where id = :id and person_id = :person and (starts_on is null or starts_on <= :day)
                        """)
                .param("id", assignment)
                .param("person", person)
                .param("day", lastDay)
                .update();
        database.sql("""
                        update people.assignment set is_primary = true
                         where id = (select a.id from people.assignment a
                                      where a.person_id = :person order by a.ends_on is null desc, a.ends_on desc, a.id limit 1)
                           and not exists (select 1 from people.assignment a where a.person_id = :person and a.is_primary)
                        """).param("person", person).update();
        return ended == 1;
    }

    private String freeSlug(String table, String name) {
        String plain = Normalizer.normalize(name.replace("œ", "oe").replace("Œ", "oe"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String slug = plain.isEmpty() ? "sans-nom" : plain;
        long taken = database.sql("select count(*) from people." + table
                        + " where slug = :slug or slug ~ ('^' || :slug || '-[0-9]+$')")
                .param("slug", slug)
                .query(Long.class)
                .single();
        return taken == 0 ? slug : slug + "-" + (taken + 1);
    }

    private static @Nullable Long number(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }
}
