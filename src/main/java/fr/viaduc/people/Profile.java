package fr.viaduc.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the viewer may know of a person: what they do, where, with whom and with what means.
 *
 * @param job what they do, empty when unknown
 * @param email professional; empty when none
 * @param about what they say of themselves, as it was typed; empty when nothing
 * @param absence the current or the next one; null when none, or when the viewer is not an agent
 * @param personal optional fields that the viewer may see, by kind
 * @param sameMissions colleagues elsewhere who have one of the person's missions
 */
public record Profile(
        long id,
        String name,
        String firstName,
        String lastName,
        String civility,
        boolean agent,
        boolean elected,
        @Nullable Long pictureId,
        String job,
        String email,
        String phone,
        String mobile,
        String about,
        String pronunciation,
        List<Post> posts,
        List<Named> missions,
        List<Named> skills,
        List<Means> means,
        List<Mandate> mandates,
        @Nullable Absence absence,
        Map<String, String> personal,
        List<PersonLine> team,
        long teamSize,
        List<PersonLine> sameMissions,
        List<Named> contactOf) {

    /** A post held in a unit, at a site. */
    public record Post(
            String job,
            Named unit,
            @Nullable Named above,
            @Nullable Named site,
            String address,
            @Nullable Named commune,
            @Nullable PersonLine manager,
            boolean primary) {}

    /** Something that has a page: its name and where it is. */
    public record Named(String ref, String name) {}

    /** Something entrusted. Kinds: vehicle, room, tool. */
    public record Means(String kind, String name, String reference, String note) {
        public String icon() {
            return switch (kind) {
                case "vehicle" -> "truck";
                case "room" -> "building-2";
                default -> "wrench";
            };
        }
    }

    /** A mandate that runs today. */
    public record Mandate(
            String function,
            String delegation,
            @Nullable Named commune,
            boolean inCouncil,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            List<String> commissions) {}

    /** Away and replaced by whom. */
    public record Absence(
            LocalDate startsOn,
            LocalDate endsOn,
            String message,
            @Nullable PersonLine substitute,
            String substitutePhone) {}

    public String initials() {
        return firstName.substring(0, Math.min(1, firstName.length()))
                + lastName.substring(0, Math.min(1, lastName.length()));
    }

    public int tint() {
        return People.tint(id);
    }

    /** Address of the portrait, null when there is none. */
    public @Nullable String picture() {
        return pictureId == null ? null : People.portrait(pictureId);
    }

    /** « Chef d’équipe voirie », or the mandate of who is not an agent. */
    public String role() {
        if (!job.isEmpty()) {
            return job;
        }
        return mandates.isEmpty() ? "" : mandates.getFirst().function();
    }

    /** The number one calls first. */
    public String bestPhone() {
        return mobile.isEmpty() ? phone : mobile;
    }
}
