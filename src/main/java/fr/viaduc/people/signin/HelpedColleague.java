package fr.viaduc.people.signin;

import org.jspecify.annotations.Nullable;

/** Somebody a contact may help. */
public record HelpedColleague(
        long id,
        String name,
        @Nullable String staffNumber,
        @Nullable String jobTitle,
        boolean activated) {}
