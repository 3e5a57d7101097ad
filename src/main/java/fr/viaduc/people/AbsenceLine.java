package fr.viaduc.people;

import java.time.LocalDate;

/**
 * An absence under way or to come, as those who announce it see it.
 *
 * @param substitute name, empty when nobody
 * @param enteredBy name of who entered it when it was not the person; empty otherwise
 */
public record AbsenceLine(
        long id, LocalDate startsOn, LocalDate endsOn, String substitute, String message, String enteredBy) {}
