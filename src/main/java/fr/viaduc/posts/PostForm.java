package fr.viaduc.posts;

import fr.viaduc.text.RichText;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post as it is sent; nothing in it is trusted.
 *
 * @param format "html" from the editor
 * @param audience values of {@link fr.viaduc.content.Audience}
 * @param pictures ids of files already sent, with their alternative texts in the same order
 * @param closesOn last day of the poll, null when there is none or it is not a date
 */
record PostForm(
        String text,
        String format,
        List<String> audience,
        List<Long> pictures,
        List<String> alternatives,
        List<Long> files,
        String link,
        String linkTitle,
        String question,
        List<String> options,
        boolean anonymous,
        boolean several,
        @Nullable LocalDate closesOn,
        List<Long> thanked,
        String returnTo,
        UUID key) {
    static final int MOST_PICTURES = 20;
    static final int MOST_FILES = 10;
    static final int MOST_OPTIONS = 6;
    private static final int LONGEST = 200_000;

    static PostForm of(HttpServletRequest request) {
        return new PostForm(
                text(request, "texte"),
                text(request, "texteFormat"),
                values(request, "audience"),
                numbers(request, "photos"),
                values(request, "photosAlternative"),
                numbers(request, "fichiers"),
                text(request, "lien"),
                text(request, "lienTitre"),
                text(request, "question"),
                values(request, "reponse").stream()
                        .filter(option -> !option.isBlank())
                        .toList(),
                !text(request, "anonyme").equals("false"),
                text(request, "plusieurs").equals("true"),
                date(text(request, "jusquau")),
                numbers(request, "bravo"),
                text(request, "retour"),
                key(text(request, "idempotencyKey")));
    }

    /** The empty form, for an audience. */
    static PostForm blank(List<String> audience, String returnTo) {
        return new PostForm(
                "",
                "",
                audience,
                List.of(),
                List.of(),
                List.of(),
                "",
                "",
                "",
                List.of(),
                true,
                false,
                null,
                List.of(),
                returnTo,
                UUID.randomUUID());
    }

    boolean hasPoll() {
        return !question.isBlank() || !options.isEmpty();
    }

    /** What is wrong, field by field, as message keys. */
    Map<String, String> errors(LocalDate today, boolean hasNewFiles) {
        var errors = new LinkedHashMap<String, String>();
        boolean silent = RichText.isBlank(RichText.fromForm(text, format));
        if (audience.isEmpty()) {
            errors.put("audience", "posts.error.audience");
        }
        if (text.length() > LONGEST) {
            errors.put("texte", "posts.error.long");
        } else if (silent && pictures.isEmpty() && files.isEmpty() && !hasNewFiles && link.isBlank() && !hasPoll()) {
            errors.put("texte", "posts.error.blank");
        } else if (silent && !thanked.isEmpty()) {
            errors.put("texte", "posts.error.thanks");
        }
        if (pictures.size() > MOST_PICTURES) {
            errors.put("photos", "posts.error.pictures");
        }
        if (files.size() > MOST_FILES) {
            errors.put("fichiers", "posts.error.files");
        }
        if (!link.isBlank() && !link.strip().matches("https?://\\S{3,2000}")) {
            errors.put("lien", "posts.error.link");
        }
        if (hasPoll()) {
            pollErrors(today, errors);
        }
        return errors;
    }

    private void pollErrors(LocalDate today, Map<String, String> errors) {
        if (question.isBlank() || question.length() > 300) {
            errors.put("question", "posts.error.question");
        }
        if (options.size() < 2
                || options.size() > MOST_OPTIONS
                || options.stream().anyMatch(o -> o.length() > 200)) {
            errors.put("reponse-1", "posts.error.options");
        }
        if (closesOn == null || !closesOn.isAfter(today) || closesOn.isAfter(today.plusYears(1))) {
            errors.put("jusquau", "posts.error.deadline");
        }
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static List<String> values(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    private static List<Long> numbers(HttpServletRequest request, String name) {
        var numbers = new ArrayList<Long>();
        for (String value : values(request, name)) {
            if (value.matches("\\d{1,18}") && !numbers.contains(Long.valueOf(value))) {
                numbers.add(Long.valueOf(value));
            }
        }
        return List.copyOf(numbers);
    }

    private static @Nullable LocalDate date(String value) {
        try {
            return value.isBlank() ? null : LocalDate.parse(value);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    private static UUID key(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }
}
