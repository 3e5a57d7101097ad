package fr.viaduc.house;

import static fr.viaduc.house.PersonaMatrix.NAMES;
import static fr.viaduc.house.PersonaMatrix.PASSWORD;
import static fr.viaduc.house.PersonaMatrix.PERSONAS;
import static fr.viaduc.house.PersonaMatrix.TABLE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.demo.Demonstration;
import fr.viaduc.house.PersonaMatrix.Row;
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

    private static final Path OBSERVED = Path.of("target", "persona-matrix.csv");
    private static final String ALLOWED = "oui";
    private static final String OPEN = "ouvert";
    private static final String NOT_ASKED = "—";

    @Autowired
    ApplicationContext application;

    @Autowired
    Demonstration demonstration;

    @Autowired
    Town town;

    private final Map<String, Visitor> visitors = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private List<Row> table = List.of();
    private PersonaMatrix matrix = PersonaMatrix.none();

    @BeforeAll
    void everyoneSignsIn() throws IOException {
        table = PersonaMatrix.rows();
        demonstration.fill();
        PERSONAS.forEach(this::signIn);
        Visitor preview = visitor("aperçu");
        preview.get("/apercu/elu");
        preview.submit("form[action='/apercu/elu']", Map.of());
        keepToken("aperçu");
        matrix = PersonaMatrix.over(town, visitor("agent"));
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
            String expected = row.expected(persona);
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

    private String address(Row row) {
        return matrix.address(row);
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
