package fr.viaduc.people.hrimport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one line of the file says of one agent, cleaned; nothing in it may not be kept. */
record AgentLine(
        int line,
        int lines,
        String staffNumber,
        @Nullable String civility,
        String lastName,
        String firstName,
        @Nullable String job,
        String unitCode,
        String unitName,
        String pole,
        String site,
        String commune,
        @Nullable BigDecimal quota,
        @Nullable LocalDate arrival,
        @Nullable LocalDate departure,
        boolean departureKnown,
        @Nullable String email,
        @Nullable String phone,
        String manager,
        List<Reason> warnings) {
    String name() {
        return firstName + " " + lastName;
    }

    /** The same person writes to the same key, whatever the capitals and accents. */
    String personKey() {
        return Plain.of(lastName) + "|" + Plain.of(firstName);
    }

    boolean endedBefore(LocalDate day) {
        return departure != null && departure.isBefore(day);
    }

    /** A person leaves with the last of their assignments; one without an end means that they stay. */
    static @Nullable LocalDate departureOf(List<AgentLine> lines) {
        if (lines.stream().anyMatch(line -> line.departure() == null)) {
            return null;
        }
        return lines.stream()
                .map(AgentLine::departure)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    static @Nullable LocalDate arrivalOf(List<AgentLine> lines) {
        return lines.stream()
                .map(AgentLine::arrival)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** What one looks for in a line. */
    interface Part<T> {
        @Nullable
        T of(AgentLine line);
    }

    /** The first value that one of the lines gives, null when none does. */
    static <T> @Nullable T firstOf(List<AgentLine> lines, Part<T> part) {
        for (AgentLine line : lines) {
            T value = part.of(line);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
