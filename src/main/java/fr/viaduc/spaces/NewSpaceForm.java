package fr.viaduc.spaces;

import fr.viaduc.web.Texts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked to open a group. */
public record NewSpaceForm(
        String name,
        String description,
        String kind,
        String access,
        boolean elected,
        boolean history,
        @Nullable Long missionId) {
    static final int NAME = 80;
    static final int DESCRIPTION = 500;

    /** What a browser sends: a box that is not ticked is not in it. */
    static NewSpaceForm of(Map<String, String> typed) {
        return new NewSpaceForm(
                typed.getOrDefault("name", "").strip(),
                typed.getOrDefault("description", "").strip(),
                typed.getOrDefault("kind", ""),
                typed.getOrDefault("access", ""),
                ticked(typed, "elected"),
                ticked(typed, "history"),
                mission(typed));
    }

    static boolean ticked(Map<String, String> typed, String name) {
        return "true".equals(typed.get(name));
    }

    static @Nullable Long mission(Map<String, String> typed) {
        String id = typed.getOrDefault("missionId", "");
        return id.matches("\\d{1,18}") ? Long.valueOf(id) : null;
    }

    static NewSpaceForm empty() {
        return new NewSpaceForm("", "", "group", "open", false, true, null);
    }

    /** What is to be taken up again: field → what to do. */
    Map<String, String> errors(Texts texts, Locale locale) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (name.isEmpty()) {
            errors.put("name", texts.of(locale, "spaces.error.name"));
        } else if (name.length() > NAME) {
            errors.put("name", texts.of(locale, "spaces.error.long", NAME));
        }
        if (description.length() > DESCRIPTION) {
            errors.put("description", texts.of(locale, "spaces.error.long", DESCRIPTION));
        }
        if (!Set.of("group", "community").contains(kind)) {
            errors.put("kind", texts.of(locale, "spaces.error.choose"));
        }
        if (!Set.of("open", "request", "invitation", "secret").contains(access)) {
            errors.put("access", texts.of(locale, "spaces.error.choose"));
        }
        return errors;
    }
}
