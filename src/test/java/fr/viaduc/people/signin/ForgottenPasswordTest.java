package fr.viaduc.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import fr.viaduc.house.CountedStatements;
import fr.viaduc.testing.TestClock;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A link by professional e-mail, for those who have one. */
@ViaducTest
@Import({Colleagues.class, CountedStatements.class})
class ForgottenPasswordTest {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    private static final Pattern LINK = Pattern.compile("https://viaduc\\.example(/mot-de-passe-oublie/lien\\?l=\\S+)");

    static {
        MAIL.start();
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "localhost");
        settings.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        settings.add("viaduc.sign-in.address", () -> "https://viaduc.example");
    }

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

    @AfterAll
    static void theMailServerStops() {
        MAIL.stop();
    }

    @Test
    void lucieChoosesAnotherPasswordByALinkThatServesOnce() throws Exception {
        colleagues.agent("000801", "Lucie", "Vautrin");
        int before = MAIL.getReceivedMessages().length;
        String told = ask("lucie.vautrin@agglo.example");
        String link = lastLink(before + 1);
        var lucie = visitors.getObject();
        assertThat(lucie.get(link).texts("h1")).containsExactly("Votre mot de passe");
        String form = "form[action=/mot-de-passe-oublie/lien]";
        assertThat(lucie.submitOnce(form, Map.of("password", "court")).status()).isEqualTo(422);
        assertThat(lucie.submit(form, Map.of("password", "girafe tondeuse violette"))
                        .path())
                .isEqualTo("/");
        assertThat(SignInTest.signedIn(lucie)).isTrue();
        assertThat(visitors.getObject().get(link).texts("h1")).containsExactly("Ce lien ne sert plus");

        assertThat(ask("personne@agglo.example"))
                .as("whether an account exists or not")
                .isEqualTo(told);
    }

    @Test
    void aMailboxIsNotFilledAndALinkLivesHalfAnHour() throws Exception {
        colleagues.agent("000802", "Manon", "Olivier");
        int before = MAIL.getReceivedMessages().length;
        ask("manon.olivier@agglo.example");
        String link = lastLink(before + 1);
        ask("manon.olivier@agglo.example");
        Awaitility.await().until(this::noMailWaits);
        colleagues
                .database()
                .sql("update people.reset_link set sent_at = sent_at - interval '6 minutes'")
                .update();
        ask("manon.olivier@agglo.example");
        String second = lastLink(before + 2);
        assertThat(MAIL.getReceivedMessages()).hasSize(before + 2);
        assertThat(visitors.getObject().get(link).texts("h1"))
                .as("the later link replaces the earlier one")
                .containsExactly("Ce lien ne sert plus");
        clock.advance(Duration.ofMinutes(31));
        assertThat(visitors.getObject().get(second).texts("h1")).containsExactly("Ce lien ne sert plus");
    }

    private boolean noMailWaits() {
        return colleagues
                .database()
                .sql("select not exists (select from database.job where task_name = 'reset-mail')")
                .query(Boolean.class)
                .single();
    }

    private String ask(String email) {
        var visitor = visitors.getObject();
        visitor.get("/mot-de-passe-oublie");
        return visitor.submit("form[action=/mot-de-passe-oublie]", Map.of("email", email))
                .texts("main")
                .getFirst();
    }

    private static String lastLink(int expected) throws Exception {
        Awaitility.await().until(() -> MAIL.getReceivedMessages().length >= expected);
        var message = MAIL.getReceivedMessages()[expected - 1];
        String text = String.valueOf(message.getContent());
        assertThat(GreenMailUtil.getHeaders(message)).contains("Subject");
        var found = LINK.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1).strip();
    }
}
