package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.LineOutcome.Fate;
import fr.viaduc.people.hrimport.Network.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lines of the file, person by person: one number, one person. What contradicts that is refused, and kept out.
 */
final class Roster {
    private final AgentFile file;
    private final Known known;
    private final Ledger ledger;
    private final LocalDate today;
    private final int width;
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, List<AgentLine>> groups = new LinkedHashMap<>();
    private final Set<String> namedInFile = new HashSet<>();
    private final Set<String> refusedNames = new HashSet<>();

    Roster(AgentFile file, Known known, Ledger ledger, LocalDate today) {
        this.file = file;
        this.known = known;
        this.ledger = ledger;
        this.today = today;
        known.numbers().forEach(number -> numbers.put(numberKey(number), number));
        width = usualWidth();
        group();
        refuseConflicts();
    }

    /** The lines of each person, by staff number, in the order of the file. */
    Map<String, List<AgentLine>> persons() {
        return groups;
    }

    List<AgentLine> linesOf(String number) {
        return groups.getOrDefault(number, List.of());
    }

    /** Whether the file speaks of that person, even on a line that cannot be used. */
    boolean speaksOf(Person person) {
        return namedInFile.contains(Known.reference(person)) || refusedNames.contains(Plain.of(person.name()));
    }

    /** Whether the file or Viaduc knows that number. */
    boolean exists(String number) {
        return groups.containsKey(number) || known.numbered(number) != null;
    }

    /** Whether that person has left, or leaves with this file, before today. */
    boolean isGone(String number) {
        List<AgentLine> lines = groups.get(number);
        if (lines != null && lines.stream().allMatch(AgentLine::departureKnown)) {
            LocalDate departure = AgentLine.departureOf(lines);
            return departure != null && departure.isBefore(today);
        }
        Person person = known.numbered(number);
        return person != null && person.leftBefore(today);
    }

    /** The name of whoever has that number or that key. */
    String nameOf(String reference) {
        List<AgentLine> lines = groups.get(reference);
        if (lines != null) {
            return lines.getFirst().name();
        }
        Person person = known.referred(reference);
        return person == null ? reference : person.name();
    }

    /** The line that says who is their manager. */
    AgentLine mainLine(List<AgentLine> lines) {
        return lines.stream()
                .filter(line -> !line.endedBefore(today) && !line.manager().isEmpty())
                .findFirst()
                .orElse(lines.getFirst());
    }

    /** The number as Viaduc writes it: sign-in takes « 107 » and « 000107 » for the same person, and so does the import. */
    String canonical(String written) {
        return numbers.computeIfAbsent(numberKey(written), none -> {
            String number = written.toUpperCase(Locale.ROOT);
            return number.matches("\\d+") && number.length() < width
                    ? "0".repeat(width - number.length()) + number
                    : number;
        });
    }

    private void group() {
        for (AgentLine line : file.agents()) {
            String number = canonical(line.staffNumber());
            if (!number.equalsIgnoreCase(line.staffNumber())) {
                ledger.warn(line, Reason.of("zerosRestored", line.staffNumber(), number));
            }
            namedInFile.add(number);
            groups.computeIfAbsent(number, none -> new ArrayList<>()).add(line);
        }
        // Somebody is on a refused line, though it cannot be used: they are not "absent from the file".
        file.refusedNumbers().forEach(number -> namedInFile.add(canonical(number)));
        for (LineOutcome other : file.others()) {
            if (other.fate() == Fate.REFUSED && other.reason() != null) {
                refusedNames.add(Plain.of(other.who()));
            }
        }
    }

    private static String numberKey(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[\\s.-]", "").replaceFirst("^([A-Z]*)0+", "$1");
    }

    /** How many figures a staff number has here: spreadsheets eat the zeros at its left. */
    private int usualWidth() {
        Map<Integer, Integer> lengths = new HashMap<>();
        known.numbers().stream()
                .filter(number -> number.matches("\\d+"))
                .forEach(number -> lengths.merge(number.length(), 1, Integer::sum));
        if (lengths.isEmpty()) {
            file.agents().stream()
                    .map(AgentLine::staffNumber)
                    .filter(number -> number.matches("\\d+"))
                    .forEach(number -> lengths.merge(number.length(), 1, Integer::sum));
        }
        int all = lengths.values().stream().mapToInt(Integer::intValue).sum();
        return lengths.entrySet().stream()
                .filter(entry -> entry.getValue() * 2 > all)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
    }

    private void refuseConflicts() {
        for (String number : List.copyOf(groups.keySet())) {
            List<AgentLine> lines = groups.getOrDefault(number, List.of());
            Person holder = known.numbered(number);
            if (holder != null && !holder.agent()) {
                refuseAll(number, lines, Reason.of("electedNumber", number));
                continue;
            }
            Map<String, List<AgentLine>> persons = lines.stream()
                    .collect(Collectors.groupingBy(
                            AgentLine::personKey, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
            if (persons.size() > 1) {
                List<AgentLine> rightful = holder == null ? null : persons.get(holder.personKey());
                Reason reason = Reason.of(
                        "sameNumber",
                        number,
                        persons.values().stream()
                                .map(List::getFirst)
                                .map(line -> line.name() + " (" + line.line() + ")")
                                .collect(Collectors.joining(", ")));
                if (rightful == null) {
                    refuseAll(number, lines, reason);
                    continue;
                }
                List<AgentLine> others =
                        lines.stream().filter(line -> !rightful.contains(line)).toList();
                others.forEach(line -> ledger.refuse(line, reason));
                groups.put(number, rightful);
                lines = rightful;
            }
            if (holder != null && isSomebodyElse(holder, lines.getFirst())) {
                refuseAll(
                        number,
                        lines,
                        Reason.of(
                                "otherPerson",
                                number,
                                holder.name(),
                                lines.getFirst().name()));
            }
        }
    }

    /** First and last names both differ: a number given again, not a marriage or a corrected spelling. */
    private static boolean isSomebodyElse(Person known, AgentLine line) {
        return !Plain.of(known.firstName()).equals(Plain.of(line.firstName()))
                && !Plain.of(known.lastName()).equals(Plain.of(line.lastName()))
                && CommuneFinder.distance(known.personKey(), line.personKey()) > 3;
    }

    private void refuseAll(String number, List<AgentLine> lines, Reason reason) {
        lines.forEach(line -> ledger.refuse(line, reason));
        groups.remove(number);
    }
}
