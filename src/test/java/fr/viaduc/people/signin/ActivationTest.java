package fr.viaduc.people.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.house.CountedStatements;
import fr.viaduc.testing.TestClock;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ViaducTest
@Import({Colleagues.class, CountedStatements.class})
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

    @Test
    void aWrongCodeAndAMatriculeThatNobodyHasGetTheSameAnswerForTheSameWork() {
        long suspended = colleagues.agent("000305", "Sarah", "Didier");
        String right = codes.issue(suspended, "letter", null).grouped();
        colleagues
                .database()
                .sql("update people.account set suspended_at = now() where person_id = ?")
                .param(suspended)
                .update();
        long theo = colleagues.newcomer("000306", "Théo", "Gaillard");
        codes.issue(theo, "letter", null);
        colleagues.newcomer("000307", "Ulysse", "Besson");
        var answers = new ArrayList<String>();
        var statements = new ArrayList<List<String>>();
        Map.of("999998", right, "306", "AAAAA-AAAAA", "307", "AAAAA-AAAAA", "305", right)
                .forEach((matricule, code) -> {
                    var answer = enter(visitors.getObject(), matricule, code);
                    assertThat(answer.status()).as(matricule).isEqualTo(422);
                    answers.add(answer.body().replaceAll("value=\"[^\"]*\"", ""));
                    statements.add(CountedStatements.ofLastRequest());
                });
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(statements.stream().distinct()).hasSize(1);
    }

    @Test
    void aPasswordIsAPhraseAndNotWhatAnybodyWouldTryFirst() {
        var rule = new PasswordRule();
        List<String> known = List.of("viaduc", "Karim", "Benali", "000107", "Agglomération de Chaumont");
        for (String easy : List.of(
                "court",
                "azertyuiop12",
                "KarimBenali1!",
                "Chaumont2026!",
                "Viaduc2026!!",
                "1q2w3e4r5t6y",
                "a1z2e3r4t5y6",
                "M0tdepasse2026",
                "aaaaaaaaaaaaaaaa")) {
            assertThat(rule.objection(easy, known)).as(easy).isPresent();
        }
        for (String good : List.of(
                "quatre péniches vertes", "girafe tondeuse violette", "kX9vQ2mRt7Lp", "écrevisse et calcaire")) {
            assertThat(rule.objection(good, known)).as(good).isEmpty();
        }
    }

    @Test
    void theCodeIsStoredNowhereAsItIs() {
        long rita = colleagues.newcomer("000304", "Rita", "Humbert");
        LetterCode code = codes.issue(rita, "letter", null);
        assertThat(code.characters()).matches("[ACDEFGHJKMNPQRTUVWXY34679]{10}");
        assertThat(colleagues
                        .database()
                        .sql("select count(*) from people.activation_code where person_id = ?"
                                + " and (encode(code_hash, 'escape') like ? or length(code_hash) <> 32)")
                        .params(rita, "%" + code.characters() + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aSiteContactHandsOutACodeAfterCheckingWhoItIsAndThisIsWritten() {
        long site = colleagues
                .database()
                .sql("insert into people.site (slug, name) values ('depot', 'Dépôt') returning id")
                .query(Long.class)
                .single();
        long unit = colleagues
                .database()
                .sql("insert into people.unit (slug, name, path) values ('voirie', 'Voirie', '0') returning id")
                .query(Long.class)
                .single();
        long aurore = colleagues.agent("000310", "Aurore", "Demange");
        long sami = colleagues.newcomer("000311", "Sami", "Haddad");
        long chief = colleagues.agent("000312", "Rose", "Antoine");
        colleagues.grant(chief, "HUMAN_RESOURCES");
        for (long person : new long[] {aurore, sami, chief}) {
            colleagues
                    .database()
                    .sql(
                            "insert into people.assignment (person_id, unit_id, site_id, is_primary) values (?, ?, ?, true)")
                    .params(person, unit, site)
                    .update();
        }
        colleagues
                .database()
                .sql("insert into people.role_grant (person_id, role, site_id) values (?, 'SITE_CONTACT', ?)")
                .params(aurore, site)
                .update();
        var contact = visitors.getObject();
        contact.signIn("310", Colleagues.PASSWORD);
        contact.get("/referent?q=311");
        assertThat(contact.post("/referent/codes", Map.of("person", "" + sami, "proof", "agent_card"))
                        .status())
                .as("without having checked")
                .isEqualTo(422);
        assertThat(contact.post("/referent/codes", Map.of("person", "" + chief, "proof", "known", "checked", "true"))
                        .status())
                .as("an account that opens others' data")
                .isEqualTo(404);
        contact.get("/referent?q=311");
        var handed =
                contact.post("/referent/codes", Map.of("person", "" + sami, "proof", "agent_card", "checked", "true"));
        String code = handed.texts(".letter-code").getFirst();
        assertThat(colleagues
                        .database()
                        .sql(
                                "select detail from people.sign_in_event where kind = 'CODE_ISSUED' and person_id = ? and actor_id = ?")
                        .params(sami, aurore)
                        .query(String.class)
                        .list())
                .containsExactly("site_contact agent_card");
        var samisTelephone = visitors.getObject();
        assertThat(enter(samisTelephone, "311", code).location()).endsWith("/activation/mot-de-passe");
    }

    private static Visitor.Answer enter(Visitor visitor, String identifier, String code) {
        visitor.get("/activation");
        return visitor.submitOnce("form[action=/activation]", Map.of("identifier", identifier, "code", code));
    }

    private static Visitor.Answer choose(Visitor visitor, String password) {
        return visitor.submitOnce("form[action=/activation/mot-de-passe]", Map.of("password", password));
    }
}
