package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.Network.Person;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who reports to whom once the file is applied: what the file says, unless it cannot be so. */
final class ManagerSettlement {
    private final Network network;
    private final Roster roster;
    private final Known known;
    private final Ledger ledger;
    private final Map<String, @Nullable String> wanted = new HashMap<>();

    ManagerSettlement(Network network, Roster roster, Known known, Ledger ledger) {
        this.network = network;
        this.roster = roster;
        this.known = known;
        this.ledger = ledger;
        settle();
    }

    /** The manager of that person, null when they have none. */
    @Nullable
    String of(String number) {
        return wanted.get(number);
    }

    private void settle() {
        Managers managers = new Managers();
        Set<String> settled = new HashSet<>();
        roster.persons().forEach((number, lines) -> {
            AgentLine line = roster.mainLine(lines);
            String manager = line.manager().isEmpty() ? null : roster.canonical(line.manager());
            if (manager != null && manager.equals(number)) {
                ledger.warn(line, Reason.of("ownManager"));
                manager = null;
            } else if (manager != null && !roster.exists(manager)) {
                ledger.warn(line, Reason.of("managerMissing", line.manager()));
                manager = null;
            } else if (manager != null && roster.isGone(manager)) {
                ledger.warn(line, Reason.of("managerGone", roster.nameOf(manager)));
                manager = null;
            }
            Person person = known.numbered(number);
            String effective = manager != null ? manager : person == null ? null : known.currentManager(person);
            wanted.put(number, effective);
            managers.put(number, effective);
            settled.add(number);
        });
        for (Person person : network.persons()) {
            if (!settled.contains(Known.reference(person))) {
                managers.put(Known.reference(person), known.currentManager(person));
            }
        }
        managers.cutLoops(settled).forEach((cut, loop) -> {
            wanted.put(cut, null);
            List<AgentLine> lines = roster.linesOf(cut);
            String chain = loop.members().stream().map(roster::nameOf).collect(Collectors.joining(" → "));
            if (!lines.isEmpty()) {
                ledger.warn(
                        roster.mainLine(lines),
                        Reason.of("managerLoop", chain + " → " + roster.nameOf(cut), roster.nameOf(cut)));
            }
        });
    }
}
