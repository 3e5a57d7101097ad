package fr.viaduc.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.forum.Topic;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The table {@code persona-matrix.csv}: every route, an address of it, and what each persona gets there. */
final class PersonaMatrix {

    static final String PASSWORD = "Viaduc-demo-2026";
    static final Path TABLE = Path.of("src", "test", "resources", "persona-matrix.csv");

    /** The columns: who asks, and how they sign in. */
    static final Map<String, String> PERSONAS = new LinkedHashMap<>();

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

    static final List<String> NAMES = List.copyOf(PERSONAS.keySet());

    /** A line of the table: a route, an address of it, and the answer that each persona gets. */
    record Row(String method, String route, String address, List<String> expected) {

        String key() {
            return method + " " + route;
        }

        String expected(String persona) {
            return expected.get(NAMES.indexOf(persona));
        }
    }

    private final Map<String, String> examples = new LinkedHashMap<>();

    private PersonaMatrix() {}

    /** Before the demonstration is there. */
    static PersonaMatrix none() {
        return new PersonaMatrix();
    }

    static List<Row> rows() throws IOException {
        List<Row> rows = Files.readAllLines(TABLE, UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .map(line -> List.of(line.split(";", -1)))
                .map(cells -> new Row(cells.get(0), cells.get(1), cells.get(2), cells.subList(3, cells.size())))
                .toList();
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.expected()).as(row.key()).hasSameSizeAs(NAMES));
        return rows;
    }

    /**
     * What stands between braces in the addresses of the table, found in the demonstration.
     *
     * @param agent the window of 000107
     */
    static PersonaMatrix over(Town town, Visitor agent) {
        var matrix = new PersonaMatrix();
        matrix.find(town, agent);
        return matrix;
    }

    String address(Row row) {
        return address(row.address());
    }

    String address(String pattern) {
        String address = pattern;
        for (var example : examples.entrySet()) {
            address = address.replace("{" + example.getKey() + "}", example.getValue());
        }
        assertThat(address).doesNotContain("{");
        return address;
    }

    private void find(Town town, Visitor visitor) {
        long agent = town.database()
                .sql("select id from people.person where staff_number = '000107'")
                .query(Long.class)
                .single();
        example(town, "note", agent, """
                select q.item_id from content.acknowledgement_request q join content.item i on i.id = q.item_id
                 where i.author_id = (select id from people.person where staff_number = '000135') order by 1 limit 1
                """);
        example(town, "question", agent, "select i.id from content.item i where" + questionFor("everyone"));
        example(town, "question interne", agent, "select i.id from content.item i where" + questionFor("agents"));
        example(town, "publication", agent, "select id from content.item i where" + postOf("everyone"));
        example(town, "réservée", agent, "select id from content.item i where" + postOf("agents"));
        example(town, "commentaire", agent, """
                select c.id from content.comment c where item_id = %s and author_id not in (%s) order by 1 limit 1
                """.formatted(examples.get("publication"), seven()));
        example(town, "rubrique", agent, "select id from forum.category where slug = 'vie-des-communes'");
        example(town, "sujet", agent, topicOf("vie-des-communes"));
        example(town, "sujet réservé", agent, topicOf("etat-civil-et-accueil"));
        examples.put(
                "titre",
                Topic.slug(town.as(
                        agent,
                        () -> town.web()
                                .sql("select title from content.item where id = " + examples.get("sujet"))
                                .query(String.class)
                                .single())));
        example(town, "personne", agent, """
                select id from people.person p where agent and not exists (select from people.role_grant where person_id = p.id)
                   and id not in (%s) and people.is_agent_today(id) order by id limit 1
                """.formatted(seven()));
        example(town, "unité", agent, "select id from people.unit where kind = 'service' order by id limit 1");
        example(town, "mandat", agent, "select id from people.mandate order by id limit 1");
        example(town, "site", agent, "select id from people.site order by id limit 1");
        word(town, "service", agent, "select slug from people.unit where kind = 'service' order by id limit 1");
        word(town, "lieu", agent, "select slug from people.site order by id limit 1");
        word(town, "mission", agent, "select slug from people.mission order by id limit 1");
        word(town, "groupe", agent, """
                select slug from spaces.space where kind = 'group' and access = 'open' and not elected
                   and not exists (select from spaces.member m where m.space_id = space.id and person_id = database.viewer())
                 order by id limit 1
                """);
        var portrait = visitor.get("/annuaire").page().selectFirst("img[src^=/fichiers/]");
        examples.put("portrait", Objects.requireNonNull(portrait, "a portrait").attr("src"));
    }

    private static String topicOf(String category) {
        return """
                select t.item_id from forum.topic t join content.item i on i.id = t.item_id join forum.category c on c.id = t.category_id
                 where c.slug = '%s' and i.author_id not in (%s) and i.comments_open order by 1 limit 1
                """.formatted(category, seven());
    }

    private static String questionFor(String circle) {
        return """
                 kind = 'question' and state = 'published' and circle_id = (select id from circles.circle where kind = '%s')
                 order by id limit 1
                """.formatted(circle);
    }

    private static String postOf(String circle) {
        return """
                 kind = 'post' and state = 'published' and author_id not in (%s) and comment_count > 0
                   and circle_id = (select id from circles.circle where kind = '%s') order by id limit 1
                """.formatted(seven(), circle);
    }

    private static String seven() {
        return "select id from people.person where staff_number in ('000107', '000114', '000121', '000128', '000135',"
                + " 'E0001', 'E0002')";
    }

    private void example(Town town, String name, long viewer, String sql) {
        examples.put(name, String.valueOf(town.read(viewer, sql).getFirst()));
    }

    private void word(Town town, String name, long viewer, String sql) {
        examples.put(
                name,
                town.as(viewer, () -> town.web().sql(sql).query(String.class).single()));
    }
}
