package fr.viaduc.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The 700 agents: the cast, then as many colleagues as each service needs. The same seed gives the same people. */
final class Population {

    private static final long SEED = 52_000;

    private final Random random = new Random(SEED);
    private final Names names = new Names(random);
    private final LocalDate today;
    private final Map<Team, String> teamHeads = new EnumMap<>(Team.class);

    final List<Staff> agents;

    Population(LocalDate today) {
        this.today = today;
        Organisation.TEAMS.forEach((team, head) -> teamHeads.put(team, head.staffNumber()));
        var everyone = new ArrayList<Staff>();
        for (var person : Cast.values()) {
            everyone.add(of(person));
        }
        for (var service : Service.values()) {
            addColleagues(service, everyone);
        }
        this.agents =
                everyone.stream().map(agent -> agent.managedBy(manager(agent))).toList();
    }

    /** The matricule of a unit's head, by the unit's code. */
    Map<String, String> heads() {
        var heads = new java.util.HashMap<String, String>();
        heads.put(Organisation.ROOT, Organisation.DIRECTOR.staffNumber());
        Organisation.POLES.forEach((pole, head) -> heads.put(pole.code, head.staffNumber()));
        Organisation.SERVICES.forEach((service, head) -> heads.put(service.code, head.staffNumber()));
        teamHeads.forEach((team, head) -> heads.put(team.name(), head));
        return heads;
    }

    private Staff of(Cast person) {
        int index = person.number();
        boolean apprentice = person.job.startsWith("Appren");
        return new Staff(
                person.staffNumber(),
                person.civility,
                person.firstName,
                person.lastName,
                person.job,
                person.email ? Slugs.email(person.firstName, person.lastName) : null,
                person.email ? phone(index) : null,
                person.email || Organisation.TEAMS.containsValue(person) ? mobile(index) : null,
                apprentice ? today.minusDays(70) : startedOn(),
                null,
                person.about,
                person.service,
                person.team,
                person.place,
                100,
                null,
                person.missions,
                skills(person));
    }

    private void addColleagues(Service service, List<Staff> everyone) {
        var trades =
                Trade.ALL.stream().filter(trade -> trade.service() == service).toList();
        long missing = service.agents
                - everyone.stream().filter(agent -> agent.service() == service).count();
        double[] given = new double[trades.size()];
        for (long n = 0; n < missing; n++) {
            everyone.add(colleague(next(trades, given), everyone.size()));
        }
    }

    /** The trade that is most behind its share: the same proportions whatever the number. */
    private static Trade next(List<Trade> trades, double[] given) {
        int chosen = 0;
        for (int i = 1; i < given.length; i++) {
            if ((given[i] + 0.5) / trades.get(i).weight()
                    < (given[chosen] + 0.5) / trades.get(chosen).weight()) {
                chosen = i;
            }
        }
        given[chosen]++;
        return trades.get(chosen);
    }

    private Staff colleague(Trade trade, int index) {
        boolean woman = random.nextInt(100) < trade.women();
        var name = names.next(woman);
        String number = StaffNumbers.agent(index);
        boolean leads = trade.team() != null && teamHeads.putIfAbsent(trade.team(), number) == null;
        var missions = EnumSet.copyOf(trade.missions());
        if (random.nextInt(9) == 0) {
            missions.add(Mission.FIRST_AID);
        }
        if (random.nextInt(14) == 0) {
            missions.add(Mission.EVENTS);
        }
        boolean email = trade.email() || leads;
        var colleague = new Staff(
                number,
                woman ? "Mme" : "M.",
                name.first(),
                name.last(),
                woman ? trade.woman() : trade.man(),
                email ? Slugs.email(name.first(), name.last()) : null,
                trade.email() ? phone(index) : null,
                email && random.nextBoolean() ? mobile(index) : null,
                startedOn(),
                random.nextInt(90) == 0 ? today.plusDays(20 + random.nextInt(60)) : null,
                null,
                trade.service(),
                trade.team(),
                trade.places().get(random.nextInt(trade.places().size())),
                random.nextInt(5) == 0 ? 50 + 10 * random.nextInt(5) : 100,
                null,
                missions,
                some(trade.skills()));
        return leads ? colleague.leads(woman ? "Cheffe d'équipe" : "Chef d'équipe") : colleague;
    }

    private @Nullable String manager(Staff agent) {
        String self = agent.staffNumber();
        if (agent.team() != null) {
            String head = teamHeads.get(agent.team());
            if (head != null && !head.equals(self)) {
                return head;
            }
        }
        for (var above :
                List.of(service(agent.service()), pole(agent.service().pole), Organisation.DIRECTOR.staffNumber())) {
            if (!above.equals(self) && !leadsAPole(self)) {
                return above;
            }
        }
        return self.equals(Organisation.DIRECTOR.staffNumber()) ? null : Organisation.DIRECTOR.staffNumber();
    }

    private static boolean leadsAPole(String staffNumber) {
        return Organisation.POLES.values().stream()
                .anyMatch(head -> head.staffNumber().equals(staffNumber));
    }

    private static String service(Service service) {
        return head(Organisation.SERVICES, service);
    }

    private static String pole(Pole pole) {
        return head(Organisation.POLES, pole);
    }

    private static <K> String head(Map<K, Cast> heads, K key) {
        var head = heads.get(key);
        if (head == null) {
            throw new IllegalStateException("Nobody leads " + key);
        }
        return head.staffNumber();
    }

    /** Most have been here for years, some came last month. */
    private LocalDate startedOn() {
        if (random.nextInt(80) == 0) {
            return today.minusDays(3 + random.nextInt(40));
        }
        double years = 1 + 33 * Math.pow(random.nextDouble(), 1.6);
        return today.minusDays((long) (years * 365)).withDayOfMonth(1);
    }

    private List<String> skills(Cast person) {
        return Trade.ALL.stream()
                .filter(trade -> trade.service() == person.service && trade.team() == person.team)
                .limit(1)
                .flatMap(trade -> trade.skills().stream())
                .toList();
    }

    private List<String> some(List<String> skills) {
        return skills.stream().filter(skill -> random.nextInt(3) > 0).collect(Collectors.toList());
    }

    /** Numbers of the ranges that are kept for fiction. */
    private static String phone(int index) {
        return "03 53 01 %02d %02d".formatted(60 + index / 100, index % 100);
    }

    private static String mobile(int index) {
        return "06 39 98 %02d %02d".formatted(index / 100, index % 100);
    }

    /** The agents of a service, in order. */
    List<Staff> of(Service service) {
        return agents.stream().filter(agent -> agent.service() == service).toList();
    }

    Set<Place> places() {
        return agents.stream().map(Staff::place).collect(Collectors.toCollection(() -> EnumSet.noneOf(Place.class)));
    }
}
