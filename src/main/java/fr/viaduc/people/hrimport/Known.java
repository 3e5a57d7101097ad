package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.Difference.Place;
import fr.viaduc.people.hrimport.Network.Assignment;
import fr.viaduc.people.hrimport.Network.Person;
import fr.viaduc.people.hrimport.Network.Site;
import fr.viaduc.people.hrimport.Network.Unit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Viaduc holds, found by a staff number, an address or a key. */
final class Known {
    private final Map<String, Person> byNumber = new HashMap<>();
    private final Map<Long, Person> byId = new HashMap<>();
    private final Map<String, Person> byEmail = new HashMap<>();
    private final Map<Long, Unit> units = new HashMap<>();
    private final Map<Long, Site> sites = new HashMap<>();

    Known(Network network) {
        for (Person person : network.persons()) {
            byId.put(person.id(), person);
            if (person.staffNumber() != null) {
                byNumber.put(person.staffNumber().toUpperCase(Locale.ROOT), person);
            }
            if (person.email() != null) {
                byEmail.put(person.email().toLowerCase(Locale.ROOT), person);
            }
        }
        network.units().forEach(unit -> units.put(unit.id(), unit));
        network.sites().forEach(site -> sites.put(site.id(), site));
    }

    /** The staff numbers, in capitals. */
    Set<String> numbers() {
        return byNumber.keySet();
    }

    @Nullable
    Person numbered(String number) {
        return byNumber.get(number);
    }

    @Nullable
    Person identified(@Nullable Long id) {
        return id == null ? null : byId.get(id);
    }

    /** Whoever has that e-mail address, in small letters. */
    @Nullable
    Person addressed(String email) {
        return byEmail.get(email);
    }

    /** A person by their {@link #reference}. */
    @Nullable
    Person referred(String reference) {
        return reference.startsWith("id:") ? byId.get(Long.valueOf(reference.substring(3))) : byNumber.get(reference);
    }

    /** How a person is called among managers: their staff number, or their key when they have none. */
    static String reference(Person person) {
        return person.staffNumber() == null
                ? "id:" + person.id()
                : person.staffNumber().toUpperCase(Locale.ROOT);
    }

    @Nullable
    String currentManager(Person person) {
        return person.assignments().stream()
                .sorted(Comparator.comparing(Assignment::primary).reversed())
                .map(Assignment::managerId)
                .filter(Objects::nonNull)
                .findFirst()
                .map(byId::get)
                .map(Known::reference)
                .orElse(null);
    }

    Place unitOf(long id) {
        Unit unit = units.get(id);
        return unit == null ? new Place(id, "unit:" + id, "") : Places.placeOf(unit);
    }

    @Nullable
    Place siteOf(@Nullable Long id) {
        Site site = id == null ? null : sites.get(id);
        return site == null ? null : Places.placeOf(site);
    }
}
