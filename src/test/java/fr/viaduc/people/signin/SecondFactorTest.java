package fr.viaduc.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.house.CountedStatements;
import fr.viaduc.testing.TestClock;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Whose role opens others' data proves twice who they are. */
@ViaducTest
@Import({Colleagues.class, CountedStatements.class})
class SecondFactorTest {

    private static final String FACTOR = "form[action=/connexion/second-facteur]";

    @Autowired
    Colleagues colleagues;

    @Autowired
    ObjectProvider<Visitor> visitors;

    @Autowired
    TestClock clock;

    @AfterEach
    void theClockRunsAgain() {
        clock.reset();
    }

    @Test
    void administratorsHumanResourcesAndModeratorsSeeNothingBeforeTheyHaveASecondFactor() {
        int number = 400;
        for (String role : List.of("ADMINISTRATOR", "HUMAN_RESOURCES", "MODERATOR")) {
            String matricule = "000" + number++;
            colleagues.grant(colleagues.agent(matricule, "Ana", "Rôle-" + number), role);
            var ana = visitors.getObject();
            assertThat(ana.signIn(matricule, Colleagues.PASSWORD).path())
                    .as(role)
                    .isEqualTo("/connexion/second-facteur");
            for (String address : List.of("/", "/annuaire", "/administration", "/profil/securite", "/flux")) {
                assertThat(ana.getOnce(address).location())
                        .as(role + " " + address)
                        .startsWith("/connexion/second-facteur");
            }
        }
    }

    @Test
    void anAgentWithoutSuchARoleNeedsNone() {
        colleagues.agent("000410", "Bruno", "Sylvestre");
        var bruno = visitors.getObject();
        bruno.signIn("410", Colleagues.PASSWORD);
        assertThat(SignInTest.signedIn(bruno)).isTrue();
    }

    @Test
    void carlaSetsUpHerApplicationAndIsAskedForItNextTime() {
        colleagues.grant(colleagues.agent("000411", "Carla", "Ferry"), "ADMINISTRATOR");
        var carla = visitors.getObject();
        Totp application = setUp(carla, "411");
        assertThat(SignInTest.signedIn(carla)).isTrue();

        clock.advance(Duration.ofSeconds(60));
        var next = visitors.getObject();
        next.get("/connexion?retour=%2Fannuaire");
        next.submit("form[action=/connexion]", Map.of("identifier", "411", "password", Colleagues.PASSWORD));
        assertThat(give(next, "000000").status()).isEqualTo(422);
        String code = application.code(clock.instant());
        assertThat(give(next, code).location()).endsWith("/annuaire");
        assertThat(SignInTest.signedIn(next)).isTrue();

        var thief = visitors.getObject();
        thief.signIn("411", Colleagues.PASSWORD);
        assertThat(give(thief, code).status())
                .as("a code that was seen serves once")
                .isEqualTo(422);
    }

    @Test
    void aRecoveryCodeOpensOnce() {
        colleagues.grant(colleagues.agent("000412", "Denis", "Aubry"), "MODERATOR");
        var denis = visitors.getObject();
        denis.signIn("412", Colleagues.PASSWORD);
        Totp application = applicationShown(denis);
        var codes = give(denis, application.code(clock.instant()));
        List<String> recovery = codes.texts(".recovery-codes li");
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();

        var lost = visitors.getObject();
        lost.signIn("412", Colleagues.PASSWORD);
        assertThat(give(lost, recovery.getFirst()).status()).isEqualTo(303);
        assertThat(SignInTest.signedIn(lost)).isTrue();
        var again = visitors.getObject();
        again.signIn("412", Colleagues.PASSWORD);
        assertThat(give(again, recovery.getFirst()).status()).isEqualTo(422);
    }

    @Test
    void codesCannotBeGuessedOneAfterTheOther() {
        colleagues.grant(colleagues.agent("000413", "Elsa", "Mercier"), "ADMINISTRATOR");
        Totp application = setUp(visitors.getObject(), "413");
        clock.advance(Duration.ofSeconds(60));
        var guesser = visitors.getObject();
        guesser.signIn("413", Colleagues.PASSWORD);
        for (int i = 0; i < 5; i++) {
            give(guesser, "00000" + i);
        }
        assertThat(give(guesser, application.code(clock.instant())).status()).isEqualTo(422);
        clock.advance(Duration.ofMinutes(16));
        assertThat(give(guesser, application.code(clock.instant())).status()).isEqualTo(303);
    }

    @Test
    void whoeverStoleThePasswordBeforeTheFirstSetUpHasNotSeenTheKeyThatIsKept() {
        colleagues.grant(colleagues.agent("000414", "Fanny", "Leroy"), "HUMAN_RESOURCES");
        var thief = visitors.getObject();
        thief.signIn("414", Colleagues.PASSWORD);
        Totp seen = applicationShown(thief);
        var fanny = visitors.getObject();
        fanny.signIn("414", Colleagues.PASSWORD);
        Totp hers = applicationShown(fanny);
        assertThat(hers.code(clock.instant())).isNotEqualTo(seen.code(clock.instant()));
        assertThat(give(thief, seen.code(clock.instant())).status())
                .as("the session whose key was replaced confirms nothing")
                .isEqualTo(422);
    }

    @Test
    void theLastSecondFactorOfAnAdministratorStays() {
        colleagues.grant(colleagues.agent("000415", "Gaël", "Thomas"), "ADMINISTRATOR");
        var gael = visitors.getObject();
        setUp(gael, "415");
        gael.get("/profil/securite");
        gael.post("/profil/securite/application/fin", Map.of("current", Colleagues.PASSWORD));
        assertThat(colleagues
                        .database()
                        .sql(
                                "select totp_since is not null from people.account a join people.person p on p.id = a.person_id"
                                        + " where p.staff_number = '000415'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aSessionLeftOpenOnADeskAddsNoSecondFactorWithoutThePassword() {
        colleagues.agent("000416", "Hugo", "Maillard");
        var hugo = visitors.getObject();
        hugo.signIn("416", Colleagues.PASSWORD);
        assertThat(hugo.getOnce("/profil/securite/application").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(11));
        var asked = hugo.getOnce("/profil/securite/application");
        assertThat(asked.location()).startsWith("/profil/securite/confirmation?retour=");
        hugo.get("/profil/securite");
        assertThat(hugo.post("/connexion/cle/creation", Map.of()).status()).isEqualTo(403);

        hugo.get(asked.location());
        String form = "form[action=/profil/securite/confirmation]";
        assertThat(hugo.submitOnce(form, Map.of("current", "faux")).status()).isEqualTo(422);
        assertThat(hugo.submitOnce(form, Map.of("current", Colleagues.PASSWORD)).location())
                .endsWith("/profil/securite/application");
        assertThat(hugo.getOnce("/profil/securite/application").status()).isEqualTo(200);
    }

    @Test
    void thePasswordOfAnOpenSessionCannotBeGuessedEither() {
        colleagues.agent("000417", "Inès", "Caron");
        var ines = visitors.getObject();
        ines.signIn("417", Colleagues.PASSWORD);
        ines.get("/profil/securite/confirmation");
        String form = "form[action=/profil/securite/confirmation]";
        for (int i = 0; i < 5; i++) {
            ines.submitOnce(form, Map.of("current", "devine" + i));
        }
        assertThat(ines.submitOnce(form, Map.of("current", Colleagues.PASSWORD)).status())
                .isEqualTo(422);
    }

    /** Signs in and confirms an application. */
    private Totp setUp(Visitor visitor, String matricule) {
        visitor.signIn(matricule, Colleagues.PASSWORD);
        Totp application = applicationShown(visitor);
        assertThat(give(visitor, application.code(clock.instant())).status()).isEqualTo(200);
        return application;
    }

    private static Totp applicationShown(Visitor visitor) {
        return new Totp(
                visitor.get("/connexion/second-facteur").texts(".enrol-secret").getFirst());
    }

    private static Visitor.Answer give(Visitor visitor, String code) {
        return visitor.submitOnce(FACTOR, Map.of("code", code));
    }
}
