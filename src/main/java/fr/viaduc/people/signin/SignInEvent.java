package fr.viaduc.people.signin;

import java.time.Instant;

/** One line of the log. */
public record SignInEvent(Instant at, SignInKind kind, String device, String detail) {}
