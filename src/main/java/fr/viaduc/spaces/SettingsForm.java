package fr.viaduc.spaces;

import fr.viaduc.web.Texts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything one may set about a space. */
public record SettingsForm(
        String name,
        String description,
        String welcome,
        String welcomeFormat,
        int tint,
        String access,
        boolean elected,
        boolean history,
        boolean membersHidden,
        boolean leadersPost,
        boolean mandatory,
        @Nullable Long missionId) {

    /** What a browser sends: a box that is not ticked is not in it. */
    static SettingsForm of(Map<String, String> typed) {
        String tint = typed.getOrDefault("tint", "");
        return new SettingsForm(
                typed.getOrDefault("name", "").strip(),
                typed.getOrDefault("description", "").strip(),
                typed.getOrDefault("welcome", ""),
                typed.getOrDefault("welcomeFormat", ""),
                tint.matches("[1-6]") ? Integer.parseInt(tint) : 1,
                typed.getOrDefault("access", ""),
                NewSpaceForm.ticked(typed, "elected"),
                NewSpaceForm.ticked(typed, "history"),
                NewSpaceForm.ticked(typed, "membersHidden"),
                NewSpaceForm.ticked(typed, "leadersPost"),
                NewSpaceForm.ticked(typed, "mandatory"),
                NewSpaceForm.mission(typed));
    }

    static SettingsForm of(Space space) {
        return new SettingsForm(
                space.name(),
                space.description() == null ? "" : space.description(),
                space.welcome() == null ? "" : space.welcome(),
                "html",
                space.tint(),
                space.access().word(),
                space.elected(),
                space.historyShown(),
                !space.membersShown(),
                space.leadersPost(),
                space.mandatory(),
                space.missionId());
    }

    /** What is to be taken up again: field → what to do. */
    Map<String, String> errors(Space space, Texts texts, Locale locale) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (name.isEmpty() && space.kind() != Space.Kind.SERVICE) {
            errors.put("name", texts.of(locale, "spaces.error.name"));
        } else if (name.length() > NewSpaceForm.NAME) {
            errors.put("name", texts.of(locale, "spaces.error.long", NewSpaceForm.NAME));
        }
        if (description.length() > NewSpaceForm.DESCRIPTION) {
            errors.put("description", texts.of(locale, "spaces.error.long", NewSpaceForm.DESCRIPTION));
        }
        if (space.joined() && !Set.of("open", "request", "invitation", "secret").contains(access)) {
            errors.put("access", texts.of(locale, "spaces.error.choose"));
        }
        return errors;
    }
}
