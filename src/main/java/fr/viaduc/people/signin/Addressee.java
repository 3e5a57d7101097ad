package fr.viaduc.people.signin;

import org.jspecify.annotations.Nullable;

/** Somebody to write to. */
public record Addressee(
        long id,
        String name,
        @Nullable String civility,
        String staffNumber,
        @Nullable String unit,
        @Nullable String site,
        @Nullable String contacts) {}
