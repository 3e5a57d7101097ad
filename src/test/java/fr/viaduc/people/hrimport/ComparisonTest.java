package fr.viaduc.people.hrimport;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.people.hrimport.Difference.Change;
import fr.viaduc.people.hrimport.Difference.Kind;
import fr.viaduc.people.hrimport.Difference.Label;
import fr.viaduc.people.hrimport.LineOutcome.Fate;
import fr.viaduc.people.hrimport.Network.Assignment;
import fr.viaduc.people.hrimport.Network.Person;
import fr.viaduc.people.hrimport.Network.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final String HEADINGS =
            "Matricule;Nom;Prénom;Service;Date sortie;Mail pro;Matricule responsable;Quotité\n";

    private final Difference real =
            Comparison.of(RealFile.empty(), AgentFile.read(RealFile.bytes(), Map.of()), RealFile.TODAY);

    @Test
    void everyLineOfTheRealFileIsAccountedFor() {
        assertThat(real.lines()).isEqualTo(738);
        int sum = 0;
        for (Fate fate : Fate.values()) {
            sum += real.linesOf(fate);
        }
        assertThat(sum).isEqualTo(real.lines());
        int next = 1;
        for (LineOutcome outcome : real.ledger()) {
            assertThat(outcome.line()).isEqualTo(next);
            next += outcome.lines();
        }
        assertThat(next).isEqualTo(739);
        assertThat(real.count(Kind.ARRIVAL)).isEqualTo(697);
        assertThat(real.linesOf(Fate.MERGED)).isEqualTo(14);
        assertThat(real.cutShort()).isFalse();
    }

    @Test
    void refusedLinesSayWhy() {
        assertThat(real.refused())
                .extracting(outcome -> outcome.line() + " "
                        + (outcome.reason() == null ? "" : outcome.reason().key()))
                .containsExactly(
                        "19 hrimport.reason.sameNumber",
                        "195 hrimport.reason.sameNumber",
                        "334 hrimport.reason.shortLine",
                        "455 hrimport.reason.sameNumber",
                        "519 hrimport.reason.sameNumber",
                        "535 hrimport.reason.noStaffNumber",
                        "635 hrimport.reason.noStaffNumber");
    }

    @Test
    void zoesTwoAssignmentsAreOnePerson() {
        Change zoe = change(real, "001045");
        assertThat(zoe.lines()).containsExactly(9, 193);
        assertThat(target(real, "001045").posts())
                .extracting(post -> siteName(post) + " " + post.primary())
                .containsExactly("École Jean-Moulin true", "Cantine de Nogent false");
    }

    @Test
    void leaversAreNotCreatedAndFutureExitsAreKept() {
        assertThat(real.changes()).noneMatch(change -> change.staffNumber().equals("002438"));
        assertThat(target(real, "002907").departure()).isEqualTo(LocalDate.of(2027, 12, 31));
    }

    @Test
    void theSharedMailboxOfTheSchoolsSignsNobodyIn() {
        assertThat(real.changes())
                .allMatch(change -> !String.valueOf(change.target()).contains("ecoles@agglo.example"));
        assertThat(change(real, "001703").warnings()).extracting(Reason::key).contains("hrimport.reason.sharedMailbox");
    }

    @Test
    void theLoopOfManagersIsCutAtTheHeadOfTheService() {
        assertThat(target(real, "000114").posts()).allMatch(post -> post.manager() == null);
        assertThat(target(real, "000240").posts()).allMatch(post -> "000114".equals(post.manager()));
        assertThat(change(real, "000114").warnings()).extracting(Reason::key).contains("hrimport.reason.managerLoop");
    }

    @Test
    void unitsStandUnderTheirPoleAndTheServiceThatIsGoneIsNotMade() {
        assertThat(real.newUnits())
                .hasSize(30 - 1)
                .noneMatch(unit -> unit.name().contains("supprimé"));
        assertThat(real.newUnits())
                .filteredOn(unit -> "VOI".equals(unit.code()))
                .singleElement()
                .satisfies(unit -> assertThat(unit.parent())
                        .isNotNull()
                        .extracting(Difference.Place::name)
                        .isEqualTo("Pôle Technique"));
        assertThat(target(real, "003026").posts().getFirst().unit().name()).isEqualTo("Pôle Technique");
    }

    @Test
    void strayCommunesDoNotMakeSitesTwice() {
        assertThat(real.newSites()).hasSize(26).allMatch(site -> site.insee() != null);
        assertThat(real.communeDoubts())
                .extracting(doubt -> doubt.written() + " → " + doubt.name())
                .containsExactlyInAnyOrder("Nogent-en-Bassigny → Nogent", "STE MENEHOULD → null");
    }

    @Test
    void nothingThatMustNotBeKeptComesOutOfTheReader() {
        AgentFile file = AgentFile.read(RealFile.bytes(), Map.of());
        String everything = file.toString() + real;
        RealFile.text()
                .lines()
                .skip(1)
                .map(line -> line.split(";", -1))
                .filter(cells -> cells.length == 22)
                .forEach(cells -> {
                    if (!cells[6].isBlank()) {
                        assertThat(everything).doesNotContain(cells[6]);
                    }
                });
        assertThat(everything).doesNotContain("thérapeutique", "Titulaire", "Contractuel", "05/08/1961", "1961-08-05");
    }

    @Test
    void anEmptyCellErasesNothing() {
        Difference difference = compare(network(agent(1, "000107", "Zoé", "Bégin")), "000107;BEGIN;ZOE;;;;;\n");
        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.linesOf(Fate.UNCHANGED)).isEqualTo(1);
    }

    @Test
    void aChangeIsShownFieldByField() {
        Difference difference = compare(
                network(agent(1, "000107", "Zoé", "Bégin")),
                "107;Martin;Zoé;Voirie;31/12/2027;zoe@agglo.example;;80\n");
        assertThat(difference.changes()).singleElement().satisfies(zoe -> {
            assertThat(zoe.kind()).isEqualTo(Kind.CHANGE);
            assertThat(zoe.fields())
                    .extracting(Difference.FieldChange::label)
                    .containsExactly(Label.LAST_NAME, Label.EMAIL, Label.DEPARTURE, Label.QUOTA);
        });
    }

    @Test
    void whoHasLeftLosesAccessAndWhoComesBackIsShown() {
        Network network = network(agent(1, "000107", "Zoé", "Bégin"));
        Difference leaving = compare(network, "000107;Bégin;Zoé;Voirie;22/11/2026;;;\n");
        assertThat(leaving.of(Kind.DEPARTURE))
                .singleElement()
                .satisfies(zoe -> assertThat(zoe.lastDay()).isEqualTo(LocalDate.of(2026, 11, 22)));
        Network after = network(left(agent(1, "000107", "Zoé", "Bégin"), LocalDate.of(2026, 11, 22)));
        assertThat(compare(after, "000107;Bégin;Zoé;Voirie;22/11/2026;;;\n").isEmpty())
                .isTrue();
        assertThat(compare(after, "000107;Bégin;Zoé;Voirie;;;;\n").count(Kind.RETURN))
                .isEqualTo(1);
    }

    @Test
    void aStaffNumberGivenToSomebodyElseIsRefused() {
        Difference difference =
                compare(network(agent(1, "000107", "Zoé", "Bégin")), "000107;Flammarion;Camille;Voirie;;;;\n");
        assertThat(difference.changes()).isEmpty();
        assertThat(difference.refused())
                .singleElement()
                .extracting(LineOutcome::reason)
                .isEqualTo(Reason.of("otherPerson", "000107", "Zoé Bégin", "Camille Flammarion"));
    }

    @Test
    void whoIsAbsentFromTheFileIsShownAndManyMustBeConfirmed() {
        Network hundred = network(hundredAgents());
        Difference one = compare(hundred, lines(1, 99));
        assertThat(one.of(Kind.ABSENT)).extracting(Change::staffNumber).containsExactly("000100");
        assertThat(one.needsConfirmation()).isFalse();
        Difference many = compare(hundred, lines(1, 60));
        assertThat(many.count(Kind.ABSENT)).isEqualTo(40);
        assertThat(many.needsConfirmation()).isTrue();
        assertThat(HrImport.isConfirmed(many, "oui")).isFalse();
        assertThat(HrImport.isConfirmed(many, " fermer 40 comptes")).isTrue();
        assertThat(many.keepingTheAbsent().changes()).isEmpty();
    }

    @Test
    void aFileCutShortDisablesNobody() {
        Network hundred = network(hundredAgents());
        Difference inTheMiddle = compare(hundred, lines(1, 60) + "000061;Nom;Pré");
        assertThat(inTheMiddle.cutShort()).isTrue();
        assertThat(inTheMiddle.closures()).isZero();
        Difference fewer = compare(hundred, lines(1, 60) + "Total : 100 lignes;;;\n");
        assertThat(fewer.cutShort()).isTrue();
        assertThat(fewer.closures()).isZero();
        assertThat(fewer.notices()).extracting(Reason::key).containsExactly("hrimport.reason.absentKept");
        assertThat(compare(hundred, "").closures()).isZero();
    }

    @Test
    void anAdministratorAbsentFromTheFileIsNotLockedOut() {
        Network network = new Network(
                List.of(agent(1, "000107", "Zoé", "Bégin"), agent(2, "000128", "Samir", "Haddad")),
                List.of(new Unit(10, null, "VOI", "Voirie", "service")),
                List.of(),
                RealFile.COMMUNES,
                Map.of(),
                Set.of(2L));
        Difference difference = compare(network, "000107;Bégin;Zoé;Voirie;;;;\n");
        assertThat(difference.changes()).isEmpty();
        assertThat(difference.notices()).containsExactly(Reason.of("administratorAbsent", "Samir Haddad"));
    }

    @Test
    void twoColleaguesMayExchangeTheirAddresses() {
        Network network = network(
                withEmail(agent(1, "000107", "Zoé", "Bégin"), "a@agglo.example"),
                withEmail(agent(2, "000114", "Gaëlle", "Lécuyer"), "b@agglo.example"));
        Difference taken =
                compare(network, "000107;Bégin;Zoé;Voirie;;b@agglo.example;;\n000114;Lécuyer;Gaëlle;Voirie;;;;\n");
        assertThat(taken.changes()).isEmpty();
        Difference moved = compare(
                network,
                "000107;Bégin;Zoé;Voirie;;b@agglo.example;;\n000114;Lécuyer;Gaëlle;Voirie;;c@agglo.example;;\n");
        assertThat(moved.changes()).hasSize(2);
    }

    private static Difference compare(Network network, String lines) {
        return Comparison.of(network, RealFile.read(HEADINGS + lines), RealFile.TODAY);
    }

    private static String lines(int from, int to) {
        StringBuilder text = new StringBuilder();
        IntStream.rangeClosed(from, to)
                .forEach(n -> text.append("%06d;Nom%d;Prénom%d;Voirie;;;;\n".formatted(n, n, n)));
        return text.toString();
    }

    private static Person[] hundredAgents() {
        return IntStream.rangeClosed(1, 100)
                .mapToObj(n -> agent(n, "%06d".formatted(n), "Prénom" + n, "Nom" + n))
                .toArray(Person[]::new);
    }

    private static Network network(Person... persons) {
        return new Network(
                new ArrayList<>(List.of(persons)),
                List.of(new Unit(10, null, "VOI", "Voirie", "service")),
                List.of(),
                RealFile.COMMUNES,
                Map.of(),
                Set.of());
    }

    private static Person agent(long id, String number, String firstName, String lastName) {
        return new Person(
                id,
                number,
                true,
                null,
                firstName,
                lastName,
                null,
                null,
                null,
                null,
                null,
                List.of(new Assignment(id + 1000, 10, null, null, null, BigDecimal.valueOf(100), true)));
    }

    private static Person left(Person p, LocalDate day) {
        return new Person(
                p.id(),
                p.staffNumber(),
                true,
                null,
                p.firstName(),
                p.lastName(),
                null,
                null,
                null,
                null,
                day,
                p.assignments());
    }

    private static Person withEmail(Person p, String email) {
        return new Person(
                p.id(),
                p.staffNumber(),
                true,
                null,
                p.firstName(),
                p.lastName(),
                null,
                email,
                null,
                null,
                null,
                p.assignments());
    }

    private static Change change(Difference difference, String number) {
        return difference.changes().stream()
                .filter(change -> change.staffNumber().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static Difference.Target target(Difference difference, String number) {
        return Objects.requireNonNull(change(difference, number).target());
    }

    private static String siteName(Difference.Post post) {
        return post.site() == null ? "" : post.site().name();
    }
}
