package fr.viaduc.people;

import fr.viaduc.people.Place.UnitLine;
import fr.viaduc.people.PlaceRepository.Branch;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A unit of the organisation chart, with those under it as far as the chart goes. */
public record Chart(UnitLine unit, List<Chart> below) {
    static final int DEPTH = 3;

    static List<Chart> of(List<Branch> branches, @Nullable Long top) {
        return branches.stream()
                .filter(branch ->
                        top == null ? branch.parent() == null : branch.unit().id() == top)
                .map(branch -> grow(branch, branches))
                .toList();
    }

    private static Chart grow(Branch trunk, List<Branch> branches) {
        return new Chart(
                trunk.unit(),
                branches.stream()
                        .filter(branch ->
                                Objects.equals(branch.parent(), trunk.unit().id()))
                        .map(branch -> grow(branch, branches))
                        .toList());
    }

    /** Whether there are units under it that this chart does not show. */
    public boolean goesOn() {
        return unit.parent() && below.isEmpty();
    }
}
