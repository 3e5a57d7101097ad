package fr.viaduc.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.house.CountedStatements;
import fr.viaduc.testing.TestClock;
import fr.viaduc.testing.TestCluster;
import fr.viaduc.testing.TestDatabase;
import fr.viaduc.testing.ViaducTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The log of connections: kept twelve months, and nobody changes it unseen. */
@ViaducTest
@Import({Colleagues.class, CountedStatements.class})
class LogTest {

    private static final Device DEVICE = Device.of(null, "Firefox Windows");

    @Autowired
    Colleagues colleagues;

    @Autowired
    EventLog log;

    @Autowired
    LogSeals seals;

    @Autowired
    SignInRetention retention;

    @Autowired
    TestClock clock;

    private long lea;

    @BeforeEach
    void threeLinesAreSealedInTwoTimes() throws SQLException {
        asSuperuser("truncate people.sign_in_event, people.sign_in_seal restart identity");
        asSuperuser("delete from people.person where staff_number = '000601'");
        lea = colleagues.newcomer("000601", "Léa", "Roche");
        log.add(SignInKind.SIGNED_IN, lea, DEVICE);
        log.add(SignInKind.REFUSED, null, DEVICE);
        seals.seal();
        log.add(SignInKind.SIGNED_OUT, lea, DEVICE);
        seals.seal();
        assertThat(seals.verify().sound()).isTrue();
    }

    @AfterEach
    void theClockRunsAgain() {
        clock.reset();
    }

    @Test
    void aLineThatWasChangedShows() throws SQLException {
        asSuperuser("update people.sign_in_event set device_label = 'autre' where id = 2");
        assertThat(seals.verify().sound()).isFalse();
        assertThat(seals.verify().lines().getFirst()).contains("MODIFIÉ", "lignes 1 à 2");
    }

    @Test
    void aLineThatWasTakenAwayOrAddedShows() throws SQLException {
        asSuperuser("delete from people.sign_in_event where id = 3");
        assertThat(seals.verify().sound()).isFalse();
        asSuperuser("insert into people.sign_in_event overriding system value values (3, now(), 'SIGNED_OUT', " + lea
                + ", null, '', '')");
        assertThat(seals.verify().sound()).isFalse();
    }

    @Test
    void aSealThatWasTakenAwayWithItsLinesShows() throws SQLException {
        log.add(SignInKind.SIGNED_IN, lea, DEVICE);
        seals.seal();
        asSuperuser("delete from people.sign_in_event where id = 3");
        asSuperuser("delete from people.sign_in_seal where last_id = 3");
        assertThat(seals.verify().sound()).isFalse();
    }

    @Test
    void theHouseItselfMayNotChangeALine() {
        assertThat(colleagues
                        .database()
                        .sql(
                                "select has_table_privilege('viaduc_system', 'people.sign_in_event', 'update')"
                                        + " or has_table_privilege('viaduc_web', 'people.sign_in_event', 'insert, update, delete')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void linesAreKeptElevenMonthsAndForgottenAfterTwelve() {
        clock.advance(Duration.ofDays(335));
        log.add(SignInKind.SIGNED_IN, lea, DEVICE);
        seals.seal();
        retention.run();
        assertThat(lines()).isEqualTo(4);
        clock.advance(Duration.ofDays(32));
        retention.run();
        assertThat(lines()).isEqualTo(1);
        assertThat(seals.verify().sound()).isTrue();
    }

    @Test
    void whatWasDoneToLeasAccountTellsByWhomAndNotWhenSheCame() {
        long contact = colleagues.newcomer("000602", "Aurore", "Site");
        log.add(SignInKind.CODE_ISSUED, lea, contact, "", "site_contact agent_card");
        List<SignInEvent> acts = log.actsOn(lea, 10);
        assertThat(acts).extracting(SignInEvent::kind).containsExactly(SignInKind.CODE_ISSUED);
        assertThat(acts.getFirst().actor()).isEqualTo("Aurore Site");
        assertThat(acts.getFirst().how()).isEqualTo("signin.how.site_contact.agent_card");
        colleagues
                .database()
                .sql("delete from people.person where id = ?")
                .param(contact)
                .update();
    }

    private long lines() {
        return colleagues
                .database()
                .sql("select count(*) from people.sign_in_event")
                .query(Long.class)
                .single();
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (var connection = TestCluster.get().superuser(TestDatabase.NAME);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
