package fr.viaduc.forum;

import fr.viaduc.content.Drafts;
import fr.viaduc.text.RichText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A topic as it is sent; nothing in it is trusted.
 *
 * @param title one line
 * @param category id of the category, null when none was chosen
 * @param format "html" from the editor
 * @param question whether an answer is expected
 * @param narrow value of {@link fr.viaduc.content.Audience}: only these of the category; empty: all of it
 * @param tags subjects, separated by commas
 */
public record TopicForm(
        String title,
        @Nullable Long category,
        String text,
        String format,
        boolean question,
        String narrow,
        String tags,
        UUID key) {
    static final int LONGEST_TITLE = 150;
    private static final int SHORTEST_TITLE = 5;
    private static final int LONGEST = 200_000;
    private static final int MOST_TAGS = 6;
    private static final int LONGEST_TAG = 40;

    static TopicForm of(HttpServletRequest request) {
        String category = text(request, "rubrique");
        return new TopicForm(
                text(request, "titre").strip().replaceAll("\\s+", " "),
                category.matches("\\d{1,18}") ? Long.valueOf(category) : null,
                text(request, "texte"),
                text(request, "texteFormat"),
                !text(request, "nature").equals("discussion"),
                text(request, "public"),
                text(request, "etiquettes"),
                key(text(request, "idempotencyKey")));
    }

    /** The empty form, or what was being typed when one left. */
    static TopicForm draft(Drafts.Draft kept, @Nullable Long category, String title) {
        String keptCategory = kept.value("rubrique");
        Long number = keptCategory.matches("\\d{1,18}") ? Long.valueOf(keptCategory) : null;
        return new TopicForm(
                title.isEmpty() ? kept.value("titre") : title,
                category == null ? number : category,
                kept.value("texte"),
                kept.value("texteFormat"),
                !kept.value("nature").equals("discussion"),
                kept.value("public"),
                kept.value("etiquettes"),
                UUID.randomUUID());
    }

    static TopicForm of(Topic topic, List<Tag> tags) {
        return new TopicForm(
                topic.title(),
                topic.category() == null ? null : topic.category().id(),
                topic.item().body(),
                "html",
                topic.question(),
                "",
                String.join(", ", tags.stream().map(Tag::name).toList()),
                UUID.randomUUID());
    }

    /** The text as one types it without scripts. */
    public String typed() {
        return format.equals("html") ? RichText.typed(RichText.clean(text)) : text;
    }

    /** The text for the editor; null when it was typed without one. */
    public @Nullable String html() {
        return format.equals("html") ? RichText.clean(text) : null;
    }

    /** What is wrong, field by field, as message keys. */
    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        if (title.length() < SHORTEST_TITLE) {
            errors.put("titre", "forum.error.title");
        } else if (title.length() > LONGEST_TITLE) {
            errors.put("titre", "forum.error.titleLong");
        }
        if (category == null) {
            errors.put("rubrique", "forum.error.category");
        }
        if (text.length() > LONGEST) {
            errors.put("texte", "forum.error.long");
        } else if (RichText.isBlank(RichText.fromForm(text, format))) {
            errors.put("texte", "forum.error.blank");
        }
        if (tagNames().size() > MOST_TAGS || tagNames().stream().anyMatch(name -> name.length() > LONGEST_TAG)) {
            errors.put("etiquettes", "forum.error.tags");
        }
        return errors;
    }

    /** The subjects, each once. */
    List<String> tagNames() {
        var names = new LinkedHashMap<String, String>();
        Arrays.stream(tags.split("[,;\\n]", -1))
                .map(name -> name.strip().replaceAll("\\s+", " "))
                .filter(name -> !Topic.slug(name).isEmpty())
                .forEach(name -> names.putIfAbsent(Topic.slug(name), name));
        return List.copyOf(names.values());
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static UUID key(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID();
        }
    }
}
