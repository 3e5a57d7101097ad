package fr.viaduc.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.people.signin.Colleagues;
import fr.viaduc.search.Query.Cursor;
import fr.viaduc.search.SearchRepository.Row;
import fr.viaduc.testing.TestCluster;
import fr.viaduc.testing.TestDatabase;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.text.Passage;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ViaducTest
@Import({Colleagues.class, Neighbourhood.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SearchTest {
    private static final List<String> KINDS = List.of("person", "space", "place", "post");

    @Autowired
    Neighbourhood town;

    @Autowired
    SearchRepository search;

    @BeforeEach
    void theySettleOnce() {
        town.settle();
    }

    @Test
    void eachFindsExactlyTheItemsThatTheDatabaseShowsThem() {
        Set<Set<Long>> different = new HashSet<>();
        for (long person : town.everybody()) {
            Set<Long> shown = town.shown(person, "d[ée]neigement");
            assertThat(ids(find(person, "déneigement"), "post"))
                    .as("found by %s", person)
                    .isEqualTo(shown);
            different.add(shown);
        }
        assertThat(different).as("each sees something else").hasSize(4);
    }

    @Test
    void aTypingErrorLeadsNobodyToWhatTheyMayNotSee() {
        for (long person : town.everybody()) {
            Set<Long> shown = town.shown(person, "d[ée]neigement");
            assertThat(ids(find(person, "dénaigement"), "post")).isNotEmpty().isSubsetOf(shown);
        }
    }

    @Test
    void withoutAViewerNothingIsFound() {
        assertThat(search.find(town.viewer(town.karim), "déneigement", KINDS, 20, null))
                .isEmpty();
    }

    @Test
    void sylvieFindsWithoutAccentsInCapitalsAndByTheBeginningOfAWord() {
        for (String typed : List.of(
                "DENEIGEMENT", "déneigements", "déneigem", "deneig", "plan dé", "écoles de saint-bl", "l’aube")) {
            assertThat(texts(find(town.sylvie, typed))).as(typed).anyMatch(text -> text.contains("Saint-Blin"));
        }
    }

    @Test
    void sylvieMendsHerTypingErrors() {
        List<Row> found = find(town.sylvie, "deneigemnt ecolles");
        assertThat(texts(found)).singleElement().asString().contains("Saint-Blin");
        assertThat(found).allMatch(Row::mended);
        assertThat(names(find(town.sylvie, "karim benalli"), "person")).contains("Karim Benali");
    }

    @Test
    void quotesAndExclusionsAreUnderstood() {
        assertThat(texts(find(town.sylvie, "\"réunion publique\""))).hasSize(1);
        assertThat(texts(find(town.sylvie, "déneigement -écoles"))).noneMatch(text -> text.contains("Saint-Blin"));
    }

    @Test
    void theWordsFoundAreMarkedAndTheTextIsPlain() {
        Row row = find(town.sylvie, "déneig écoles").stream()
                .filter(one -> one.kind().equals("post"))
                .findFirst()
                .orElseThrow();
        assertThat(row.excerpt()).doesNotContain("<");
        assertThat(Passage.of(row.excerpt()).parts().stream()
                        .filter(Passage.Part::marked)
                        .map(Passage.Part::text))
                .isNotEmpty();
        assertThat(Passage.of("l&#39;\ue000eau\ue001 &amp; le sel").parts())
                .containsExactly(
                        new Passage.Part("l'", false),
                        new Passage.Part("eau", true),
                        new Passage.Part(" & le sel", false));
    }

    @Test
    void aSecretGroupIsFoundByItsMembersOnly() {
        assertThat(names(find(town.odile, "cellule"), "space")).containsExactly("Cellule déneigement discrète");
        assertThat(names(find(town.karim, "cellule"), "space")).isEmpty();
        assertThat(names(find(town.karim, "celulle deneigement"), "space")).isEmpty();
    }

    @Test
    void anElectedOfficialDoesNotFindAGroupOfAgents() {
        assertThat(names(find(town.sylvie, "réemploi"), "space")).containsExactly("Atelier réemploi");
        assertThat(names(find(town.claire, "réemploi"), "space")).isEmpty();
    }

    @Test
    void servicesSitesAndCommunesAreFound() {
        assertThat(names(find(town.claire, "voiri"), "place")).contains("Voirie et espaces verts");
        assertThat(names(find(town.claire, "nogent"), "place")).contains("Nogent", "Dépôt de Nogent");
    }

    @Test
    void whateverIsTypedIsOnlyWords() {
        for (String typed : List.of(
                "'",
                "\\",
                "a & b | c",
                "%",
                "_",
                ":*",
                "((",
                "\"",
                "-",
                "\u0000é".substring(1),
                "<script>",
                "de la",
                "œuf",
                "🚧")) {
            assertThat(find(town.sylvie, typed)).as(typed).isNotNull();
        }
    }

    @Test
    void aListGoesOnWithoutLosingOrRepeatingAnything() {
        for (int number = 0; number < 23; number++) {
            town.publish(town.sylvie, town.circle("agents"), "<p>Compte rendu de chantier numéro " + number + "</p>");
        }
        List<Long> all = new ArrayList<>();
        Cursor after = null;
        do {
            Cursor from = after;
            List<Row> rows = town.as(
                    town.karim, () -> search.find(town.viewer(town.karim), "chantier", List.of("post"), 5, from));
            rows.forEach(row -> all.add(row.id()));
            after = rows.size() == 5 ? Cursor.of(rows.getLast().cursor().value()) : null;
        } while (after != null);
        assertThat(all).hasSize(23).doesNotHaveDuplicates();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void amongAHundredThousandItemsTheIndexOfWordsIsUsed() throws SQLException {
        String plans = "";
        try (var connection = TestCluster.get().superuser(TestDatabase.NAME);
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("""
                    insert into content.item (kind, author_id, circle_id, state, body, published_at, search)
                    select 'post', %d, %d, 'published', 'Nouvelle ' || g, now() - g * interval '1 minute',
                           to_tsvector('public.viaduc_fr', 'nouvelle piscine') || setweight(to_tsvector('public.viaduc_words', 'sujet' || g %% 5000), 'D')
                      from generate_series(1, 100000) g
                    """.formatted(town.sylvie, town.circle("agents")));
            statement.execute("analyze content.item");
            statement.execute("load 'auto_explain'");
            statement.execute("set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;"
                    + " set auto_explain.log_level = notice; set session_replication_role = origin; set jit = off");
            statement.execute("set session authorization viaduc_web; set viaduc.viewer = '" + town.karim + "'");
            statement.clearWarnings();
            try (var rows = statement.executeQuery("select id from search.find('sujet421', '{post}', 5)")) {
                assertThat(rows.next()).isTrue();
            }
            plans = warnings(statement.getWarnings());
        }
        assertThat(plans).contains("Bitmap Index Scan on item_search").doesNotContain("Seq Scan on item");
    }

    private static String warnings(@Nullable SQLWarning first) {
        var text = new StringBuilder();
        for (SQLWarning one = first; one != null; one = one.getNextWarning()) {
            text.append(one.getMessage()).append('\n');
        }
        return text.toString();
    }

    private List<Row> find(long person, String words) {
        return town.as(person, () -> search.find(town.viewer(person), words, KINDS, 20, null));
    }

    private static Set<Long> ids(List<Row> rows, String kind) {
        return rows.stream().filter(row -> row.kind().equals(kind)).map(Row::id).collect(Collectors.toSet());
    }

    private static List<String> names(List<Row> rows, String kind) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind))
                .map(Row::name)
                .toList();
    }

    /** Passages of the items, without their marks. */
    private static List<String> texts(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.kind().equals("post"))
                .map(row -> row.excerpt().replaceAll("[\ue000\ue001]", ""))
                .toList();
    }
}
