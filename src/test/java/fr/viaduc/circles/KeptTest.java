package fr.viaduc.circles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.database.Kept;
import fr.viaduc.database.ViewerContext;
import fr.viaduc.people.People;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept in memory of people and places is found anew as soon as anything of them has changed, and not before. */
@ViaducTest
@Import(Town.class)
class KeptTest {
    private static int serial;

    @Autowired
    Town town;

    @Autowired
    People people;

    @Autowired
    PlatformTransactionManager transactions;

    private final Kept<String, Integer> kept = new Kept<>(10);
    private int found;
    private long aline;
    private long bruno;
    private long roads;

    @BeforeEach
    void alineAndBrunoWorkOnTheRoads() {
        serial++;
        aline = town.agent("Aline", "Adam");
        bruno = town.agent("Bruno", "Bernard");
        roads = town.unit("Voirie qui change " + serial, null);
        town.assign(aline, roads, null);
        town.assign(bruno, roads, null);
    }

    @Test
    void thePagesOfSeveralPeopleFindItOnce() {
        assertThat(reading(aline, this::ask)).isEqualTo(1);
        assertThat(reading(aline, this::ask)).isEqualTo(1);
        assertThat(reading(bruno, this::ask)).isEqualTo(1);
    }

    @Test
    void itIsFoundAnewAfterEachChangeOfPeopleAndPlaces() {
        long space = town.as(
                aline,
                () -> town.web()
                        .sql("select spaces.open(null, 'Groupe qui change', 'group', 'open', null, '{}')")
                        .query(Long.class)
                        .single());
        town.commune("52121", "Chaumont");
        long site = town.site("Dépôt qui change " + serial, "52121");
        long mission = town.mission("Voirie qui change " + serial);
        long asset = town.database()
                .sql("insert into people.asset (kind, name) values ('vehicle', 'Fourgon qui change') returning id")
                .query(Long.class)
                .single();
        List<Runnable> changes = List.of(
                () -> town.run("update people.person set last_name = 'Béguin' where id = ?", bruno),
                () -> town.run("update people.unit set name = name || ' et réseaux' where id = ?", roads),
                () -> town.run("update people.account set suspended_at = now() where person_id = ?", bruno),
                () -> town.run("update people.account set totp_since = now() where person_id = ?", bruno),
                () -> town.grant(bruno, Role.MODERATOR),
                () -> town.mandate(bruno, null, town.today(), null),
                () -> town.run(
                        "insert into people.absence (person_id, starts_on, ends_on) values (?, current_date, current_date)",
                        bruno),
                () -> town.run(
                        "insert into people.person_mission (person_id, mission_id) values (?, ?)", bruno, mission),
                () -> town.run("update people.mission set name = name || ' et trottoirs' where id = ?", mission),
                () -> town.run("insert into people.asset_holder (asset_id, person_id) values (?, ?)", asset, bruno),
                () -> town.run("update people.asset set name = name || ' neuf' where id = ?", asset),
                () -> town.run("update people.asset set retired_on = current_date where id = ?", asset),
                () -> town.run("update people.site set name = name || ' (annexe)' where id = ?", site),
                () -> town.run("delete from people.assignment where person_id = ?", bruno),
                () -> town.raw(aline, "insert into spaces.pinned (person_id, space_id) values (?, ?)", aline, space),
                () -> town.raw(aline, "update spaces.space set name = 'Groupe renommé' where id = ?", space),
                () -> town.raw(aline, "delete from spaces.pinned where space_id = ?", space));
        town.assign(bruno, roads, site);
        int before = reading(aline, this::ask);
        for (Runnable change : changes) {
            change.run();
            assertThat(reading(aline, this::ask)).isEqualTo(++before);
            assertThat(reading(aline, this::ask)).isEqualTo(before);
        }
    }

    /** A page that is made while somebody is changing something keeps what it saw: the next one after the change does not. */
    @Test
    void aChangeCountsFromTheMomentItIsSeen() {
        String[] names = new String[3];
        town.together(() -> {
            town.run("update people.person set last_name = 'Béguin' where id = ?", bruno);
            names[0] = elsewhere(() -> reading(aline, () -> nameOf(bruno)));
        });
        names[1] = reading(aline, () -> nameOf(bruno));
        assertThat(names[0]).isEqualTo("Bruno Bernard");
        assertThat(names[1]).isEqualTo("Bruno Béguin");
    }

    @Test
    void whereSomethingMayBeWrittenItIsFoundEachTime() {
        reading(aline, this::ask);
        town.as(aline, this::ask);
        town.as(aline, this::ask);
        assertThat(found).isEqualTo(3);
        assertThat(reading(aline, this::ask)).isEqualTo(1);
    }

    @Test
    void outsideATransactionNothingIsKept() {
        kept.all(Set.of("a"), keys -> Map.of("a", ++found));
        kept.all(Set.of("a"), keys -> Map.of("a", ++found));
        assertThat(found).isEqualTo(2);
    }

    /** The number of changes gets small again; what was kept under a small number of old is not taken for today's. */
    @Test
    void forgettingTheChangesBringsNothingOldBack() {
        forget();
        int first = reading(aline, this::ask);
        town.run("update people.unit set name = name || ' bis' where id = ?", roads);
        forget();
        assertThat(reading(aline, this::ask)).isEqualTo(first + 1);
        forget();
        assertThat(reading(aline, this::ask)).isEqualTo(first + 2);
    }

    @Test
    void whatIsWrittenInTheNetworkLeavesItKept() {
        int before = reading(aline, this::ask);
        town.as(
                aline,
                () -> town.web()
                        .sql("insert into content.draft (person_id, key, fields) values (?, 'post', '{}')")
                        .param(aline)
                        .update());
        town.run("update people.account set totp_last_step = 1 where person_id = ?", aline);
        assertThat(reading(aline, this::ask)).isEqualTo(before);
    }

    private Integer ask() {
        return kept.get("anything", () -> ++found);
    }

    private String nameOf(long person) {
        var line = people.lines(town.viewer(aline), Set.of(person)).get(person);
        return line == null ? "" : line.name();
    }

    private void forget() {
        town.database().sql("select database.forget_changes()").query().listOfRows();
    }

    /** As a page reads: one transaction that only reads, in this person's name. */
    private <T extends @Nullable Object> T reading(long person, Supplier<T> work) {
        var transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        return ViewerContext.as(person, () -> transaction.execute(status -> work.get()));
    }

    private static <T> T elsewhere(Supplier<T> work) {
        var result = new java.util.concurrent.CompletableFuture<T>();
        Thread.ofPlatform().start(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }
}
