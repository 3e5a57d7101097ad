package fr.viaduc.circles;

import fr.viaduc.web.Role;
import fr.viaduc.web.Texts;
import fr.viaduc.web.Viewer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds, names, counts and combines circles, and says which ones one may address. */
@Service
@Transactional(readOnly = true)
public class Circles {
    private final CircleRepository circles;
    private final Texts texts;

    Circles(CircleRepository circles, Texts texts) {
        this.circles = circles;
        this.texts = texts;
    }

    /** All agents and all elected officials. */
    public Circle everyone() {
        return atom(Circle.Kind.EVERYONE, null).orElseThrow();
    }

    public Circle agents() {
        return atom(Circle.Kind.AGENTS, null).orElseThrow();
    }

    public Circle elected() {
        return atom(Circle.Kind.ELECTED, null).orElseThrow();
    }

    /**
     * The circle of a unit (with its sub-units), a site, a commune, a mission, a commission or a person; named in French.
     *
     * @param ref the id, or the INSEE code of a commune; null for everyone, agents, elected
     */
    public Optional<Circle> atom(Circle.Kind kind, @Nullable String ref) {
        return circles.atom(kind, ref, new Labels(texts, Locale.FRENCH));
    }

    /** A circle that the viewer may know of: the directory's, and those they are in. */
    public Optional<Circle> find(Viewer viewer, long id) {
        return circles.find(List.of(id), labels(viewer)).stream().findFirst();
    }

    /** Several at once, in one statement; those that the viewer may not know of are missing. */
    public Map<Long, Circle> find(Viewer viewer, Collection<Long> ids) {
        return circles.find(Set.copyOf(ids), labels(viewer)).stream()
                .collect(Collectors.toMap(Circle::id, Function.identity()));
    }

    /**
     * Finds or makes the circle of those who are in all the circles of one of these terms. One circle alone is itself.
     *
     * @throws org.springframework.dao.DataAccessException when a circle is unknown, or not for the viewer to name
     */
    @Transactional
    public long combine(List<List<Long>> terms) {
        return circles.combine(terms.stream()
                .map(term -> term.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]")));
    }

    /** The union of these circles: the circle itself when there is only one. */
    @Transactional
    public long union(Collection<Long> ids) {
        return combine(ids.stream().map(List::of).toList());
    }

    /** How many people these circles hold together today; 0 when one is not for the viewer to name. */
    public int headCount(Collection<Long> ids) {
        return ids.isEmpty() ? 0 : circles.headCount(ids).orElse(0);
    }

    /**
     * What the viewer may address when publishing, besides their spaces (see {@code Spaces.postable}): agents address
     * everyone, all agents, their own services, sites, communes and missions (heads of units: all below them); elected
     * officials address elected officials, their commissions and their commune; communication and human resources any
     * circle of the directory.
     */
    public List<Circle> audiencesFor(Viewer viewer) {
        return circles.audiences(
                viewer.id(), viewer.agent(), viewer.elected(), addressesAnyone(viewer), labels(viewer));
    }

    /** Whether the viewer may address each of these circles: by {@link #audiencesFor}, or as a member of the group. */
    public boolean mayAddress(Viewer viewer, Collection<Long> ids) {
        Set<Long> refused = new HashSet<>(ids);
        if (refused.isEmpty() || viewer.preview()) {
            return false;
        }
        audiencesFor(viewer).forEach(circle -> refused.remove(circle.id()));
        if (!refused.isEmpty()) {
            circles.groupsAmong(refused).forEach(refused::remove);
        }
        return refused.isEmpty();
    }

    /** Why the viewer is in a circle; empty when they are not. */
    public List<Reason> reasons(Viewer viewer, long circle) {
        return circles.reasons(circle).stream()
                .map(term -> new Reason(term.stream()
                        .map(base -> texts.of(viewer.locale(), "circles.why." + word(base), base.name()))
                        .toList()))
                .toList();
    }

    private static String word(Labels.Base base) {
        return base.kind() == null ? "list" : base.kind().word();
    }

    private static boolean addressesAnyone(Viewer viewer) {
        return viewer.isAny(Role.COMMUNICATION, Role.HUMAN_RESOURCES);
    }

    private Labels labels(Viewer viewer) {
        return new Labels(texts, viewer.locale());
    }
}
