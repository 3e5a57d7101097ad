package fr.viaduc.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.content.AcknowledgementEdit;
import fr.viaduc.content.AcknowledgementForm;
import fr.viaduc.content.Attachments;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.ImageRights;
import fr.viaduc.content.ImageRights.Use;
import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.content.Lifecycle;
import fr.viaduc.content.Placement;
import fr.viaduc.content.Placements;
import fr.viaduc.content.Revisions;
import fr.viaduc.content.Schedule;
import fr.viaduc.content.Tags;
import fr.viaduc.files.Uploads;
import fr.viaduc.spaces.NewSpaceForm;
import fr.viaduc.spaces.Spaces;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** Who reads, writes and publishes articles; whom they may show. */
@ViaducTest
@Import(Town.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlogTest {
    @Autowired
    Town town;

    @Autowired
    Blog blog;

    @Autowired
    Items items;

    @Autowired
    Lifecycle lifecycle;

    @Autowired
    ImageRights rights;

    @Autowired
    Revisions revisions;

    @Autowired
    Attachments attachments;

    @Autowired
    Tags tags;

    @Autowired
    ArticleRepository articles;

    @Autowired
    Audiences audiences;

    @Autowired
    Uploads uploads;

    @Autowired
    Spaces spaces;

    @Autowired
    Placements placements;

    @Autowired
    TestClock clock;

    @Autowired
    Schedule schedule;

    Writers writers;
    Viewer elodie;
    Viewer karim;
    Viewer lucie;
    Viewer sandrine;
    Viewer anneElected;

    @BeforeAll
    void people() {
        writers = new Writers(town, blog, audiences, articles, uploads);
        long waste = town.unit("Déchets", null);
        long communication = town.unit("Communication", null);
        elodie = writers.agent("Élodie", "Guyard", communication, Role.COMMUNICATION);
        karim = writers.agent("Karim", "Belkacem", waste);
        lucie = writers.agent("Lucie", "Ferrand", waste);
        sandrine = writers.agent("Sandrine", "Chauvelot", communication);
        anneElected = town.viewer(town.elected("Anne", "Valier", null));
        owner("insert into blog.category (slug, name) values ('enfance', 'Petite enfance')");
        owner(
                "insert into blog.category_publisher (category_id, person_id) select id, %d from blog.category where slug = 'enfance'"
                        .formatted(sandrine.id()));
    }

    @AfterEach
    void theClockRunsAgain() {
        clock.reset();
    }

    @Test
    void aDraftIsSeenByThoseWhoWriteItAndNobodyElse() {
        long item = writers.begin(karim, writers.form("La tournée", "actualites"));

        assertThat(sees(karim, item)).isTrue();
        assertThat(sees(lucie, item)).isFalse();
        assertThat(sees(elodie, item)).as("communication does not read drafts").isFalse();
        assertThat(town.read(lucie.id(), "select item_id from blog.article where item_id = ?", item))
                .as("without the services' checks")
                .isEmpty();
    }

    /** What is asked is announced before it is published: afterwards nobody adds names to it, whatever they send. */
    @Test
    void whatWasSeenAsksWhatItAskedForEver() {
        var asked = new AcknowledgementForm(true, "note", town.today().plusDays(10), false, null);
        long item = writers.begin(
                elodie,
                writers.form("La consigne", "actualites")
                        .with(new ArticleForm.Asking(asked, AcknowledgementEdit.NONE)));
        assertThat(request(elodie, item)).containsExactly(item);
        assertThat(town.raw(elodie.id(), "delete from content.acknowledgement_request where item_id = ?", item))
                .as("while it is a draft, it may ask something else")
                .isEqualTo(1);
        town.raw(
                elodie.id(),
                "insert into content.acknowledgement_request (item_id, kind, due_on) values (?, 'note', ?)",
                item,
                town.today().plusDays(10));
        writers.run(elodie, () -> blog.publish(elodie, item, null, null));

        assertThat(town.raw(elodie.id(), "delete from content.acknowledgement_request where item_id = ?", item))
                .isZero();
        town.raw(elodie.id(), "update content.item set state = 'draft' where id = ?", item);
        assertThat(town.raw(elodie.id(), "delete from content.acknowledgement_request where item_id = ?", item))
                .as("nor when it is made a draft again")
                .isZero();
        assertThatThrownBy(
                        () -> town.raw(elodie.id(), "update content.item set published_at = null where id = ?", item))
                .as("nor as if it had never been out")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatIsToBeReadBeforeADayComesOutBeforeThatDay() {
        var asked = new AcknowledgementForm(true, "note", town.today().plusDays(3), false, null);
        long item = writers.begin(
                elodie,
                writers.form("La date", "actualites").with(new ArticleForm.Asking(asked, AcknowledgementEdit.NONE)));
        Instant late =
                town.today().plusDays(5).atTime(8, 0).atZone(clock.getZone()).toInstant();
        assertThatThrownBy(() -> writers.run(elodie, () -> blog.publish(elodie, item, late, null)))
                .isInstanceOf(Blog.OutTooLate.class);
        Instant early =
                town.today().plusDays(2).atTime(8, 0).atZone(clock.getZone()).toInstant();
        writers.run(elodie, () -> blog.publish(elodie, item, early, null));
        assertThat(awaited(karim)).doesNotContain(item);
        clock.advance(Duration.ofDays(2).plusHours(12));
        theJobComes(() -> awaited(karim).contains(item));
    }

    private List<Long> request(Viewer viewer, long item) {
        return town.read(viewer.id(), "select item_id from content.acknowledgement_request where item_id = ?", item);
    }

    private List<Long> awaited(Viewer viewer) {
        return town.read(viewer.id(), "select content.awaiting('{article}', current_date, 50)");
    }

    @Test
    void aCoAuthorReadsAndWritesAndIsForgottenWhenTakenOff() {
        long item = writers.begin(
                karim, writers.form("À deux", "<p>Un</p>", "actualites", Map.of(), List.of(lucie.id()), List.of(), 0));

        assertThat(sees(lucie, item)).isTrue();
        assertThat(writers.save(
                        lucie,
                        item,
                        writers.form(
                                "À deux", "<p>Deux</p>", "actualites", Map.of(), List.of(lucie.id()), List.of(), 1)))
                .isTrue();
        assertThat(writers.save(
                        karim,
                        item,
                        writers.form("Seul", "<p>Trois</p>", "actualites", Map.of(), List.of(), List.of(), 2)))
                .isTrue();
        assertThat(sees(lucie, item)).isFalse();
    }

    @Test
    void twoWhoSaveDoNotOverwriteOneAnother() {
        ArticleForm form =
                writers.form("À deux", "<p>Un</p>", "actualites", Map.of(), List.of(lucie.id()), List.of(), 0);
        long item = writers.begin(karim, form);

        assertThat(writers.save(lucie, item, Writers.changed(form, 1, body -> "<p>De Lucie</p>")))
                .isTrue();
        assertThat(writers.save(karim, item, Writers.changed(form, 1, body -> "<p>De Karim</p>")))
                .isFalse();

        assertThat(read(karim, item).body()).isEqualTo("<p>De Lucie</p>");
        assertThat(writers.save(karim, item, Writers.changed(form, 2, body -> "<p>De Karim</p>")))
                .isTrue();
        assertThat(town.as(karim.id(), () -> revisions.of(karim, item)).stream().map(Revisions.Revision::body))
                .as("what Lucie wrote stays in the history")
                .contains("<p>De Lucie</p>");
    }

    @Test
    void karimWritesAndElodiePublishes() {
        long item = writers.begin(karim, writers.form("La tournée du plateau", "actualites"));

        assertThatThrownBy(() -> writers.run(karim, () -> blog.publish(karim, item, null, null)))
                .isInstanceOf(Forbidden.class);
        writers.run(karim, () -> blog.submit(karim, item));
        assertThat(sees(elodie, item)).isTrue();
        assertThat(sees(sandrine, item)).as("publishes elsewhere").isFalse();
        writers.run(elodie, () -> blog.publish(elodie, item, null, null));

        assertThat(writers.published(lucie)).contains(item);
        assertThat(read(lucie, item).authorId()).isEqualTo(karim.id());
        assertThat(sees(anneElected, item)).as("for agents only").isFalse();
    }

    @Test
    void withoutTheServicesChecksTheDatabaseStillKeepsPublicationToThoseWhoPublish() {
        long item = writers.begin(karim, writers.form("Tout seul", "actualites"));

        assertThatThrownBy(() -> town.raw(
                        karim.id(),
                        "update content.item set state = 'published', published_at = now() where id = ?",
                        item))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> town.raw(
                        karim.id(),
                        "update content.item set state = 'scheduled', publish_at = now() where id = ?",
                        item))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> town.raw(
                        karim.id(),
                        "insert into content.item (kind, author_id, circle_id, state, published_at) values ('article', ?, ?, 'published', now())",
                        karim.id(),
                        town.circle("agents", null)))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> town.raw(
                        karim.id(),
                        "insert into blog.category_publisher (category_id, person_id) select id, ? from blog.category",
                        karim.id()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void sandrinePublishesInHerCategoryOnly() {
        long hers = writers.begin(sandrine, writers.form("À la crèche", "enfance"));
        writers.run(sandrine, () -> blog.publish(sandrine, hers, null, null));
        assertThat(writers.published(lucie)).contains(hers);

        long other = writers.begin(sandrine, writers.form("Ailleurs", "actualites"));
        assertThatThrownBy(() -> writers.run(sandrine, () -> blog.publish(sandrine, other, null, null)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> writers.save(
                        sandrine,
                        hers,
                        writers.form("À la crèche", "<p>a</p>", "actualites", Map.of(), List.of(), List.of(), 1)))
                .as("what is published does not move where she does not publish")
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> town.raw(
                        sandrine.id(),
                        "update blog.article set category_id = (select id from blog.category where slug = 'actualites') where item_id = ?",
                        hers))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatIsGivenBackIsItsAuthorsAlone() {
        long item = writers.begin(karim, writers.form("À revoir", "actualites"));
        writers.run(karim, () -> blog.submit(karim, item));
        writers.run(elodie, () -> blog.giveBack(elodie, item, "Il manque le nom des villages."));

        assertThat(sees(elodie, item)).isFalse();
        assertThat(town.as(
                        karim.id(), () -> articles.find(List.of(item)).get(item).reviewNote()))
                .isEqualTo("Il manque le nom des villages.");
    }

    @Test
    void whoNoLongerPublishesNoLongerReads() {
        long item = writers.begin(karim, writers.form("Relecture", "enfance"));
        writers.run(karim, () -> blog.submit(karim, item));
        assertThat(sees(sandrine, item)).isTrue();

        owner("delete from blog.category_publisher where person_id = " + sandrine.id());
        assertThat(sees(sandrine, item)).isFalse();
        owner(
                "insert into blog.category_publisher (category_id, person_id) select id, %d from blog.category where slug = 'enfance'"
                        .formatted(sandrine.id()));
        assertThat(sees(sandrine, item)).isTrue();
    }

    @Test
    void whoJoinsCommunicationReviewsWhatWaits() {
        long draft = writers.begin(karim, writers.form("Pas encore", "actualites"));
        long waiting = writers.begin(karim, writers.form("En attente", "actualites"));
        writers.run(karim, () -> blog.submit(karim, waiting));
        Viewer leaMaitrot = writers.agent("Léa", "Maitrot", town.unit("Cabinet", null));
        assertThat(sees(leaMaitrot, waiting)).isFalse();

        town.grant(leaMaitrot.id(), Role.COMMUNICATION);
        assertThat(sees(leaMaitrot, waiting)).isTrue();
        assertThat(sees(leaMaitrot, draft)).as("a draft stays its authors'").isFalse();
        town.run("delete from people.role_grant where person_id = ?", leaMaitrot.id());
        assertThat(sees(leaMaitrot, waiting)).isFalse();
    }

    @Test
    void oneArticleStandsInSeveralSpaces() {
        var chosen = List.of("Plan vélo", "Routes d’hiver").stream()
                .map(name -> town.as(
                        elodie.id(),
                        () -> spaces.open(elodie, new NewSpaceForm(name, "", "group", "open", false, true, null))))
                .map(slug -> town.as(
                        elodie.id(),
                        () -> spaces.find(elodie, slug).orElseThrow().id()))
                .map(space -> "s" + space)
                .toList();
        long item = writers.begin(elodie, writers.form("Aux deux groupes", "actualites", chosen));
        writers.run(elodie, () -> blog.publish(elodie, item, null, null));

        assertThat(town.as(elodie.id(), () -> placements.of(List.of(item)).get(item)))
                .extracting(Placement::name)
                .containsExactly("Plan vélo", "Routes d’hiver");
        assertThat(writers.published(elodie)).containsOnlyOnce(item);
        assertThat(sees(lucie, item)).as("in neither of the two").isFalse();
    }

    @Test
    void whatIsScheduledComesOutAndGoesByItself() {
        long item = writers.begin(elodie, writers.form("Demain matin", "actualites"));
        var tomorrow = clock.instant().plus(Duration.ofHours(20)).truncatedTo(ChronoUnit.SECONDS);
        writers.run(elodie, () -> blog.publish(elodie, item, tomorrow, tomorrow.plus(Duration.ofDays(2))));

        assertThat(read(elodie, item).state()).isEqualTo(Item.State.SCHEDULED);
        assertThat(sees(lucie, item)).isFalse();
        clock.advance(Duration.ofHours(21));
        theJobComes(() -> sees(lucie, item));
        assertThat(read(lucie, item).publishedAt()).isEqualTo(tomorrow);
        assertThat(writers.published(lucie)).contains(item);

        clock.advance(Duration.ofDays(3));
        theJobComes(() -> read(lucie, item).state() == Item.State.ARCHIVED);
        assertThat(writers.published(lucie)).doesNotContain(item);
    }

    @Test
    void nothingComesOutThatShowsSomebodyWhoHasNotAgreed() {
        long item = writers.begin(elodie, portraitOfKarim());

        assertThatThrownBy(() -> writers.run(elodie, () -> blog.publish(elodie, item, null, null)))
                .isInstanceOfSatisfying(
                        Blog.NotAgreed.class,
                        lacking -> assertThat(lacking.people()).containsExactly(karim.id()));
        assertThatThrownBy(() -> town.raw(
                        elodie.id(),
                        "update content.item set state = 'published', published_at = now() where id = ?",
                        item))
                .as("without the services' checks")
                .isInstanceOf(DataAccessException.class);
        assertThat(sees(karim, item)).as("who is shown reads it first").isTrue();

        writers.run(karim, () -> rights.agree(karim, item, EnumSet.of(Use.NETWORK)));
        writers.run(elodie, () -> blog.publish(elodie, item, null, null));
        assertThat(sees(lucie, item)).isTrue();
        assertThat(town.as(elodie.id(), () -> rights.lacking(List.of(item), Use.PRINT)))
                .as("to be printed is another agreement")
                .containsEntry(item, List.of(karim.id()));
    }

    @Test
    void whoIsShownReadsTheDraftAndDoesNotChangeIt() {
        long item = writers.begin(elodie, portraitOfKarim());

        assertThatThrownBy(() -> writers.save(
                        karim,
                        item,
                        writers.form("À moi", "<p>a</p>", "actualites", Map.of(), List.of(), List.of(), 1)))
                .isInstanceOf(Forbidden.class);
        assertThat(town.raw(karim.id(), "update content.item set title = 'à moi' where id = ?", item))
                .isZero();
    }

    @Test
    void nobodyAgreesForAnother() {
        long item = writers.begin(elodie, portraitOfKarim());

        assertThatThrownBy(() -> town.raw(
                        lucie.id(),
                        "insert into content.image_consent (person_id, item_id, use, given_on, recorded_by) values (?, ?, 'network', current_date, ?)",
                        karim.id(),
                        item,
                        lucie.id()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> town.raw(
                        elodie.id(),
                        "insert into content.image_consent (person_id, item_id, use, given_on, recorded_by) values (?, ?, 'network', current_date, ?)",
                        karim.id(),
                        item,
                        elodie.id()))
                .as("not even its author, unless it was signed on paper")
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> town.raw(
                        lucie.id(),
                        "insert into content.image_consent (person_id, item_id, use, given_on, on_paper, recorded_by) values (?, ?, 'network', current_date, true, ?)",
                        karim.id(),
                        item,
                        lucie.id()))
                .as("nor on paper, for what one does not write")
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> writers.run(
                        lucie,
                        () -> rights.record(lucie, item, karim.id(), EnumSet.of(Use.NETWORK), LocalDate.now(clock))))
                .isInstanceOf(Forbidden.class);

        writers.run(
                elodie,
                () -> rights.record(
                        elodie,
                        item,
                        karim.id(),
                        EnumSet.of(Use.NETWORK),
                        LocalDate.now(clock).minusDays(2)));
        writers.run(elodie, () -> blog.publish(elodie, item, null, null));
        assertThat(town.as(karim.id(), () -> rights.mine(karim)))
                .anyMatch(consent -> consent.onPaper() && Long.valueOf(item).equals(consent.itemId()));
        assertThat(town.read(lucie.id(), "select id from content.image_consent where item_id = ?", item))
                .as("what one agreed to is not everybody's")
                .isEmpty();
    }

    @Test
    void whoTakesTheirAgreementBackIsNoLongerShown() {
        long item = writers.begin(elodie, portraitOfKarim());
        writers.run(karim, () -> rights.agree(karim, item, EnumSet.allOf(Use.class)));
        writers.run(elodie, () -> blog.publish(elodie, item, null, null));
        assertThat(sees(lucie, item)).isTrue();

        long consent = town.as(karim.id(), () -> rights.mine(karim)).stream()
                .filter(one ->
                        Long.valueOf(item).equals(one.itemId()) && one.use().equals("network"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThatThrownBy(() -> writers.run(lucie, () -> rights.withdraw(lucie, consent)))
                .isInstanceOf(NotFound.class);
        writers.run(karim, () -> rights.withdraw(karim, consent));

        assertThat(sees(lucie, item)).isFalse();
        assertThat(writers.published(elodie)).doesNotContain(item);
        assertThatThrownBy(() -> writers.run(elodie, () -> blog.publish(elodie, item, null, null)))
                .isInstanceOf(Blog.NotAgreed.class);
    }

    @Test
    void whatIsScheduledWaitsWhenAnAgreementIsMissing() {
        long item = writers.begin(elodie, writers.form("Bientôt", "actualites"));
        var soon = clock.instant().plus(Duration.ofHours(2));
        writers.run(elodie, () -> blog.publish(elodie, item, soon, null));
        owner(
                "set session_replication_role = replica; insert into content.shown_person (item_id, person_id) values (%d, %d)"
                        .formatted(item, karim.id()));

        clock.advance(Duration.ofHours(3));
        theJobComes(() -> read(elodie, item).state() == Item.State.REVIEW);
        assertThat(sees(lucie, item)).isFalse();
    }

    @Test
    void nobodyIsAddedToAPublishedArticleWithoutHavingAgreed() {
        ArticleForm form = writers.form("Publié", "actualites");
        long item = writers.begin(elodie, form);
        writers.run(elodie, () -> blog.publish(elodie, item, null, null));

        assertThatThrownBy(() -> writers.save(
                        elodie,
                        item,
                        writers.form("Publié", form.body(), "actualites", Map.of(), List.of(), List.of(karim.id()), 1)))
                .isInstanceOf(Blog.NotAgreed.class);
        assertThatThrownBy(() -> town.raw(
                        elodie.id(),
                        "insert into content.shown_person (item_id, person_id) values (?, ?)",
                        item,
                        karim.id()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void anArticleShowsOnesOwnPicturesAndNobodyElses() {
        long mine = writers.picture(karim);
        long hers = writers.picture(lucie);
        ArticleForm form = writers.form(
                "Photos",
                "<p>a</p><figure><img src=\"/fichiers/%d/medium/x.png\" alt=\"mienne\"></figure><figure><img src=\"/fichiers/%d/medium/x.png\" alt=\"sienne\"></figure>"
                        .formatted(mine, hers),
                "actualites",
                Map.of("couverture", List.of(hers)),
                List.of(),
                List.of(),
                0);
        long item = writers.begin(karim, form);

        assertThat(read(karim, item).body()).contains("mienne").doesNotContain("sienne");
        assertThat(town.as(
                        karim.id(),
                        () -> attachments.of(List.of(item)).get(item).stream()
                                .map(attachment -> attachment.file().id())
                                .toList()))
                .containsExactly(mine);
        assertThat(town.as(
                        karim.id(), () -> articles.find(List.of(item)).get(item).cover()))
                .isNull();
    }

    @Test
    void aCoAuthorsSavingKeepsTheAuthorsPictures() {
        long picture = writers.picture(karim);
        ArticleForm form = writers.form(
                "À deux",
                "<p>a</p><img src=\"/fichiers/%d/medium/x.png\" alt=\"la benne\">".formatted(picture),
                "actualites",
                Map.of(),
                List.of(lucie.id()),
                List.of(),
                0);
        long item = writers.begin(karim, form);
        String saved = read(lucie, item).body();

        assertThat(writers.save(lucie, item, Writers.changed(form, 1, body -> saved + "<p>et moi</p>")))
                .isTrue();
        assertThat(read(karim, item).body()).contains("la benne", "et moi");
        assertThat(town.as(karim.id(), () -> attachments.of(List.of(item)).get(item)))
                .hasSize(1);
    }

    @Test
    void anEarlierVersionComesBackAndTheLaterStays() {
        ArticleForm form =
                writers.form("Versions", "<p>Première.</p>", "actualites", Map.of(), List.of(), List.of(), 0);
        long item = writers.begin(karim, form);
        writers.save(karim, item, Writers.changed(form, 1, body -> "<p>Deuxième.</p>"));

        assertThat(town.as(karim.id(), () -> blog.restore(karim, item, 1, 1, AcknowledgementEdit.NONE)))
                .as("somebody saved meanwhile")
                .isFalse();
        assertThat(town.as(karim.id(), () -> blog.restore(karim, item, 1, 2, AcknowledgementEdit.NONE)))
                .isTrue();
        assertThat(read(karim, item).body()).isEqualTo("<p>Première.</p>");
        assertThat(read(karim, item).version()).isEqualTo(3);
        assertThat(town.as(karim.id(), () -> revisions.of(karim, item)).stream().map(Revisions.Revision::body))
                .containsExactly("<p>Deuxième.</p>", "<p>Première.</p>");
    }

    @Test
    void whatADraftSaidItsReadersNeverRead() {
        ArticleForm form = writers.form(
                "Brouillons", "<p>Entre nous, le chef dort.</p>", "actualites", Map.of(), List.of(), List.of(), 0);
        long item = writers.begin(elodie, form);
        writers.save(elodie, item, Writers.changed(form, 1, body -> "<p>Le chef veille.</p>"));
        writers.run(elodie, () -> blog.publish(elodie, item, null, null));
        writers.save(elodie, item, Writers.changed(form, 2, body -> "<p>Le chef veille bien.</p>"));

        assertThat(town.as(lucie.id(), () -> revisions.of(lucie, item)))
                .as("what she could read when it said so")
                .extracting(Revisions.Revision::body)
                .containsExactly("<p>Le chef veille.</p>");
        assertThat(town.as(elodie.id(), () -> revisions.of(elodie, item)))
                .extracting(Revisions.Revision::body)
                .contains("<p>Entre nous, le chef dort.</p>");
        assertThat(town.read(
                        lucie.id(),
                        "select version from content.revision where item_id = ? and body like '%dort%'",
                        item))
                .as("without the services' checks")
                .isEmpty();
    }

    @Test
    void whoTurnsAnotherPageOfTheFormOverwritesNobodyEither() {
        ArticleForm form =
                writers.form("À trois mains", "<p>Un</p>", "actualites", Map.of(), List.of(lucie.id()), List.of(), 0);
        long item = writers.begin(karim, form);
        long picture = writers.picture(lucie);
        ArticleForm withCover =
                Writers.changed(form, 1, body -> body).with(Map.of(ArticleForm.COVER, List.of(picture)));

        assertThat(writers.save(lucie, item, withCover)).isTrue();
        assertThat(writers.save(karim, item, Writers.changed(form, 1, body -> "<p>Deux</p>")))
                .as("Karim's form knows nothing of Lucie's picture")
                .isFalse();
        assertThat(town.as(
                        karim.id(), () -> articles.find(List.of(item)).get(item).cover()))
                .isNotNull();
        assertThat(town.as(karim.id(), () -> revisions.of(karim, item)))
                .extracting(revision -> EarlierArticle.of(revision).changes())
                .containsExactly(List.of("cover"));
    }

    @Test
    void whatIsScheduledComesOutEarlierByWhoPublishesAlone() {
        long item = writers.begin(
                elodie,
                writers.form("Lundi seulement", "<p>a</p>", "actualites", Map.of(), List.of(karim.id()), List.of(), 0));
        var monday = clock.instant().plus(Duration.ofDays(3));
        writers.run(elodie, () -> blog.publish(elodie, item, monday, null));

        for (String hurry : List.of(
                "update content.item set state = 'published', published_at = now() where id = ?",
                "update content.item set publish_at = now() where id = ?")) {
            assertThatThrownBy(() -> town.raw(karim.id(), hurry, item))
                    .as(hurry)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> writers.run(karim, () -> blog.publish(karim, item, null, null)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> writers.run(karim, () -> blog.until(karim, item, null)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void nobodyLearnsWhomAnArticleShowsThatTheyDoNotSee() {
        long item = writers.begin(elodie, portraitOfKarim());

        assertThat(town.read(lucie.id(), "select unnest(content.lacking_consent(?, 'network'))", item))
                .isEmpty();
        assertThat(town.read(elodie.id(), "select unnest(content.lacking_consent(?, 'network'))", item))
                .containsExactly(karim.id());
        assertThatThrownBy(() -> town.read(lucie.id(), "select content.without_consent(?, 'network')", item))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void nobodyChangesTheArticleOfAnotherNorReadsInTheirName() {
        long item = writers.begin(elodie, writers.form("Le sien", "actualites"));
        writers.run(elodie, () -> blog.publish(elodie, item, null, null));

        long draft = writers.begin(elodie, writers.form("Pas encore le sien", "actualites"));

        assertThat(town.raw(lucie.id(), "update blog.article set cover_caption = 'à moi' where item_id = ?", item))
                .isZero();
        for (String forged : List.of(
                "insert into content.shown_person (item_id, person_id) values (%d, %d)".formatted(draft, lucie.id()),
                "insert into blog.feed_key (person_id, hash, created_at) values (%d, sha256('a'), now())"
                        .formatted(elodie.id()))) {
            assertThatThrownBy(() -> town.raw(lucie.id(), forged)).as(forged).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void whatWasPutAwayIsWorkedOnAgainAndComesBack() {
        ArticleForm form = writers.form("Le retour", "actualites");
        long item = writers.begin(elodie, form);
        writers.run(elodie, () -> blog.publish(elodie, item, null, null));
        writers.run(elodie, () -> blog.archive(elodie, item));
        assertThat(sees(lucie, item)).as("its address still answers").isTrue();

        writers.run(elodie, () -> blog.giveBack(elodie, item, ""));
        assertThat(sees(lucie, item)).isFalse();
        writers.run(elodie, () -> blog.publish(elodie, item, null, null));
        assertThat(writers.published(lucie)).contains(item);
    }

    @Test
    void aPublishedArticleMayBeGivenAnEnd() {
        long item = writers.begin(elodie, writers.form("Jusqu’à vendredi", "actualites"));
        writers.run(elodie, () -> blog.publish(elodie, item, null, null));
        writers.run(elodie, () -> blog.until(elodie, item, clock.instant().plus(Duration.ofDays(2))));

        clock.advance(Duration.ofDays(3));
        theJobComes(() -> read(lucie, item).state() == Item.State.ARCHIVED);
        assertThat(writers.published(lucie)).doesNotContain(item);
    }

    @Test
    void subjectsAreSharedWhateverTheirAccents() {
        long one = writers.begin(karim, writers.form("Un", "actualites"));
        long two = writers.begin(karim, writers.form("Deux", "actualites"));

        assertThat(town.as(
                        karim.id(),
                        () -> tags.of(List.of(one, two)).values().stream()
                                .flatMap(List::stream)
                                .map(Tags.Tag::slug)
                                .distinct()
                                .sorted()
                                .toList()))
                .containsExactly("biesles", "collecte");
    }

    @Test
    void anArticleOf200KilobytesIsSaved() {
        String body = ("<p>" + "La lame biaise est montée. ".repeat(30) + "</p>").repeat(260);
        long item = writers.begin(karim, writers.form("Long", body, "actualites", Map.of(), List.of(), List.of(), 0));

        assertThat(read(karim, item).body().length()).isGreaterThan(200_000);
    }

    @Test
    void sendingTwiceBeginsOneArticle() {
        ArticleForm form = writers.form("Une fois", "actualites");

        assertThat(writers.begin(karim, form)).isEqualTo(writers.begin(karim, form));
    }

    @Test
    void theHomePageIsForThoseWhoPublish() {
        long item = writers.begin(elodie, writers.form("À la une", "actualites"));
        writers.run(elodie, () -> blog.publish(elodie, item, null, null));

        assertThatThrownBy(() -> writers.run(lucie, () -> blog.feature(lucie, item, true)))
                .isInstanceOf(Forbidden.class);
        writers.run(elodie, () -> blog.feature(elodie, item, true));
        assertThat(town.as(lucie.id(), () -> articles.featured(3)))
                .extracting(Headline::itemId)
                .contains(item);
        assertThat(town.as(anneElected.id(), () -> articles.featured(3)))
                .extracting(Headline::itemId)
                .doesNotContain(item);
    }

    /** Its hour has come: what the job does every half minute, now. */
    private void theJobComes(BooleanSupplier done) {
        schedule.run();
        assertThat(done.getAsBoolean()).isTrue();
    }

    /** What administrators of the database do. */
    private static void owner(String sql) {
        try (var database = TestCluster.get().superuser(TestDatabase.NAME);
                var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private ArticleForm portraitOfKarim() {
        return writers.form(
                "Karim, la tournée",
                "<p>Un portrait.</p>",
                "portraits-de-metier",
                Map.of(),
                List.of(),
                List.of(karim.id()),
                0);
    }

    private boolean sees(Viewer viewer, long item) {
        return town.as(viewer.id(), () -> items.find(viewer, item)).isPresent();
    }

    private Item read(Viewer viewer, long item) {
        return town.as(viewer.id(), () -> items.get(viewer, item));
    }
}
