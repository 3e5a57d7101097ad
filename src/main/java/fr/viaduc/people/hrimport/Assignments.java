package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.Difference.FieldChange;
import fr.viaduc.people.hrimport.Difference.Label;
import fr.viaduc.people.hrimport.Difference.Place;
import fr.viaduc.people.hrimport.Difference.Post;
import fr.viaduc.people.hrimport.Network.Assignment;
import fr.viaduc.people.hrimport.Network.Person;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The assignments of each person once the file is applied; each continues one that exists, where there is one. */
final class Assignments {
    private static final BigDecimal FULL_TIME = BigDecimal.valueOf(100);

    private final Roster roster;
    private final Known known;
    private final ManagerSettlement managers;
    private final Places places;
    private final Ledger ledger;

    Assignments(Roster roster, Known known, ManagerSettlement managers, Places places, Ledger ledger) {
        this.roster = roster;
        this.known = known;
        this.managers = managers;
        this.places = places;
        this.ledger = ledger;
    }

    List<Post> of(String number, @Nullable Person person, List<AgentLine> lines) {
        List<Post> posts = new ArrayList<>();
        String manager = managers.of(number);
        for (AgentLine line : lines) {
            List<Reason> warnings = new ArrayList<>();
            Place unit = places.unitOf(line, number, warnings);
            Place site = places.siteOf(line, number, warnings);
            warnings.forEach(warning -> ledger.warn(line, warning));
            if (unit == null) {
                continue;
            }
            Post post = new Post(null, unit, site, line.job(), manager, line.quota(), false);
            int same = indexOfSame(posts, post);
            if (same < 0) {
                posts.add(post);
            } else if (Values.compareQuota(posts.get(same).quota(), post.quota()) < 0) {
                posts.set(same, post);
            }
        }
        List<Post> matched = person == null ? posts : match(person, posts);
        if (matched.isEmpty() && person != null) {
            return matched;
        }
        BigDecimal total =
                matched.stream().map(Post::quota).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(FULL_TIME) > 0 && matched.size() > 1) {
            ledger.warn(lines.getFirst(), Reason.of("moreThanFullTime", Difference.quota(total)));
        }
        return withMain(person, matched);
    }

    private static int indexOfSame(List<Post> posts, Post post) {
        for (int i = 0; i < posts.size(); i++) {
            Post other = posts.get(i);
            boolean sameSite =
                    post.site() == null ? other.site() == null : post.site().same(other.site());
            if (post.unit().same(other.unit()) && sameSite && Values.sameText(post.job(), other.job())) {
                return i;
            }
        }
        return -1;
    }

    /** Each assignment of the file continues one that exists: the same one, else one of the same unit, else any. */
    private List<Post> match(Person person, List<Post> posts) {
        List<Assignment> free = new ArrayList<>(person.assignments());
        if (posts.isEmpty()) {
            return free.stream().map(this::asItIs).toList();
        }
        Post[] matched = new Post[posts.size()];
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < posts.size(); i++) {
                if (matched[i] != null) {
                    continue;
                }
                Post post = posts.get(i);
                for (Assignment assignment : free) {
                    if (continues(post, assignment, round)) {
                        matched[i] = continuing(post, assignment);
                        free.remove(assignment);
                        break;
                    }
                }
            }
        }
        List<Post> result = new ArrayList<>();
        for (int i = 0; i < matched.length; i++) {
            result.add(matched[i] == null ? posts.get(i) : matched[i]);
        }
        return result;
    }

    private boolean continues(Post post, Assignment assignment, int round) {
        boolean sameUnit = Objects.equals(post.unit().id(), assignment.unitId());
        boolean sameSite = post.site() == null || Objects.equals(post.site().id(), assignment.siteId());
        boolean sameJob = post.job() == null || Values.sameText(post.job(), assignment.job());
        return switch (round) {
            case 0 -> sameUnit && sameSite && sameJob;
            case 1 -> sameUnit;
            default -> true;
        };
    }

    private Post continuing(Post post, Assignment assignment) {
        Place site = post.site() == null ? known.siteOf(assignment.siteId()) : post.site();
        return new Post(
                assignment.id(),
                post.unit(),
                site,
                Values.keep(assignment.job(), post.job()),
                post.manager(),
                post.quota() == null || Values.compareQuota(post.quota(), assignment.quota()) == 0
                        ? assignment.quota()
                        : post.quota(),
                false);
    }

    private Post asItIs(Assignment assignment) {
        Person manager = known.identified(assignment.managerId());
        return new Post(
                assignment.id(),
                known.unitOf(assignment.unitId()),
                known.siteOf(assignment.siteId()),
                assignment.job(),
                manager == null ? null : Known.reference(manager),
                assignment.quota(),
                assignment.primary());
    }

    /** The main assignment has the most time; the one that is main today stays so when none has more. */
    private static List<Post> withMain(@Nullable Person person, List<Post> posts) {
        int main = 0;
        for (int i = 0; i < posts.size(); i++) {
            int order =
                    Values.compareQuota(posts.get(i).quota(), posts.get(main).quota());
            if (order > 0
                    || (order == 0 && isMainToday(person, posts.get(i)) && !isMainToday(person, posts.get(main)))) {
                main = i;
            }
        }
        List<Post> marked = new ArrayList<>();
        for (int i = 0; i < posts.size(); i++) {
            Post post = posts.get(i);
            marked.add(
                    new Post(post.id(), post.unit(), post.site(), post.job(), post.manager(), post.quota(), i == main));
        }
        return List.copyOf(marked);
    }

    private static boolean isMainToday(@Nullable Person person, Post post) {
        return person != null
                && person.assignments().stream()
                        .anyMatch(assignment -> assignment.primary() && Objects.equals(post.id(), assignment.id()));
    }

    void compare(Person person, List<Post> posts, List<FieldChange> fields) {
        Map<Long, Assignment> before = new LinkedHashMap<>();
        person.assignments().forEach(assignment -> before.put(assignment.id(), assignment));
        for (Post post : posts) {
            Assignment assignment = post.id() == null ? null : before.remove(post.id());
            if (assignment == null) {
                fields.add(new FieldChange(Label.ASSIGNMENT, "", describe(post)));
                continue;
            }
            Post old = asItIs(assignment);
            boolean sameSite =
                    post.site() == null ? old.site() == null : post.site().same(old.site());
            if (!post.unit().same(old.unit()) || !sameSite || !Objects.equals(post.job(), old.job())) {
                fields.add(new FieldChange(Label.ASSIGNMENT, describe(old), describe(post)));
            } else if (Values.compareQuota(post.quota(), old.quota()) != 0) {
                Values.add(fields, Label.QUOTA, Difference.quota(old.quota()), Difference.quota(post.quota()));
            }
            if (!Objects.equals(post.manager(), old.manager())) {
                String from = old.manager() == null ? "" : roster.nameOf(old.manager());
                String to = post.manager() == null ? "" : roster.nameOf(post.manager());
                FieldChange change = new FieldChange(Label.MANAGER, from, to);
                if (!fields.contains(change)) {
                    fields.add(change);
                }
            }
            if (post.primary() && !old.primary()) {
                fields.add(
                        new FieldChange(Label.MAIN_ASSIGNMENT, "", post.unit().name()));
            }
        }
        for (Assignment removed : before.values()) {
            fields.add(new FieldChange(Label.ASSIGNMENT, describe(asItIs(removed)), ""));
        }
    }

    static String describe(Post post) {
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {
            Values.text(post.job()),
            post.unit().name(),
            post.site() == null ? "" : post.site().name(),
            Difference.quota(post.quota())
        }) {
            if (!part.isEmpty()) {
                text.append(text.isEmpty() ? "" : ", ").append(part);
            }
        }
        return text.toString();
    }

    static @Nullable String jobOf(List<Post> posts, List<AgentLine> lines) {
        return posts.stream()
                .filter(Post::primary)
                .map(Post::job)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> AgentLine.firstOf(lines, AgentLine::job));
    }
}
