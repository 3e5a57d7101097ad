package fr.viaduc.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings as they are typed.
 *
 * @param openedBy who may open a group: "agents" or "communication"
 * @param helpPhone shown where people need help; empty for none
 * @param helpEmail likewise
 */
public record SettingsForm(String openedBy, String helpPhone, String helpEmail) {
    static final String OPENED_BY = "spaces.opened_by";
    static final String HELP_PHONE = "organisation.help_phone";
    static final String HELP_EMAIL = "organisation.help_email";

    static SettingsForm of(@Nullable String openedBy, @Nullable String helpPhone, @Nullable String helpEmail) {
        return new SettingsForm(stripped(openedBy), stripped(helpPhone), stripped(helpEmail));
    }

    /** What is to be corrected, by field: keys of texts. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!openedBy.equals("agents") && !openedBy.equals("communication")) {
            errors.put("ouverture", "admin.settings.openedBy.missing");
        }
        if (!helpPhone.matches("|\\+?[0-9][0-9 .]{3,24}")) {
            errors.put("telephone", "admin.settings.helpPhone.wrong");
        }
        if (!helpEmail.matches("|[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+") || helpEmail.length() > 200) {
            errors.put("courriel", "admin.settings.helpEmail.wrong");
        }
        return errors;
    }

    private static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
