package fr.viaduc.people.signin;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A shared device. */
public record Kiosk(long id, String name, @Nullable String site, LocalDate since) {}
