package fr.viaduc.search;

import fr.viaduc.content.ItemKind;
import fr.viaduc.content.NewItem;
import fr.viaduc.content.Publishing;
import fr.viaduc.database.ViewerContext;
import fr.viaduc.people.signin.Colleagues;
import fr.viaduc.testing.FreshDatabase;
import fr.viaduc.web.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A road service, a councillor, a colleague elsewhere, and what they have written to whom. */
@TestComponent
class Neighbourhood {
    final JdbcClient system;
    private final JdbcClient web;
    private final Colleagues colleagues;
    private final Publishing publishing;
    private final TransactionTemplate transaction;

    long karim;
    long sylvie;
    long odile;
    long claire;
    long secretGroup;

    Neighbourhood(
            @Qualifier("system") JdbcClient system,
            JdbcClient web,
            Colleagues colleagues,
            Publishing publishing,
            org.springframework.transaction.PlatformTransactionManager transactions) {
        this.system = system;
        this.web = web;
        this.colleagues = colleagues;
        this.publishing = publishing;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(FreshDatabase.DatabaseWasReset.class)
    void leave() {
        karim = 0;
    }

    /** They settle once in each database. */
    void settle() {
        if (karim == 0) {
            arrive();
        }
    }

    /** Karim is of the roads, Sylvie of finances, Odile of the roads too, Claire is elected at Chaumont. */
    private void arrive() {
        long roads = number(
                "insert into people.unit (slug, name, kind, path) values ('voirie', 'Voirie et espaces verts', 'service', '0') returning id");
        long finances = number(
                "insert into people.unit (slug, name, kind, path) values ('finances', 'Finances', 'service', '0') returning id");
        long depot = number(
                "insert into people.site (slug, name, commune_insee) values ('depot-nogent', 'Dépôt de Nogent', '52353') returning id");
        karim = colleagues.agent("000107", "Karim", "Benali");
        sylvie = colleagues.agent("000111", "Sylvie", "Noël");
        odile = colleagues.agent("000112", "Odile", "Masson");
        claire = colleagues.agent("E0001", "Claire", "Vautrin");
        assign(karim, roads, depot);
        assign(odile, roads, depot);
        assign(sylvie, finances, null);
        run("update people.person set agent = false where id = ?", claire);
        run(
                "insert into people.mandate (person_id, commune_insee, function, starts_on) values (?, '52121', 'Vice-présidente', current_date - 30)",
                claire);
        open("Atelier réemploi", "open", karim);
        secretGroup = open("Cellule déneigement discrète", "secret", odile);

        publish(
                sylvie,
                circle("agents"),
                "<p>Le plan de <b>déneigement</b> des écoles de Saint-Blin est prêt : salage dès l’aube.</p>");
        publish(karim, circle("everyone"), "<p>Réunion publique sur le déneigement des communes</p>");
        publish(karim, unitCircle(roads), "<p>Réservé à la voirie : astreinte de déneigement</p>");
        publish(odile, circleOf(secretGroup), "<p>Entre nous : le déneigement du parvis</p>");
        publish(odile, personCircle(odile), "<p>Mes notes sur le déneigement</p>");
        publish(claire, circle("elected"), "<p>Entre élus : budget du déneigement</p>");
        long removed = publish(karim, circle("everyone"), "<p>Un déneigement de trop</p>");
        as(karim, () -> {
            publishing.remove(viewer(karim), removed);
            return 0;
        });
        system.sql("select search.learn(true)").query((row, number) -> number).list();
    }

    List<Long> everybody() {
        return List.of(karim, sylvie, odile, claire);
    }

    /** In the name of that person, as a request of theirs would. */
    <T> T as(long person, java.util.function.Supplier<T> work) {
        return ViewerContext.as(person, () -> {
            T result = transaction.execute(status -> work.get());
            return java.util.Objects.requireNonNull(result);
        });
    }

    /** The items that the database shows to that person, by the policy and a plain comparison. */
    Set<Long> shown(long person, String pattern) {
        return as(
                person,
                () -> Set.copyOf(web.sql("select id from content.item where state = 'published' and body ~* ?")
                        .param(pattern)
                        .query(Long.class)
                        .list()));
    }

    long publish(long author, long circle, String html) {
        return as(
                author,
                () -> publishing
                        .publish(
                                viewer(author),
                                new NewItem(
                                        new ItemKind("post"),
                                        null,
                                        html,
                                        "html",
                                        circle,
                                        List.of(),
                                        List.of(),
                                        true,
                                        UUID.randomUUID()))
                        .itemId());
    }

    Viewer viewer(long id) {
        return new Viewer(
                id,
                "Quelqu’un",
                "Quelqu’un",
                "QQ",
                1,
                null,
                id != claire,
                id == claire,
                Set.of(),
                Locale.FRENCH,
                "",
                "",
                false,
                null,
                false);
    }

    private long open(String name, String access, long founder) {
        return as(
                founder,
                () -> web.sql("select spaces.open(null, ?, 'group', ?, null, '{}')")
                        .params(List.of(name, access))
                        .query(Long.class)
                        .single());
    }

    private void assign(long person, long unit, @org.jspecify.annotations.Nullable Long site) {
        system.sql("insert into people.assignment (person_id, unit_id, site_id) values (:person, :unit, :site::bigint)")
                .param("person", person)
                .param("unit", unit)
                .param("site", site)
                .update();
    }

    long circle(String kind) {
        return number("select id from circles.circle where kind = '" + kind + "'");
    }

    private long unitCircle(long unit) {
        return number("select id from circles.circle where kind = 'unit' and ref = '" + unit + "'");
    }

    private long personCircle(long person) {
        return number("select id from circles.circle where kind = 'person' and ref = '" + person + "'");
    }

    private long circleOf(long space) {
        return number("select circle_id from spaces.space where id = " + space);
    }

    long number(String sql) {
        return system.sql(sql).query(Long.class).single();
    }

    void run(String sql, Object... parameters) {
        system.sql(sql).params(List.of(parameters)).update();
    }
}
