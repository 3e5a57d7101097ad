package fr.viaduc.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.testing.TestClock;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ViaducTest
@Import(Colleagues.class)
class ActivationTest {

    @Autowired
    Colleagues colleagues;

    @Autowired
    CodeRepository codes;

    @Autowired
    ObjectProvider<Visitor> visitors;

    @Autowired
    TestClock clock;

    @AfterEach
    void theClockRunsAgain() {
        clock.reset();
    }

    @Test
    void noraEntersWithHerLetterAndHerCodeServesOnce() {
        long nora = colleagues.newcomer("000301", "Nora", "Klein");
        String code = codes.issue(nora, "letter", null).grouped();
        var visitor = visitors.getObject();
        assertThat(enter(visitor, "301", code.toLowerCase(java.util.Locale.ROOT))
                        .location())
                .endsWith("/activation/mot-de-passe");
        visitor.get("/activation/mot-de-passe");
        assertThat(choose(visitor, "Chaumont2026!").status()).isEqualTo(422);
        assertThat(choose(visitor, "girafe tondeuse violette").location()).endsWith("/activation/bienvenue");
        assertThat(SignInTest.signedIn(visitor)).isTrue();
        assertThat(enter(visitors.getObject(), "301", code).status()).isEqualTo(422);
    }

    @Test
    void fiveWrongTriesCloseACode() {
        long omar = colleagues.newcomer("000302", "Omar", "Saidi");
        String code = codes.issue(omar, "letter", null).grouped();
        for (int i = 0; i < 5; i++) {
            assertThat(enter(visitors.getObject(), "302", "AAAAA-AAAAA").status())
                    .isEqualTo(422);
        }
        assertThat(enter(visitors.getObject(), "302", code).status()).isEqualTo(422);
    }

    @Test
    void aCodeLivesThirtyDaysAndANewOneReplacesIt() {
        long pia = colleagues.newcomer("000303", "Pia", "Noël");
        String first = codes.issue(pia, "letter", null).grouped();
        String second = codes.issue(pia, "site_contact", null).grouped();
        assertThat(enter(visitors.getObject(), "303", first).status()).isEqualTo(422);
        clock.advance(Duration.ofDays(31));
        assertThat(enter(visitors.getObject(), "303", second).status()).isEqualTo(422);
    }

    private static Visitor.Answer enter(Visitor visitor, String identifier, String code) {
        visitor.get("/activation");
        return visitor.submitOnce("form[action=/activation]", Map.of("identifier", identifier, "code", code));
    }

    private static Visitor.Answer choose(Visitor visitor, String password) {
        return visitor.submitOnce("form[action=/activation/mot-de-passe]", Map.of("password", password));
    }
}
