package fr.viaduc.people;

import fr.viaduc.people.signin.Colleagues;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small authority for the directory's tests: two services, two sites, some people. */
final class Territoire {
    final JdbcClient database;
    final Colleagues colleagues;
    final long roads;
    final long finances;
    final long depot;
    final long townHall;
    final long snow;

    Territoire(Colleagues colleagues) {
        this.colleagues = colleagues;
        database = colleagues.database();
        long pole = id(
                "insert into people.unit (slug, name, kind) values ('services-techniques', 'Services techniques', 'pole') returning id");
        roads = id(
                "insert into people.unit (slug, name, kind, parent_id) values ('voirie', 'Voirie et espaces verts', 'service', "
                        + pole + ") returning id");
        finances = id(
                "insert into people.unit (slug, name, kind) values ('finances', 'Finances', 'service') returning id");
        depot = id(
                "insert into people.site (slug, name, commune_insee, address) values ('depot-nogent', 'Dépôt de Nogent', '52353', 'Zone du Moulin') returning id");
        townHall = id(
                "insert into people.site (slug, name, commune_insee) values ('siege', 'Siège', '52121') returning id");
        snow = id("insert into people.mission (slug, name) values ('deneigement', 'Déneigement') returning id");
    }

    long id(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    void run(String sql) {
        database.sql(sql).update();
    }

    long agent(String number, String first, String last, long unit, long site) {
        long id = colleagues.agent(number, first, last);
        database.sql("insert into people.assignment (person_id, unit_id, site_id) values (?, ?, ?)")
                .params(List.of(id, unit, site))
                .update();
        return id;
    }

    long elected(String number, String first, String last) {
        long id = colleagues.agent(number, first, last);
        run("update people.person set agent = false where id = " + id);
        run("insert into people.mandate (person_id, commune_insee, function, starts_on) values (" + id
                + ", '52121', 'Vice-présidente', current_date - 30)");
        return id;
    }

    static Viewer viewer(long id, boolean agent, Role... roles) {
        return new Viewer(
                id,
                "Nadège Dupont",
                "Nadège",
                "ND",
                1,
                null,
                agent,
                !agent,
                Set.of(roles),
                Locale.FRENCH,
                "",
                "",
                false,
                null,
                false);
    }
}
