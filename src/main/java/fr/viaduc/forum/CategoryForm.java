package fr.viaduc.forum;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A category as the administration sends it.
 *
 * @param audience value of {@link fr.viaduc.content.Audience}; empty keeps the category's own
 * @param referent a person's id
 * @param matricule the same person by staff number, for those who have no scripts
 * @param service a unit's id
 */
public record CategoryForm(
        String nom,
        String description,
        String audience,
        @Nullable Long referent,
        String matricule,
        @Nullable Long service,
        int jours,
        int rang) {
    static final int NAME = 80;
    static final int DESCRIPTION = 300;
    private static final int MOST_DAYS = 60;
    private static final int MOST_RANK = 999;

    static CategoryForm blank() {
        return new CategoryForm("", "", "", null, "", null, 3, 50);
    }

    static CategoryForm of(Category category) {
        return new CategoryForm(
                category.name(),
                category.description(),
                "",
                category.referentId(),
                "",
                category.referentUnitId(),
                category.answerDays(),
                category.position());
    }

    static CategoryForm of(Map<String, String> fields) {
        return new CategoryForm(
                fields.getOrDefault("nom", "").strip(),
                fields.getOrDefault("description", "").strip(),
                fields.getOrDefault("audience", ""),
                id(fields.getOrDefault("referent", "")),
                fields.getOrDefault("matricule", "").strip(),
                id(fields.getOrDefault("service", "")),
                number(fields.getOrDefault("jours", "")),
                number(fields.getOrDefault("rang", "")));
    }

    /** The same, with that person as its referent. */
    CategoryForm answeredBy(@Nullable Long person) {
        return new CategoryForm(nom, description, audience, person, matricule, service, jours, rang);
    }

    /** What is wrong, field by field, as message keys. */
    Map<String, String> errors(boolean isNew) {
        var errors = new LinkedHashMap<String, String>();
        if (nom.isEmpty() || nom.length() > NAME) {
            errors.put("nom", "forum.category.error.name");
        }
        if (description.length() > DESCRIPTION) {
            errors.put("description", "forum.category.error.description");
        }
        if (isNew && audience.isEmpty()) {
            errors.put("audience", "forum.category.error.audience");
        }
        if ((referent != null || !matricule.isEmpty()) && service != null) {
            errors.put("service", "forum.category.error.both");
        }
        if (jours < 1 || jours > MOST_DAYS) {
            errors.put("jours", "forum.category.error.days");
        }
        if (rang < 0 || rang > MOST_RANK) {
            errors.put("rang", "forum.category.error.rank");
        }
        return errors;
    }

    private static @Nullable Long id(String value) {
        return value.matches("\\d{1,18}") ? Long.valueOf(value) : null;
    }

    private static int number(String value) {
        return value.matches("\\d{1,4}") ? Integer.parseInt(value) : -1;
    }
}
