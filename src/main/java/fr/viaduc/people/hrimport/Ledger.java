package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.LineOutcome.Fate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The book of the file's lines: what is said of each, and what becomes of it. */
final class Ledger {
    private final Map<Integer, List<Reason>> warnings = new HashMap<>();
    private final List<LineOutcome> outcomes;

    /** Begins with the lines that speak of no agent. */
    Ledger(List<LineOutcome> others) {
        outcomes = new ArrayList<>(others);
    }

    void warn(AgentLine line, Reason reason) {
        warnings.computeIfAbsent(line.line(), none -> new ArrayList<>()).add(reason);
    }

    void refuse(AgentLine line, Reason reason) {
        outcomes.add(new LineOutcome(
                line.line(), line.lines(), Fate.REFUSED, line.name(), reason, List.copyOf(line.warnings())));
    }

    void record(List<AgentLine> lines, Fate fate, @Nullable Reason reason) {
        AgentLine first = lines.getFirst();
        for (AgentLine line : lines) {
            boolean main = line.line() == first.line();
            Reason why = main ? reason : mergedWith(first, line);
            outcomes.add(new LineOutcome(
                    line.line(), line.lines(), main ? fate : Fate.MERGED, line.name(), why, warningsOf(line)));
        }
    }

    private static Reason mergedWith(AgentLine first, AgentLine line) {
        boolean repeated = first.unitCode().equals(line.unitCode())
                && first.unitName().equals(line.unitName())
                && first.site().equals(line.site())
                && Objects.equals(first.job(), line.job())
                && Values.compareQuota(first.quota(), line.quota()) == 0;
        return Reason.of(repeated ? "repeatedLine" : "otherAssignment", first.line());
    }

    List<Reason> warningsOf(AgentLine line) {
        Set<Reason> all = new LinkedHashSet<>(line.warnings());
        all.addAll(warnings.getOrDefault(line.line(), List.of()));
        return List.copyOf(all);
    }

    /** Each line's outcome, in the order of the file. */
    List<LineOutcome> outcomes() {
        return outcomes.stream()
                .sorted(Comparator.comparingInt(LineOutcome::line))
                .toList();
    }
}
