package fr.viaduc.people.organisation;

import fr.viaduc.web.Choice;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Who someone is, as typed.
 *
 * @param elected an elected official without employment; their rights come from mandates, not from the two dates
 * @param number staff number; empty for a new elected official, who is given the next one
 * @param from first day in post, as a date field gives it
 * @param to last day in post; empty while it is not known
 */
public record PersonForm(
        boolean elected,
        String number,
        String civility,
        String firstName,
        String lastName,
        String job,
        String email,
        String phone,
        String mobile,
        String from,
        String to,
        List<Choice> missions) {
    static final PersonForm NEW_AGENT = empty(false);
    static final PersonForm NEW_ELECTED = empty(true);
    static final List<String> CIVILITIES = List.of("", "Mme", "M.");
    private static final int LONGEST = 120;
    private static final String PHONE = "[0-9 +().-]{6,25}";

    private static PersonForm empty(boolean elected) {
        return new PersonForm(elected, "", "", "", "", "", "", "", "", "", "", List.of());
    }

    static PersonForm of(MultiValueMap<String, String> typed, boolean elected, List<Choice> missions) {
        String civility = text(typed, "civility");
        return new PersonForm(
                elected,
                text(typed, "number"),
                CIVILITIES.contains(civility) ? civility : "",
                text(typed, "firstName"),
                text(typed, "lastName"),
                text(typed, "job"),
                text(typed, "email"),
                text(typed, "phone"),
                text(typed, "mobile"),
                text(typed, "from"),
                text(typed, "to"),
                missions);
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** What is to be taken up again: field → key of the text that says what to do. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!elected && !number.matches("[0-9A-Za-z-]{1,20}")) {
            errors.put("number", "people.person.error.number");
        } else if (elected && !number.isEmpty() && !number.matches("E\\d{4,8}")) {
            errors.put("number", "people.person.error.number.elected");
        }
        name(errors, "firstName", firstName);
        name(errors, "lastName", lastName);
        if (job.length() > LONGEST) {
            errors.put("job", "people.own.error.long");
        }
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            errors.put("email", "people.own.error.email");
        }
        phone(errors, "phone", phone);
        phone(errors, "mobile", mobile);
        LocalDate first = firstDay();
        LocalDate last = lastDay();
        if (!elected && first == null) {
            errors.put("from", "people.person.error.from");
        }
        if (last == null && !to.isEmpty()) {
            errors.put("to", "people.own.error.date");
        } else if (first != null && last != null && last.isBefore(first)) {
            errors.put("to", "people.own.error.order");
        }
        return errors;
    }

    private static void name(Map<String, String> errors, String field, String typed) {
        if (typed.isEmpty() || typed.length() > LONGEST) {
            errors.put(field, "people.person.error." + field);
        }
    }

    private static void phone(Map<String, String> errors, String field, String typed) {
        if (!typed.isEmpty() && !typed.matches(PHONE)) {
            errors.put(field, "people.own.error.phone");
        }
    }

    @Nullable
    LocalDate firstDay() {
        return elected ? null : MandateController.date(from);
    }

    @Nullable
    LocalDate lastDay() {
        return elected ? null : MandateController.date(to);
    }
}
