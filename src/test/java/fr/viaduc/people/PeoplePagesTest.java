package fr.viaduc.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.demo.Demonstration;
import fr.viaduc.house.House;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import fr.viaduc.testing.Visitor.Answer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** What is entered for others, by whoever answers for them, and what each sees of it; on the demonstration's people. */
@ViaducTest
@House
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeoplePagesTest {
    private static final String JEAN_MARC = "000107";
    private static final String ELODIE = "000114";
    private static final String CHRISTELLE = "000121";
    private static final String MATHIEU = "000128";
    private static final String AURORE = "000135";
    private static final String HELENE = "E0001";

    @Autowired
    Demonstration demonstration;

    @Autowired
    Town town;

    @Autowired
    ObjectProvider<Visitor> visitors;

    private final Map<String, Visitor> signedIn = new HashMap<>();
    private long jeanMarc;

    @BeforeAll
    void aLivingAuthority() {
        demonstration.fill();
        jeanMarc = id(JEAN_MARC);
    }

    @Test
    void auroreAnnouncesTheAbsenceOfJeanMarcWhomSheLeads() {
        String first = town.today().plusDays(3).toString();
        String last = town.today().plusDays(6).toString();
        as(AURORE).get(absences(jeanMarc));
        var answer = as(AURORE)
                .submit(
                        "form:has([name=from])",
                        Map.of("from", first, "to", last, "substitute-saisie", "Damien Jacquemin"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.texts(".counted li")).singleElement().asString().contains("Damien Jacquemin");

        assertThat(text(as(ELODIE).get(person(jeanMarc)))).contains("En absence du", "Damien Jacquemin");
        assertThat(text(as(JEAN_MARC).get(absences(jeanMarc)))).contains("Inscrite par Aurore Demange");
        assertThat(text(as(HELENE).get(person(jeanMarc)))).doesNotContain("En absence", "Damien Jacquemin, ");

        as(AURORE).get(absences(jeanMarc));
        var twice = as(AURORE).submitOnce("form:has([name=from])", Map.of("from", last, "to", last));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.texts(".error-summary li")).singleElement().asString().startsWith("Une autre absence");
        assertThat(twice.page().select("#from").val()).isEqualTo(last);

        as(JEAN_MARC).get(absences(jeanMarc));
        var removed = as(JEAN_MARC).submit(".counted form", Map.of());
        assertThat(removed.texts(".counted li")).isEmpty();
    }

    @Test
    void whoLeadsNobodyAnnouncesNobodysAbsence() {
        assertThat(as(ELODIE).get(absences(jeanMarc)).status()).isEqualTo(403);
        assertThat(as(JEAN_MARC).get(absences(id(AURORE))).status()).isEqualTo(403);
        assertThat(as(MATHIEU).get(absences(jeanMarc)).status())
                .as("administrators answer for everybody")
                .isEqualTo(200);
        String insert =
                "insert into people.absence (person_id, starts_on, ends_on) values (?, current_date, current_date)";
        for (String other : List.of(ELODIE, HELENE)) {
            assertThatThrownBy(() -> town.raw(id(other), insert, jeanMarc))
                    .as("the database refuses %s too", other)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> town.raw(id(JEAN_MARC), insert, id(AURORE))).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> town.raw(
                        id(AURORE),
                        "insert into people.absence (person_id, starts_on, ends_on, entered_by) values (?, current_date, current_date, ?)",
                        jeanMarc,
                        id(ELODIE)))
                .as("nobody signs with another's name")
                .isInstanceOf(DataAccessException.class);
    }

    /** Absences are the agents'; nobody replaces who was elected. */
    @Test
    void heleneWhoWasElectedAnnouncesNone() {
        assertThat(as(HELENE).get("/profil").page().select("a[href$=/absences]"))
                .isEmpty();
        assertThat(as(JEAN_MARC).get("/profil").page().select("a[href$=/absences]"))
                .isNotEmpty();
        assertThat(as(HELENE).get(absences(id(HELENE))).status()).isEqualTo(403);
        assertThatThrownBy(() -> town.raw(
                        id(HELENE),
                        "insert into people.absence (person_id, starts_on, ends_on) values (?, current_date, current_date)",
                        id(HELENE)))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aNameThatIsNobodysIsSaidAndWhatWasTypedIsKept() {
        as(AURORE).get(absences(jeanMarc));
        String day = town.today().plusDays(40).toString();
        var answer = as(AURORE)
                .submitOnce(
                        "form:has([name=from])", Map.of("from", day, "to", day, "substitute-saisie", "Damien Inconnu"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(text(answer)).contains("Damien Inconnu");
        assertThat(answer.page().select("#substitute").val()).isEqualTo("Damien Inconnu");
        assertThat(answer.page().select("#to").val()).isEqualTo(day);
    }

    @Test
    void mathieuEntersAnElectedOfficialWhoHasTheRightsOfTheirMandateAlone() {
        as(MATHIEU).get("/administration/personnes/nouvelle?genre=elu");
        var mandate = as(MATHIEU)
                .submit("form.own", Map.of("firstName", "Ludivine", "lastName", "Chastenay", "civility", "Mme"));
        assertThat(mandate.path()).isEqualTo("/administration/organisation/mandats/nouveau");
        assertThat(mandate.texts(".chip")).singleElement().asString().contains("Ludivine Chastenay");
        assertThat(found("Chastenay")).as("without a mandate nobody").isEmpty();

        var done = as(MATHIEU)
                .submit(
                        "form.own",
                        Map.of(
                                "function",
                                "Maire",
                                "commune",
                                "52322",
                                "from",
                                town.today().toString()));
        assertThat(done.status()).isEqualTo(200);
        assertThat(found("Chastenay")).containsExactly("Ludivine Chastenay");
        long ludivine = town.database()
                .sql("select id from people.person where last_name = 'Chastenay'")
                .query(Long.class)
                .single();
        assertThat(town.database()
                        .sql("select staff_number from people.person where id = ?")
                        .param(ludivine)
                        .query(String.class)
                        .single())
                .isEqualTo("E0065");
        assertThat(town.members(town.circle("elected", null))).contains(ludivine);
        assertThat(town.members(town.circle("agents", null))).doesNotContain(ludivine);

        long held = town.database()
                .sql("select id from people.mandate where person_id = ?")
                .param(ludivine)
                .query(Long.class)
                .single();
        String address = "/administration/organisation/mandats/" + held;
        as(MATHIEU).get(address);
        LocalDate yesterday = town.today().minusDays(1);
        var refused = as(MATHIEU).submitOnce("form.own", Map.of("to", yesterday.toString()));
        assertThat(refused.status()).as("ended before it began").isEqualTo(422);
        as(MATHIEU).get(address);
        as(MATHIEU).submit("form.own", Map.of("from", yesterday.minusYears(1).toString(), "to", yesterday.toString()));
        assertThat(found("Chastenay")).isEmpty();
        assertThat(town.members(town.circle("everyone", null))).doesNotContain(ludivine);
        assertThat(text(as(MATHIEU).get("/administration/personnes?q=chastenay")))
                .contains("Ludivine Chastenay", "Sans droits aujourd’hui");
    }

    @Test
    void christelleOfHumanResourcesEntersAgentsAndNoElectedOfficial() {
        assertThat(as(CHRISTELLE)
                        .get("/administration/personnes/nouvelle?genre=elu")
                        .status())
                .isEqualTo(403);
        assertThat(as(CHRISTELLE).get("/administration/personnes?q=perrotin").texts(".counted a"))
                .doesNotContain("Hélène Perrotin");
        assertThat(as(CHRISTELLE).get("/administration/personnes/" + id(HELENE)).status())
                .isEqualTo(403);
        assertThatThrownBy(() -> keep(CHRISTELLE, null, false)).isInstanceOf(DataAccessException.class);

        as(CHRISTELLE).get("/administration/personnes/nouvelle");
        var taken = as(CHRISTELLE)
                .submitOnce(
                        "form.own",
                        Map.of("firstName", "Noa", "lastName", "Valmont", "number", JEAN_MARC, "from", "2026-09-01"));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(text(taken)).contains("C’est déjà celui de Jean-Marc Thévenot.");
        var assignments = as(CHRISTELLE).submit("form.own", Map.of("number", "009901"));
        assertThat(assignments.path()).endsWith("/affectations");
        assertThat(found("Valmont")).containsExactly("Noa Valmont");
    }

    @Test
    void nobodyElseWritesWhoSomebodyIs() {
        for (String other : List.of(JEAN_MARC, ELODIE, AURORE, HELENE)) {
            assertThat(as(other).get("/administration/personnes").status())
                    .as(other)
                    .isEqualTo(403);
            assertThatThrownBy(() -> keep(other, jeanMarc, true)).as(other).isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> keep(other, null, true)).as(other).isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(
                        () -> town.raw(jeanMarc, "update people.person set last_name = 'Autre' where id = ?", jeanMarc))
                .as("not even one's own name")
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> keep(CHRISTELLE, id(HELENE), true))
                .as("nobody turns an elected official into an agent")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aLiftIsEntrustedToJeanMarcWhoIsThenFoundByIt() {
        long lift = town.database()
                .sql("select id from people.asset where name like 'Nacelle%' order by id limit 1")
                .query(Long.class)
                .single();
        String address = "/administration/organisation/moyens/" + lift;
        as(MATHIEU).get(address);
        as(MATHIEU).submit("form[action$='/moyens/" + lift + "']", Map.of("holders-saisie", "Thévenot Jean-Marc"));
        assertThat(as(ELODIE).get(person(jeanMarc)).texts(".means b")).anyMatch(name -> name.startsWith("Nacelle"));
        assertThat(found("nacelle")).contains("Jean-Marc Thévenot");
        assertThatThrownBy(() -> town.raw(jeanMarc, "insert into people.asset_holder values (?, ?)", lift, id(ELODIE)))
                .isInstanceOf(DataAccessException.class);

        as(MATHIEU).get(address);
        as(MATHIEU).submit("form[action$='/moyens/" + lift + "']", Map.of("holders", ""));
        assertThat(as(ELODIE).get(person(jeanMarc)).texts(".means b")).noneMatch(name -> name.startsWith("Nacelle"));
    }

    @Test
    void anAssignmentDoesNotEndBeforeItBegan() {
        String address = "/administration/personnes/" + jeanMarc + "/affectations";
        as(CHRISTELLE).get(address);
        var refused = as(CHRISTELLE).submitOnce("form.assignments__end", Map.of("day", "1990-01-01"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.texts(".error-summary a")).singleElement().asString().startsWith("Choisissez un dernier");
        assertThat(as(ELODIE).get(person(jeanMarc)).status()).isEqualTo(200);
    }

    @Test
    void sixtyElectedOfficialsSitAndAMayorIsSaidOnce() {
        assertThat(as(ELODIE).get("/annuaire?type=elus").texts(".toolbar [role=status]"))
                .singleElement()
                .asString()
                .startsWith("60");
        assertThat(as(ELODIE).get("/annuaire?q=ambroisin").texts(".card-person"))
                .singleElement()
                .asString()
                .contains("Maire")
                .doesNotContain("Maire · Maire", "Maire, Maire");
        long helene = id(HELENE);
        assertThat(as(ELODIE).get(person(helene)).texts(".profile__role"))
                .singleElement()
                .asString()
                .contains("Vice-présidente");
    }

    /** Each choice of visibility against each kind of reader: on the page, in the vCard, and by a raw statement. */
    @Test
    void eachOptionalFieldIsSeenByThoseWhomItsOwnerChose() {
        long damien = town.database()
                .sql("select id from people.person where name = 'Damien Jacquemin'")
                .query(Long.class)
                .single();
        long jeanMarcsColleague = jeanMarc;
        var readers = Map.of(
                "self", List.of(damien),
                "colleagues", List.of(damien, jeanMarcsColleague),
                "agents", List.of(damien, jeanMarcsColleague, id(ELODIE)),
                "everyone", List.of(damien, jeanMarcsColleague, id(ELODIE), id(HELENE)));
        readers.forEach((visibility, allowed) -> {
            town.run("delete from people.personal_field where person_id = ?", damien);
            town.run(
                    "insert into people.personal_field (person_id, kind, value, visibility) values (?, 'personal_email', 'damien@maison.example', ?)",
                    damien,
                    visibility);
            for (long reader : List.of(damien, jeanMarcsColleague, id(ELODIE), id(HELENE))) {
                assertThat(town.read(reader, "select person_id from people.personal_field where person_id = ?", damien))
                        .as("%s, read by %s", visibility, reader)
                        .hasSize(allowed.contains(reader) ? 1 : 0);
            }
            for (var reader : Map.of(JEAN_MARC, jeanMarcsColleague, ELODIE, id(ELODIE), HELENE, id(HELENE))
                    .entrySet()) {
                boolean sees = allowed.contains(reader.getValue());
                for (String address : List.of(person(damien), person(damien) + ".vcf")) {
                    assertThat(as(reader.getKey()).get(address).body().contains("damien@maison.example"))
                            .as("%s, %s at %s", visibility, reader.getKey(), address)
                            .isEqualTo(sees);
                }
            }
        });
        var form = as(JEAN_MARC).get("/profil/modifier").page();
        for (String hidden : List.of("personal_phone", "personal_email", "birthday")) {
            assertThat(form.select("select[name=" + hidden + "_visibility] option[selected]")
                            .val())
                    .as("hidden until one says otherwise")
                    .isEqualTo("self");
        }
    }

    @Test
    void withoutScriptsMissionsAreWrittenByHand() {
        as(ELODIE).get("/profil/modifier");
        as(ELODIE)
                .submit(
                        "form[action=/profil/modifier]",
                        Map.of("missions-saisie", "viabilite hivernale", "skills-saisie", "Drone, Calligraphie"));
        assertThat(as(JEAN_MARC).get(person(id(ELODIE))).texts(".tag"))
                .contains("Viabilité hivernale", "Drone", "Calligraphie");
        as(ELODIE).get("/profil/modifier");
        var refused =
                as(ELODIE).submitOnce("form[action=/profil/modifier]", Map.of("missions-saisie", "Garder le phare"));
        assertThat(refused.status()).isEqualTo(422);
    }

    private long keep(String by, @Nullable Long kept, boolean agent) {
        return Objects.requireNonNull(town.as(
                id(by),
                () -> town.web()
                        .sql(
                                "select people.keep_person(:kept::bigint, '009999', :agent, null, 'A', 'B', null, null, null, null, current_date, null)")
                        .param("kept", kept)
                        .param("agent", agent)
                        .query(Long.class)
                        .single()));
    }

    private List<String> found(String words) {
        return as(JEAN_MARC).get("/annuaire?q=" + words).texts(".card-person__name");
    }

    private Visitor as(String number) {
        return signedIn.computeIfAbsent(number, one -> {
            Visitor visitor = visitors.getObject();
            assertThat(visitor.signIn(one, "Viaduc-demo-2026").path()).isEqualTo("/");
            return visitor;
        });
    }

    private long id(String number) {
        return town.database()
                .sql("select id from people.person where staff_number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private static String text(Answer answer) {
        return answer.page().select("main").text();
    }

    private static String person(long id) {
        return "/annuaire/personnes/" + id;
    }

    private static String absences(long id) {
        return person(id) + "/absences";
    }
}
