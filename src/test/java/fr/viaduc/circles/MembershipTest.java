package fr.viaduc.circles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Who is in which circle, after each of the moves that people make. */
@ViaducTest
@Import(Town.class)
class MembershipTest {
    private static final String CHAUMONT = "52121";
    private static final String NOGENT = "52353";
    private static int serial;

    @Autowired
    Town town;

    private long works;
    private long roads;
    private long water;
    private long depot;
    private long head;

    @BeforeEach
    void aTown() {
        serial++;
        town.commune(CHAUMONT, "Chaumont");
        town.commune(NOGENT, "Nogent");
        works = town.unit("Pôle technique " + serial, null);
        roads = town.unit("Voirie " + serial, works);
        water = town.unit("Eau " + serial, works);
        depot = town.site("Dépôt " + serial, NOGENT);
        head = town.site("Siège " + serial, CHAUMONT);
    }

    @Test
    void karimIsInHisServiceItsDirectionHisSiteAndItsCommune() {
        long karim = town.agent("Karim", "Benali");
        assertThat(town.members(unit(roads))).isEmpty();
        town.assign(karim, roads, depot);
        assertThat(town.members(unit(roads))).containsExactly(karim);
        assertThat(town.members(unit(works))).containsExactly(karim);
        assertThat(town.members(unit(water))).isEmpty();
        assertThat(town.members(town.circle("site", depot))).containsExactly(karim);
        assertThat(town.members(commune(NOGENT))).contains(karim);
        assertThat(town.headCount(unit(works))).isEqualTo(1);
    }

    @Test
    void karimLeavesHisServiceForAnotherOne() {
        long karim = town.agent("Karim", "Benali");
        long assignment = town.assign(karim, roads, depot);
        town.run("update people.assignment set unit_id = ?, site_id = ? where id = ?", water, head, assignment);
        assertThat(town.members(unit(roads))).isEmpty();
        assertThat(town.members(unit(water))).containsExactly(karim);
        assertThat(town.members(unit(works))).containsExactly(karim);
        assertThat(town.members(commune(NOGENT))).doesNotContain(karim);
        assertThat(town.members(commune(CHAUMONT))).contains(karim);
        town.run("delete from people.assignment where id = ?", assignment);
        assertThat(town.members(unit(works))).isEmpty();
        assertThat(town.headCount(unit(works))).isZero();
    }

    @Test
    void anAssignmentEndsWithItsLastDayAndBeginsWithItsFirst() {
        LocalDate today = town.today();
        long karim = town.agent("Karim", "Benali");
        long assignment = town.assign(karim, roads, null);
        town.run("update people.assignment set ends_on = ? where id = ?", today, assignment);
        assertThat(town.members(unit(roads))).containsExactly(karim);
        town.run("update people.assignment set ends_on = ? where id = ?", today.minusDays(1), assignment);
        assertThat(town.members(unit(roads))).isEmpty();
        town.run(
                "update people.assignment set starts_on = ?, ends_on = null where id = ?",
                today.plusDays(1),
                assignment);
        assertThat(town.members(unit(roads))).isEmpty();
        town.run("update people.assignment set starts_on = ? where id = ?", today, assignment);
        assertThat(town.members(unit(roads))).containsExactly(karim);
    }

    @Test
    void aSiteThatChangesCommunesTakesItsPeopleAlong() {
        long karim = town.agent("Karim", "Benali");
        town.assign(karim, roads, depot);
        town.run("update people.site set commune_insee = ? where id = ?", CHAUMONT, depot);
        assertThat(town.members(commune(NOGENT))).doesNotContain(karim);
        assertThat(town.members(commune(CHAUMONT))).contains(karim);
    }

    @Test
    void aServiceThatChangesDirectionsTakesItsTeamsAlong() {
        long team = town.unit("Équipe nord " + serial, roads);
        long other = town.unit("Pôle proximité " + serial, null);
        long karim = town.agent("Karim", "Benali");
        town.assign(karim, team, null);
        assertThat(town.members(unit(works))).containsExactly(karim);
        town.run("update people.unit set parent_id = ? where id = ?", other, roads);
        assertThat(town.members(unit(works))).isEmpty();
        assertThat(town.members(unit(other))).containsExactly(karim);
        assertThat(town.members(unit(team))).containsExactly(karim);
        assertThatThrownBy(() -> town.run("update people.unit set parent_id = ? where id = ?", team, roads))
                .hasMessageContaining("ancestor");
    }

    @Test
    void anElectedOfficialIsOneFromTheFirstToTheLastDayOfTheMandate() {
        LocalDate today = town.today();
        long elise = town.citizen("Élise", "Garnier");
        assertThat(town.members(elected())).doesNotContain(elise);
        long mandate = town.mandate(elise, NOGENT, today.plusDays(1), null);
        assertThat(town.members(elected())).doesNotContain(elise);
        town.run("update people.mandate set starts_on = ? where id = ?", today, mandate);
        assertThat(town.members(elected())).contains(elise);
        assertThat(town.members(everyone())).contains(elise);
        assertThat(town.members(commune(NOGENT))).contains(elise);
        assertThat(town.members(town.circle("agents", null))).doesNotContain(elise);
        town.run("update people.mandate set ends_on = ? where id = ?", today, mandate);
        assertThat(town.members(elected())).contains(elise);
        town.run(
                "update people.mandate set starts_on = ?, ends_on = ? where id = ?",
                today.minusYears(6),
                today.minusDays(1),
                mandate);
        assertThat(town.members(elected())).doesNotContain(elise);
        assertThat(town.members(everyone())).doesNotContain(elise);
        assertThat(town.members(commune(NOGENT))).doesNotContain(elise);
    }

    /**
     * Midnight comes between two zones that are a day apart: the same rows, nobody acting, and the rights are gone.
     */
    @Test
    void atMidnightAfterTheLastDayRightsCloseWithNobodyActing() {
        long elise = town.citizen("Élise", "Garnier");
        LocalDate lastDay = LocalDate.now(ZoneId.of("Etc/GMT+12"));
        town.mandate(elise, NOGENT, lastDay.minusYears(6), lastDay);
        String count = "select cardinality(circles.readable())::bigint";
        assertThat(inZone(elise, "Etc/GMT+12", count)).as("on the last day").isGreaterThan(2);
        assertThat(inZone(elise, "Etc/GMT-14", count)).as("on the next one").isNull();
        String items = "select count(*) from content.item where circle_id = " + everyone();
        long karim = town.agent("Karim", "Benali");
        town.raw(
                karim,
                "insert into content.item (kind, author_id, circle_id, state, published_at) values ('post', ?, ?, 'published', now())",
                karim,
                everyone());
        assertThat(inZone(elise, "Etc/GMT+12", items)).isPositive();
        assertThat(inZone(elise, "Etc/GMT-14", items)).isZero();
    }

    private @Nullable Long inZone(long person, String zone, String sql) {
        return town.as(person, () -> {
            town.web()
                    .sql("select set_config('timezone', '" + zone + "', true)")
                    .query(String.class)
                    .single();
            return town.web()
                    .sql(sql)
                    .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                    .single()
                    .orElse(null);
        });
    }

    @Test
    void betweenTwoMandatesThereAreNoRights() {
        LocalDate today = town.today();
        long elise = town.citizen("Élise", "Garnier");
        town.mandate(elise, NOGENT, today.minusYears(6), today.minusDays(10));
        long second = town.mandate(elise, CHAUMONT, today.plusDays(10), null);
        assertThat(town.members(elected())).doesNotContain(elise);
        town.run("update people.mandate set starts_on = ? where id = ?", today.minusDays(3), second);
        assertThat(town.members(elected())).contains(elise);
        assertThat(town.members(commune(NOGENT))).doesNotContain(elise);
        assertThat(town.members(commune(CHAUMONT))).contains(elise);
        town.run("delete from people.mandate where id = ?", second);
        assertThat(town.members(elected())).doesNotContain(elise);
    }

    @Test
    void aCommissionHasThoseWhoSitInIt() {
        long commission = town.commission("Travaux " + serial);
        long elise = town.citizen("Élise", "Garnier");
        long mandate = town.mandate(elise, null, LocalDate.of(2020, 7, 1), null);
        town.run("insert into people.mandate_commission values (?, ?)", mandate, commission);
        assertThat(town.members(town.circle("commission", commission))).containsExactly(elise);
        town.run("delete from people.mandate_commission where mandate_id = ?", mandate);
        assertThat(town.members(town.circle("commission", commission))).isEmpty();
        town.run("insert into people.mandate_commission values (?, ?)", mandate, commission);
        town.run("delete from people.mandate where id = ?", mandate);
        assertThat(town.members(town.circle("commission", commission))).isEmpty();
    }

    @Test
    void aMissionHasThoseWhoTookItUp() {
        long mission = town.mission("Déneigement " + serial);
        long other = town.mission("Fauchage " + serial);
        long karim = town.agent("Karim", "Benali");
        town.run("insert into people.person_mission values (?, ?)", karim, mission);
        assertThat(town.members(town.circle("mission", mission))).containsExactly(karim);
        town.run("update people.person_mission set mission_id = ? where person_id = ?", other, karim);
        assertThat(town.members(town.circle("mission", mission))).isEmpty();
        assertThat(town.members(town.circle("mission", other))).containsExactly(karim);
        town.run("delete from people.person_mission where person_id = ?", karim);
        assertThat(town.members(town.circle("mission", other))).isEmpty();
    }

    @Test
    void whoLeavesOrIsErasedIsInNothing() {
        LocalDate today = town.today();
        for (String end : List.of("left_on = current_date - 1", "erased_at = now()")) {
            long karim = town.agent("Karim", "Benali");
            town.assign(karim, roads, depot);
            town.run("update people.person set left_on = ? where id = ?", today, karim);
            assertThat(town.members(unit(roads))).containsExactly(karim);
            town.run("update people.person set " + end + " where id = ?", karim);
            for (long circle :
                    List.of(unit(roads), unit(works), everyone(), commune(NOGENT), town.circle("person", karim))) {
                assertThat(town.members(circle)).as(end).doesNotContain(karim);
            }
            town.run("delete from people.assignment where person_id = ?", karim);
        }
    }

    @Test
    void whoArrivesNextMonthIsInNothingYet() {
        long zoe = town.agent("Zoé", "Martin");
        town.assign(zoe, roads, null);
        town.run("update people.person set started_on = current_date + 30 where id = ?", zoe);
        assertThat(town.members(unit(roads))).isEmpty();
        assertThat(town.members(everyone())).doesNotContain(zoe);
    }

    @Test
    void twoMovesOfKarimAtOnceAreBothRemembered() throws Exception {
        long karim = town.agent("Karim", "Benali");
        var units = new ArrayList<Long>();
        for (int i = 0; i < 12; i++) {
            units.add(town.unit("Chantier " + serial + " " + i, works));
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            var moves = units.stream()
                    .<Callable<Long>>map(unit -> () -> town.assign(karim, unit, null))
                    .toList();
            for (var move : threads.invokeAll(moves)) {
                // Two first assignments at once may both want to be the main one; the loser tries again.
                try {
                    move.get();
                } catch (java.util.concurrent.ExecutionException both) {
                    assertThat(both).hasMessageContaining("assignment_one_primary");
                }
            }
        }
        for (long unit : units) {
            boolean assigned = town.database()
                    .sql("select exists (select 1 from people.assignment where unit_id = ?)")
                    .param(unit)
                    .query(Boolean.class)
                    .single();
            assertThat(town.members(unit(unit)).contains(karim)).isEqualTo(assigned);
        }
        assertThat(town.headCount(unit(works))).isEqualTo(1);
    }

    @Test
    void manyArrivalsAtOnceAreAllCounted() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            var arrivals = new ArrayList<Callable<Long>>();
            for (int i = 0; i < 30; i++) {
                int number = i;
                arrivals.add(() -> town.assign(town.agent("Agent", "N" + number), roads, null));
            }
            for (var arrival : threads.invokeAll(arrivals)) {
                arrival.get();
            }
        }
        assertThat(town.headCount(unit(roads))).isEqualTo(30);
        assertThat(town.headCount(everyone()))
                .isEqualTo(town.members(everyone()).size());
    }

    @Test
    void anImportRefreshesEverybodyOnceBeforeItEnds() {
        town.together(() -> {
            town.database()
                    .sql("select set_config('circles.deferred', 'on', true)")
                    .query(String.class)
                    .single();
            for (int i = 0; i < 50; i++) {
                town.assign(town.agent("Lot", "N" + i), roads, depot);
            }
            assertThat(town.members(unit(roads))).isEmpty();
        });
        assertThat(town.members(unit(roads))).hasSize(50);
        assertThat(town.headCount(unit(roads))).isEqualTo(50);
    }

    @Test
    void anImportThatFailsMovesNobody() {
        assertThatThrownBy(() -> town.together(() -> {
                    town.database()
                            .sql("select set_config('circles.deferred', 'on', true)")
                            .query(String.class)
                            .single();
                    town.assign(town.agent("Lot", "Perdu"), roads, depot);
                    throw new IllegalStateException("the file ends here");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(town.members(unit(roads))).isEmpty();
        town.assign(town.agent("Karim", "Benali"), roads, depot);
        assertThat(town.members(unit(roads))).hasSize(1);
    }

    private long unit(long id) {
        return town.circle("unit", id);
    }

    private long commune(String insee) {
        return town.circle("commune", insee);
    }

    private long elected() {
        return town.circle("elected", null);
    }

    private long everyone() {
        return town.circle("everyone", null);
    }
}
