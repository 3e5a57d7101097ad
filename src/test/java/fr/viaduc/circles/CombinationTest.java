package fr.viaduc.circles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Unions of intersections, kept right while people move. */
@ViaducTest
@Import(Town.class)
class CombinationTest {

    @Autowired
    Town town;

    @Autowired
    Circles circles;

    @Test
    void roadsInNogentAndTheWorksCommissionAreOneCircle() {
        town.commune("52353", "Nogent");
        long roads = town.unit("Voirie", null);
        long depot = town.site("Dépôt", "52353");
        long commission = town.commission("Travaux");
        long karim = town.agent("Karim", "Benali");
        long lea = town.agent("Léa", "Petit");
        long elise = town.citizen("Élise", "Garnier");
        town.assign(karim, roads, depot);
        town.assign(lea, roads, null);
        long mandate = town.mandate(elise, null, town.today(), null);
        town.run("insert into people.mandate_commission values (?, ?)", mandate, commission);

        var terms = List.of(
                List.of(town.circle("commune", "52353"), town.circle("unit", roads)),
                List.of(town.circle("commission", commission)));
        long circle = town.as(karim, () -> circles.combine(terms));

        assertThat(town.members(circle)).containsExactlyInAnyOrder(karim, elise);
        var seen =
                town.as(karim, () -> circles.find(town.viewer(karim), circle)).orElseThrow();
        assertThat(seen.label()).isEqualTo("Voirie, à Nogent\u202f; et Travaux");
        assertThat(seen.headCount()).isEqualTo(2);
        assertThat(seen.elected()).isTrue();
        var reasons = town.as(karim, () -> circles.reasons(town.viewer(karim), circle));
        assertThat(reasons).hasSize(1);
        assertThat(reasons.getFirst().bases()).hasSize(2);

        // The order in which it is said, or said twice, changes nothing.
        long again = town.as(
                lea,
                () -> circles.combine(List.of(
                        List.of(town.circle("commission", commission)),
                        List.of(town.circle("unit", roads), town.circle("commune", "52353")),
                        List.of(
                                town.circle("unit", roads),
                                town.circle("commune", "52353"),
                                town.circle("agents", null)))));
        assertThat(again).isEqualTo(circle);

        town.assign(lea, roads, depot);
        assertThat(town.members(circle)).contains(lea);
        town.run("delete from people.mandate where id = ?", mandate);
        assertThat(town.members(circle)).doesNotContain(elise);
    }

    @Test
    void oneCircleAloneIsItself() {
        long lucie = town.agent("Lucie", "Morel");
        long agents = town.circle("agents", null);
        assertThat(town.<Long>as(lucie, () -> circles.combine(List.of(List.of(agents)))))
                .isEqualTo(agents);
        assertThat(town.<Long>as(lucie, () -> circles.union(List.of(agents, agents))))
                .isEqualTo(agents);
    }

    @Test
    void aCombinationJoinsAnotherOneByItsTerms() {
        long lucie = town.agent("Lucie", "Morel");
        long a = town.circle("unit", town.unit("Finances", null));
        long b = town.circle("unit", town.unit("Archives", null));
        long c = town.circle("unit", town.unit("Cabinet", null));
        long two = town.as(lucie, () -> circles.union(List.of(a, b)));
        long three = town.as(lucie, () -> circles.union(List.of(two, c)));
        assertThat(town.<Long>as(lucie, () -> circles.union(List.of(c, b, a)))).isEqualTo(three);
        assertThat(town.as(lucie, () -> circles.find(town.viewer(lucie), three))
                        .orElseThrow()
                        .label())
                .isEqualTo("Finances, Archives et Cabinet");
    }

    @Test
    void anUnknownBaseIsRefusedAndNeverLeftOut() {
        long lucie = town.agent("Lucie", "Morel");
        long agents = town.circle("agents", null);
        for (var terms : List.of(
                List.of(List.of(agents, 999_999L)),
                List.of(List.of(agents), List.of(999_999L)),
                List.of(List.<Long>of()),
                List.<List<Long>>of())) {
            assertThatThrownBy(() -> town.as(lucie, () -> circles.combine(terms)))
                    .as(terms.toString())
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
    }

    /** Random moves of a dozen people between units, sites and missions; a naive count in Java must agree each time. */
    @Test
    void whateverPeopleDoCombinationsStayRight() {
        var random = new Random(20261123);
        town.commune("52001", "Aigremont");
        town.commune("52002", "Biesles");
        var units = new ArrayList<Long>();
        for (int i = 0; i < 4; i++) {
            units.add(town.unit("Unité " + i, i < 2 ? null : units.get(i - 2)));
        }
        var sites = List.of(town.site("Site A", "52001"), town.site("Site B", "52002"));
        var mission = town.mission("Astreinte");
        var bases = new ArrayList<Long>();
        units.forEach(unit -> bases.add(town.circle("unit", unit)));
        sites.forEach(site -> bases.add(town.circle("site", site)));
        bases.add(town.circle("mission", mission));
        bases.add(town.circle("commune", "52001"));
        bases.add(town.circle("agents", null));

        var people = new ArrayList<Long>();
        for (int i = 0; i < 12; i++) {
            people.add(town.agent("Personne", "N" + i));
        }
        var combinations = new ArrayList<List<List<Long>>>();
        var made = new ArrayList<Long>();
        for (int step = 0; step < 120; step++) {
            if (step % 8 == 0) {
                var terms = new ArrayList<List<Long>>();
                for (int term = 0; term <= random.nextInt(3); term++) {
                    var ids = new HashSet<Long>();
                    for (int base = 0; base <= random.nextInt(3); base++) {
                        ids.add(bases.get(random.nextInt(bases.size())));
                    }
                    terms.add(List.copyOf(ids));
                }
                combinations.add(terms);
                made.add(town.as(people.getFirst(), () -> circles.combine(terms)));
            }
            move(random, people.get(random.nextInt(people.size())), units, sites, mission);
            for (int i = 0; i < made.size(); i++) {
                assertThat(town.members(made.get(i)))
                        .as("step %d, %s", step, combinations.get(i))
                        .isEqualTo(naive(combinations.get(i)));
                assertThat(town.headCount(made.get(i)))
                        .isEqualTo(town.members(made.get(i)).size());
            }
        }
    }

    private void move(Random random, long person, List<Long> units, List<Long> sites, long mission) {
        switch (random.nextInt(7)) {
            case 0 -> town.run("delete from people.assignment where person_id = ?", person);
            case 1 ->
                town.run("insert into people.person_mission values (?, ?) on conflict do nothing", person, mission);
            case 2 -> town.run("delete from people.person_mission where person_id = ?", person);
            case 3 ->
                town.run(
                        "update people.person set left_on = case when left_on is null then current_date - 1 end where"
                                + " id = ?",
                        person);
            case 4 ->
                town.run(
                        "update people.site set commune_insee = case commune_insee when '52001' then '52002' else"
                                + " '52001' end where id = ?",
                        sites.get(random.nextInt(sites.size())));
            case 5 ->
                town.run(
                        "update people.unit set parent_id = ? where id = ?",
                        units.get(random.nextInt(2)),
                        units.get(3));
            default ->
                town.run("""
                    insert into people.assignment (person_id, unit_id, site_id, is_primary)
                    values (?, ?, ?, false) on conflict do nothing
                    """, person, units.get(random.nextInt(units.size())), sites.get(random.nextInt(sites.size())));
        }
    }

    /** Read from the directory alone, without circles.member. */
    private Set<Long> naive(List<List<Long>> terms) {
        Set<Long> union = new HashSet<>();
        for (var term : terms) {
            Set<Long> all = null;
            for (long base : term) {
                Set<Long> some = naive(base);
                if (all == null) {
                    all = new HashSet<>(some);
                } else {
                    all.retainAll(some);
                }
            }
            if (all != null) {
                union.addAll(all);
            }
        }
        return union;
    }

    private Set<Long> naive(long base) {
        String here = " p.agent and p.erased_at is null and (p.left_on is null or p.left_on >= current_date) ";
        String sql = switch (kind(base)) {
            case "agents" -> "select p.id from people.person p where" + here;
            case "unit" -> """
                with recursive below as (
                    select id from people.unit where id = (select ref::bigint from circles.circle where id = :base)
                    union select u.id from people.unit u join below on u.parent_id = below.id)
                select p.id from people.person p join people.assignment a on a.person_id = p.id
                 where a.unit_id in (select id from below) and\
                """ + here;
            case "site" -> """
                select p.id from people.person p join people.assignment a on a.person_id = p.id
                 where a.site_id = (select ref::bigint from circles.circle where id = :base) and\
                """ + here;
            case "commune" -> """
                select p.id from people.person p join people.assignment a on a.person_id = p.id
                  join people.site s on s.id = a.site_id
                 where s.commune_insee = (select ref from circles.circle where id = :base) and\
                """ + here;
            case "mission" -> """
                select p.id from people.person p join people.person_mission m on m.person_id = p.id
                 where m.mission_id = (select ref::bigint from circles.circle where id = :base) and\
                """ + here;
            default -> throw new IllegalArgumentException();
        };
        return Set.copyOf(
                town.database().sql(sql).param("base", base).query(Long.class).set());
    }

    private String kind(long base) {
        return town.database()
                .sql("select kind from circles.circle where id = ?")
                .param(base)
                .query(String.class)
                .single();
    }

    @Test
    void combinationsMadeWhilePeopleArriveForgetNobody() throws Exception {
        long lucie = town.agent("Lucie", "Morel");
        var units = new ArrayList<Long>();
        for (int i = 0; i < 6; i++) {
            units.add(town.unit("Équipe " + i, null));
        }
        long agents = town.circle("agents", null);
        var work = new ArrayList<Callable<Long>>();
        for (int i = 0; i < 24; i++) {
            long unit = units.get(i % 6);
            int number = i;
            work.add(() -> town.assign(town.agent("Arrivée", "N" + number), unit, null));
            if (i % 4 == 0) {
                long other = units.get((i + 1) % 6);
                work.add(() -> town.as(
                        lucie,
                        () -> circles.combine(List.of(
                                List.of(town.circle("unit", unit), agents), List.of(town.circle("unit", other))))));
            }
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        for (int i = 0; i < 24; i += 4) {
            long unit = town.circle("unit", units.get(i % 6));
            long other = town.circle("unit", units.get((i + 1) % 6));
            long circle = town.as(lucie, () -> circles.combine(List.of(List.of(unit, agents), List.of(other))));
            var expected = new HashSet<>(town.members(unit));
            expected.addAll(town.members(other));
            assertThat(town.members(circle)).isEqualTo(expected);
        }
    }
}
