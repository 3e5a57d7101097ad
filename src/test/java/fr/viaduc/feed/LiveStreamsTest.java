package fr.viaduc.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.testing.Agents;
import fr.viaduc.testing.Superuser;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import fr.viaduc.web.Viewer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What is new reaches open pages at once, whatever the others' connections are worth. */
@ViaducTest
@Import({Town.class, Agents.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveStreamsTest {
    @Autowired
    Town town;

    @Autowired
    Agents agents;

    @Autowired
    Visitor lucie;

    @Autowired
    Visitor odile;

    @Autowired
    Visitor jeanMarc;

    long roads;
    long water;
    Viewer jeanMarcThevenot;

    @BeforeAll
    void people() {
        roads = town.unit("Voirie", null);
        water = town.unit("Eau", null);
        agents.hire("000108", "Lucie", "Ferrand", roads);
        agents.hire("000110", "Odile", "Masson", roads);
        jeanMarcThevenot = agents.hire("000107", "Jean-Marc", "Thévenot", water);
        lucie.signIn("000108", Agents.PASSWORD);
        odile.signIn("000110", Agents.PASSWORD);
        jeanMarc.signIn("000107", Agents.PASSWORD);
    }

    @Test
    void aPageThatDoesNotReadDelaysNobodyElse() throws Exception {
        try (var stuck = lucie.listen("/flux");
                var news = odile.listen("/flux")) {
            assertThat(stuck).isNotNull();
            BufferedReader lines = opened(news);
            long circle = town.circle("unit", roads);
            // Sixteen megabytes: more than what the connection of Lucie, who reads nothing, holds.
            Superuser.run("select pg_notify('viaduc_published', repeat('9', 7900) || n || ':" + circle
                    + ":0') from generate_series(1, 2000) n");
            Superuser.run("select pg_notify('viaduc_published', '42:" + circle + ":0')");

            assertThat(heard(lines, "data:42").get(15, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatIsForOthersIsNotEvenAnnounced() throws Exception {
        try (var news = jeanMarc.listen("/flux")) {
            BufferedReader lines = opened(news);
            Superuser.run("select pg_notify('viaduc_published', '43:" + town.circle("unit", roads) + ":0')");
            Superuser.run("select pg_notify('viaduc_published', '44:" + town.circle("unit", water) + ":"
                    + jeanMarcThevenot.id() + "')");
            Superuser.run("select pg_notify('viaduc_published', '45:" + town.circle("unit", water) + ":0')");

            assertThat(CompletableFuture.supplyAsync(() -> next(lines, "data:")).get(15, TimeUnit.SECONDS))
                    .as("neither for the roads nor one's own")
                    .isEqualTo("data:45");
        }
    }

    @Test
    void newsThatCannotBeToldDoNotEndTheOthers() throws Exception {
        try (var news = odile.listen("/flux")) {
            BufferedReader lines = opened(news);
            long circle = town.circle("unit", roads);
            // No number of a circle: the query fails, as it does while the database is away.
            Superuser.run("select pg_notify('viaduc_published', '46:99999999999999999999:0')");
            Superuser.run("select pg_notify('viaduc_published', '47:" + circle + ":0')");

            assertThat(heard(lines, "data:47").get(15, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** The stream's lines, once it is open and the application listens: the database was made anew for this class. */
    private static BufferedReader opened(InputStream news) throws IOException {
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                Superuser.count(
                                        "pg_stat_activity where datname = current_database() and query = 'listen viaduc_published'"))
                        .isPositive());
        var lines = new BufferedReader(new InputStreamReader(news, UTF_8));
        assertThat(lines.readLine()).contains("ouvert");
        return lines;
    }

    private static CompletableFuture<Boolean> heard(BufferedReader lines, String line) {
        return CompletableFuture.supplyAsync(() -> next(lines, line).equals(line));
    }

    private static String next(BufferedReader lines, String beginning) {
        return lines.lines()
                .filter(line -> line.startsWith(beginning))
                .filter(line -> !line.startsWith("data:99"))
                .findFirst()
                .orElse("");
    }
}
