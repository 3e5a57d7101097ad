package fr.viaduc.people;

import fr.viaduc.web.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * What one says of oneself, as typed.
 *
 * @param skills names of skills
 * @param missions ids and names
 * @param fields optional fields by kind
 */
public record OwnProfileForm(
        String about,
        String pronunciation,
        String phone,
        String mobile,
        List<Choice> skills,
        List<Choice> missions,
        Map<String, Field> fields) {

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

    static OwnProfileForm of(MultiValueMap<String, String> form, List<Choice> missions) {
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
                Stream.concat(form.getOrDefault("skills", List.of()).stream(), Picks.typed(form, "skills").stream())
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .limit(MOST_TAGS)
                        .map(name -> new Choice(name, name))
                        .toList(),
                missions,
                fields);
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        String typed = form.getFirst(name);
        return typed == null ? "" : typed.strip();
    }

    /** What is to be taken up again: field → key of the text that says what to do. */
    Map<String, String> errors() {
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
        return errors;
    }

    private static void phone(Map<String, String> errors, String name, String typed) {
        if (!typed.isEmpty() && !typed.matches(PHONE)) {
            errors.put(name, "people.own.error.phone");
        }
    }

    public Field field(String kind) {
        return fields.getOrDefault(kind, new Field("", "self"));
    }
}
