package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.Network.Person;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose e-mail address each is: one that several share is nobody's, one that is taken stays where it is. */
final class Addresses {
    private final Roster roster;
    private final Known known;
    private final Ledger ledger;
    private final Map<String, Set<String>> users = new HashMap<>();

    Addresses(Roster roster, Known known, Ledger ledger) {
        this.roster = roster;
        this.known = known;
        this.ledger = ledger;
        roster.persons()
                .forEach((number, lines) -> lines.forEach(line -> {
                    if (line.email() != null) {
                        users.computeIfAbsent(line.email(), none -> new LinkedHashSet<>())
                                .add(number);
                    }
                }));
    }

    /** The address that a person has once the file is applied, null when they have none. */
    @Nullable
    String of(@Nullable Person person, List<AgentLine> lines) {
        String current = person == null ? null : person.email();
        String wanted = AgentLine.firstOf(lines, AgentLine::email);
        if (wanted == null) {
            return current;
        }
        if (isShared(wanted)) {
            ledger.warn(
                    lines.getFirst(),
                    Reason.of(
                            "sharedMailbox",
                            wanted,
                            users.getOrDefault(wanted, Set.of()).size()));
            return current != null && current.equalsIgnoreCase(wanted) ? null : current;
        }
        if (current != null && current.equalsIgnoreCase(wanted)) {
            return current;
        }
        Person holder = known.addressed(wanted);
        if (holder != null && (person == null || holder.id() != person.id()) && !releases(holder, wanted)) {
            ledger.warn(lines.getFirst(), Reason.of("emailTaken", wanted, holder.name()));
            return current;
        }
        return wanted;
    }

    private boolean isShared(String email) {
        return users.getOrDefault(email, Set.of()).size() > 1;
    }

    /** Whether this import gives the holder of an address another one. */
    private boolean releases(Person holder, String email) {
        List<AgentLine> lines = roster.persons().get(Known.reference(holder));
        if (lines == null) {
            return false;
        }
        String other = AgentLine.firstOf(lines, AgentLine::email);
        boolean leaving = roster.isGone(Known.reference(holder));
        boolean free = other != null && known.addressed(other) == null;
        return !leaving && free && other != null && !isShared(other) && !other.equals(email);
    }
}
