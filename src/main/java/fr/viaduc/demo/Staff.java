package fr.viaduc.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An agent, as the demonstration makes them.
 *
 * @param manager matricule of the manager, null for the director
 * @param quota percent of full time
 */
record Staff(
        String staffNumber,
        String civility,
        String firstName,
        String lastName,
        String job,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String mobile,
        LocalDate startedOn,
        @Nullable LocalDate leftOn,
        @Nullable String about,
        Service service,
        @Nullable Team team,
        Place place,
        int quota,
        @Nullable String manager,
        Set<Mission> missions,
        List<String> skills) {

    /** The code of the unit in which the agent works. */
    String unit() {
        return team == null ? service.code : team.name();
    }

    Staff leads(String title) {
        return new Staff(
                staffNumber,
                civility,
                firstName,
                lastName,
                title,
                email,
                phone,
                mobile,
                startedOn,
                leftOn,
                about,
                service,
                team,
                place,
                100,
                manager,
                missions,
                skills);
    }

    Staff managedBy(@Nullable String newManager) {
        return new Staff(
                staffNumber,
                civility,
                firstName,
                lastName,
                job,
                email,
                phone,
                mobile,
                startedOn,
                leftOn,
                about,
                service,
                team,
                place,
                quota,
                newManager,
                missions,
                skills);
    }
}
