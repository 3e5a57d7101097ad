package fr.viaduc.people.signin;

import fr.viaduc.web.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What sign-in knows of a person.
 *
 * @param passwordHash null when the person has not chosen a password yet
 * @param present employed or holding a mandate today
 * @param deviceKnown whether the device of this request has signed in to this account before
 */
record Account(
        long personId,
        String firstName,
        @Nullable String passwordHash,
        boolean suspended,
        boolean present,
        boolean totp,
        boolean passkey,
        boolean deviceKnown,
        Set<Role> roles) {

    static final Set<Role> WITH_SECOND_FACTOR = Set.of(Role.ADMINISTRATOR, Role.HUMAN_RESOURCES, Role.MODERATOR);

    boolean mayEnter() {
        return present && !suspended;
    }

    boolean sensitive() {
        return roles.stream().anyMatch(WITH_SECOND_FACTOR::contains);
    }
}
