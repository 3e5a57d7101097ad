package fr.viaduc.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.viaduc.testing.TestClock;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import jakarta.mail.MessagingException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A reminder by e-mail goes to those who have an address and have not said it, in working hours, and says little. */
@ViaducTest
@Import(Town.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcknowledgementMailTest {
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    private static final LocalDate WEDNESDAY = LocalDate.of(2027, 6, 9);

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
    Town town;

    @Autowired
    TestClock clock;

    @Autowired
    Publishing publishing;

    @Autowired
    Acknowledgements acknowledgements;

    @Autowired
    AcknowledgementMail mail;

    @Autowired
    AcknowledgementReminders reminders;

    Viewer aurore;
    Viewer lucie;
    Viewer odile;

    @BeforeAll
    void people() {
        aurore = agent("Aurore", "Demange", "aurore.demange@agglo.example", Role.COMMUNICATION);
        lucie = agent("Lucie", "Ferrand", "lucie.ferrand@agglo.example");
        odile = agent("Odile", "Masson", "odile.masson@agglo.example");
        town.agent("Jean-Marc", "Thévenot");
    }

    @BeforeEach
    void theMailboxesAreEmpty() throws Exception {
        MAIL.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void theClockRunsAgain() {
        clock.reset();
    }

    @AfterAll
    static void theMailServerStops() {
        MAIL.stop();
    }

    @Test
    void odileIsRemindedAndLucieWhoSaidItIsNot() throws Exception {
        long note = note();
        town.as(lucie.id(), () -> acknowledgements.acknowledge(lucie, note, 1));
        at(WEDNESDAY, LocalTime.of(8, 30));
        mail.remind(note);

        assertThat(addressees()).contains("odile.masson@agglo.example").doesNotContain("lucie.ferrand@agglo.example");
        var message = MAIL.getReceivedMessages()[0];
        assertThat(message.getSubject()).startsWith("Une consigne de sécurité attend votre lecture");
        assertThat(String.valueOf(message.getContent()))
                .contains("https://viaduc.example/publications/" + note)
                .doesNotContain("Chaînes");
    }

    @Test
    void nobodyIsDisturbedInTheEveningAtWeekendsOrOnHolidays() {
        long note = note();
        at(WEDNESDAY, LocalTime.of(19, 0));
        mail.remind(note);
        at(WEDNESDAY.plusDays(3), LocalTime.of(10, 0));
        mail.remind(note);
        at(LocalDate.of(2027, 7, 14), LocalTime.of(10, 0));
        mail.remind(note);

        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    /** By the event, as the house does it each morning. */
    @Test
    void whatIsDueTodayLeavesByItself() throws Exception {
        long note = note(WEDNESDAY);
        at(WEDNESDAY, LocalTime.of(8, 30));

        assertThat(reminders.recall()).containsExactly(note);
        assertThat(MAIL.waitForIncomingEmail(20_000, 2)).isTrue();
        assertThat(addressees()).containsExactlyInAnyOrder("lucie.ferrand@agglo.example", "odile.masson@agglo.example");
    }

    private Viewer agent(String firstName, String lastName, String email, Role... roles) {
        long id = town.agent(firstName, lastName);
        town.run("update people.person set email = ? where id = ?", email, id);
        for (Role role : roles) {
            town.grant(id, role);
        }
        return town.viewer(id, roles);
    }

    private void at(LocalDate day, LocalTime hour) {
        clock.stopAt(day.atTime(hour).atZone(clock.getZone()).toInstant());
    }

    private static List<String> addressees() {
        return Arrays.stream(MAIL.getReceivedMessages())
                .map(message -> {
                    try {
                        return message.getAllRecipients()[0].toString();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private long note() {
        return note(town.today().plusDays(3));
    }

    private long note(LocalDate due) {
        long item = town.as(
                aurore.id(),
                () -> publishing
                        .publish(
                                aurore,
                                new NewItem(
                                        new ItemKind("post"),
                                        "Chaînes",
                                        "Obligatoires au col.",
                                        "",
                                        town.circle("agents", null),
                                        List.of(),
                                        List.of(),
                                        true,
                                        UUID.randomUUID()))
                        .itemId());
        town.as(aurore.id(), () -> {
            acknowledgements.ask(aurore, item, new AcknowledgementForm(true, "safety", due, false, null));
            return item;
        });
        return item;
    }
}
