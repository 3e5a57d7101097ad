package fr.viaduc.circles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.database.ViewerContext;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the rules found for a viewer is kept while a page is read, and given again to their next one until something changed. */
@ViaducTest
@Import(Town.class)
class KeptRulesTest {
    private static int serial;

    @Autowired
    Town town;

    @Autowired
    JdbcClient web;

    @Autowired
    PlatformTransactionManager transactions;

    private long aline;
    private long bruno;
    private long roads;

    @BeforeEach
    void alineWorksOnTheRoadsAndBrunoDoesNot() {
        serial++;
        aline = town.agent("Aline", "Adam");
        bruno = town.agent("Bruno", "Bernard");
        long unit = town.unit("Voirie gardée " + serial, null);
        town.assign(aline, unit, null);
        roads = town.circle("unit", unit);
    }

    @Test
    void aPageAsksOnceInWhichCirclesItsViewerIs() {
        reading(aline, () -> {
            assertThat(kept()).isNull();
            assertThat(readable()).contains(roads);
            assertThat(kept()).startsWith(aline + " {");
            assertThat(readable()).contains(roads);
            return null;
        });
    }

    @Test
    void whatWasKeptForAlineIsNotBrunos() {
        reading(aline, () -> {
            assertThat(readable()).contains(roads);
            web.sql("select set_config('viaduc.viewer', ?, true)")
                    .param(Long.toString(bruno))
                    .query(String.class)
                    .single();
            assertThat(readable()).isNotEmpty().doesNotContain(roads);
            web.sql("select set_config('viaduc.viewer', '', true)")
                    .query(String.class)
                    .single();
            assertThat(readable()).isEmpty();
            return null;
        });
    }

    /** A number that begins as another one's does not take it for its own. */
    @Test
    void aNumberThatBeginsAnotherOneIsNotIt() {
        reading(aline * 10 + 7, () -> {
            web.sql("select database.keep('viaduc.readable', ?)")
                    .param("{" + roads + "}")
                    .query(String.class)
                    .single();
            web.sql("select set_config('viaduc.viewer', ?, true)")
                    .param(Long.toString(aline * 10 + 7).substring(0, 1))
                    .query(String.class)
                    .single();
            assertThat(readable()).doesNotContain(roads);
            return null;
        });
    }

    @Test
    void thePageAfterOfTheSamePersonIsGivenWhatTheRulesFound() {
        reading(aline, this::readable);
        reading(aline, () -> {
            assertThat(kept()).startsWith(aline + " {");
            assertThat(readable()).contains(roads);
            return null;
        });
    }

    @Test
    void aPageAfterSomethingOfPeopleChangedIsGivenNothing() {
        reading(aline, this::readable);
        town.run(
                "update people.unit set name = name || ' et réseaux' where id = ?", town.unit("Autre " + serial, null));
        assertThat(reading(aline, this::kept)).isNull();
        reading(aline, this::readable);
        town.database().sql("select database.forget_changes()").query().listOfRows();
        assertThat(reading(aline, this::kept)).isNull();
    }

    /** The database looks for itself: what is given for another moment is not taken. */
    @Test
    void whatIsGivenAfterAMoveIsNotTaken() {
        for (int page = 0; page < 5; page++) {
            assertThat(reading(aline, this::readable)).contains(roads);
        }
        town.run("delete from people.assignment where person_id = ?", aline);
        assertThat(reading(aline, this::readable)).isNotEmpty().doesNotContain(roads);
    }

    @Test
    void thePageOfSomebodyElseKnowsNothingOfThePageBefore() {
        reading(aline, this::readable);
        List<Long> after = reading(bruno, () -> {
            assertThat(kept()).isNull();
            return readable();
        });
        assertThat(after).doesNotContain(roads);
        town.run("delete from people.assignment where person_id = ?", aline);
        assertThat(reading(aline, this::readable)).doesNotContain(roads);
    }

    @Test
    void whereSomethingMayBeWrittenNothingIsKept() {
        long founder = town.agent("Camille", "Collin");
        town.as(founder, () -> {
            List<Long> before = readable();
            web.sql("select spaces.open(null, 'Groupe gardé', 'group', 'open', null, '{}')")
                    .query(Long.class)
                    .single();
            assertThat(readable()).hasSize(before.size() + 1);
            assertThat(kept()).isNull();
            return null;
        });
    }

    /** As a page reads: one transaction that only reads, in this person's name. */
    private <T extends @Nullable Object> T reading(long person, Supplier<T> work) {
        var transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        return ViewerContext.as(person, () -> transaction.execute(status -> work.get()));
    }

    private List<Long> readable() {
        return web.sql("select unnest(circles.readable())").query(Long.class).list();
    }

    private @Nullable String kept() {
        return web.sql("select nullif(current_setting('viaduc.readable', true), '')")
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
