package fr.viaduc.faq;

import fr.viaduc.text.RichText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A question as it is sent; nothing in it is trusted.
 *
 * @param format "html" from the editor
 * @param category id of the category, as text
 * @param unit id of the service, as text
 * @param audience value of a {@link fr.viaduc.content.Audience}, or "" to leave it as it is
 * @param reviewBy by which day it is to be checked again
 * @param source the item that it is made from, null when none
 */
public record QuestionForm(
        String title,
        String answer,
        String format,
        String category,
        String unit,
        String audience,
        @Nullable LocalDate reviewBy,
        @Nullable Long source,
        UUID key) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST = 100_000;

    /** @param fields gives the value of a field, "" when it was not sent: a request, or a draft */
    static QuestionForm of(Function<String, String> fields) {
        return new QuestionForm(
                fields.apply("question").strip(),
                fields.apply("reponse"),
                fields.apply("reponseFormat"),
                fields.apply("categorie"),
                fields.apply("service"),
                fields.apply("public"),
                date(fields.apply("verifierAvant")),
                number(fields.apply("depuis")),
                key(fields.apply("idempotencyKey")));
    }

    /** The answer as one types it without scripts. */
    public String typed() {
        return format.equals("html") ? RichText.typed(RichText.clean(answer)) : answer;
    }

    /** The answer for the editor; null when it was typed without one. */
    public @Nullable String html() {
        return format.equals("html") ? RichText.clean(answer) : null;
    }

    /** What is wrong, field by field, as message keys. */
    Map<String, String> errors(LocalDate today) {
        var errors = new LinkedHashMap<String, String>();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            errors.put("question", "faq.error.question");
        }
        if (answer.length() > LONGEST || RichText.isBlank(RichText.fromForm(answer, format))) {
            errors.put("reponse", "faq.error.answer");
        }
        if (categoryId() < 0) {
            errors.put("categorie", "faq.error.category");
        }
        if (unitId() < 0) {
            errors.put("service", "faq.error.unit");
        }
        if (reviewBy == null || !reviewBy.isAfter(today) || reviewBy.isAfter(today.plusYears(3))) {
            errors.put("verifierAvant", "faq.error.review");
        }
        return errors;
    }

    long categoryId() {
        return category.matches("\\d{1,18}") ? Long.parseLong(category) : -1;
    }

    long unitId() {
        return unit.matches("\\d{1,18}") ? Long.parseLong(unit) : -1;
    }

    public String reviewDay() {
        return reviewBy == null ? "" : reviewBy.toString();
    }

    static @Nullable LocalDate date(String value) {
        try {
            return value.isBlank() ? null : LocalDate.parse(value);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    private static @Nullable Long number(String value) {
        return value.matches("\\d{1,18}") ? Long.valueOf(value) : null;
    }

    private static UUID key(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }
}
