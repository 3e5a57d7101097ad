package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.Difference.Change;
import fr.viaduc.people.hrimport.Difference.FieldChange;
import fr.viaduc.people.hrimport.Difference.Kind;
import fr.viaduc.people.hrimport.Difference.Label;
import fr.viaduc.people.hrimport.Difference.Place;
import fr.viaduc.people.hrimport.Difference.Post;
import fr.viaduc.people.hrimport.Difference.Target;
import fr.viaduc.people.hrimport.LineOutcome.Fate;
import fr.viaduc.people.hrimport.Network.Assignment;
import fr.viaduc.people.hrimport.Network.Person;
import fr.viaduc.people.hrimport.Network.Site;
import fr.viaduc.people.hrimport.Network.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares a file with what Viaduc holds. A pure function of both and of the day: it reads and changes nothing else, so
 * that what is shown, what is applied and what a second import finds are the same computation.
 */
final class Comparison {
    private static final BigDecimal FULL_TIME = BigDecimal.valueOf(100);

    private final Network network;
    private final AgentFile file;
    private final LocalDate today;
    private final Map<String, Person> byNumber = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<Long, Person> byId = new HashMap<>();
    private final Map<String, Person> byEmail = new HashMap<>();
    private final Map<Long, Unit> units = new HashMap<>();
    private final Map<Long, Site> sites = new HashMap<>();
    private final Map<String, List<AgentLine>> groups = new LinkedHashMap<>();
    private final Set<String> namedInFile = new HashSet<>();
    private final Set<String> refusedNames = new HashSet<>();
    private final Map<String, Set<String>> emailUsers = new HashMap<>();
    private final Map<String, @Nullable String> wantedManagers = new HashMap<>();
    private final Map<Integer, List<Reason>> lineWarnings = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<LineOutcome> ledger = new ArrayList<>();
    private final List<Reason> notices = new ArrayList<>();
    private final Places places;

    private Comparison(Network network, AgentFile file, LocalDate today) {
        this.network = network;
        this.file = file;
        this.today = today;
        for (Person person : network.persons()) {
            byId.put(person.id(), person);
            if (person.staffNumber() != null) {
                String number = person.staffNumber().toUpperCase(Locale.ROOT);
                byNumber.put(number, person);
                numbers.put(numberKey(number), number);
            }
            if (person.email() != null) {
                byEmail.put(person.email().toLowerCase(Locale.ROOT), person);
            }
        }
        network.units().forEach(unit -> units.put(unit.id(), unit));
        network.sites().forEach(site -> sites.put(site.id(), site));
        places = new Places(network, file.agents());
    }

    static Difference of(Network network, AgentFile file, LocalDate today) {
        return new Comparison(network, file, today).run();
    }

    private Difference run() {
        ledger.addAll(file.others());
        group();
        refuseConflicts();
        groups.forEach((number, lines) -> lines.forEach(line -> {
            if (line.email() != null) {
                emailUsers
                        .computeIfAbsent(line.email(), none -> new LinkedHashSet<>())
                        .add(number);
            }
        }));
        settleManagers();
        groups.forEach(this::compare);
        absent();
        ledger.sort(Comparator.comparingInt(LineOutcome::line));
        changes.sort(Comparator.comparing(Change::kind)
                .thenComparingInt(change -> change.lines().isEmpty()
                        ? Integer.MAX_VALUE
                        : change.lines().getFirst())
                .thenComparing(Change::name));
        int active = (int) network.persons().stream()
                .filter(person -> person.hereOn(today))
                .count();
        return new Difference(
                List.copyOf(changes),
                places.newUnits(),
                places.newSites(),
                places.doubts(),
                List.copyOf(notices),
                file.truncation(),
                List.copyOf(ledger),
                file.lines(),
                active);
    }

    // ------------------------------------------------------------ staff numbers

    private void group() {
        int width = usualWidth();
        for (AgentLine line : file.agents()) {
            String number = canonical(line.staffNumber(), width);
            if (!number.equalsIgnoreCase(line.staffNumber())) {
                warn(line, Reason.of("zerosRestored", line.staffNumber(), number));
            }
            namedInFile.add(number);
            groups.computeIfAbsent(number, none -> new ArrayList<>()).add(line);
        }
        // Somebody is on a refused line, though it cannot be used: they are not "absent from the file".
        file.refusedNumbers().forEach(number -> namedInFile.add(canonical(number, width)));
        for (LineOutcome other : file.others()) {
            if (other.fate() == Fate.REFUSED && other.reason() != null) {
                refusedNames.add(Plain.of(other.who()));
            }
        }
    }

    /** The number as Viaduc writes it: sign-in takes « 107 » and « 000107 » for the same person, and so does the import. */
    private String canonical(String written, int width) {
        return numbers.computeIfAbsent(numberKey(written), none -> {
            String number = written.toUpperCase(Locale.ROOT);
            return number.matches("\\d+") && number.length() < width
                    ? "0".repeat(width - number.length()) + number
                    : number;
        });
    }

    private static String numberKey(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[\\s.-]", "").replaceFirst("^([A-Z]*)0+", "$1");
    }

    /** How many figures a staff number has here: spreadsheets eat the zeros at its left. */
    private int usualWidth() {
        Map<Integer, Integer> lengths = new HashMap<>();
        byNumber.keySet().stream()
                .filter(number -> number.matches("\\d+"))
                .forEach(number -> lengths.merge(number.length(), 1, Integer::sum));
        if (lengths.isEmpty()) {
            file.agents().stream()
                    .map(AgentLine::staffNumber)
                    .filter(number -> number.matches("\\d+"))
                    .forEach(number -> lengths.merge(number.length(), 1, Integer::sum));
        }
        int all = lengths.values().stream().mapToInt(Integer::intValue).sum();
        return lengths.entrySet().stream()
                .filter(entry -> entry.getValue() * 2 > all)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
    }

    // ------------------------------------------------------------ one number, one person

    private void refuseConflicts() {
        for (String number : List.copyOf(groups.keySet())) {
            List<AgentLine> lines = groups.getOrDefault(number, List.of());
            Person known = byNumber.get(number);
            if (known != null && !known.agent()) {
                refuseAll(number, lines, Reason.of("electedNumber", number));
                continue;
            }
            Map<String, List<AgentLine>> persons = lines.stream()
                    .collect(Collectors.groupingBy(
                            AgentLine::personKey, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
            if (persons.size() > 1) {
                List<AgentLine> rightful = known == null ? null : persons.get(known.personKey());
                Reason reason = Reason.of(
                        "sameNumber",
                        number,
                        persons.values().stream()
                                .map(List::getFirst)
                                .map(line -> line.name() + " (" + line.line() + ")")
                                .collect(Collectors.joining(", ")));
                if (rightful == null) {
                    refuseAll(number, lines, reason);
                    continue;
                }
                List<AgentLine> others =
                        lines.stream().filter(line -> !rightful.contains(line)).toList();
                others.forEach(line -> refuse(line, reason));
                groups.put(number, rightful);
                lines = rightful;
            }
            if (known != null && isSomebodyElse(known, lines.getFirst())) {
                refuseAll(
                        number,
                        lines,
                        Reason.of(
                                "otherPerson",
                                number,
                                known.name(),
                                lines.getFirst().name()));
            }
        }
    }

    /** First and last names both differ: a number given again, not a marriage or a corrected spelling. */
    private static boolean isSomebodyElse(Person known, AgentLine line) {
        return !Plain.of(known.firstName()).equals(Plain.of(line.firstName()))
                && !Plain.of(known.lastName()).equals(Plain.of(line.lastName()))
                && CommuneFinder.distance(known.personKey(), line.personKey()) > 3;
    }

    private void refuseAll(String number, List<AgentLine> lines, Reason reason) {
        lines.forEach(line -> refuse(line, reason));
        groups.remove(number);
    }

    private void refuse(AgentLine line, Reason reason) {
        ledger.add(new LineOutcome(
                line.line(), line.lines(), Fate.REFUSED, line.name(), reason, List.copyOf(line.warnings())));
    }

    // ------------------------------------------------------------ managers

    private void settleManagers() {
        int width = usualWidth();
        Managers managers = new Managers();
        Set<String> settled = new HashSet<>();
        groups.forEach((number, lines) -> {
            AgentLine line = mainLine(lines);
            String manager = line.manager().isEmpty() ? null : canonical(line.manager(), width);
            if (manager != null && manager.equals(number)) {
                warn(line, Reason.of("ownManager"));
                manager = null;
            } else if (manager != null && !exists(manager)) {
                warn(line, Reason.of("managerMissing", line.manager()));
                manager = null;
            } else if (manager != null && isGone(manager)) {
                warn(line, Reason.of("managerGone", nameOf(manager)));
                manager = null;
            }
            Person known = byNumber.get(number);
            String effective = manager != null ? manager : known == null ? null : currentManager(known);
            wantedManagers.put(number, effective);
            managers.put(number, effective);
            settled.add(number);
        });
        for (Person person : network.persons()) {
            if (!settled.contains(reference(person))) {
                managers.put(reference(person), currentManager(person));
            }
        }
        managers.cutLoops(settled).forEach((cut, loop) -> {
            wantedManagers.put(cut, null);
            List<AgentLine> lines = groups.getOrDefault(cut, List.of());
            String chain = loop.members().stream().map(this::nameOf).collect(Collectors.joining(" → "));
            if (!lines.isEmpty()) {
                warn(mainLine(lines), Reason.of("managerLoop", chain + " → " + nameOf(cut), nameOf(cut)));
            }
        });
    }

    private boolean exists(String number) {
        return groups.containsKey(number) || byNumber.containsKey(number);
    }

    private boolean isGone(String number) {
        List<AgentLine> lines = groups.get(number);
        if (lines != null && lines.stream().allMatch(AgentLine::departureKnown)) {
            LocalDate departure = departureOf(lines);
            return departure != null && departure.isBefore(today);
        }
        Person person = byNumber.get(number);
        return person != null && person.leftBefore(today);
    }

    private String nameOf(String reference) {
        List<AgentLine> lines = groups.get(reference);
        if (lines != null) {
            return lines.getFirst().name();
        }
        Person person = byReference(reference);
        return person == null ? reference : person.name();
    }

    private @Nullable Person byReference(String reference) {
        return reference.startsWith("id:") ? byId.get(Long.valueOf(reference.substring(3))) : byNumber.get(reference);
    }

    private static String reference(Person person) {
        return person.staffNumber() == null
                ? "id:" + person.id()
                : person.staffNumber().toUpperCase(Locale.ROOT);
    }

    private @Nullable String currentManager(Person person) {
        return person.assignments().stream()
                .sorted(Comparator.comparing(Assignment::primary).reversed())
                .map(Assignment::managerId)
                .filter(Objects::nonNull)
                .findFirst()
                .map(byId::get)
                .map(Comparison::reference)
                .orElse(null);
    }

    // ------------------------------------------------------------ person by person

    private void compare(String number, List<AgentLine> all) {
        AgentLine first = all.getFirst();
        List<AgentLine> lines = all;
        LocalDate departure = departureOf(all);
        boolean departureKnown = all.stream().allMatch(AgentLine::departureKnown);
        if (departure == null || !departure.isBefore(today)) {
            lines = all.stream().filter(line -> !endedBefore(line, today)).toList();
        }
        Person known = byNumber.get(number);
        LocalDate arrival = arrivalOf(all);
        if (arrival == null && known != null) {
            arrival = known.arrival();
        }
        if (departureKnown && departure != null && arrival != null && departure.isBefore(arrival)) {
            Reason reason = Reason.of("leftBeforeArrival", AgentFile.day(departure), AgentFile.day(arrival));
            all.forEach(line -> refuse(line, reason));
            return;
        }
        if (!departureKnown) {
            departure = known == null ? null : known.departure();
        }
        boolean gone = departureKnown && departure != null && departure.isBefore(today);
        if (known == null) {
            if (gone && departure != null) {
                record(all, Fate.UNCHANGED, Reason.of("alreadyGone", AgentFile.day(departure)));
                return;
            }
            arrives(number, all, lines, arrival, departure);
        } else if (gone && departure != null) {
            leaves(known, number, all, departure);
        } else if (known.leftBefore(today) && !departureKnown) {
            warn(first, Reason.of("leftButInFile", AgentFile.day(Objects.requireNonNull(known.departure()))));
            record(all, Fate.UNCHANGED, null);
        } else {
            stays(known, number, all, lines, arrival, departure);
        }
    }

    private void arrives(
            String number,
            List<AgentLine> all,
            List<AgentLine> lines,
            @Nullable LocalDate arrival,
            @Nullable LocalDate departure) {
        AgentLine first = all.getFirst();
        if (arrival != null && arrival.isAfter(today)) {
            warn(first, Reason.of("arrivesLater", AgentFile.day(arrival)));
        }
        List<Post> posts = posts(number, null, lines);
        Target target = new Target(
                firstOf(all, AgentLine::civility),
                first.firstName(),
                first.lastName(),
                jobOf(posts, lines),
                email(null, all),
                firstOf(all, AgentLine::phone),
                arrival,
                departure,
                posts);
        List<FieldChange> fields = new ArrayList<>();
        for (Post post : posts) {
            fields.add(new FieldChange(Label.ASSIGNMENT, "", describe(post)));
        }
        add(fields, Label.EMAIL, "", text(target.email()));
        add(fields, Label.PHONE, "", text(target.phone()));
        add(fields, Label.ARRIVAL, "", day(arrival));
        add(fields, Label.DEPARTURE, "", day(departure));
        changed(Kind.ARRIVAL, null, number, first.name(), fields, target, null, all);
    }

    private void leaves(Person known, String number, List<AgentLine> all, LocalDate departure) {
        if (departure.equals(known.departure())) {
            record(all, Fate.UNCHANGED, Reason.of("alreadyLeft", AgentFile.day(departure)));
            return;
        }
        Kind kind = known.leftBefore(today) ? Kind.CHANGE : Kind.DEPARTURE;
        List<FieldChange> fields = List.of(new FieldChange(Label.DEPARTURE, day(known.departure()), day(departure)));
        changed(kind, known.id(), number, known.name(), fields, null, departure, all);
    }

    private void stays(
            Person known,
            String number,
            List<AgentLine> all,
            List<AgentLine> lines,
            @Nullable LocalDate arrival,
            @Nullable LocalDate departure) {
        AgentLine first = all.getFirst();
        List<Post> posts = posts(number, known, lines);
        Target target = new Target(
                keep(known.civility(), firstOf(all, AgentLine::civility)),
                Objects.requireNonNull(keep(known.firstName(), first.firstName())),
                Objects.requireNonNull(keep(known.lastName(), first.lastName())),
                keep(known.job(), jobOf(posts, lines)),
                email(known, all),
                keepPhone(known.phone(), firstOf(all, AgentLine::phone)),
                arrival,
                departure,
                posts);
        List<FieldChange> fields = new ArrayList<>();
        add(fields, Label.CIVILITY, text(known.civility()), text(target.civility()));
        add(fields, Label.LAST_NAME, known.lastName(), target.lastName());
        add(fields, Label.FIRST_NAME, known.firstName(), target.firstName());
        add(fields, Label.JOB, text(known.job()), text(target.job()));
        add(fields, Label.EMAIL, text(known.email()), text(target.email()));
        add(fields, Label.PHONE, text(known.phone()), text(target.phone()));
        add(fields, Label.ARRIVAL, day(known.arrival()), day(target.arrival()));
        add(fields, Label.DEPARTURE, day(known.departure()), day(target.departure()));
        comparePosts(known, posts, fields);
        if (fields.isEmpty()) {
            record(all, Fate.UNCHANGED, null);
            return;
        }
        boolean leavesToday = departure != null && departure.equals(today) && !departure.equals(known.departure());
        Kind kind = known.leftBefore(today) ? Kind.RETURN : leavesToday ? Kind.DEPARTURE : Kind.CHANGE;
        changed(kind, known.id(), number, known.name(), fields, target, leavesToday ? departure : null, all);
    }

    // ------------------------------------------------------------ assignments

    private List<Post> posts(String number, @Nullable Person known, List<AgentLine> lines) {
        List<Post> posts = new ArrayList<>();
        String manager = wantedManagers.get(number);
        for (AgentLine line : lines) {
            List<Reason> warnings = new ArrayList<>();
            Place unit = places.unitOf(line, number, warnings);
            Place site = places.siteOf(line, number, warnings);
            warnings.forEach(warning -> warn(line, warning));
            if (unit == null) {
                continue;
            }
            Post post = new Post(null, unit, site, line.job(), manager, line.quota(), false);
            int same = indexOfSame(posts, post);
            if (same < 0) {
                posts.add(post);
            } else if (compareQuota(posts.get(same).quota(), post.quota()) < 0) {
                posts.set(same, post);
            }
        }
        List<Post> matched = known == null ? posts : match(known, posts);
        if (matched.isEmpty() && known != null) {
            return matched;
        }
        BigDecimal total =
                matched.stream().map(Post::quota).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(FULL_TIME) > 0 && matched.size() > 1) {
            warn(lines.getFirst(), Reason.of("moreThanFullTime", Difference.quota(total)));
        }
        return withMain(known, matched);
    }

    private static int indexOfSame(List<Post> posts, Post post) {
        for (int i = 0; i < posts.size(); i++) {
            Post other = posts.get(i);
            boolean sameSite =
                    post.site() == null ? other.site() == null : post.site().same(other.site());
            if (post.unit().same(other.unit()) && sameSite && sameText(post.job(), other.job())) {
                return i;
            }
        }
        return -1;
    }

    /** Each assignment of the file continues one that exists: the same one, else one of the same unit, else any. */
    private List<Post> match(Person known, List<Post> posts) {
        List<Assignment> free = new ArrayList<>(known.assignments());
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
        boolean sameJob = post.job() == null || sameText(post.job(), assignment.job());
        return switch (round) {
            case 0 -> sameUnit && sameSite && sameJob;
            case 1 -> sameUnit;
            default -> true;
        };
    }

    private Post continuing(Post post, Assignment assignment) {
        Place site = post.site() == null ? siteOf(assignment.siteId()) : post.site();
        return new Post(
                assignment.id(),
                post.unit(),
                site,
                keep(assignment.job(), post.job()),
                post.manager(),
                post.quota() == null || compareQuota(post.quota(), assignment.quota()) == 0
                        ? assignment.quota()
                        : post.quota(),
                false);
    }

    private Post asItIs(Assignment assignment) {
        Person manager = assignment.managerId() == null ? null : byId.get(assignment.managerId());
        return new Post(
                assignment.id(),
                unitOf(assignment.unitId()),
                siteOf(assignment.siteId()),
                assignment.job(),
                manager == null ? null : reference(manager),
                assignment.quota(),
                assignment.primary());
    }

    private Place unitOf(long id) {
        Unit unit = units.get(id);
        return unit == null ? new Place(id, "unit:" + id, "") : Places.placeOf(unit);
    }

    private @Nullable Place siteOf(@Nullable Long id) {
        Site site = id == null ? null : sites.get(id);
        return site == null ? null : Places.placeOf(site);
    }

    /** The main assignment has the most time; the one that is main today stays so when none has more. */
    private static List<Post> withMain(@Nullable Person known, List<Post> posts) {
        int main = 0;
        for (int i = 0; i < posts.size(); i++) {
            int order = compareQuota(posts.get(i).quota(), posts.get(main).quota());
            if (order > 0 || (order == 0 && isMainToday(known, posts.get(i)) && !isMainToday(known, posts.get(main)))) {
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

    private static boolean isMainToday(@Nullable Person known, Post post) {
        return known != null
                && known.assignments().stream()
                        .anyMatch(assignment -> assignment.primary() && Objects.equals(post.id(), assignment.id()));
    }

    private void comparePosts(Person known, List<Post> posts, List<FieldChange> fields) {
        Map<Long, Assignment> before = new LinkedHashMap<>();
        known.assignments().forEach(assignment -> before.put(assignment.id(), assignment));
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
            } else if (compareQuota(post.quota(), old.quota()) != 0) {
                add(fields, Label.QUOTA, Difference.quota(old.quota()), Difference.quota(post.quota()));
            }
            if (!Objects.equals(post.manager(), old.manager())) {
                String from = old.manager() == null ? "" : nameOf(old.manager());
                String to = post.manager() == null ? "" : nameOf(post.manager());
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

    private static String describe(Post post) {
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {
            text(post.job()),
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

    private static @Nullable String jobOf(List<Post> posts, List<AgentLine> lines) {
        return posts.stream()
                .filter(Post::primary)
                .map(Post::job)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> firstOf(lines, AgentLine::job));
    }

    // ------------------------------------------------------------ e-mail

    private @Nullable String email(@Nullable Person known, List<AgentLine> lines) {
        String current = known == null ? null : known.email();
        String wanted = firstOf(lines, AgentLine::email);
        if (wanted == null) {
            return current;
        }
        if (isShared(wanted)) {
            warn(
                    lines.getFirst(),
                    Reason.of(
                            "sharedMailbox",
                            wanted,
                            emailUsers.getOrDefault(wanted, Set.of()).size()));
            return current != null && current.equalsIgnoreCase(wanted) ? null : current;
        }
        if (current != null && current.equalsIgnoreCase(wanted)) {
            return current;
        }
        Person holder = byEmail.get(wanted);
        if (holder != null && (known == null || holder.id() != known.id()) && !releases(holder, wanted)) {
            warn(lines.getFirst(), Reason.of("emailTaken", wanted, holder.name()));
            return current;
        }
        return wanted;
    }

    private boolean isShared(String email) {
        return emailUsers.getOrDefault(email, Set.of()).size() > 1;
    }

    /** Whether this import gives the holder of an address another one. */
    private boolean releases(Person holder, String email) {
        List<AgentLine> lines = groups.get(reference(holder));
        if (lines == null) {
            return false;
        }
        String other = firstOf(lines, AgentLine::email);
        boolean leaving = isGone(reference(holder));
        boolean free = other != null && !byEmail.containsKey(other);
        return !leaving && free && other != null && !isShared(other) && !other.equals(email);
    }

    // ------------------------------------------------------------ those who are not in the file

    private void absent() {
        List<Person> absent = network.persons().stream()
                .filter(person -> person.hereOn(today))
                .filter(person -> person.staffNumber() != null && !namedInFile.contains(reference(person)))
                .filter(person -> !refusedNames.contains(Plain.of(person.name())))
                .sorted(Comparator.comparing(Person::lastName).thenComparing(Person::firstName))
                .toList();
        if (absent.isEmpty()) {
            return;
        }
        if (file.agents().isEmpty() || !file.truncation().isEmpty()) {
            notices.add(Reason.of("absentKept", absent.size()));
            return;
        }
        for (Person person : absent) {
            if (network.administrators().contains(person.id())) {
                notices.add(Reason.of("administratorAbsent", person.name()));
                continue;
            }
            LocalDate lastDay = today.minusDays(1);
            if (person.arrival() != null && person.arrival().isAfter(lastDay)) {
                lastDay = person.arrival();
            }
            if (lastDay.equals(person.departure())) {
                continue;
            }
            changes.add(new Change(
                    Kind.ABSENT,
                    person.id(),
                    reference(person),
                    person.name(),
                    List.of(new FieldChange(Label.DEPARTURE, day(person.departure()), day(lastDay))),
                    null,
                    lastDay,
                    List.of(),
                    List.of()));
        }
    }

    // ------------------------------------------------------------ the book of lines

    private void changed(
            Kind kind,
            @Nullable Long id,
            String number,
            String name,
            List<FieldChange> fields,
            @Nullable Target target,
            @Nullable LocalDate lastDay,
            List<AgentLine> lines) {
        Set<Reason> warnings = new LinkedHashSet<>();
        lines.forEach(line -> warnings.addAll(warningsOf(line)));
        changes.add(new Change(
                kind,
                id,
                number,
                name,
                List.copyOf(fields),
                target,
                lastDay,
                lines.stream().map(AgentLine::line).toList(),
                List.copyOf(warnings)));
        record(lines, Fate.APPLIED, null);
    }

    private void record(List<AgentLine> lines, Fate fate, @Nullable Reason reason) {
        AgentLine first = lines.getFirst();
        for (AgentLine line : lines) {
            boolean main = line.line() == first.line();
            Reason why = main ? reason : mergedWith(first, line);
            ledger.add(new LineOutcome(
                    line.line(), line.lines(), main ? fate : Fate.MERGED, line.name(), why, warningsOf(line)));
        }
    }

    private static Reason mergedWith(AgentLine first, AgentLine line) {
        boolean repeated = first.unitCode().equals(line.unitCode())
                && first.unitName().equals(line.unitName())
                && first.site().equals(line.site())
                && Objects.equals(first.job(), line.job())
                && compareQuota(first.quota(), line.quota()) == 0;
        return Reason.of(repeated ? "repeatedLine" : "otherAssignment", first.line());
    }

    private List<Reason> warningsOf(AgentLine line) {
        Set<Reason> all = new LinkedHashSet<>(line.warnings());
        all.addAll(lineWarnings.getOrDefault(line.line(), List.of()));
        return List.copyOf(all);
    }

    private void warn(AgentLine line, Reason reason) {
        lineWarnings.computeIfAbsent(line.line(), none -> new ArrayList<>()).add(reason);
    }

    // ------------------------------------------------------------ small things

    private AgentLine mainLine(List<AgentLine> lines) {
        return lines.stream()
                .filter(line -> !endedBefore(line, today) && !line.manager().isEmpty())
                .findFirst()
                .orElse(lines.getFirst());
    }

    private static boolean endedBefore(AgentLine line, LocalDate day) {
        return line.departure() != null && line.departure().isBefore(day);
    }

    /** A person leaves with the last of their assignments; one without an end means that they stay. */
    private static @Nullable LocalDate departureOf(List<AgentLine> lines) {
        if (lines.stream().anyMatch(line -> line.departure() == null)) {
            return null;
        }
        return lines.stream()
                .map(AgentLine::departure)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable LocalDate arrivalOf(List<AgentLine> lines) {
        return lines.stream()
                .map(AgentLine::arrival)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private interface Part<T> {
        @Nullable
        T of(AgentLine line);
    }

    private static <T> @Nullable T firstOf(List<AgentLine> lines, Part<T> part) {
        for (AgentLine line : lines) {
            T value = part.of(line);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** An empty cell erases nothing; capitals and lost accents are no change. */
    private static @Nullable String keep(@Nullable String current, @Nullable String wanted) {
        if (wanted == null || wanted.isEmpty()) {
            return current;
        }
        if (current == null || !sameText(current, wanted)) {
            return wanted;
        }
        return Plain.hasMarks(wanted) && !Plain.hasMarks(current) ? wanted : current;
    }

    private static @Nullable String keepPhone(@Nullable String current, @Nullable String wanted) {
        if (wanted == null) {
            return current;
        }
        return current != null && wanted.equals(Names.phone(current)) ? current : wanted;
    }

    private static boolean sameText(@Nullable String a, @Nullable String b) {
        return Plain.of(text(a)).equals(Plain.of(text(b)));
    }

    private static int compareQuota(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return (a == null ? BigDecimal.ZERO : a).compareTo(b == null ? BigDecimal.ZERO : b);
    }

    private static void add(List<FieldChange> fields, Label label, String before, String after) {
        if (!before.equals(after)) {
            fields.add(new FieldChange(label, before, after));
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String day(@Nullable LocalDate date) {
        return date == null ? "" : AgentFile.day(date);
    }
}
