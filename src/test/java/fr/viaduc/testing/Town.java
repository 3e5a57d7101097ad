package fr.viaduc.testing;

import fr.viaduc.database.ViewerContext;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A small authority to test with: its units, sites, people and mandates, made as the house makes them. */
public final class Town {
    private final JdbcClient system;
    private final JdbcClient web;
    private final TransactionTemplate systemTransaction;
    private final TransactionTemplate webTransaction;

    public Town(
            @Qualifier("system") JdbcClient system,
            JdbcClient web,
            @Qualifier("systemTransactionManager") PlatformTransactionManager systemTransactions,
            PlatformTransactionManager webTransactions) {
        this.system = system;
        this.web = web;
        this.systemTransaction = new TransactionTemplate(systemTransactions);
        this.webTransaction = new TransactionTemplate(webTransactions);
    }

    public JdbcClient database() {
        return system;
    }

    public void commune(String insee, String name) {
        system.sql("insert into people.commune (insee, name) values (?, ?) on conflict do nothing")
                .params(List.of(insee, name))
                .update();
    }

    public long site(String name, String insee) {
        return system.sql("insert into people.site (slug, name, commune_insee) values (people.plain(?), ?, ?) returning"
                        + " id")
                .params(List.of(name, name, insee))
                .query(Long.class)
                .single();
    }

    /** The web pool: only in {@link #as} does it show anything. */
    public JdbcClient web() {
        return web;
    }

    public long unit(String name, @Nullable Long parent) {
        return system.sql("""
            insert into people.unit (slug, name, kind, parent_id, path)
            values (replace(people.plain(:name), ' ', '-'), :name, 'service', :parent::bigint, '0') returning id
            """)
                .param("name", name)
                .param("parent", parent)
                .query(Long.class)
                .single();
    }

    public long mission(String name) {
        return system.sql("insert into people.mission (slug, name) values (people.plain(?), ?) returning id")
                .params(List.of(name, name))
                .query(Long.class)
                .single();
    }

    public long commission(String name) {
        return system.sql("insert into people.commission (slug, name) values (people.plain(?), ?) returning id")
                .params(List.of(name, name))
                .query(Long.class)
                .single();
    }

    /** An agent in post for years. */
    public long agent(String firstName, String lastName) {
        return system.sql("""
            insert into people.person (first_name, last_name, started_on) values (?, ?, '2015-01-01') returning id
            """)
                .params(List.of(firstName, lastName))
                .query(Long.class)
                .single();
    }

    /** Somebody who is not an agent: an elected official, once a mandate is given. */
    public long citizen(String firstName, String lastName) {
        return system.sql("insert into people.person (agent, first_name, last_name) values (false, ?, ?) returning id")
                .params(List.of(firstName, lastName))
                .query(Long.class)
                .single();
    }

    public long mandate(long person, @Nullable String insee, LocalDate from, @Nullable LocalDate to) {
        return system.sql("""
            insert into people.mandate (person_id, commune_insee, function, starts_on, ends_on)
            values (:person, :insee, 'Conseiller', :from, :to::date) returning id
            """)
                .param("person", person)
                .param("insee", insee)
                .param("from", from)
                .param("to", to)
                .query(Long.class)
                .single();
    }

    /** An elected official with a mandate under way. */
    public long elected(String firstName, String lastName, @Nullable String insee) {
        long person = citizen(firstName, lastName);
        mandate(person, insee, LocalDate.of(2020, 7, 1), null);
        return person;
    }

    public long assign(long person, long unit, @Nullable Long site) {
        return system.sql("""
            insert into people.assignment (person_id, unit_id, site_id, is_primary)
            values (:person, :unit, :site::bigint,
                    not exists (select 1 from people.assignment where person_id = :person and is_primary))
            returning id
            """)
                .param("person", person)
                .param("unit", unit)
                .param("site", site)
                .query(Long.class)
                .single();
    }

    /** An agent of that unit, with these roles, as a controller would get them. */
    public Viewer hire(String firstName, String lastName, long unit, Role... roles) {
        long person = agent(firstName, lastName);
        assign(person, unit, null);
        for (Role role : roles) {
            grant(person, role);
        }
        return viewer(person, roles);
    }

    public void grant(long person, Role role) {
        system.sql("insert into people.role_grant (person_id, role) values (?, ?)")
                .params(List.of(person, role.name()))
                .update();
    }

    public void run(String sql, Object... parameters) {
        system.sql(sql).params(List.of(parameters)).update();
    }

    /** The circle of a unit, a site, a commune... */
    public long circle(String kind, @Nullable Object ref) {
        return system.sql("select id from circles.circle where kind = :kind and coalesce(ref, '') = :ref")
                .params(Map.of("kind", kind, "ref", ref == null ? "" : ref.toString()))
                .query(Long.class)
                .single();
    }

    /** Who is in a circle today. */
    public Set<Long> members(long circle) {
        return Set.copyOf(system.sql("""
            select person_id from circles.member
             where circle_id = ? and person_id > 0 and valid @> current_date
            """).param(circle).query(Long.class).list());
    }

    public int headCount(long circle) {
        return system.sql("select head_count from circles.circle where id = ?")
                .param(circle)
                .query(Integer.class)
                .single();
    }

    public LocalDate today() {
        return system.sql("select current_date").query(LocalDate.class).single();
    }

    /** What a controller would get for this person. */
    public Viewer viewer(long person, Role... roles) {
        boolean agent = system.sql("select people.is_agent_today(?)")
                .param(person)
                .query(Boolean.class)
                .single();
        boolean elected = members(circle("elected", null)).contains(person);
        return new Viewer(
                person, "", "", "", 1, null, agent, elected, Set.of(roles), Locale.FRENCH, "", "", false, null, false);
    }

    /** Work on the web pool in this person's name, in one transaction. */
    public <T extends @Nullable Object> T as(long person, Supplier<T> work) {
        return ViewerContext.as(person, () -> webTransaction.execute(status -> work.get()));
    }

    /** A statement on the web pool in this person's name: what the database lets them do, whatever the services check. */
    public int raw(long person, String sql, Object... parameters) {
        return as(person, () -> web.sql(sql).params(List.of(parameters)).update());
    }

    /** Numbers that this person reads on the web pool by a raw statement. */
    public List<Long> read(long person, String sql, Object... parameters) {
        return as(
                person,
                () -> web.sql(sql).params(List.of(parameters)).query(Long.class).list());
    }

    /** One transaction of the house. */
    public void together(Runnable work) {
        systemTransaction.executeWithoutResult(status -> work.run());
    }
}
