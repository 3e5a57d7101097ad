package fr.viaduc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.database.ViewerContext;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ViaducTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationTest {

    @Autowired
    private Demonstration demonstration;

    @Autowired
    @Qualifier("system")
    private JdbcClient system;

    @Autowired
    private JdbcClient web;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeAll
    void fillTheNetwork() {
        assertThat(demonstration.fill()).isTrue();
    }

    @Test
    void thereAre700AgentsAnd60ElectedOfficials() {
        assertThat(count("people.person where agent")).isEqualTo(700);
        assertThat(count("people.presence where as_elected @> current_date")).isEqualTo(60);
        assertThat(count("people.person p where agent and people.is_agent_today(p.id)"))
                .isEqualTo(700);
    }

    @Test
    void thereAre25ServicesEachLedBySomebody() {
        assertThat(count("people.unit where kind = 'service'")).isEqualTo(25);
        assertThat(count("people.unit where head_id is null")).isZero();
        assertThat(count("people.unit where kind = 'pole'")).isEqualTo(5);
    }

    @Test
    void thereAreSome40SitesInAtLeast15CommunesAndSomebodyWorksInEach() {
        assertThat(count("people.site")).isGreaterThanOrEqualTo(38);
        assertThat(system.sql("select count(distinct commune_insee) from people.site")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(15);
        assertThat(count("people.site s where not exists (select from people.assignment a where a.site_id = s.id)"))
                .isZero();
        assertThat(count("people.site s where not exists"
                        + " (select from people.role_grant g where g.site_id = s.id and g.role = 'SITE_CONTACT')"))
                .isZero();
    }

    @Test
    void theSevenWhoSignInHaveTheirRoles() {
        assertThat(rolesOf("000107")).isEmpty();
        assertThat(rolesOf("000114")).containsExactly("COMMUNICATION", "MODERATOR");
        assertThat(rolesOf("000121")).containsExactly("HUMAN_RESOURCES");
        assertThat(rolesOf("000128")).containsExactly("ADMINISTRATOR");
        assertThat(rolesOf("000135")).containsExactly("SITE_CONTACT", "SITE_CONTACT");
        assertThat(rolesOf("E0001")).isEmpty();
        assertThat(rolesOf("E0002")).isEmpty();
    }

    @Test
    void jeanMarcWorksOnTheRoadsAtNogentAndHasNoEmail() {
        assertThat(
                        count(
                                "people.person p join people.assignment a on a.person_id = p.id join people.site s on s.id = a.site_id"
                                        + " join people.unit u on u.id = a.unit_id"
                                        + " where p.staff_number = '000107' and p.email is null and s.commune_insee = '52353' and u.code = 'ROADS_NOGENT'"))
                .isEqualTo(1);
    }

    @Test
    void auroreLeadsAServiceWithTeams() {
        assertThat(count(
                        "people.person p join people.unit u on u.head_id = p.id join people.unit t on t.parent_id = u.id"
                                + " where p.staff_number = '000135' and u.kind = 'service'"))
                .isPositive();
    }

    @Test
    void theMandateOfYvesIsOutsideTheCouncil() {
        assertThat(
                        count(
                                "people.mandate m join people.person p on p.id = m.person_id where p.staff_number = 'E0002' and in_council"))
                .isZero();
        assertThat(
                        count(
                                "people.mandate m join people.person p on p.id = m.person_id"
                                        + " where p.staff_number = 'E0001' and in_council and function = 'Vice-présidente' and delegation like 'Numérique%'"))
                .isEqualTo(1);
    }

    @Test
    void everyoneIsInTheirCircles() {
        assertThat(system.sql("select head_count from circles.circle where kind = 'agents'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(700);
        assertThat(system.sql("select head_count from circles.circle where kind = 'elected'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(60);
    }

    @Test
    void jeanMarcReadsWhatIsForAgentsAndTheElectedSeeOnlyTheirPart() {
        int forJeanMarc = itemsSeenBy("000107");
        int forYves = itemsSeenBy("E0002");
        assertThat(forJeanMarc).isGreaterThan(150);
        assertThat(forYves).isGreaterThan(30).isLessThan(forJeanMarc);
    }

    @Test
    void theLastPostIsSomeMinutesOld() {
        assertThat(as("000107", "select extract(epoch from now() - max(published_at)) / 60 from content.item"))
                .isBetween(1, 60);
        assertThat(as("000107", "select extract(epoch from now() - min(published_at)) / 86400 from content.item"))
                .isGreaterThan(80);
        assertThat(as("000107", "select count(*) from content.comment where created_at > now()"))
                .isZero();
        assertThat(as("000107", "select count(*) from content.item where reaction_count > 20"))
                .isGreaterThan(50);
    }

    @Test
    void thereArePollsThanksMentionsAndPictures() {
        assertThat(as("000107", "select count(*) from posts.poll where voters > 0"))
                .isGreaterThan(4);
        assertThat(as("000107", "select count(*) from posts.kudos")).isGreaterThan(5);
        assertThat(as("000107", "select count(*) from content.mention")).isGreaterThan(3);
        assertThat(as("000107", "select count(*) from content.attachment where alternative is not null"))
                .isGreaterThan(12);
        assertThat(as("000107", "select count(*) from people.person where picture_id is not null"))
                .isGreaterThan(30);
    }

    @Test
    void twoReportsWaitForTheModeratorsAndNobodyElseSeesThem() {
        assertThat(as("000114", "select count(*) from content.report where state = 'open'"))
                .isEqualTo(2);
        assertThat(as("000107", "select count(*) from content.report")).isZero();
        assertThat(as("000128", "select count(*) from content.report"))
                .as("an administrator is no moderator")
                .isZero();
    }

    @Test
    void jeanMarcDoesNotKnowOfTheSecretGroupsHeIsNotIn() {
        assertThat(as("000107", "select count(*) from spaces.space where name = 'Comité de direction'"))
                .isZero();
        assertThat(as("000107", "select count(*) from spaces.space where name = 'Section syndicale Les Arches'"))
                .isEqualTo(1);
        assertThat(as("000107", "select count(*) from spaces.space where kind in ('group', 'community')"))
                .isGreaterThan(14);
    }

    @Test
    void jeanMarcSignsInWithThePasswordOfTheDemonstration(@Autowired Visitor visitor) {
        assertThat(visitor.signIn("107", "Viaduc-demo-2026").path()).isEqualTo("/");
    }

    @Test
    void aNetworkThatHasPeopleIsLeftAsItIs() {
        int before = count("people.person");
        assertThat(demonstration.fill()).isFalse();
        assertThat(count("people.person")).isEqualTo(before);
    }

    private List<String> rolesOf(String staffNumber) {
        return system.sql("""
                        select g.role from people.role_grant g join people.person p on p.id = g.person_id
                         where p.staff_number = ? order by 1""").param(staffNumber).query(String.class).list();
    }

    private int itemsSeenBy(String staffNumber) {
        return as(staffNumber, "select count(*) from content.item where author_id <> database.viewer()");
    }

    private int as(String staffNumber, String sql) {
        long person = system.sql("select id from people.person where staff_number = ?")
                .param(staffNumber)
                .query(Long.class)
                .single();
        return ViewerContext.as(
                person,
                () -> new TransactionTemplate(transactions)
                        .execute(
                                transaction -> web.sql(sql).query(Integer.class).single()));
    }

    private int count(String rows) {
        return system.sql("select count(*) from " + rows).query(Integer.class).single();
    }
}
