package fr.viaduc.people;

import fr.viaduc.people.Profile.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places of the organisation, each with its page: units, sites, communes, missions, and the means found there. */
public final class Place {
    private Place() {}

    /**
     * A unit of the organisation.
     *
     * @param above from the top to the unit's parent
     * @param below units directly under it, with how many people each has
     * @param heads how many people it has, with those under it
     */
    public record Unit(
            long id,
            String slug,
            String name,
            String kind,
            String mission,
            String phone,
            String email,
            @Nullable PersonLine head,
            @Nullable Named site,
            String address,
            List<Named> above,
            List<UnitLine> below,
            List<Counted> sites,
            List<Counted> missions,
            List<FoundPerson> people,
            long heads,
            List<Asset> means) {
        public boolean hasSpace() {
            return kind.equals("service");
        }
    }

    /** A unit in a tree or a list. */
    public record UnitLine(
            long id,
            String slug,
            String name,
            String kind,
            @Nullable PersonLine head,
            long heads,
            boolean parent) {}

    /** Something with how many people it has. */
    public record Counted(String ref, String name, long number) {}

    /** Where people work. */
    public record Site(
            long id,
            String slug,
            String name,
            @Nullable Named commune,
            String address,
            String phone,
            String opening,
            String accessNote,
            List<PersonLine> contacts,
            List<Counted> units,
            List<FoundPerson> people,
            long heads,
            List<Asset> means) {}

    /** A commune of the territory. */
    public record Commune(
            String insee,
            String name,
            List<String> postalCodes,
            @Nullable Integer population,
            List<String> delegated,
            List<Counted> sites,
            List<FoundPerson> elected,
            List<FoundPerson> agents,
            long heads) {}

    /** A commune in the list of them. */
    public record CommuneLine(
            String insee,
            String name,
            String delegated,
            @Nullable Integer population,
            long agents,
            long elected) {}

    /** What people do, and who does it across the communes. */
    public record Mission(
            long id,
            String slug,
            String name,
            String description,
            List<Counted> communes,
            List<FoundPerson> people,
            long heads) {}

    /** A vehicle, a room, a tool. */
    public record Asset(
            long id,
            String kind,
            String name,
            String reference,
            String note,
            @Nullable Named unit,
            @Nullable Named site,
            List<PersonLine> holders) {
        public String icon() {
            return switch (kind) {
                case "vehicle" -> "truck";
                case "room" -> "building-2";
                default -> "wrench";
            };
        }
    }
}
