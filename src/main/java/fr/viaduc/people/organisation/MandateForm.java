package fr.viaduc.people.organisation;

import fr.viaduc.web.Choice;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A mandate as typed.
 *
 * @param commune INSEE code; empty when it is of no commune
 * @param council whether it seats its holder in the community council
 * @param from first day, as a date field gives it
 * @param to last day, included; empty while it runs
 * @param commissions ids
 */
public record MandateForm(
        @Nullable Choice person,
        String function,
        String delegation,
        String commune,
        boolean council,
        String from,
        String to,
        Set<Long> commissions) {
    private static final int LONGEST = 200;

    static MandateForm of(@Nullable Choice person) {
        return new MandateForm(person, "", "", "", true, "", "", Set.of());
    }

    static MandateForm of(@Nullable Choice person, MultiValueMap<String, String> typed) {
        return new MandateForm(
                person,
                text(typed, "function"),
                text(typed, "delegation"),
                text(typed, "commune"),
                typed.containsKey("council"),
                text(typed, "from"),
                text(typed, "to"),
                typed.getOrDefault("commissions", List.of()).stream()
                        .filter(id -> id.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** What is to be taken up again: field → key of the text that says what to do. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (person == null) {
            errors.put("person", "people.organisation.error.person");
        }
        if (function.isEmpty() || function.length() > LONGEST) {
            errors.put("function", "people.organisation.error.function");
        }
        if (delegation.length() > LONGEST) {
            errors.put("delegation", "people.own.error.long");
        }
        LocalDate first = firstDay();
        LocalDate last = lastDay();
        if (first == null) {
            errors.put("from", "people.own.error.date");
        }
        if (last == null && !to.isEmpty()) {
            errors.put("to", "people.own.error.date");
        } else if (first != null && last != null && last.isBefore(first)) {
            errors.put("to", "people.own.error.order");
        }
        return errors;
    }

    @Nullable
    LocalDate firstDay() {
        return MandateController.date(from);
    }

    @Nullable
    LocalDate lastDay() {
        return MandateController.date(to);
    }
}
