package fr.viaduc.people.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.house.CountedStatements;
import fr.viaduc.testing.TestClock;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ViaducTest
@Import({Colleagues.class, CountedStatements.class})
class SignInTest {

    @Autowired
    Colleagues colleagues;

    @Autowired
    ObjectProvider<Visitor> visitors;

    @Autowired
    Passwords passwords;

    @Autowired
    TestClock clock;

    @AfterEach
    void theClockRunsAgain() {
        clock.reset();
    }

    @Test
    void karimSignsInWithHisMatriculeWhateverTheZerosAndSpaces() {
        colleagues.agent("000107", "Karim", "Benali");
        for (String typed :
                List.of("000107", "107", " 000 107 ", "karim.benali@agglo.example", "Karim.BENALI@agglo.example")) {
            var karim = visitors.getObject();
            karim.get("/connexion");
            var answer = karim.submitOnce(
                    "form[action=/connexion]", Map.of("identifier", typed, "password", Colleagues.PASSWORD));
            assertThat(answer.status()).as(typed).isEqualTo(303);
            assertThat(signedIn(karim)).as(typed).isTrue();
        }
    }

    @Test
    void anAccentTypedInTwoWaysIsTheSamePassword() {
        colleagues.agent("000201", "Zoé", "Martin");
        var zoe = visitors.getObject();
        zoe.signIn("201", "quatre pe\u0301niches vertes");
        assertThat(signedIn(zoe)).isTrue();
    }

    @Test
    void aPageAskedForBeforeSignInOpensAfterwards() {
        colleagues.agent("000202", "Paul", "Garnier");
        var paul = visitors.getObject();
        var answer = paul.getOnce("/annuaire?q=nogent");
        assertThat(answer.location()).isEqualTo("/connexion?retour=%2Fannuaire%3Fq%3Dnogent");
        paul.get("/connexion?retour=%2Fannuaire%3Fq%3Dnogent");
        assertThat(submit(paul, "202", Colleagues.PASSWORD).location()).endsWith("/annuaire?q=nogent");
    }

    @Test
    void signInNeverLeadsToAnotherSite() {
        colleagues.agent("000203", "Ines", "Roux");
        for (String elsewhere :
                List.of("//mechant.example", "https://mechant.example", "/\\mechant.example", "javascript:alert(1)")) {
            var ines = visitors.getObject();
            ines.get("/connexion");
            var answer = ines.submitOnce(
                    "form[action=/connexion]",
                    Map.of("identifier", "203", "password", Colleagues.PASSWORD, "retour", elsewhere));
            assertThat(java.net.URI.create(answer.location()).getPath()).isEqualTo("/");
        }
    }

    @Test
    void unknownWrongSuspendedNeverActivatedGoneAndLockedGetTheSameAnswerForTheSameWork() {
        colleagues.agent("000210", "Lea", "Petit");
        long suspended = colleagues.agent("000211", "Marc", "Henry");
        colleagues.newcomer("000212", "Nour", "Haddad");
        long gone = colleagues.agent("000213", "Odile", "Faure");
        colleagues.agent("000214", "Pia", "Lambert");
        colleagues
                .database()
                .sql("update people.account set suspended_at = now() where person_id = ?")
                .param(suspended)
                .update();
        colleagues
                .database()
                .sql("update people.person set left_on = current_date - 1 where id = ?")
                .param(gone)
                .update();
        for (int i = 0; i < 5; i++) {
            submitFresh("214", "faux");
        }
        var answers = new ArrayList<String>();
        var work = new ArrayList<Long>();
        var statements = new ArrayList<List<String>>();
        Map<String, Supplier<Visitor.Answer>> cases = new HashMap<>();
        cases.put("unknown", () -> submitFresh("999 999", Colleagues.PASSWORD));
        cases.put("wrong", () -> submitFresh("210", "faux"));
        cases.put("suspended", () -> submitFresh("211", Colleagues.PASSWORD));
        cases.put("never activated", () -> submitFresh("212", Colleagues.PASSWORD));
        cases.put("gone", () -> submitFresh("213", Colleagues.PASSWORD));
        cases.put("locked", () -> submitFresh("214", Colleagues.PASSWORD));
        cases.forEach((name, attempt) -> {
            long before = passwords.computed();
            var answer = attempt.get();
            assertThat(answer.status()).as(name).isEqualTo(422);
            answers.add(withoutTokens(answer.body()));
            work.add(passwords.computed() - before);
            statements.add(CountedStatements.ofLastRequest());
        });
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(work).containsOnly(1L);
        assertThat(statements.stream().distinct()).as("the same statements").hasSize(1);
        assertThat(statements.getFirst()).hasSize(3);
    }

    @Test
    void aStrangersWrongGuessesDoNotLockMonaOutOfHerOwnTelephone() {
        colleagues.agent("000220", "Mona", "Weber");
        var telephone = visitors.getObject();
        telephone.signIn("220", Colleagues.PASSWORD);
        telephone.get("/deconnexion");
        telephone.submit("form[action=/deconnexion]", Map.of());
        for (int i = 0; i < 8; i++) {
            submitFresh("220", "devine" + i);
        }
        assertThat(submitFresh("220", Colleagues.PASSWORD).status()).isEqualTo(422);
        telephone.signIn("220", Colleagues.PASSWORD);
        assertThat(signedIn(telephone)).isTrue();
    }

    @Test
    void aLockOpensByItself() {
        colleagues.agent("000221", "Nils", "Colin");
        for (int i = 0; i < 30; i++) {
            submitFresh("221", "devine" + i);
        }
        assertThat(submitFresh("221", Colleagues.PASSWORD).status()).isEqualTo(422);
        clock.advance(Duration.ofMinutes(16));
        assertThat(submitFresh("221", Colleagues.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void theSessionCookieIsClosedToScriptsAndOtherSites() {
        colleagues.agent("000230", "Tom", "Simon");
        var tom = visitors.getObject();
        tom.get("/connexion");
        String cookie = cookie(submit(tom, "230", Colleagues.PASSWORD), "viaduc=");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Domain");
        assertThat(colleagues
                        .database()
                        .sql("select count(*) from people.session where encode(token_hash, 'escape') = ?")
                        .param(cookie.substring("viaduc=".length(), cookie.indexOf(';')))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void behindHttpsTheCookieIsBoundToItsHost() throws Exception {
        colleagues.agent("000232", "Uma", "Carpentier");
        var uma = visitors.getObject();
        String page = uma.get("/connexion").uri().toString();
        HttpClient client = HttpClient.newHttpClient();
        var shown = client.send(
                HttpRequest.newBuilder(URI.create(page))
                        .header("X-Forwarded-Proto", "https")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String form = shown.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(form).startsWith("__Host-viaduc-form=").contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/");
        String token = org.jsoup.Jsoup.parse(shown.body())
                .select("form[action=/connexion] input[name=_csrf]")
                .val();
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(page))
                        .header("X-Forwarded-Proto", "https")
                        .header("Cookie", form.substring(0, form.indexOf(';')))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "identifier=232&password=" + URLEncoder.encode(Colleagues.PASSWORD, UTF_8) + "&_csrf="
                                        + URLEncoder.encode(token, UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-viaduc=")
                        .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain"));
    }

    @Test
    void yasminEndsTheSessionOfHerOldTelephone() {
        colleagues.agent("000233", "Yasmin", "Girard");
        var telephone = visitors.getObject();
        telephone.signIn("233", Colleagues.PASSWORD);
        var desk = visitors.getObject();
        desk.signIn("233", Colleagues.PASSWORD);
        assertThat(desk.get("/profil/securite").page().select(".device form[action$=/fin]"))
                .hasSize(1);
        desk.submit(".device form[action$=/fin]", Map.of());
        assertThat(signedIn(telephone)).isFalse();
        assertThat(signedIn(desk)).isTrue();
    }

    @Test
    void nobodyEndsTheSessionOfSomebodyElse() {
        colleagues.agent("000234", "Zora", "Lemaire");
        colleagues.agent("000235", "Alix", "Fournier");
        var zora = visitors.getObject();
        zora.signIn("234", Colleagues.PASSWORD);
        long hers = colleagues
                .database()
                .sql("select max(id) from people.session")
                .query(Long.class)
                .single();
        var alix = visitors.getObject();
        alix.signIn("235", Colleagues.PASSWORD);
        alix.get("/profil/securite");
        alix.post("/profil/securite/sessions/" + hers + "/fin", Map.of());
        assertThat(signedIn(zora)).isTrue();
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        colleagues.agent("000236", "Basile", "Renaud");
        var telephone = visitors.getObject();
        telephone.signIn("236", Colleagues.PASSWORD);
        var desk = visitors.getObject();
        desk.signIn("236", Colleagues.PASSWORD);
        desk.get("/profil/securite");
        String form = "form[action=/profil/securite/mot-de-passe]";
        assertThat(desk.submitOnce(form, Map.of("current", "faux", "password", "girafe tondeuse violette"))
                        .status())
                .isEqualTo(422);
        desk.submit(form, Map.of("current", Colleagues.PASSWORD, "password", "girafe tondeuse violette"));
        assertThat(signedIn(desk)).isTrue();
        assertThat(signedIn(telephone)).isFalse();
        assertThat(submitFresh("236", Colleagues.PASSWORD).status()).isEqualTo(422);
        assertThat(submitFresh("236", "girafe tondeuse violette").status()).isEqualTo(303);
    }

    @Test
    void aSuspensionEndsEverySession() {
        long cyril = colleagues.agent("000237", "Cyril", "Picard");
        var telephone = visitors.getObject();
        telephone.signIn("237", Colleagues.PASSWORD);
        colleagues
                .database()
                .sql("update people.account set suspended_at = now() where person_id = ?")
                .param(cyril)
                .update();
        assertThat(signedIn(telephone)).isFalse();
        assertThat(submitFresh("237", Colleagues.PASSWORD).status()).isEqualTo(422);
    }

    @Test
    void aKioskThatIsKnownKeepsItsAllowanceWhenStrangersGuess() {
        colleagues.agent("000238", "Dora", "Blanc");
        var kiosk = visitors.getObject();
        kiosk.signIn("238", Colleagues.PASSWORD);
        colleagues
                .database()
                .sql("insert into people.kiosk (device_hash, name, marked_at)"
                        + " select device_hash, 'Vestiaire', now() from people.known_device d"
                        + " join people.person p on p.id = d.person_id and p.staff_number = '000238'")
                .update();
        colleagues
                .database()
                .sql(
                        "delete from people.known_device where person_id = (select id from people.person where staff_number = '000238')")
                .update();
        kiosk.get("/deconnexion");
        kiosk.submit("form[action=/deconnexion]", Map.of());
        for (int i = 0; i < 8; i++) {
            submitFresh("238", "devine" + i);
        }
        assertThat(submitFresh("238", Colleagues.PASSWORD).status()).isEqualTo(422);
        kiosk.signIn("238", Colleagues.PASSWORD);
        assertThat(signedIn(kiosk)).isTrue();
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        colleagues.agent("000231", "Ugo", "Perrin");
        var ugo = visitors.getObject();
        ugo.signIn("231", Colleagues.PASSWORD);
        assertThat(ugo.post("/deconnexion", Map.of("_csrf", "inventé")).status())
                .isEqualTo(403);
        assertThat(signedIn(ugo)).isTrue();
    }

    @Test
    void anIdleSessionEndsAfterTwelveHoursAndAnyOtherAfterThirtyDays() {
        colleagues.agent("000240", "Vera", "Lopez");
        var vera = visitors.getObject();
        vera.signIn("240", Colleagues.PASSWORD);
        clock.advance(Duration.ofHours(11));
        assertThat(signedIn(vera)).isTrue();
        clock.advance(Duration.ofHours(11));
        assertThat(signedIn(vera)).isTrue();
        clock.advance(Duration.ofHours(13));
        assertThat(signedIn(vera)).isFalse();
    }

    @Test
    void aSessionInUseStillEndsAfterThirtyDays() {
        colleagues.agent("000241", "Willy", "Meyer");
        var willy = visitors.getObject();
        willy.signIn("241", Colleagues.PASSWORD);
        for (int halfDays = 0; halfDays < 65; halfDays++) {
            clock.advance(Duration.ofHours(11));
            signedIn(willy);
        }
        assertThat(signedIn(willy)).isTrue();
        clock.advance(Duration.ofHours(6));
        assertThat(signedIn(willy)).isFalse();
    }

    @Test
    void theSharedDeviceForgetsAfterThreeMinutes() {
        colleagues.agent("000242", "Xenia", "Durand");
        var kiosk = visitors.getObject();
        kiosk.get("/connexion");
        var answer = kiosk.submitOnce(
                "form[action=/connexion]",
                Map.of("identifier", "242", "password", Colleagues.PASSWORD, "shared", "true"));
        assertThat(cookie(answer, "viaduc=")).doesNotContain("Max-Age");
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .noneMatch(header -> header.startsWith("viaduc-device="));
        clock.advance(Duration.ofSeconds(170));
        assertThat(signedIn(kiosk)).isTrue();
        clock.advance(Duration.ofSeconds(181));
        assertThat(signedIn(kiosk)).isFalse();
    }

    @Test
    void theMandateOfAnEluEndsTheirSessionByItself() {
        long elue = colleagues.agent("E0001", "Claire", "Vautrin");
        colleagues
                .database()
                .sql("update people.person set agent = false where id = ?")
                .param(elue)
                .update();
        colleagues.database().sql("""
                insert into people.mandate (person_id, function, starts_on, ends_on)
                values (?, 'Vice-présidente', current_date - 100, current_date)""").param(elue).update();
        var claire = visitors.getObject();
        claire.signIn("e1", Colleagues.PASSWORD);
        assertThat(signedIn(claire)).isTrue();
        clock.advance(Duration.ofHours(24));
        assertThat(signedIn(claire)).isFalse();
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtectIt() {
        var answer = visitors.getObject().get("/connexion");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    private Visitor.Answer submitFresh(String identifier, String password) {
        var visitor = visitors.getObject();
        visitor.get("/connexion");
        return submit(visitor, identifier, password);
    }

    private static Visitor.Answer submit(Visitor visitor, String identifier, String password) {
        return visitor.submitOnce("form[action=/connexion]", Map.of("identifier", identifier, "password", password));
    }

    /** Whoever is signed in sees a page of their own; others are sent to sign in. */
    static boolean signedIn(Visitor visitor) {
        return visitor.getOnce("/profil/securite").status() == 200;
    }

    private static String cookie(Visitor.Answer answer, String start) {
        return answer.response().headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "").replaceAll("value=\"[^\"]*\"", "");
    }
}
