package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.Difference.Change;
import fr.viaduc.people.hrimport.Difference.FieldChange;
import fr.viaduc.people.hrimport.Difference.Kind;
import fr.viaduc.people.hrimport.Difference.Label;
import fr.viaduc.people.hrimport.Difference.Post;
import fr.viaduc.people.hrimport.Difference.Target;
import fr.viaduc.people.hrimport.LineOutcome.Fate;
import fr.viaduc.people.hrimport.Network.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a file with what Viaduc holds. A pure function of both and of the day: it reads and changes nothing else, so
 * that what is shown, what is applied and what a second import finds are the same computation.
 */
final class Comparison {
    private final Network network;
    private final AgentFile file;
    private final LocalDate today;
    private final Ledger ledger;
    private final Known people;
    private final Roster roster;
    private final Places places;
    private final Addresses addresses;
    private final Assignments assignments;
    private final List<Change> changes = new ArrayList<>();
    private final List<Reason> notices = new ArrayList<>();

    private Comparison(Network network, AgentFile file, LocalDate today) {
        this.network = network;
        this.file = file;
        this.today = today;
        ledger = new Ledger(file.others());
        people = new Known(network);
        places = new Places(network, file.agents());
        roster = new Roster(file, people, ledger, today);
        addresses = new Addresses(roster, people, ledger);
        assignments =
                new Assignments(roster, people, new ManagerSettlement(network, roster, people, ledger), places, ledger);
    }

    static Difference of(Network network, AgentFile file, LocalDate today) {
        return new Comparison(network, file, today).run();
    }

    private Difference run() {
        roster.persons().forEach(this::compare);
        absent();
        changes.sort(Comparator.comparing(Change::kind)
                .thenComparingInt(change -> change.lines().isEmpty()
                        ? Integer.MAX_VALUE
                        : change.lines().getFirst())
                .thenComparing(Change::name));
        int active = (int) network.persons().stream()
                .filter(person -> person.hereOn(today))
                .count();
        return new Difference(
                List.copyOf(changes),
                places.newUnits(),
                places.newSites(),
                places.doubts(),
                List.copyOf(notices),
                file.truncation(),
                ledger.outcomes(),
                file.lines(),
                active);
    }

    private void compare(String number, List<AgentLine> all) {
        AgentLine first = all.getFirst();
        List<AgentLine> lines = all;
        LocalDate departure = AgentLine.departureOf(all);
        boolean departureKnown = all.stream().allMatch(AgentLine::departureKnown);
        if (departure == null || !departure.isBefore(today)) {
            lines = all.stream().filter(line -> !line.endedBefore(today)).toList();
        }
        Person known = people.numbered(number);
        LocalDate arrival = AgentLine.arrivalOf(all);
        if (arrival == null && known != null) {
            arrival = known.arrival();
        }
        if (departureKnown && departure != null && arrival != null && departure.isBefore(arrival)) {
            Reason reason = Reason.of("leftBeforeArrival", AgentFile.day(departure), AgentFile.day(arrival));
            all.forEach(line -> ledger.refuse(line, reason));
            return;
        }
        if (!departureKnown) {
            departure = known == null ? null : known.departure();
        }
        boolean gone = departureKnown && departure != null && departure.isBefore(today);
        if (known == null) {
            if (gone && departure != null) {
                ledger.record(all, Fate.UNCHANGED, Reason.of("alreadyGone", AgentFile.day(departure)));
                return;
            }
            arrives(number, all, lines, arrival, departure);
        } else if (gone && departure != null) {
            leaves(known, number, all, departure);
        } else if (known.leftBefore(today) && !departureKnown) {
            ledger.warn(first, Reason.of("leftButInFile", AgentFile.day(Objects.requireNonNull(known.departure()))));
            ledger.record(all, Fate.UNCHANGED, null);
        } else {
            stays(known, number, all, lines, arrival, departure);
        }
    }

    private void arrives(
            String number,
            List<AgentLine> all,
            List<AgentLine> lines,
            @Nullable LocalDate arrival,
            @Nullable LocalDate departure) {
        AgentLine first = all.getFirst();
        if (arrival != null && arrival.isAfter(today)) {
            ledger.warn(first, Reason.of("arrivesLater", AgentFile.day(arrival)));
        }
        List<Post> posts = assignments.of(number, null, lines);
        Target target = new Target(
                AgentLine.firstOf(all, AgentLine::civility),
                first.firstName(),
                first.lastName(),
                Assignments.jobOf(posts, lines),
                addresses.of(null, all),
                AgentLine.firstOf(all, AgentLine::phone),
                arrival,
                departure,
                posts);
        List<FieldChange> fields = new ArrayList<>();
        for (Post post : posts) {
            fields.add(new FieldChange(Label.ASSIGNMENT, "", Assignments.describe(post)));
        }
        Values.add(fields, Label.EMAIL, "", Values.text(target.email()));
        Values.add(fields, Label.PHONE, "", Values.text(target.phone()));
        Values.add(fields, Label.ARRIVAL, "", Values.day(arrival));
        Values.add(fields, Label.DEPARTURE, "", Values.day(departure));
        changed(Kind.ARRIVAL, null, number, first.name(), fields, target, null, all);
    }

    private void leaves(Person known, String number, List<AgentLine> all, LocalDate departure) {
        if (departure.equals(known.departure())) {
            ledger.record(all, Fate.UNCHANGED, Reason.of("alreadyLeft", AgentFile.day(departure)));
            return;
        }
        Kind kind = known.leftBefore(today) ? Kind.CHANGE : Kind.DEPARTURE;
        List<FieldChange> fields =
                List.of(new FieldChange(Label.DEPARTURE, Values.day(known.departure()), Values.day(departure)));
        changed(kind, known.id(), number, known.name(), fields, null, departure, all);
    }

    private void stays(
            Person known,
            String number,
            List<AgentLine> all,
            List<AgentLine> lines,
            @Nullable LocalDate arrival,
            @Nullable LocalDate departure) {
        AgentLine first = all.getFirst();
        List<Post> posts = assignments.of(number, known, lines);
        Target target = new Target(
                Values.keep(known.civility(), AgentLine.firstOf(all, AgentLine::civility)),
                Objects.requireNonNull(Values.keep(known.firstName(), first.firstName())),
                Objects.requireNonNull(Values.keep(known.lastName(), first.lastName())),
                Values.keep(known.job(), Assignments.jobOf(posts, lines)),
                addresses.of(known, all),
                Values.keepPhone(known.phone(), AgentLine.firstOf(all, AgentLine::phone)),
                arrival,
                departure,
                posts);
        List<FieldChange> fields = new ArrayList<>();
        Values.add(fields, Label.CIVILITY, Values.text(known.civility()), Values.text(target.civility()));
        Values.add(fields, Label.LAST_NAME, known.lastName(), target.lastName());
        Values.add(fields, Label.FIRST_NAME, known.firstName(), target.firstName());
        Values.add(fields, Label.JOB, Values.text(known.job()), Values.text(target.job()));
        Values.add(fields, Label.EMAIL, Values.text(known.email()), Values.text(target.email()));
        Values.add(fields, Label.PHONE, Values.text(known.phone()), Values.text(target.phone()));
        Values.add(fields, Label.ARRIVAL, Values.day(known.arrival()), Values.day(target.arrival()));
        Values.add(fields, Label.DEPARTURE, Values.day(known.departure()), Values.day(target.departure()));
        assignments.compare(known, posts, fields);
        if (fields.isEmpty()) {
            ledger.record(all, Fate.UNCHANGED, null);
            return;
        }
        boolean leavesToday = departure != null && departure.equals(today) && !departure.equals(known.departure());
        Kind kind = known.leftBefore(today) ? Kind.RETURN : leavesToday ? Kind.DEPARTURE : Kind.CHANGE;
        changed(kind, known.id(), number, known.name(), fields, target, leavesToday ? departure : null, all);
    }

    /** Those who are here and of whom the file does not speak. */
    private void absent() {
        List<Person> absent = network.persons().stream()
                .filter(person -> person.hereOn(today))
                .filter(person -> person.staffNumber() != null && !roster.speaksOf(person))
                .sorted(Comparator.comparing(Person::lastName).thenComparing(Person::firstName))
                .toList();
        if (absent.isEmpty()) {
            return;
        }
        if (file.agents().isEmpty() || !file.truncation().isEmpty()) {
            notices.add(Reason.of("absentKept", absent.size()));
            return;
        }
        for (Person person : absent) {
            if (network.administrators().contains(person.id())) {
                notices.add(Reason.of("administratorAbsent", person.name()));
                continue;
            }
            LocalDate lastDay = today.minusDays(1);
            if (person.arrival() != null && person.arrival().isAfter(lastDay)) {
                lastDay = person.arrival();
            }
            if (lastDay.equals(person.departure())) {
                continue;
            }
            changes.add(new Change(
                    Kind.ABSENT,
                    person.id(),
                    Known.reference(person),
                    person.name(),
                    List.of(new FieldChange(Label.DEPARTURE, Values.day(person.departure()), Values.day(lastDay))),
                    null,
                    lastDay,
                    List.of(),
                    List.of()));
        }
    }

    private void changed(
            Kind kind,
            @Nullable Long id,
            String number,
            String name,
            List<FieldChange> fields,
            @Nullable Target target,
            @Nullable LocalDate lastDay,
            List<AgentLine> lines) {
        Set<Reason> warnings = new LinkedHashSet<>();
        lines.forEach(line -> warnings.addAll(ledger.warningsOf(line)));
        changes.add(new Change(
                kind,
                id,
                number,
                name,
                List.copyOf(fields),
                target,
                lastDay,
                lines.stream().map(AgentLine::line).toList(),
                List.copyOf(warnings)));
        ledger.record(lines, Fate.APPLIED, null);
    }
}
