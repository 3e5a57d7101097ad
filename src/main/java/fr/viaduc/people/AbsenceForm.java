package fr.viaduc.people;

import fr.viaduc.web.Choice;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An absence as typed; its reason is asked nowhere.
 *
 * @param from first day, as a date field gives it
 * @param to last day
 * @param substitute who replaces the person; null when nobody
 */
public record AbsenceForm(String from, String to, @Nullable Choice substitute, String message) {
    static final AbsenceForm EMPTY = new AbsenceForm("", "", null, "");
    private static final int LONGEST = 200;

    /** What is to be taken up again: field → key of the text that says what to do. */
    Map<String, String> errors(long person, LocalDate today) {
        Map<String, String> errors = new LinkedHashMap<>();
        LocalDate first = firstDay();
        LocalDate last = lastDay();
        if (first == null) {
            errors.put("from", "people.own.error.from");
        }
        if (last == null) {
            errors.put("to", "people.own.error.to");
        } else if (first != null && last.isBefore(first)) {
            errors.put("to", "people.own.error.order");
        } else if (last.isBefore(today)) {
            errors.put("to", "people.absences.error.past");
        }
        if (substitute != null && substitute.value().equals(String.valueOf(person))) {
            errors.put("substitute", "people.absences.error.substitute");
        }
        if (message.length() > LONGEST) {
            errors.put("message", "people.own.error.long");
        }
        return errors;
    }

    @Nullable
    LocalDate firstDay() {
        return date(from);
    }

    @Nullable
    LocalDate lastDay() {
        return date(to);
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
