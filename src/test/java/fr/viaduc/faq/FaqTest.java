package fr.viaduc.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.content.Events;
import fr.viaduc.content.ItemKind;
import fr.viaduc.content.NewItem;
import fr.viaduc.content.Publishing;
import fr.viaduc.content.Relations;
import fr.viaduc.database.ClockContext;
import fr.viaduc.testing.TestClock;
import fr.viaduc.testing.TestCluster;
import fr.viaduc.testing.TestDatabase;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** The FAQ: who writes, who reads, what is counted, what is forgotten. */
@ViaducTest
@Import(Town.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaqTest {
    @Autowired
    Town town;

    @Autowired
    TestClock clock;

    @Autowired
    Faq faq;

    @Autowired
    FaqRepository repository;

    @Autowired
    FaqUpkeep upkeep;

    @Autowired
    Publishing publishing;

    @Autowired
    Relations relations;

    @Autowired
    ApplicationEventPublisher events;

    long hr;
    long roads;
    long leave;
    long vehicles;
    Viewer christelle;
    Viewer aurore;
    Viewer elodie;
    Viewer jeanMarc;
    Viewer lucie;
    Viewer anne;

    @BeforeAll
    void people() {
        hr = town.unit("Ressources humaines", null);
        roads = town.unit("Voirie", null);
        christelle = agent("Christelle", "Bonnard", hr);
        aurore = agent("Aurore", "Demange", roads);
        elodie = agent("Élodie", "Guyard", hr, Role.COMMUNICATION);
        jeanMarc = agent("Jean-Marc", "Thévenot", roads);
        lucie = agent("Lucie", "Ferrand", hr);
        anne = town.viewer(town.elected("Anne", "Valier", null));
        leave = as(elodie, () -> faq.open("Congés et absences", "calendar-off"));
        vehicles = as(elodie, () -> faq.open("Véhicules", "car"));
        run(elodie, () -> {
            faq.entrust(leave, List.of(christelle.id()));
            faq.entrust(vehicles, List.of(aurore.id()));
        });
    }

    @AfterEach
    void theClockRunsAgain() {
        clock.reset();
    }

    @Test
    void christelleAnswersInHerCategoryForHerServiceAlone() {
        long question = publish(christelle, "Comment poser une demi-journée ?", leave, hr);
        assertThat(see(jeanMarc, question).unit()).isEqualTo("Ressources humaines");

        assertThatThrownBy(() -> publish(christelle, "Où est le sel ?", vehicles, roads))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> publish(christelle, "Pour la voirie ?", leave, roads))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> publish(jeanMarc, "Et moi ?", leave, hr)).isInstanceOf(Forbidden.class);
        assertThat(publish(elodie, "Communication écrit partout", vehicles, roads))
                .isPositive();
    }

    @Test
    void withoutTheServicesChecksTheDatabaseRefusesTheSame() {
        long post = as(
                jeanMarc,
                () -> publishing
                        .publish(
                                jeanMarc,
                                new NewItem(
                                        Question.KIND,
                                        "Faux",
                                        "Faux.",
                                        "",
                                        town.circle("agents", null),
                                        List.of(),
                                        List.of(),
                                        false,
                                        UUID.randomUUID()))
                        .itemId());
        for (String statement : List.of(
                "insert into faq.question (item_id, category_id, unit_id, verified_on, review_by) values (" + post
                        + ", " + leave + ", " + hr + ", current_date, current_date)",
                "insert into faq.category (slug, name) values ('a-moi', 'À moi')",
                "insert into faq.editor (category_id, person_id) values (" + leave + ", " + jeanMarc.id() + ")",
                "update faq.question set helped = 99",
                "insert into faq.voter (item_id, voter, voted_on) values (" + post + ", 'x', current_date)")) {
            assertThatThrownBy(() -> town.raw(jeanMarc.id(), statement))
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
        for (String query : List.of(
                "select helped from faq.question",
                "select count(*) from faq.voter",
                "select count(*) from faq.failed_search")) {
            assertThatThrownBy(() -> town.read(elodie.id(), query)).as(query).isInstanceOf(DataAccessException.class);
        }
        long question = publish(christelle, "Qui peut me changer ?", leave, hr);
        assertThat(town.as(jeanMarc.id(), () -> repository.withdraw(question))).isFalse();
        assertThat(town.as(aurore.id(), () -> repository.verify(question, in(99))))
                .isFalse();
        assertThat(town.as(
                        jeanMarc.id(),
                        () -> repository.revise(
                                question,
                                1,
                                "Moi",
                                "<p>Moi</p>",
                                "Moi",
                                town.circle("agents", null),
                                leave,
                                hr,
                                in(9),
                                clock.instant())))
                .isFalse();
    }

    @Test
    void whatIsForAgentsDoesNotExistForAnElectedOfficial() {
        long question = publish(christelle, "Quel est le simulateur de prime ?", leave, hr);

        assertThatThrownBy(() -> see(anne, question)).isInstanceOf(NotFound.class);
        assertThat(search(anne, "simulateur")).isEmpty();
        assertThat(town.read(anne.id(), "select faq.find('simulateur', 9)"))
                .as("past the service")
                .isEmpty();
        assertThat(search(jeanMarc, "simulateur")).containsExactly(question);
        assertThat(as(anne, () -> repository.alike(question, 9))).isEmpty();
        assertThat(as(anne, () -> repository.categories()))
                .noneSatisfy(category -> assertThat(category.name()).isEqualTo("Congés et absences"));
        assertThatThrownBy(() -> as(anne, () -> faq.rate(anne, question, true))).isInstanceOf(NotFound.class);
    }

    @Test
    void aQuestionIsFoundByTheBeginningOfAWordWithoutAccentsAndWithATypo() {
        long question = publish(christelle, "Comment reporter mes récupérations ?", leave, hr);

        assertThat(search(jeanMarc, "recup")).contains(question);
        assertThat(search(jeanMarc, "reporter recuperations")).contains(question);
        assertThat(search(jeanMarc, "récupératoins")).contains(question);
        assertThat(search(jeanMarc, "'); drop table faq.question; --")).doesNotContain(question);
    }

    @Test
    void anotherEditorOfTheServiceCorrectsAnAnswerAndItsFormerTextIsKept() {
        long question = publish(elodie, "Combien de jours reporter ?", leave, hr);
        rate(jeanMarc, question, false);
        run(
                christelle,
                () -> faq.revise(
                        christelle,
                        see(christelle, question),
                        1,
                        form("Combien de jours puis-je reporter ?", "Cinq jours.", leave, hr),
                        town.circle("agents", null)));

        assertThat(see(jeanMarc, question).title()).isEqualTo("Combien de jours puis-je reporter\u202f?");
        assertThat(town.read(jeanMarc.id(), "select version from content.revision where item_id = ?", question))
                .containsExactly(1L);
        assertThat(figures(question)).as("a new answer is judged anew").containsExactly(0, 0);
        assertThat(rate(jeanMarc, question, true)).isEqualTo("counted");
    }

    /** Both had the page open: the second one does not wipe out what the first one has just corrected. */
    @Test
    void whoSavesAnAnswerThatSomebodyHasChangedMeanwhileIsToldAndChangesNothing() {
        long question = publish(elodie, "Jusqu’à quand reporter ?", leave, hr);
        Question seen = see(christelle, question);
        long agents = town.circle("agents", null);
        run(
                elodie,
                () -> faq.revise(
                        elodie, seen, 1, form("Jusqu’à quand reporter ?", "Jusqu’en mars.", leave, hr), agents));

        assertThat(town.as(
                        christelle.id(),
                        () -> faq.revise(
                                christelle,
                                seen,
                                1,
                                form("Jusqu’à quand reporter ?", "Jusqu’en mai.", leave, hr),
                                agents)))
                .isFalse();
        assertThat(see(jeanMarc, question).item().body()).contains("Jusqu’en mars.");
    }

    @Test
    void anOpinionCountsOnceMayChangeUntilTheEveningAndIsThenForgotten() {
        long question = publish(christelle, "Est-ce que cela aide ?", leave, hr);

        assertThat(rate(jeanMarc, question, true)).isEqualTo("counted");
        assertThat(rate(jeanMarc, question, true)).isEqualTo("changed");
        assertThat(figures(question)).containsExactly(1, 0);
        assertThat(rate(jeanMarc, question, false)).isEqualTo("changed");
        assertThat(rate(lucie, question, true)).isEqualTo("counted");
        assertThat(figures(question)).containsExactly(1, 1);

        clock.advance(Duration.ofDays(1));
        assertThat(rate(jeanMarc, question, true)).as("before the night's work").isEqualTo("already");
        upkeep.forget();
        assertThat(rate(jeanMarc, question, true)).isEqualTo("already");
        assertThat(figures(question)).containsExactly(1, 1);
        assertThat(asRule("select count(*) from faq.voter where item_id = " + question + " and helped is not null"))
                .isZero();
    }

    @Test
    void noPersonStandsInWhatIsKeptOfOpinions() {
        assertThat(asRule("""
                select count(*) from information_schema.columns
                 where table_schema = 'faq' and table_name in ('voter', 'failed_search') and column_name like '%person%'
                """)).isZero();
        long question = publish(christelle, "Qui a voté ?", leave, hr);
        rate(jeanMarc, question, true);
        assertThat(asRule("select count(*) from faq.voter where item_id = " + question
                        + " and voter = sha256(convert_to('" + question + " " + jeanMarc.id() + "', 'UTF8'))"))
                .as("guessed without the key")
                .isZero();
    }

    @Test
    void anAnswerPastItsDayIsToBeCheckedAndRecalledOnceAFortnight() {
        long question = publish(christelle, "Encore juste ?", leave, hr);
        clock.advance(Duration.ofDays(360));
        assertThat(see(jeanMarc, question).outdated(LocalDate.now(clock))).isFalse();
        assertThat(upkeep.recall()).contains(question);
        assertThat(upkeep.recall()).doesNotContain(question);
        clock.advance(Duration.ofDays(15));
        assertThat(see(jeanMarc, question).outdated(LocalDate.now(clock))).isTrue();
        assertThat(upkeep.recall()).contains(question);
        assertThat(as(christelle, () -> repository.due(christelle, LocalDate.now(clock), 50)))
                .extracting(Question::id)
                .contains(question);
        assertThat(as(aurore, () -> repository.due(aurore, LocalDate.now(clock), 50)))
                .extracting(Question::id)
                .doesNotContain(question);
    }

    @Test
    void aQuestionMovesUpAndDownInItsCategory() {
        long category = as(elodie, () -> faq.open("Ordre", "users"));
        long first = publish(elodie, "Première ?", category, hr);
        long second = publish(elodie, "Deuxième ?", category, hr);
        long third = publish(elodie, "Troisième ?", category, hr);
        run(elodie, () -> faq.move(elodie, third, true));
        assertThat(listed(category)).containsExactly(first, third, second);
        run(elodie, () -> faq.move(elodie, third, true));
        run(elodie, () -> faq.move(elodie, third, true));
        assertThat(listed(category)).containsExactly(third, first, second);
        run(elodie, () -> faq.move(elodie, third, false));
        assertThat(listed(category)).containsExactly(first, third, second);
    }

    @Test
    void relatedQuestionsShareItsWords() {
        long vehicle = publish(aurore, "Comment réserver un véhicule électrique ?", vehicles, roads);
        long charge = publish(aurore, "Où recharger un véhicule électrique ?", vehicles, roads);
        long shoes = publish(aurore, "Qui remplace les bottes fourrées ?", vehicles, roads);

        assertThat(as(jeanMarc, () -> repository.alike(vehicle, 5)))
                .contains(charge)
                .doesNotContain(vehicle, shoes);
    }

    @Test
    void aQuestionMadeFromATopicIsKnownOnBothSides() {
        long topic = as(
                jeanMarc,
                () -> publishing
                        .publish(
                                jeanMarc,
                                new NewItem(
                                        new ItemKind("post"),
                                        "Où sont les gants ?",
                                        "Je cherche des gants.",
                                        "",
                                        town.circle("agents", null),
                                        List.of(),
                                        List.of(),
                                        true,
                                        UUID.randomUUID()))
                        .itemId());
        var form = new QuestionForm(
                "Où trouver des gants ?",
                "Au dépôt.",
                "",
                String.valueOf(vehicles),
                String.valueOf(roads),
                "",
                in(300),
                topic,
                UUID.randomUUID());
        long question = as(aurore, () -> faq.publish(aurore, form, town.circle("agents", null)));

        assertThat(as(lucie, () -> relations.madeFrom(lucie, topic)))
                .singleElement()
                .satisfies(item -> assertThat(item.id()).isEqualTo(question));
        assertThat(as(lucie, () -> relations.sources(lucie, question)))
                .singleElement()
                .satisfies(item -> assertThat(item.id()).isEqualTo(topic));
    }

    @Test
    void wordsLookedForTwiceAreKeptAndNothingOfWhoLooked() {
        look("Chèque déjeuner", 5);
        assertThat(failed()).as("once").doesNotContain("chèque déjeuner");
        look("cheque  déjeuner", 5);
        assertThat(failed()).as("twice within the hour").doesNotContain("chèque déjeuner", "cheque déjeuner");
        look("cheque déjeuner", 2);
        assertThat(failed()).contains("cheque déjeuner");
        assertThat(as(jeanMarc, () -> repository.failed(50)))
                .as("for those who write")
                .isEmpty();
        run(christelle, () -> repository.dismiss("cheque déjeuner"));
        assertThat(failed()).doesNotContain("cheque déjeuner");
    }

    @Test
    void whatMaySayWhoIsLookedForIsNotKept() {
        List<String> personal = List.of(
                "thevenot",
                "Jean-Marc Thévenot",
                "thevennot congés",
                "Paul Durand",
                "mme durand",
                "christelle paie",
                "lucie.ferrand@agglo.example",
                "06 12 34 56 78",
                "matricule 000107",
                "je voudrais savoir si mon collègue malade revient lundi prochain");
        long before = asRule("select count(*) from faq.failed_search");
        for (String words : personal) {
            look(words, 9);
            look(words, 4);
        }
        assertThat(asRule("select count(*) from faq.failed_search")).isEqualTo(before);
        look("Prime de rentrée", 8);
        look("prime de rentrée", 3);
        assertThat(failed()).contains("prime de rentrée").noneMatch(words -> words.contains("thev"));
    }

    @Test
    void answersThatDoNotHelpAreShownToThoseWhoWriteThemWithoutFiguresForAFew() {
        long question = publish(christelle, "Mal écrite ?", leave, hr);
        for (Viewer one : List.of(jeanMarc, lucie, aurore)) {
            rate(one, question, false);
        }

        assertThat(as(christelle, () -> repository.lowRated(christelle, 50)))
                .filteredOn(low -> low.question().id() == question)
                .singleElement()
                .satisfies(low -> assertThat(low.votes()).isNull());
        assertThat(as(aurore, () -> repository.lowRated(aurore, 50))).isEmpty();
    }

    @Test
    void whoIsNoLongerAnEditorChangesNothing() {
        long category = as(elodie, () -> faq.open("Provisoire", "users"));
        run(elodie, () -> faq.entrust(category, List.of(lucie.id())));
        long question = publish(lucie, "Encore à moi ?", category, hr);
        run(elodie, () -> faq.entrust(category, List.of()));

        assertThat(see(lucie, question).editable()).isFalse();
        assertThat(town.as(lucie.id(), () -> repository.withdraw(question))).isFalse();
    }

    private void look(String words, int hoursAgo) {
        ClockContext.at(clock.instant().minus(Duration.ofHours(hoursAgo)), () -> {
            events.publishEvent(new Events.SearchedInVain(words));
            return words;
        });
    }

    private List<String> failed() {
        return as(
                christelle,
                () -> repository.failed(100).stream()
                        .map(Editorial.FailedSearch::words)
                        .toList());
    }

    private List<Long> listed(long category) {
        return as(
                jeanMarc,
                () -> repository.of(jeanMarc, category, -1, 0, 50).stream()
                        .map(Question::id)
                        .toList());
    }

    private List<Long> search(Viewer viewer, String words) {
        return as(
                viewer,
                () -> faq.search(viewer, words).stream().map(Question::id).toList());
    }

    private String rate(Viewer viewer, long question, boolean helped) {
        return as(viewer, () -> faq.rate(viewer, question, helped));
    }

    /** Yes and no. */
    private List<Integer> figures(long question) {
        return List.of((int) asRule("select helped from faq.question where item_id = " + question), (int)
                asRule("select not_helped from faq.question where item_id = " + question));
    }

    /** A number as the owner of the rules reads it: nobody of the web or the house may. */
    private long asRule(String sql) {
        try (var connection = TestCluster.get().superuser(TestDatabase.NAME);
                var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Question see(Viewer viewer, long question) {
        return as(viewer, () -> faq.get(viewer, question));
    }

    private long publish(Viewer author, String title, long category, long unit) {
        return as(
                author, () -> faq.publish(author, form(title, "Voici.", category, unit), town.circle("agents", null)));
    }

    private QuestionForm form(String title, String answer, long category, long unit) {
        return new QuestionForm(
                title,
                answer,
                "",
                String.valueOf(category),
                String.valueOf(unit),
                "",
                LocalDate.now(clock).plusDays(365),
                null,
                UUID.randomUUID());
    }

    private LocalDate in(int days) {
        return town.today().plusDays(days);
    }

    private Viewer agent(String firstName, String lastName, long unit, Role... roles) {
        long id = town.agent(firstName, lastName);
        town.assign(id, unit, null);
        for (Role role : roles) {
            town.grant(id, role);
        }
        return town.viewer(id, roles);
    }

    private <T> T as(Viewer viewer, Supplier<T> work) {
        return town.as(viewer.id(), work);
    }

    private void run(Viewer viewer, Runnable work) {
        town.as(viewer.id(), () -> {
            work.run();
            return true;
        });
    }
}
