package fr.viaduc.people.hrimport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Viaduc holds before the import: people, units, sites and communes, as far as the HR file may change them. */
record Network(
        List<Person> persons,
        List<Unit> units,
        List<Site> sites,
        List<Commune> communes,
        Map<String, String> communeAliases,
        Set<Long> administrators) {

    record Person(
            long id,
            @Nullable String staffNumber,
            boolean agent,
            @Nullable String civility,
            String firstName,
            String lastName,
            @Nullable String job,
            @Nullable String email,
            @Nullable String phone,
            @Nullable LocalDate arrival,
            @Nullable LocalDate departure,
            List<Assignment> assignments) {
        String name() {
            return firstName + " " + lastName;
        }

        String personKey() {
            return Plain.of(lastName) + "|" + Plain.of(firstName);
        }

        boolean leftBefore(LocalDate day) {
            return departure != null && departure.isBefore(day);
        }

        boolean hereOn(LocalDate day) {
            return agent && !leftBefore(day) && (arrival == null || !arrival.isAfter(day));
        }
    }

    record Assignment(
            long id,
            long unitId,
            @Nullable Long siteId,
            @Nullable String job,
            @Nullable Long managerId,
            @Nullable BigDecimal quota,
            boolean primary) {}

    record Unit(long id, @Nullable Long parentId, @Nullable String code, String name, String kind) {}

    record Site(long id, String name, @Nullable String insee) {}

    /** A commune with the names it goes by: its own, and those of the communes it took in. */
    record Commune(String insee, String name, List<String> formerNames, List<String> postalCodes) {}
}
