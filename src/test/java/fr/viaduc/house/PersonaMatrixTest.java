package fr.viaduc.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.demo.Demonstration;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import fr.viaduc.testing.Visitor.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who gets what from each address: the table {@code persona-matrix.csv}, asked of the running application.
 *
 * <p>What the application really answers is written to {@code target/persona-matrix.csv}, to compare.
 */
@ViaducTest
@House
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonaMatrixTest {

    private static final String PASSWORD = "Viaduc-demo-2026";
    private static final Path TABLE = Path.of("src", "test", "resources", "persona-matrix.csv");
    private static final Path OBSERVED = Path.of("target", "persona-matrix.csv");
    private static final String ALLOWED = "oui";
    private static final String OPEN = "ouvert";
    private static final String NOT_ASKED = "—";

    /** The columns: who asks, and how they sign in. */
    private static final Map<String, String> PERSONAS = new LinkedHashMap<>();

    static {
        PERSONAS.put("visiteur", "");
        PERSONAS.put("agent", "000107");
        PERSONAS.put("communication", "000114");
        PERSONAS.put("rh", "000121");
        PERSONAS.put("admin", "000128");
        PERSONAS.put("référente", "000135");
        PERSONAS.put("élue", "E0001");
        PERSONAS.put("hors conseil", "E0002");
        PERSONAS.put("aperçu", "000128");
    }

    private static final List<String> NAMES = List.copyOf(PERSONAS.keySet());

    @Autowired
    ApplicationContext application;

    @Autowired
    Demonstration demonstration;

    @Autowired
    Town town;

    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, String> examples = new LinkedHashMap<>();
    private List<Row> table = List.of();

    /** A line of the table: a route, an address of it, and the answer that each persona gets. */
    private record Row(String method, String route, String address, List<String> expected) {

        String key() {
            return method + " " + route;
        }
    }

    @BeforeAll
    void everyoneSignsIn() throws IOException {
        table = Files.readAllLines(TABLE, UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .map(line -> List.of(line.split(";", -1)))
                .map(cells -> new Row(cells.get(0), cells.get(1), cells.get(2), cells.subList(3, cells.size())))
                .toList();
        assertThat(table)
                .allSatisfy(row -> assertThat(row.expected()).as(row.key()).hasSameSizeAs(NAMES));
        demonstration.fill();
        PERSONAS.forEach(this::signIn);
        Visitor preview = visitor("aperçu");
        preview.get("/apercu/elu");
        preview.submit("form[action='/apercu/elu']", Map.of());
        keepToken("aperçu");
        findExamples();
    }

    @Test
    void everyRouteIsInTheTable() {
        assertThat(new TreeSet<>(table.stream().map(Row::key).toList()))
                .as("the routes of %s", TABLE)
                .isEqualTo(routes());
    }

    @Test
    void everyAddressAnswersEachPersonaAsTheTableSays() throws IOException {
        var observed = new ArrayList<Row>();
        for (Row row : table) {
            observed.add(asked(row));
        }
        keep(observed);
        assertThat(lines(observed)).containsExactlyElementsOf(lines(table));
    }

    @Test
    void nothingIsWrittenWithoutTheFormsToken() {
        for (Row row : table) {
            if (row.method().equals("POST")) {
                assertThat(visitor("admin")
                                .post(address(row), Map.of("_csrf", ""))
                                .status())
                        .as(row.key())
                        .isEqualTo(403);
            }
        }
    }

    /** The row with the answers really given; a write that may succeed is left to the tests of its feature. */
    private Row asked(Row row) {
        var answers = new ArrayList<String>();
        for (String persona : NAMES) {
            String expected = expected(row, persona);
            answers.add(
                    switch (row.method()) {
                        case "GET" ->
                            expected.equals(NOT_ASKED)
                                    ? NOT_ASKED
                                    : outcome(visitor(persona).getOnce(address(row)));
                        case "POST" ->
                            expected.equals(ALLOWED) || expected.equals(OPEN) ? expected : outcome(post(persona, row));
                        default -> expected;
                    });
        }
        return new Row(row.method(), row.route(), row.address(), answers);
    }

    private Answer post(String persona, Row row) {
        return visitor(persona).post(address(row), Map.of("_csrf", Objects.requireNonNull(tokens.get(persona))));
    }

    private static String outcome(Answer answer) {
        return answer.status() + (answer.location().startsWith("/connexion") ? "→/connexion" : "");
    }

    private static String expected(Row row, String persona) {
        return row.expected().get(NAMES.indexOf(persona));
    }

    private String address(Row row) {
        String address = row.address();
        for (var example : examples.entrySet()) {
            address = address.replace("{" + example.getKey() + "}", example.getValue());
        }
        assertThat(address).doesNotContain("{");
        return address;
    }

    private void signIn(String persona, String identifier) {
        var visitor = new Visitor(
                "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port"));
        visitors.put(persona, visitor);
        if (identifier.isEmpty()) {
            visitor.get("/connexion");
        } else {
            assertThat(visitor.signIn(identifier, PASSWORD).path()).as(persona).isEqualTo("/");
        }
        keepToken(persona);
    }

    private void keepToken(String persona) {
        var field = visitor(persona)
                .get(persona.equals("visiteur") ? "/connexion" : "/deconnexion")
                .page()
                .selectFirst("input[name=_csrf]");
        tokens.put(persona, Objects.requireNonNull(field, persona).val());
    }

    private Visitor visitor(String persona) {
        return Objects.requireNonNull(visitors.get(persona));
    }

    /** What stands between braces in the addresses of the table. */
    private void findExamples() {
        long agent = one("select id from people.person where staff_number = '000107'");
        example("publication", agent, "select id from content.item i where" + postOf("everyone"));
        example("réservée", agent, "select id from content.item i where" + postOf("agents"));
        example("commentaire", agent, """
                select c.id from content.comment c where item_id = %s and author_id not in (%s) order by 1 limit 1
                """.formatted(examples.get("publication"), seven()));
        example("personne", agent, """
                select id from people.person p where agent and not exists (select from people.role_grant where person_id = p.id)
                   and id not in (%s) and people.is_agent_today(id) order by id limit 1
                """.formatted(seven()));
        example("unité", agent, "select id from people.unit where kind = 'service' order by id limit 1");
        example("site", agent, "select id from people.site order by id limit 1");
        word("service", agent, "select slug from people.unit where kind = 'service' order by id limit 1");
        word("lieu", agent, "select slug from people.site order by id limit 1");
        word("mission", agent, "select slug from people.mission order by id limit 1");
        word("groupe", agent, """
                select slug from spaces.space where kind = 'group' and access = 'open' and not elected
                   and not exists (select from spaces.member m where m.space_id = space.id and person_id = database.viewer())
                 order by id limit 1
                """);
        var portrait = visitor("agent").get("/annuaire").page().selectFirst("img[src^=/fichiers/]");
        examples.put("portrait", Objects.requireNonNull(portrait, "a portrait").attr("src"));
    }

    private String postOf(String circle) {
        return """
                 kind = 'post' and state = 'published' and author_id not in (%s) and comment_count > 0
                   and circle_id = (select id from circles.circle where kind = '%s') order by id limit 1
                """.formatted(seven(), circle);
    }

    private static String seven() {
        return "select id from people.person where staff_number in ('000107', '000114', '000121', '000128', '000135',"
                + " 'E0001', 'E0002')";
    }

    private long one(String sql) {
        return town.database().sql(sql).query(Long.class).single();
    }

    private void example(String name, long viewer, String sql) {
        examples.put(name, String.valueOf(town.read(viewer, sql).getFirst()));
    }

    private void word(String name, long viewer, String sql) {
        examples.put(
                name,
                town.as(viewer, () -> town.web().sql(sql).query(String.class).single()));
    }

    private SortedSet<String> routes() {
        var routes = new TreeSet<String>();
        for (var mapping :
                application.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                if (!handler.getBeanType().equals(FailingController.class)) {
                    var methods = info.getMethodsCondition().getMethods();
                    for (String pattern : info.getPatternValues()) {
                        if (methods.isEmpty()) {
                            routes.add("* " + pattern);
                        }
                        methods.forEach(method -> routes.add(method + " " + pattern));
                    }
                }
            });
        }
        return routes;
    }

    private void keep(List<Row> observed) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("méthode;route;adresse;" + String.join(";", NAMES));
        lines.addAll(lines(observed));
        Files.createDirectories(OBSERVED.getParent());
        Files.write(OBSERVED, lines, UTF_8);
    }

    private static List<String> lines(List<Row> rows) {
        return rows.stream()
                .map(row ->
                        String.join(";", row.method(), row.route(), row.address(), String.join(";", row.expected())))
                .toList();
    }
}
