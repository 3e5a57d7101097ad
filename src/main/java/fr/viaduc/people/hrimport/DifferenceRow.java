package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.Difference.Change;
import fr.viaduc.people.hrimport.Difference.FieldChange;
import fr.viaduc.people.hrimport.LineOutcome.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of the page that shows a difference: a person's change, a refused line, or a line with a warning. */
public record DifferenceRow(
        String badge,
        String badgeKind,
        String badgeIcon,
        String who,
        String staffNumber,
        String lines,
        List<FieldChange> fields,
        @Nullable Reason reason,
        List<Reason> warnings) {

    /** What the page may be narrowed to. */
    public enum View {
        TOUT,
        ARRIVEES,
        MODIFICATIONS,
        DEPARTS,
        REFUS,
        AVERTISSEMENTS,
        REGROUPEES;

        public String key() {
            return "hrimport.view." + name();
        }

        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        static View of(String slug) {
            for (View view : values()) {
                if (view.slug().equals(slug)) {
                    return view;
                }
            }
            return TOUT;
        }
    }

    static List<DifferenceRow> of(Difference difference, View view) {
        List<DifferenceRow> rows = new ArrayList<>();
        if (view == View.TOUT || view == View.REFUS) {
            difference.refused().forEach(outcome -> rows.add(of(outcome, "REFUSED", "danger", "circle-alert")));
        }
        for (Change change : difference.changes()) {
            if (view == View.TOUT || view == viewOf(change)) {
                rows.add(of(change));
            }
        }
        for (LineOutcome outcome : difference.ledger()) {
            if (view == View.AVERTISSEMENTS && !outcome.warnings().isEmpty()) {
                rows.add(of(outcome, "WARNING", "warning", "triangle-alert"));
            } else if (view == View.REGROUPEES && outcome.fate() == Fate.MERGED) {
                rows.add(of(outcome, "MERGED", "", "link"));
            }
        }
        return rows;
    }

    private static View viewOf(Change change) {
        return switch (change.kind()) {
            case ARRIVAL -> View.ARRIVEES;
            case CHANGE, RETURN -> View.MODIFICATIONS;
            case DEPARTURE, ABSENT -> View.DEPARTS;
        };
    }

    private static DifferenceRow of(Change change) {
        String kind = switch (change.kind()) {
            case ARRIVAL, RETURN -> "success";
            case CHANGE -> "primary";
            case DEPARTURE, ABSENT -> "warning";
        };
        String icon = switch (change.kind()) {
            case ARRIVAL, RETURN -> "user-plus";
            case CHANGE -> "pencil";
            case DEPARTURE, ABSENT -> "log-out";
        };
        return new DifferenceRow(
                "hrimport.badge." + change.kind().name(),
                kind,
                icon,
                change.name(),
                change.staffNumber(),
                change.lines().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                change.fields(),
                null,
                change.warnings());
    }

    private static DifferenceRow of(LineOutcome outcome, String badge, String kind, String icon) {
        return new DifferenceRow(
                "hrimport.badge." + badge,
                kind,
                icon,
                outcome.who(),
                "",
                String.valueOf(outcome.line()),
                List.of(),
                outcome.reason(),
                outcome.warnings());
    }
}
