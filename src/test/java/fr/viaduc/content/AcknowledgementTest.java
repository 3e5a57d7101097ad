package fr.viaduc.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.content.Acknowledgement.Outcome;
import fr.viaduc.database.ClockContext;
import fr.viaduc.testing.TestClock;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.RestDays;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** « J’ai pris connaissance »: said by each for themselves, known to the issuer as far as was announced, and to nobody else. */
@ViaducTest
@Import(Town.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcknowledgementTest {
    private static final ItemKind POST = new ItemKind("post");

    @Autowired
    Town town;

    @Autowired
    TestClock clock;

    @Autowired
    Publishing publishing;

    @Autowired
    Items items;

    @Autowired
    Acknowledgements acknowledgements;

    @Autowired
    AcknowledgementReminders reminders;

    @Autowired
    AcknowledgementProofs proofs;

    @Autowired
    AcknowledgementRepository repository;

    final List<Viewer> team = new ArrayList<>();
    long roads;
    long nogentTeam;
    long water;
    long depot;
    Viewer aurore;
    Viewer jeanMarc;
    Viewer odile;
    Viewer lucie;
    Viewer christelle;
    Viewer mathieu;
    Viewer karim;
    Viewer damien;

    @BeforeAll
    void people() {
        town.commune("52353", "Nogent");
        depot = town.site("Dépôt de Nogent", "52353");
        roads = town.unit("Voirie", null);
        nogentTeam = town.unit("Voirie Nogent", roads);
        water = town.unit("Eau", null);
        aurore = agent("Aurore", "Demange", roads, null);
        town.run("update people.unit set head_id = ? where id = ?", aurore.id(), roads);
        jeanMarc = agent("Jean-Marc", "Thévenot", nogentTeam, depot);
        odile = agent("Odile", "Masson", nogentTeam, depot);
        for (String name : List.of("Alain", "Bruno", "Cyril", "Denis", "Éric", "Fabien", "Gilles", "Hugo", "Igor")) {
            team.add(agent(name, "Roussel", nogentTeam, null));
        }
        lucie = agent("Lucie", "Ferrand", water, null);
        christelle = agent("Christelle", "Bonnard", water, null, Role.HUMAN_RESOURCES);
        mathieu = agent("Mathieu", "Lagarde", roads, null, Role.ADMINISTRATOR);
        karim = agent("Karim", "Belkacem", roads, null, Role.MODERATOR);
        damien = contact("Damien", "Colas");
    }

    @AfterEach
    void theClockRunsAgain() {
        clock.reset();
    }

    @Test
    void jeanMarcSaysItOnceAndIsAskedNoMore() {
        long note = note(aurore, unit(), in(4), null);

        assertThat(pending(jeanMarc)).contains(note);
        assertThat(acknowledge(jeanMarc, note)).isEqualTo(Outcome.DONE);
        assertThat(acknowledge(jeanMarc, note)).isEqualTo(Outcome.ALREADY);
        assertThat(pending(jeanMarc)).doesNotContain(note);
        assertThat(see(jeanMarc, note).acknowledgement()).isNotNull().satisfies(mine -> {
            assertThat(mine.done()).isTrue();
            assertThat(mine.onPaper()).isFalse();
        });
        assertThat(see(odile, note).acknowledgement())
                .isNotNull()
                .satisfies(hers -> assertThat(hers.done()).isFalse());
    }

    @Test
    void whoWroteItIsNotAskedAndWhoDoesNotSeeItCannotSayIt() {
        long note = note(aurore, unit(), in(4), null);

        assertThat(pending(aurore)).doesNotContain(note);
        assertThatThrownBy(() -> acknowledge(aurore, note)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> town.as(lucie.id(), () -> acknowledgements.acknowledge(lucie, note, 1)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theMostUrgentComesFirst() {
        long charter = note(aurore, unit(), in(20), null);
        long late = note(aurore, unit(), in(-2), null);
        long soon = note(aurore, unit(), in(1), null);

        assertThat(pending(odile)).containsSubsequence(late, soon, charter);
    }

    /** Neither their head of service, nor an administrator, nor human resources, nor a moderator, nor a colleague. */
    @Test
    void whatJeanMarcSaidIsReadByHimAlone() {
        long note = note(aurore, unit(), in(4), in(30));
        acknowledge(jeanMarc, note);

        assertThat(rows(jeanMarc, note)).isOne();
        for (Viewer other : List.of(aurore, odile, mathieu, christelle, karim, damien)) {
            assertThat(rows(other, note)).as(String.valueOf(other.id())).isZero();
        }
        assertThat(town.web()
                        .sql("select count(*) from content.acknowledgement")
                        .query(Long.class)
                        .single())
                .as("without a viewer")
                .isZero();
    }

    @Test
    void nobodySaysItForAnotherByHandNorTakesItAway() {
        long note = note(aurore, unit(), in(4), null);
        acknowledge(jeanMarc, note);

        for (String statement : List.of(
                "insert into content.acknowledgement (item_id, person_id, version, at, way, text_hash) values (" + note
                        + ", " + odile.id() + ", 1, now(), 'click', '')",
                "update content.acknowledgement set version = 9 where item_id = " + note,
                "delete from content.acknowledgement where item_id = " + note,
                "update content.acknowledgement_request set since_version = 9 where item_id = " + note)) {
            assertThatThrownBy(() -> town.raw(jeanMarc.id(), statement))
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void aTypoAsksNothingAndAChangeThatMattersAsksEverybodyAgain() {
        long note = note(aurore, unit(), in(4), null);
        acknowledge(jeanMarc, note);

        edit(aurore, note, "Chaînes obligatoires dès le 1er novembre.", "correction", "");
        assertThat(pending(jeanMarc)).doesNotContain(note);

        edit(aurore, note, "Chaînes obligatoires dès le 15 octobre.", "fond", in(8).toString());
        assertThat(pending(jeanMarc)).contains(note);
        assertThat(see(jeanMarc, note).acknowledgement())
                .isNotNull()
                .satisfies(asked -> assertThat(asked.dueOn()).isEqualTo(in(8)));
        assertThat(acknowledge(jeanMarc, note)).isEqualTo(Outcome.DONE);
        assertThat(rows(jeanMarc, note)).as("both answers are kept").isEqualTo(2);
    }

    @Test
    void aFormSentWithoutAnyChangeOfTheTextAsksNothing() {
        long note = note(aurore, unit(), in(4), null);
        acknowledge(jeanMarc, note);

        edit(aurore, note, "Conduite par temps de neige.", "fond", in(8).toString());
        assertThat(pending(jeanMarc)).doesNotContain(note);
    }

    @Test
    void whoReadTheFormerTextIsSentBackToTheNewOne() {
        long note = note(aurore, unit(), in(4), null);
        edit(aurore, note, "Une phrase de plus.", "correction", "");

        assertThat(town.as(jeanMarc.id(), () -> acknowledgements.acknowledge(jeanMarc, note, 1)))
                .isEqualTo(Outcome.CHANGED);
        assertThat(acknowledge(jeanMarc, note)).isEqualTo(Outcome.DONE);
    }

    @Test
    void aSlipOfTheHandIsTakenBackWithinTheMinuteAndThenItStands() {
        long note = note(aurore, unit(), in(4), null);
        acknowledge(jeanMarc, note);
        assertThat(withdraw(jeanMarc, note)).isTrue();
        assertThat(pending(jeanMarc)).contains(note);

        ClockContext.at(clock.instant().minus(Duration.ofSeconds(61)), () -> acknowledge(jeanMarc, note));
        assertThat(withdraw(jeanMarc, note)).isFalse();
        assertThat(pending(jeanMarc)).doesNotContain(note);
    }

    @Test
    void nobodySaysItAheadOfTime() {
        long note = note(aurore, unit(), in(4), null);
        ClockContext.at(clock.instant().plus(Duration.ofDays(2)), () -> acknowledge(jeanMarc, note));

        assertThat(see(jeanMarc, note).acknowledgement())
                .isNotNull()
                .satisfies(mine -> assertThat(mine.at()).isBefore(Instant.now().plusSeconds(5)));
    }

    @Test
    void theIssuerSeesNamesUntilTheAnnouncedDayAndThenATotal() {
        long open = note(aurore, unit(), in(4), in(0));
        long over = note(aurore, unit(), in(-9), in(-1));
        for (long note : List.of(open, over)) {
            acknowledge(jeanMarc, note);
        }

        assertThat(names(aurore, open, true)).containsExactly(jeanMarc.id());
        assertThat(names(aurore, open, false)).contains(odile.id()).doesNotContain(jeanMarc.id(), aurore.id());
        assertThat(names(aurore, over, true)).isEmpty();
        assertThat(names(aurore, over, false)).isEmpty();
        assertThat(totals(aurore, over).done()).isOne();
    }

    @Test
    void nobodyElseSeesNamesNorTotals() {
        long note = note(aurore, unit(), in(4), in(30));
        acknowledge(jeanMarc, note);

        for (Viewer other : List.of(odile, mathieu, karim, damien)) {
            assertThatThrownBy(() -> totals(other, note)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> names(other, note, true)).isInstanceOf(NotFound.class);
            assertThat(town.read(
                            other.id(),
                            "select person_id from content.acknowledgement_list(?, true, '', 0, 1000)",
                            note))
                    .as("whatever the services check")
                    .isEmpty();
            assertThat(town.read(
                            other.id(),
                            "select done from content.acknowledgement_totals(?) where done is not null",
                            note))
                    .isEmpty();
        }
    }

    @Test
    void withoutNamesAnnouncedTheIssuerLearnsATotalOnly() {
        long note = note(aurore, unit(), in(4), null);
        acknowledge(jeanMarc, note);
        acknowledge(odile, note);

        assertThat(totals(aurore, note).done()).isEqualTo(2);
        assertThat(names(aurore, note, true)).isEmpty();
        assertThatThrownBy(() -> town.raw(
                        aurore.id(),
                        "update content.acknowledgement_request set named_until = current_date + 9 where item_id = "
                                + note))
                .as("not afterwards either")
                .isInstanceOf(DataAccessException.class);
        assertThat(town.raw(aurore.id(), "delete from content.acknowledgement_request where item_id = " + note))
                .isZero();
    }

    @Test
    void fewerThanTenPeopleAreNotCounted() {
        long note = note(christelle, town.circle("unit", water), in(4), null);
        acknowledge(lucie, note);

        assertThat(totals(christelle, note).masked()).isTrue();
        assertThat(town.read(christelle.id(), "select coalesce(done, -1) from content.acknowledgement_totals(?)", note))
                .containsExactly(-1L);
    }

    @Test
    void aHeadAsksTheirOwnServiceAloneAndHumanResourcesEverybody() {
        assertThat(may(aurore, unit())).isTrue();
        assertThat(may(aurore, town.circle("unit", nogentTeam))).isTrue();
        assertThat(may(aurore, town.circle("unit", water))).isFalse();
        assertThat(may(aurore, town.circle("agents", null))).isFalse();
        assertThat(may(jeanMarc, unit())).isFalse();
        assertThat(may(christelle, town.circle("agents", null))).isTrue();

        long both = combined(christelle, unit(), town.circle("unit", water));
        long within = town.as(
                christelle.id(), () -> combine("[[\"%d\", \"%d\"]]".formatted(unit(), town.circle("site", depot))));
        assertThat(may(aurore, both)).as("with another service").isFalse();
        assertThat(may(aurore, within)).as("those of hers who work there").isTrue();

        long post = publish(jeanMarc, unit(), "Je demande, sans en avoir le droit.");
        assertThatThrownBy(() -> town.as(jeanMarc.id(), () -> {
                    acknowledgements.ask(jeanMarc, post, form(in(4), null));
                    return true;
                }))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> town.raw(
                        jeanMarc.id(),
                        "insert into content.acknowledgement_request (item_id, kind, due_on) values (" + post
                                + ", 'note', current_date)"))
                .as("whatever the services check")
                .isInstanceOf(DataAccessException.class);
    }

    /** Whatever the services check: the database keeps what asks from those whom its author may not ask. */
    @Test
    void whatAsksStaysWithPeopleWhomItsAuthorMayAsk() {
        String everybody = "update content.item set circle_id = " + town.circle("agents", null) + " where id = ";
        long post = publish(aurore, unit(), "Ne demande rien.");
        long note = note(aurore, unit(), in(4), null);

        assertThat(town.raw(aurore.id(), everybody + post)).isOne();
        assertThatThrownBy(() -> town.raw(aurore.id(), everybody + note)).isInstanceOf(DataAccessException.class);
        assertThat(town.raw(
                        aurore.id(),
                        "update content.item set circle_id = " + town.circle("unit", nogentTeam) + " where id = "
                                + note))
                .as("part of her service")
                .isOne();
        assertThat(town.raw(christelle.id(), everybody + note(christelle, town.circle("unit", water), in(4), null)))
                .as("human resources ask everybody")
                .isOne();
    }

    @Test
    void whatIsAskedOfAServiceIsNotKnownElsewhere() {
        long note = note(aurore, unit(), in(4), null);

        assertThat(town.read(lucie.id(), "select item_id from content.acknowledgement_request where item_id = ?", note))
                .isEmpty();
    }

    @Test
    void theSiteContactRecordsSignaturesOfTheirSiteWithoutLearningWhoClicked() {
        long note = note(aurore, unit(), in(4), in(30));
        acknowledge(odile, note);

        List<Acknowledgement.OnPaper> before = town.as(damien.id(), () -> acknowledgements.paperPeople(damien, note));
        assertThat(before).extracting(Acknowledgement.OnPaper::personId).contains(jeanMarc.id(), odile.id());
        assertThat(before).extracting(Acknowledgement.OnPaper::recorded).containsOnly(false);

        int taken = town.as(
                damien.id(),
                () -> acknowledgements.recordPaper(
                        damien,
                        note,
                        1,
                        List.of(jeanMarc.id(), odile.id(), team.getFirst().id()),
                        in(0)));
        assertThat(taken).as("those of the depot").isEqualTo(2);
        assertThat(see(jeanMarc, note).acknowledgement())
                .isNotNull()
                .satisfies(mine -> assertThat(mine.onPaper()).isTrue());
        assertThat(see(odile, note).acknowledgement())
                .isNotNull()
                .satisfies(hers -> assertThat(hers.onPaper()).isFalse());
        assertThat(see(team.getFirst(), note).acknowledgement())
                .isNotNull()
                .satisfies(his -> assertThat(his.done()).isFalse());
        assertThat(withdraw(jeanMarc, note)).as("paper stands").isFalse();
    }

    @Test
    void aColleagueWhoIsNotAContactRecordsNothing() {
        long note = note(aurore, unit(), in(4), null);

        assertThatThrownBy(() -> town.as(
                        odile.id(), () -> acknowledgements.recordPaper(odile, note, 1, List.of(jeanMarc.id()), in(0))))
                .isInstanceOf(Forbidden.class);
        assertThat(town.read(
                        odile.id(),
                        "select content.record_paper(?, 1, array[?]::bigint[], current_date, now())",
                        note,
                        jeanMarc.id()))
                .containsExactly(0L);
    }

    @Test
    void itIsRecalledThreeDaysBeforeAndOnTheDayAndNeverOnASunday() {
        LocalDate friday = in(0).with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        while (IntStream.rangeClosed(-4, 0).mapToObj(friday::plusDays).anyMatch(RestDays::include)) {
            friday = friday.plusWeeks(1);
        }
        long note = note(aurore, unit(), friday, null);
        acknowledge(jeanMarc, note);

        assertThat(recalledOn(friday.minusDays(5), note)).as("Sunday").isFalse();
        assertThat(recalledOn(friday.minusDays(4), note)).as("Monday").isFalse();
        assertThat(recalledOn(friday.minusDays(3), note)).as("Tuesday").isTrue();
        assertThat(recalledOn(friday.minusDays(2), note)).as("Wednesday").isFalse();
        assertThat(recalledOn(friday, note)).as("Friday").isTrue();
        assertThat(recalledOn(friday.plusDays(3), note)).as("Monday after").isFalse();
        assertThat(reminders.stillAsked(note)).contains(odile.id()).doesNotContain(jeanMarc.id(), aurore.id());
    }

    @Test
    void aProofIsGenuineAndAnAlteredOneIsNot() {
        long note = note(aurore, unit(), in(4), null);
        acknowledge(jeanMarc, note);
        var said =
                town.as(jeanMarc.id(), () -> repository.own(jeanMarc, note, 0)).orElseThrow();
        String text = town.as(
                jeanMarc.id(),
                () -> town.web()
                        .sql(
                                "select encode(sha256(convert_to(E'\\n' || body, 'UTF8')), 'hex') from content.item where id = ?")
                        .param(note)
                        .query(String.class)
                        .single());

        assertThat(said.textHash()).isEqualTo(text);
        assertThat(proofs.genuine(said.reference(), "0".repeat(32))).isFalse();
        assertThat(proofs.genuine("n’importe quoi", "")).isFalse();
    }

    private boolean recalledOn(LocalDate day, long note) {
        clock.stopAt(day.atTime(LocalTime.of(8, 30)).atZone(clock.getZone()).toInstant());
        return reminders.recall().contains(note);
    }

    private long unit() {
        return town.circle("unit", roads);
    }

    private LocalDate in(int days) {
        return town.today().plusDays(days);
    }

    private long note(Viewer author, long circle, LocalDate due, @Nullable LocalDate namedUntil) {
        long item = publish(author, circle, "Conduite par temps de neige.");
        run(author, () -> acknowledgements.ask(author, item, form(due, namedUntil)));
        return item;
    }

    private static AcknowledgementForm form(LocalDate due, @Nullable LocalDate namedUntil) {
        return new AcknowledgementForm(true, "note", due, namedUntil != null, namedUntil);
    }

    private long publish(Viewer author, long circle, String text) {
        return town.as(
                author.id(),
                () -> publishing
                        .publish(
                                author,
                                new NewItem(
                                        POST, null, text, "", circle, List.of(), List.of(), true, UUID.randomUUID()))
                        .itemId());
    }

    private void edit(Viewer author, long note, String text, String reach, String day) {
        run(author, () -> {
            Item before = items.get(author, note);
            publishing.edit(author, note, null, text, "");
            acknowledgements.edited(author, before, new AcknowledgementEdit(true, reach, day));
        });
    }

    private Outcome acknowledge(Viewer viewer, long note) {
        return town.as(
                viewer.id(),
                () -> acknowledgements.acknowledge(
                        viewer, note, items.get(viewer, note).version()));
    }

    private boolean withdraw(Viewer viewer, long note) {
        return town.as(viewer.id(), () -> acknowledgements.withdraw(viewer, note));
    }

    private Item see(Viewer viewer, long note) {
        return town.as(viewer.id(), () -> items.get(viewer, note));
    }

    private List<Long> pending(Viewer viewer) {
        return town.read(
                viewer.id(), "select content.awaiting(array['post'], ?, 1000)", Acknowledgement.shownSince(in(0)));
    }

    private List<Long> names(Viewer viewer, long note, boolean said) {
        return town.as(
                viewer.id(),
                () -> acknowledgements.list(viewer, note, said, "", 0, 1000).stream()
                        .map(Acknowledgement.Line::personId)
                        .toList());
    }

    private Acknowledgement.Totals totals(Viewer viewer, long note) {
        return town.as(viewer.id(), () -> acknowledgements.totals(viewer, note));
    }

    private boolean may(Viewer viewer, long circle) {
        return town.as(viewer.id(), () -> acknowledgements.mayAsk(viewer, circle));
    }

    private long combined(Viewer viewer, long... circles) {
        var terms = new ArrayList<String>();
        for (long circle : circles) {
            terms.add("[\"" + circle + "\"]");
        }
        return town.as(viewer.id(), () -> combine("[" + String.join(",", terms) + "]"));
    }

    private long combine(String terms) {
        return town.web()
                .sql("select circles.combine(?::jsonb)")
                .param(terms)
                .query(Long.class)
                .single();
    }

    private long rows(Viewer viewer, long note) {
        return town.read(viewer.id(), "select count(*) from content.acknowledgement where item_id = ?", note)
                .getFirst();
    }

    private Viewer agent(String firstName, String lastName, long unit, @Nullable Long site, Role... roles) {
        long id = town.agent(firstName, lastName);
        town.assign(id, unit, site);
        for (Role role : roles) {
            town.grant(id, role);
        }
        return town.viewer(id, roles);
    }

    private Viewer contact(String firstName, String lastName) {
        long id = town.agent(firstName, lastName);
        town.assign(id, roads, depot);
        town.run("insert into people.role_grant (person_id, role, site_id) values (?, 'SITE_CONTACT', ?)", id, depot);
        return town.viewer(id, Role.SITE_CONTACT);
    }

    private void run(Viewer viewer, Runnable work) {
        town.as(viewer.id(), () -> {
            work.run();
            return true;
        });
    }
}
