package fr.viaduc.people.signin;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An account, as administrators see it. */
public record AccountState(
        long id,
        String name,
        @Nullable String staffNumber,
        @Nullable String jobTitle,
        boolean present,
        boolean activated,
        @Nullable LocalDate suspendedOn,
        @Nullable String suspendedReason,
        boolean secondFactor) {}
