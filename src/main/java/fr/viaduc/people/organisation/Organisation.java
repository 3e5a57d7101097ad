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

    /** A mandate and whose it is. */
    public record MandateLine(
            long id,
            long personId,
            String person,
            String function,
            String commune,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

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
