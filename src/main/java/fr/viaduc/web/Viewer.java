package fr.viaduc.web;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person who looks: every read and every write is done through one.
 *
 * @param id people.person's; 0 in the preview "Voir comme un élu", which is nobody
 * @param picture address of the small portrait, null when there is none
 * @param agent employed today
 * @param elected holds a mandate today
 * @param theme "light", "dark" or "" (follows the device)
 * @param textSize "large", "larger" or ""
 * @param kiosk on a shared device
 * @param sessionId people.session's; null for jobs and command lines
 * @param preview whether an administrator looks "as an élu"; nothing can be written then
 */
public record Viewer(
        long id,
        String name,
        String firstName,
        String initials,
        int tint,
        @Nullable String picture,
        boolean agent,
        boolean elected,
        Set<Role> roles,
        Locale locale,
        String theme,
        String textSize,
        boolean kiosk,
        @Nullable Long sessionId,
        boolean preview) {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether one of these roles is held. */
    public boolean isAny(Role... some) {
        for (Role role : some) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
