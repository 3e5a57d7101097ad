package fr.viaduc.people.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Lines of the administration's lists. */
public final class Organisation {
    private Organisation() {}

    /**
     * A unit of the tree.
     *
     * @param depth 1 at the top
     */
    public record UnitLine(long id, String name, String kind, int depth, String head, long people) {}

    /** A site, a mission, a commission: something named. */
    public record Line(long id, String name, String detail) {}

    /**
     * Somebody whom the network knows.
     *
     * @param elected without employment
     * @param present in the directory today
     * @param ahead whether they will still be, or will be for the first time, after today
     * @param cursor where a list goes on after this person
     */
    public record KnownPerson(
            long id,
            String name,
            String number,
            boolean elected,
            String job,
            boolean present,
            boolean ahead,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate leftOn,
            String cursor) {}

    /**
     * A mandate and whose it is.
     *
     * @param cursor where a list goes on after it
     */
    public record MandateLine(
            long id,
            long personId,
            String person,
            String function,
            String commune,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String cursor) {}

    /** A role and who has it. */
    public record RoleLine(
            long personId,
            String person,
            String role,
            @Nullable Long siteId,
            String site) {}

    /** What was decided about a role. */
    public record RoleEntry(
            String person, String role, String site, boolean granted, String actor, java.time.Instant at) {}

    /** Where a person works. */
    public record AssignmentLine(
            long id,
            String unit,
            String site,
            String job,
            boolean primary,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {}
}
