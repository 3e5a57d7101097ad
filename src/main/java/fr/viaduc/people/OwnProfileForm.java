package fr.viaduc.people;

import fr.viaduc.web.Choice;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What one says of oneself, as typed.
 *
 * @param skills names of skills
 * @param missions ids and names
 * @param fields optional fields by kind
 * @param absenceFrom first day of the absence, as a date field gives it; empty when none
 * @param substitute id and name of who replaces one, null when nobody
 */
public record OwnProfileForm(
        String about,
        String pronunciation,
        String phone,
        String mobile,
        List<Choice> skills,
        List<Choice> missions,
        Map<String, Field> fields,
        String absenceFrom,
        String absenceTo,
        String absenceMessage,
        @Nullable Choice substitute) {

    /** The optional fields, in the order of the form. */
    public static final List<String> KINDS =
            List.of("personal_phone", "personal_email", "birthday", "languages", "interests", "pronouns");

    /** Who may see an optional field, the fewest first. */
    public static final List<String> VISIBILITIES = List.of("self", "colleagues", "agents", "everyone");

    private static final int LONGEST_ABOUT = 2000;
    private static final int LONGEST = 200;
    private static final int MOST_TAGS = 30;
    private static final String PHONE = "[0-9 +().-]{6,25}";

    /** An optional field and who may see it. */
    public record Field(String value, String visibility) {}

    static OwnProfileForm of(MultiValueMap<String, String> form, List<Choice> missions, @Nullable Choice substitute) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String kind : KINDS) {
            String visibility = text(form, kind + "_visibility");
            fields.put(kind, new Field(text(form, kind), VISIBILITIES.contains(visibility) ? visibility : "self"));
        }
        return new OwnProfileForm(
                text(form, "about"),
                text(form, "pronunciation"),
                text(form, "phone"),
                text(form, "mobile"),
                form.getOrDefault("skills", List.of()).stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .limit(MOST_TAGS)
                        .map(name -> new Choice(name, name))
                        .toList(),
                missions,
                fields,
                text(form, "absenceFrom"),
                text(form, "absenceTo"),
                text(form, "absenceMessage"),
                substitute);
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        String typed = form.getFirst(name);
        return typed == null ? "" : typed.strip();
    }

    /** What is to be taken up again: field → key of the text that says what to do. */
    Map<String, String> errors(long ownId) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (about.length() > LONGEST_ABOUT) {
            errors.put("about", "people.own.error.about");
        }
        if (pronunciation.length() > LONGEST) {
            errors.put("pronunciation", "people.own.error.long");
        }
        phone(errors, "phone", phone);
        phone(errors, "mobile", mobile);
        if (skills.stream().anyMatch(skill -> skill.label().length() > 60)) {
            errors.put("skills", "people.own.error.skill");
        }
        fields.forEach((kind, field) -> {
            if (field.value().length() > LONGEST) {
                errors.put(kind, "people.own.error.long");
            }
        });
        phone(errors, "personal_phone", field("personal_phone").value());
        String email = field("personal_email").value();
        if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            errors.put("personal_email", "people.own.error.email");
        }
        String birthday = field("birthday").value();
        if (birthday.matches(".*\\b(19|20)\\d\\d\\b.*")) {
            errors.put("birthday", "people.own.error.birthday");
        }
        absence(errors, ownId);
        return errors;
    }

    private static void phone(Map<String, String> errors, String name, String typed) {
        if (!typed.isEmpty() && !typed.matches(PHONE)) {
            errors.put(name, "people.own.error.phone");
        }
    }

    private void absence(Map<String, String> errors, long ownId) {
        LocalDate from = date(absenceFrom);
        LocalDate to = date(absenceTo);
        if (!absenceFrom.isEmpty() && from == null) {
            errors.put("absenceFrom", "people.own.error.date");
        }
        if (!absenceTo.isEmpty() && to == null) {
            errors.put("absenceTo", "people.own.error.date");
        }
        if (absenceFrom.isEmpty() && !absenceTo.isEmpty()) {
            errors.put("absenceFrom", "people.own.error.from");
        } else if (from != null && absenceTo.isEmpty()) {
            errors.put("absenceTo", "people.own.error.to");
        } else if (from != null && to != null && to.isBefore(from)) {
            errors.put("absenceTo", "people.own.error.order");
        }
        if (absenceMessage.length() > LONGEST) {
            errors.put("absenceMessage", "people.own.error.long");
        }
        if (substitute != null && substitute.value().equals(String.valueOf(ownId))) {
            errors.put("substitute", "people.own.error.substitute");
        }
    }

    static @Nullable LocalDate date(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    public Field field(String kind) {
        return fields.getOrDefault(kind, new Field("", "self"));
    }
}
