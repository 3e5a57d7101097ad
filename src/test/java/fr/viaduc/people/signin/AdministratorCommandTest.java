package fr.viaduc.people.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.house.CountedStatements;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The first administrator is named on the machine, and enters like everybody: with a code that serves once. */
@ViaducTest
@Import({Colleagues.class, CountedStatements.class})
class AdministratorCommandTest {

    private static final Pattern CODE = Pattern.compile("\\b[A-Z0-9]{5}-[A-Z0-9]{5}\\b");

    @Autowired
    AdministratorCommand command;

    @Autowired
    Administrators administrators;

    @Autowired
    Colleagues colleagues;

    @Autowired
    ObjectProvider<Visitor> visitors;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void anEmptyNetworkGetsItsFirstAdministrator() {
        assertThat(administrators.missing()).isTrue();
        assertThat(run("000700", "Mathieu", "Lagarde")).isEqualTo(AdministratorCommand.DONE);
        assertThat(administrators.missing()).isFalse();
        assertThat(said())
                .contains("Mathieu Lagarde", "000700", "/activation")
                .as("which port it listens to, only the running network knows")
                .doesNotContain("localhost");

        var mathieu = visitors.getObject();
        mathieu.get("/activation");
        mathieu.submit("form[action=/activation]", Map.of("identifier", "700", "code", code()));
        var chosen =
                mathieu.submit("form[action=/activation/mot-de-passe]", Map.of("password", "girafe tondeuse violette"));
        assertThat(chosen.path()).isEqualTo("/connexion/second-facteur");
        assertThat(chosen.texts(".enrol-secret")).hasSize(1);
    }

    @Test
    void somebodyWhomTheNetworkKnowsNeedsNoName() {
        colleagues.newcomer("000701", "Nadia", "Perrin");
        assertThat(run("701")).isEqualTo(AdministratorCommand.DONE);
        assertThat(run("701")).as("twice is once").isEqualTo(AdministratorCommand.DONE);
        assertThat(said()).contains("Nadia Perrin");
    }

    @Test
    void anUnknownMatriculeWithoutANameIsToldHow() {
        assertThat(run("999999")).isEqualTo(AdministratorCommand.FAILED);
        assertThat(said()).contains("999999", "PRÉNOM NOM");
        assertThat(run()).isEqualTo(AdministratorCommand.MISUSED);
        assertThat(run("000702", "Seul")).isEqualTo(AdministratorCommand.MISUSED);
    }

    @Test
    void lostSecondFactorsAreForgottenWhenAsked() {
        long odile = colleagues.agent("000703", "Odile", "Vincent");
        colleagues
                .database()
                .sql("update people.account set totp_secret = '\\x00', totp_since = now() where person_id = ?")
                .param(odile)
                .update();
        assertThat(command.run(List.of("703"), true, new PrintStream(said, true, UTF_8)))
                .isEqualTo(AdministratorCommand.DONE);
        assertThat(colleagues
                        .database()
                        .sql("select totp_since is null from people.account where person_id = ?")
                        .param(odile)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private int run(String... words) {
        return command.run(List.of(words), false, new PrintStream(said, true, UTF_8));
    }

    private String said() {
        return said.toString(UTF_8);
    }

    private String code() {
        var found = CODE.matcher(said());
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
