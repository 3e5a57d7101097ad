package fr.viaduc.forum;

import fr.viaduc.testing.FreshDatabase;
import fr.viaduc.testing.TestCluster;
import fr.viaduc.testing.TestDatabase;
import fr.viaduc.testing.Town;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/** A road service, a water service, an elected official, those who keep order, and three categories. */
@TestComponent
class Neighbours {
    final Town town;
    private final Forum forum;
    private final Categories categories;
    private final TopicRepository topics;

    long roads;
    long water;
    Viewer jeanMarc;
    Viewer odile;
    Viewer lucie;
    /** Answers for the category of the roads. */
    Viewer aurore;

    Viewer moderator;
    Viewer mathieu;
    Viewer anne;

    /** For everybody, the water service answers for it; for agents, nobody; for the roads, Aurore. */
    long everyones;

    long agents;
    long roadsOnly;

    Neighbours(Town town, Forum forum, Categories categories, TopicRepository topics) {
        this.town = town;
        this.forum = forum;
        this.categories = categories;
        this.topics = topics;
        jeanMarc = nobody();
        odile = nobody();
        lucie = nobody();
        aurore = nobody();
        moderator = nobody();
        mathieu = nobody();
        anne = nobody();
    }

    @EventListener(FreshDatabase.DatabaseWasReset.class)
    void leave() {
        roads = 0;
    }

    /** They settle once in each database. */
    void settle() {
        if (roads != 0) {
            return;
        }
        roads = town.unit("Voirie", null);
        water = town.unit("Eau", null);
        jeanMarc = agent("Jean-Marc", "Thévenot", "000107", roads);
        odile = agent("Odile", "Masson", "000112", roads);
        aurore = agent("Aurore", "Demange", "000135", roads);
        lucie = agent("Lucie", "Ferrand", "000111", water);
        moderator = agent("Karim", "Belkacem", "000114", water, Role.MODERATOR);
        mathieu = agent("Mathieu", "Lagarde", "000128", water, Role.ADMINISTRATOR);
        long elected = town.elected("Anne", "Valier", null);
        town.run("update people.person set staff_number = 'E0001' where id = ?", elected);
        anne = town.viewer(elected);
        everyones = open("Vie des communes", town.circle("everyone", null), null, water);
        agents = open("Informatique", town.circle("agents", null), null, null);
        roadsOnly = open("Voirie", town.circle("unit", roads), aurore.id(), null);
    }

    private Viewer agent(String firstName, String lastName, String number, long unit, Role... roles) {
        Viewer agent = town.hire(firstName, lastName, unit, roles);
        town.run("update people.person set staff_number = ? where id = ?", number, agent.id());
        return agent;
    }

    long open(String name, long circle, @Nullable Long referent, @Nullable Long service) {
        var form = new CategoryForm(name, "", "", referent, "", service, 3, 50);
        return as(mathieu, () -> categories.open(mathieu, form, circle));
    }

    long ask(Viewer author, long category, String title) {
        return ask(author, category, title, "Quelqu’un sait-il ?", "");
    }

    long ask(Viewer author, long category, String title, String text, String narrow) {
        var form = new TopicForm(title, category, text, "", true, narrow, "", UUID.randomUUID());
        return as(author, () -> forum.open(author, form));
    }

    long reply(Viewer author, long topic, String text) {
        return as(author, () -> forum.reply(author, topic, text, "", UUID.randomUUID()));
    }

    Topic topic(Viewer viewer, long id) {
        return as(viewer, () -> topics.find(viewer, id)).orElseThrow();
    }

    boolean sees(Viewer viewer, long id) {
        return as(viewer, () -> topics.find(viewer, id)).isPresent();
    }

    <T> T as(Viewer viewer, Supplier<T> work) {
        return java.util.Objects.requireNonNull(town.as(viewer.id(), work));
    }

    void run(Viewer viewer, Runnable work) {
        town.as(viewer.id(), () -> {
            work.run();
            return true;
        });
    }

    long count(Viewer viewer, String rows) {
        return town.read(viewer.id(), "select count(*) from " + rows).getFirst();
    }

    /** What no person may do, nor the house: to make time pass, and to look. */
    void superuser(String sql) {
        try (var connection = TestCluster.get().superuser(TestDatabase.NAME);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long look(String sql) {
        try (var connection = TestCluster.get().superuser(TestDatabase.NAME);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Viewer nobody() {
        return new Viewer(0, "", "", "", 1, null, false, false, Set.of(), Locale.FRENCH, "", "", false, null, true);
    }

    List<Viewer> everybody() {
        return List.of(jeanMarc, odile, aurore, lucie, moderator, mathieu, anne);
    }
}
