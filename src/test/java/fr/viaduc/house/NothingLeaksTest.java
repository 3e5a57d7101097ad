package fr.viaduc.house;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.database.ViewerContext;
import fr.viaduc.demo.Demonstration;
import fr.viaduc.testing.TestCluster;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Viewer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The services' checks left out: every method of every repository is called in the name of somebody who may not see, with
 * the ids of what is hidden from them, and nothing of its words comes back.
 */
@ViaducTest
@House
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingLeaksTest {
    private static final List<String> MODULES = List.of(
            "fr.viaduc.content",
            "fr.viaduc.posts",
            "fr.viaduc.forum",
            "fr.viaduc.faq",
            "fr.viaduc.spaces",
            "fr.viaduc.feed",
            "fr.viaduc.circles");

    /** Repositories that work for the house and not for a viewer, each with the reason why it may. */
    private static final Map<String, String> FOR_THE_HOUSE = Map.of();

    @Autowired
    ApplicationContext application;

    @Autowired
    Demonstration demonstration;

    @Autowired
    Town town;

    @Autowired
    PlatformTransactionManager transactions;

    private List<Object> repositories = List.of();

    /** What somebody may not see: ids to ask with, and words that must not be answered. */
    private record Hidden(
            List<Long> items, List<Long> comments, List<Long> spaces, List<String> slugs, Set<String> words) {}

    @BeforeAll
    void aLivingAuthority() {
        demonstration.fill();
        repositories = application.getBeansWithAnnotation(Repository.class).values().stream()
                .map(bean -> {
                    Object target = AopProxyUtils.getSingletonTarget(bean);
                    return target == null ? bean : target;
                })
                .filter(bean -> MODULES.contains(bean.getClass().getPackageName()))
                .filter(bean -> !FOR_THE_HOUSE.containsKey(bean.getClass().getSimpleName()))
                .sorted(Comparator.comparing(bean -> bean.getClass().getName()))
                .toList();
    }

    @Test
    void anAgentsWordsReachNoElectedOfficial() {
        long yves = id("E0002");
        assertThat(leaks(yves, hiddenFrom(yves))).isEmpty();
        assertThat(leaks(0, hiddenFrom(0))).as("the preview").isEmpty();
    }

    @Test
    void whatIsForOthersReachesNoAgentOutsideIt() {
        long jeanMarc = id("000107");
        assertThat(leaks(jeanMarc, hiddenFrom(jeanMarc))).isEmpty();
        long administrator = id("000128");
        assertThat(leaks(administrator, hiddenFrom(administrator)))
                .as("administrators either")
                .isEmpty();
    }

    @Test
    void whoseMandateHasEndedIsAnsweredNothing() {
        long former = town.database().sql("""
                        select p.id from people.person p join people.presence pr on pr.person_id = p.id
                         where not p.agent and not pr.as_elected @> current_date
                           and exists (select from people.mandate m where m.person_id = p.id and m.ends_on < current_date) limit 1
                        """).query(Long.class).single();
        assertThat(leaks(former, hiddenFrom(former))).isEmpty();
    }

    @Test
    void manyViewersOnFewConnectionsEachReadTheirOwn() throws Exception {
        List<Long> viewers = List.of(0L, id("E0002"), id("000107"), id("000114"), id("000128"));
        Map<Long, List<Long>> alone = viewers.stream().collect(Collectors.toMap(one -> one, this::everyItem));
        assertThat(Set.copyOf(alone.values())).as("they see different things").hasSizeGreaterThan(3);
        var work = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 400; i++) {
            long viewer = viewers.get(i % viewers.size());
            work.add(() -> everyItem(viewer).equals(alone.get(viewer)));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var same : threads.invokeAll(work)) {
                assertThat(same.get()).isTrue();
            }
        }
    }

    private List<Long> everyItem(long viewer) {
        return town.read(viewer, "select id from content.item order by id");
    }

    /** The control: were a policy loosened, the tests above would say where. */
    @Test
    void aPolicyThatSomeoneLoosensIsFound() throws SQLException {
        long yves = id("E0002");
        Hidden hidden = hiddenFrom(yves);
        for (String table : List.of("content.item", "content.comment", "spaces.space")) {
            asOwner("create policy loosened on " + table + " for select to viaduc_web using (true)");
            try {
                assertThat(leaks(yves, hidden)).as(table).isNotEmpty();
            } finally {
                asOwner("drop policy loosened on " + table);
            }
        }
    }

    /** The control of the questions: whoever may see is answered by the same calls. */
    @Test
    void whoMaySeeIsAnswered() {
        long elodie = id("000114");
        Hidden shownToAgents = hiddenFrom(id("E0002"));
        assertThat(leaks(elodie, shownToAgents)).hasSizeGreaterThan(5);
    }

    /** The methods that answer words that are hidden, with the first of those words. */
    private SortedMap<String, String> leaks(long person, Hidden hidden) {
        assertThat(hidden.items()).isNotEmpty();
        assertThat(hidden.words()).isNotEmpty();
        var leaks = new TreeMap<String, String>();
        for (Object repository : repositories) {
            for (Method method : repository.getClass().getDeclaredMethods()) {
                if (!Modifier.isPrivate(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic()) {
                    asked(person, hidden, repository, method)
                            .ifPresent(words ->
                                    leaks.put(repository.getClass().getSimpleName() + "." + method.getName(), words));
                }
            }
        }
        return leaks;
    }

    private Optional<String> asked(long person, Hidden hidden, Object repository, Method method) {
        method.setAccessible(true);
        for (int variant = 0; variant < 9; variant++) {
            Object[] arguments = arguments(person, hidden, method, variant);
            String answer = ViewerContext.as(
                    person,
                    () -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
                        status.setRollbackOnly();
                        try {
                            return String.valueOf(method.invoke(repository, arguments));
                        } catch (InvocationTargetException refused) {
                            return "";
                        } catch (IllegalAccessException | IllegalArgumentException impossible) {
                            throw new AssertionError(method.toString(), impossible);
                        }
                    })));
            var found = hidden.words().stream().filter(answer::contains).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Three hidden items, three comments, three spaces: one set of arguments for each variant. */
    private Object[] arguments(long person, Hidden hidden, Method method, int variant) {
        List<Long> ids = switch (variant / 3) {
            case 0 -> hidden.items();
            case 1 -> hidden.comments();
            default -> hidden.spaces();
        };
        long chosen = ids.isEmpty() ? 0 : ids.get(variant % 3 * (ids.size() / 3));
        var arguments = new ArrayList<@Nullable Object>();
        for (Type type : method.getGenericParameterTypes()) {
            arguments.add(argument(person, hidden, type, ids, chosen, variant));
        }
        return arguments.toArray();
    }

    private @Nullable Object argument(long person, Hidden hidden, Type type, List<Long> ids, long chosen, int variant) {
        if (type == Viewer.class) {
            return viewer(person);
        }
        if (type == long.class) {
            return chosen;
        }
        if (type == Long.class) {
            // Where a list goes on, when there is one: from its beginning too.
            return variant % 2 == 0 ? null : chosen;
        }
        if (type == int.class || type == Integer.class) {
            return 50;
        }
        if (type == boolean.class || type == Boolean.class) {
            return variant % 2 == 0;
        }
        if (type == String.class) {
            return hidden.slugs().isEmpty() || variant % 2 == 0
                    ? ""
                    : hidden.slugs().get(variant % hidden.slugs().size());
        }
        if (type == UUID.class) {
            return UUID.randomUUID();
        }
        if (type == Locale.class) {
            return Locale.FRENCH;
        }
        if (type == LocalDate.class) {
            return town.today();
        }
        if (type == Instant.class) {
            return Instant.now();
        }
        if (type instanceof Class<?> plain && plain.isEnum()) {
            return plain.getEnumConstants()[variant % plain.getEnumConstants().length];
        }
        if (type instanceof ParameterizedType of && of.getRawType() instanceof Class<?> raw) {
            boolean numbers = of.getActualTypeArguments()[0] == Long.class;
            if (raw == Set.class) {
                return numbers ? Set.copyOf(ids) : Set.of();
            }
            if (Collection.class.isAssignableFrom(raw)) {
                return numbers ? ids : List.of();
            }
            if (raw == Map.class) {
                return Map.of();
            }
        }
        return null;
    }

    private Viewer viewer(long person) {
        return person == 0
                ? new Viewer(
                        0,
                        "Élue",
                        "Élue",
                        "É",
                        1,
                        null,
                        false,
                        true,
                        Set.of(),
                        Locale.FRENCH,
                        "",
                        "",
                        false,
                        null,
                        true)
                : town.viewer(person);
    }

    /** By the memberships alone, as the house reads them: what is in none of this person's circles, and not theirs. */
    private Hidden hiddenFrom(long person) {
        String circles = "(select m.circle_id from circles.member m where m.person_id = " + person
                + " and m.valid @> current_date)";
        String hidden = "i.circle_id not in " + circles + " and i.author_id <> " + person;
        // Those with the most comments first: the first one is asked about.
        List<Long> items =
                longs("select i.id from content.item i where " + hidden + " order by i.comment_count desc, i.id");
        List<Long> comments = longs("select c.id from content.comment c join content.item i on i.id = c.item_id where "
                + hidden + " order by c.id");
        String space =
                "s.kind in ('group', 'community') and (s.access = 'secret' or not s.elected and not people.is_agent_today("
                        + person
                        + ")) and not exists (select from spaces.member m where m.space_id = s.id and m.person_id = "
                        + person + ")";
        List<Long> spaces = longs("select s.id from spaces.space s where " + space + " order by s.id");
        List<String> words = Stream.of(
                        strings("select i.body from content.item i where " + hidden),
                        strings("select i.title from content.item i where " + hidden),
                        strings("select c.body from content.comment c join content.item i on i.id = c.item_id where "
                                + hidden),
                        strings("select s.name from spaces.space s where " + space))
                .flatMap(List::stream)
                .toList();
        String shown = String.join(
                "\n",
                Stream.of(
                                strings("select i.body from content.item i where not (" + hidden + ")"),
                                strings("select i.title from content.item i where not (" + hidden + ")"),
                                strings(
                                        "select c.body from content.comment c join content.item i on i.id = c.item_id where not ("
                                                + hidden + ")"),
                                strings("select s.name from spaces.space s where not (" + space + ")"),
                                // Some groups bear the name of a mission, which is a word of the directory.
                                strings("select m.name from people.mission m"))
                        .flatMap(List::stream)
                        .toList());
        return new Hidden(
                items,
                comments,
                spaces,
                strings("select s.slug from spaces.space s where " + space + " order by s.id"),
                words.stream()
                        .map(text -> text.replaceAll("<[^>]*>", "\u0000"))
                        .flatMap(text -> Stream.of(text.split("\u0000")))
                        .map(text -> text.length() > 60 ? text.substring(0, 60) : text)
                        .filter(text -> text.length() > 12 && !shown.contains(text))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private List<Long> longs(String sql) {
        return owner(sql, Long.class);
    }

    private List<String> strings(String sql) {
        return owner(sql, String.class);
    }

    /** As the owner of the tables sees them once the rule's role is taken: nothing is hidden from a control. */
    private <T> List<T> owner(String sql, Class<T> type) {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute("set role viaduc_rule");
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    T value = rows.getObject(1, type);
                    if (value != null) {
                        found.add(value);
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private Connection connection() throws SQLException {
        String database = town.database()
                .sql("select current_database()")
                .query(String.class)
                .single();
        return DriverManager.getConnection(
                TestCluster.get().url(database), TestCluster.OWNER, TestCluster.OWNER_PASSWORD);
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long id(String number) {
        return town.database()
                .sql("select id from people.person where staff_number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }
}
