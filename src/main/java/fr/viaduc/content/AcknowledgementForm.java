package fr.viaduc.content;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of a composer that asks for « J’ai pris connaissance » ({@code content/acknowledgementFields}); any kind of
 * item may carry it. Nothing in it is trusted.
 *
 * @param wanted whether it is asked at all
 * @param kind word of a {@link Acknowledgement.Kind}
 * @param named whether the issuer will see names, until {@code namedUntil}
 */
public record AcknowledgementForm(
        boolean wanted,
        String kind,
        @Nullable LocalDate dueOn,
        boolean named,
        @Nullable LocalDate namedUntil) {
    /** Asks nothing. */
    public static final AcknowledgementForm NONE = new AcknowledgementForm(false, "note", null, false, null);

    private static final int MOST_MONTHS = 12;

    /** What is asked already; nothing when nothing is. */
    public static AcknowledgementForm of(@Nullable Acknowledgement asked) {
        return asked == null
                ? NONE
                : new AcknowledgementForm(
                        true, asked.kind().word(), asked.dueOn(), asked.namedUntil() != null, asked.namedUntil());
    }

    /** @param fields gives the values of a field, none when it was not sent: a request, or a draft */
    public static AcknowledgementForm of(Function<String, List<String>> fields) {
        return new AcknowledgementForm(
                one(fields, "confirmation").equals("true"),
                one(fields, "confirmationNature"),
                date(one(fields, "confirmationAvant")),
                one(fields, "confirmationNoms").equals("true"),
                date(one(fields, "confirmationNomsJusquau")));
    }

    /** What is wrong, by field, as message keys. */
    public Map<String, String> errors(LocalDate today) {
        var errors = new LinkedHashMap<String, String>();
        if (!wanted) {
            return errors;
        }
        if (Acknowledgement.Kind.of(kind) == null) {
            errors.put("confirmationNature", "content.acknowledgement.error.kind");
        }
        if (dueOn == null || !dueOn.isAfter(today) || dueOn.isAfter(today.plusMonths(MOST_MONTHS))) {
            errors.put("confirmationAvant", "content.acknowledgement.error.due");
        } else if (named
                && (namedUntil == null
                        || namedUntil.isBefore(dueOn)
                        || namedUntil.isAfter(dueOn.plusMonths(MOST_MONTHS)))) {
            errors.put("confirmationNomsJusquau", "content.acknowledgement.error.named");
        }
        return errors;
    }

    static @Nullable LocalDate date(String value) {
        try {
            return value.isBlank() ? null : LocalDate.parse(value);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    private static String one(Function<String, List<String>> fields, String name) {
        List<String> values = fields.apply(name);
        return values.isEmpty() ? "" : values.getFirst().strip();
    }
}
