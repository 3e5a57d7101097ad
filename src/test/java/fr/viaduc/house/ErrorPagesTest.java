package fr.viaduc.house;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.people.signin.Accounts;
import fr.viaduc.testing.TestCluster;
import fr.viaduc.testing.TestDatabase;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import fr.viaduc.testing.Visitor.Answer;
import fr.viaduc.testing.Visitor.Upload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever goes wrong, people read a page in French that tells what happened and leads on. */
@ViaducTest
@House
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorPagesTest {

    private static final String PASSWORD = "quatre péniches vertes";

    @Autowired
    Visitor jeanMarc;

    @Autowired
    Visitor newcomer;

    @Autowired
    Accounts accounts;

    @Autowired
    Town town;

    private long author;

    @BeforeAll
    void jeanMarcWorksOnTheRoads() {
        author = town.agent("Jean-Marc", "Thévenot");
        town.run("update people.person set staff_number = '000107' where id = ?", author);
        town.assign(author, town.unit("Voirie", null), null);
        accounts.open(List.of(author), PASSWORD);
        assertThat(jeanMarc.signIn("000107", PASSWORD).path()).isEqualTo("/");
    }

    @Test
    void anAddressThatDoesNotExistIsSaidMissing() {
        saysClearly(jeanMarc.getOnce("/publications/999999999"), 404, "Cette page n’est pas là");
        saysClearly(jeanMarc.getOnce("/nulle-part"), 404, "Cette page n’est pas là");
        saysClearly(jeanMarc.getOnce("/publications/abc"), 404, "Cette page n’est pas là");
    }

    @Test
    void jeanMarcIsToldThatTheAdministrationIsNotForHim() {
        saysClearly(jeanMarc.getOnce("/administration/roles"), 403, "Ce geste ne vous est pas ouvert");
    }

    @Test
    void aFileThatIsTooHeavyIsRefusedInPlainWords() {
        jeanMarc.get("/publier");
        var file = new Upload("film.mp4", "video/mp4", new byte[2 << 20]);
        saysClearly(
                jeanMarc.upload("/publications", Map.of("texte", "Un film"), Map.of("fichiers", file)),
                413,
                "Ce fichier est trop lourd");
    }

    @Test
    void aPostWithoutWordsComesBackWithItsErrorTiedToItsField() {
        jeanMarc.get("/publier");
        Answer answer = jeanMarc.submitOnce("#publier", Map.of("texte", ""));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("main [data-error-summary] a[href='#texte']"))
                .hasSize(1);
        assertThat(answer.page().select("#texte[aria-invalid=true][aria-describedby]"))
                .hasSize(1);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        Answer answer = jeanMarc.getOnce("/aide/essai/trop");
        saysClearly(answer, 429, "Un instant, s’il vous plaît");
        assertThat(answer.header("Retry-After")).isEqualTo("42");
    }

    @Test
    void aFailureTellsNothingOfWhatWentWrongInside() {
        Answer answer = jeanMarc.getOnce("/aide/essai/panne");
        saysClearly(answer, 500, "Quelque chose n’a pas fonctionné");
        assertThat(answer.body()).doesNotContain("secret detail", "IllegalState", "fr.viaduc");
    }

    @Test
    void whenTheErrorPageItselfFailsAPlainPageStillSaysWhatToDo() {
        Answer answer = jeanMarc.getOnce("/aide/essai/panne-double");
        saysClearly(answer, 500, "Quelque chose n’a pas fonctionné");
        assertThat(answer.body()).doesNotContain("secret detail", "IllegalState", "Tomcat", "HTTP Status");
    }

    @Test
    void anAddressThatTheServerCannotReadGetsAPageToo() {
        Answer answer = jeanMarc.getOnce("/publications/%2F");
        saysClearly(answer, 400, "Quelque chose n’a pas fonctionné");
        assertThat(answer.body()).doesNotContain("Tomcat", "HTTP Status");
    }

    @Test
    void whenTooManySignInAtOnceTheOthersAreToldToComeBackInAMoment() throws Exception {
        String token = newcomer.get("/connexion")
                .page()
                .selectFirst("input[name=_csrf]")
                .val();
        var answers = new ArrayList<Future<Answer>>();
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int person = 0; person < 160; person++) {
                var typed = Map.of("_csrf", token, "identifier", "inconnu" + person, "password", "quatre péniches");
                answers.add(everybody.submit(() -> newcomer.post("/connexion", typed)));
            }
        }
        var busy = new ArrayList<Answer>();
        for (var answer : answers) {
            if (answer.get().status() == 503) {
                busy.add(answer.get());
            } else {
                assertThat(answer.get().status())
                        .as("the others are answered as ever")
                        .isEqualTo(422);
            }
        }
        assertThat(busy).isNotEmpty();
        for (Answer answer : busy) {
            saysClearly(answer, 503, "Viaduc reprend son souffle");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
            assertThat(answer.body()).doesNotContain("quatre péniches");
        }
    }

    @Test
    void aWriteWithoutTheFormsTokenIsRefused() {
        saysClearly(jeanMarc.post("/publications", Map.of("_csrf", "faux")), 403, "Ce geste ne vous est pas ouvert");
    }

    @Test
    void aDatabaseThatIsAwayIsSaidAndComesBackByItself() {
        var cluster = TestCluster.get();
        cluster.asSuperuser("alter database " + TestDatabase.NAME + " with allow_connections false");
        try {
            cluster.asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                    + TestDatabase.NAME + "'");
            for (String address : List.of("/", "/annuaire")) {
                Answer answer = jeanMarc.getOnce(address);
                saysClearly(answer, 503, "Viaduc reprend son souffle");
                assertThat(answer.header("Retry-After")).isEqualTo("10");
            }
            assertThat(jeanMarc.getOnce("/sante").status()).isEqualTo(503);
        } finally {
            cluster.asSuperuser("alter database " + TestDatabase.NAME + " with allow_connections true");
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(jeanMarc.getOnce("/").status()).isEqualTo(200));
    }

    @Test
    void aDoubleClickPublishesOnce() throws Exception {
        var form = (FormElement)
                Objects.requireNonNull(jeanMarc.get("/publier").page().selectFirst("#publier"));
        var fields = new HashMap<String, String>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.put("texte", "Une seule fois, même en cliquant deux fois.");
        fields.put("audience", form.select("input[name=audience]").val());
        try (var clicks = Executors.newFixedThreadPool(2)) {
            var first =
                    clicks.submit(() -> jeanMarc.post("/publications", fields).status());
            var second =
                    clicks.submit(() -> jeanMarc.post("/publications", fields).status());
            assertThat(List.of(first.get(), second.get())).containsOnly(303);
        }
        assertThat(jeanMarc.post("/publications", fields).status()).isEqualTo(303);
        assertThat(town.read(author, "select count(*) from content.item where body like '%Une seule fois, même%'"))
                .containsExactly(1L);
    }

    /** The status, the words, French, and ways out; nothing half rendered. */
    private static void saysClearly(Answer answer, int status, String title) {
        assertThat(answer.status()).as(answer.path()).isEqualTo(status);
        var page = answer.page();
        assertThat(page.select("html").attr("lang")).isEqualTo("fr");
        assertThat(page.select("h1").text()).isEqualTo(title);
        assertThat(page.select("main a[href='/']")).isNotEmpty();
        assertThat(page.select("main a[href='/aide']")).isNotEmpty();
    }
}
