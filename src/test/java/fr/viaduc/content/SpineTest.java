package fr.viaduc.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.testing.Superuser;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** The rule of the spine: one sees an item when one is in its circle, or wrote it; everything on it follows. */
@ViaducTest
@Import(Town.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpineTest {
    private static final ItemKind POST = new ItemKind("post");

    @Autowired
    Town town;

    @Autowired
    Publishing publishing;

    @Autowired
    Items items;

    @Autowired
    Comments comments;

    @Autowired
    Marks marks;

    @Autowired
    Moderation moderation;

    @Autowired
    Audiences audiences;

    long roads;
    Viewer jeanMarc;
    Viewer lucie;
    Viewer odile;
    Viewer anneElected;
    Viewer moderator;

    @BeforeAll
    void people() {
        roads = town.unit("Voirie", null);
        long water = town.unit("Eau", null);
        jeanMarc = town.hire("Jean-Marc", "Thévenot", roads);
        lucie = town.hire("Lucie", "Ferrand", water);
        odile = town.hire("Odile", "Masson", roads);
        moderator = town.hire("Karim", "Belkacem", water, Role.MODERATOR);
        anneElected = town.viewer(town.elected("Anne", "Valier", null));
    }

    @Test
    void anItemForOneServiceDoesNotExistForAnother() {
        long item = publish(jeanMarc, town.circle("unit", roads), "La lame biaise est montée.");

        assertThat(town.as(odile.id(), () -> items.find(odile, item))).isPresent();
        assertThat(town.as(lucie.id(), () -> items.find(lucie, item))).isEmpty();
        assertThat(town.as(anneElected.id(), () -> items.find(anneElected, item)))
                .isEmpty();
    }

    @Test
    void withoutTheServicesChecksTheDatabaseStillShowsNothing() {
        long item = publish(jeanMarc, town.circle("unit", roads), "Réservé à la voirie.");
        run(
                jeanMarc,
                () -> comments.add(jeanMarc, item, null, "Et ce commentaire aussi.", "", List.of(), UUID.randomUUID()));
        run(jeanMarc, () -> marks.react(jeanMarc, item, null, "thanks"));

        for (String table : List.of(
                "item where id", "comment where item_id", "reaction where item_id", "placement where item_id")) {
            assertThat(count(lucie, "content." + table + " = " + item))
                    .as(table)
                    .isZero();
        }
        assertThat(count(odile, "content.comment where item_id = " + item)).isOne();
        assertThat(town.web()
                        .sql("select count(*) from content.item")
                        .query(Long.class)
                        .single())
                .as("without a viewer")
                .isZero();
    }

    @Test
    void nobodyCommentsUnderAnotherName() {
        long item = publish(jeanMarc, town.circle("agents", null), "Bonjour à tous.");

        assertThatThrownBy(() -> town.raw(
                        lucie.id(),
                        "insert into content.comment (item_id, author_id, body) values (%d, %d, 'faux')"
                                .formatted(item, odile.id())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void sendingTwicePublishesOnce() {
        UUID key = UUID.randomUUID();
        long first = publish(jeanMarc, town.circle("agents", null), "Une seule fois.", key);
        long second = publish(jeanMarc, town.circle("agents", null), "Une seule fois.", key);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void anEditKeepsWhatWasThereBefore() {
        long item = publish(jeanMarc, town.circle("agents", null), "Réunion mardi.");
        run(jeanMarc, () -> publishing.edit(jeanMarc, item, null, "Réunion mercredi.", ""));

        Item edited = town.as(lucie.id(), () -> items.get(lucie, item));
        assertThat(edited.body()).contains("mercredi");
        assertThat(edited.version()).isEqualTo(2);
        assertThat(count(lucie, "content.revision where item_id = " + item + " and body like '%mardi%'"))
                .isOne();
    }

    @Test
    void onlyItsAuthorEditsAnItem() {
        long item = publish(jeanMarc, town.circle("agents", null), "À moi.");

        assertThatThrownBy(() -> run(lucie, () -> publishing.edit(lucie, item, null, "À toi.", "")))
                .isInstanceOf(Forbidden.class);
        town.raw(lucie.id(), "update content.item set body = 'à moi maintenant' where id = " + item);
        assertThat(town.as(jeanMarc.id(), () -> items.get(jeanMarc, item)).body())
                .contains("À moi");
    }

    @Test
    void aRemovedItemExistsForNobody() {
        long item = publish(jeanMarc, town.circle("agents", null), "Erreur.");
        run(jeanMarc, () -> publishing.remove(jeanMarc, item));

        assertThat(town.as(lucie.id(), () -> items.find(lucie, item))).isEmpty();
        assertThat(town.as(jeanMarc.id(), () -> items.find(jeanMarc, item))).isEmpty();
    }

    @Test
    void aReplyToAReplyJoinsItsThread() {
        long item = publish(jeanMarc, town.circle("agents", null), "Qui vient ?");
        long first =
                town.as(lucie.id(), () -> comments.add(lucie, item, null, "Moi.", "", List.of(), UUID.randomUUID()));
        long reply = town.as(
                odile.id(), () -> comments.add(odile, item, first, "Moi aussi.", "", List.of(), UUID.randomUUID()));
        long deeper = town.as(
                jeanMarc.id(), () -> comments.add(jeanMarc, item, reply, "Parfait.", "", List.of(), UUID.randomUUID()));

        Comment last = town.as(jeanMarc.id(), () -> comments.find(jeanMarc, item, deeper))
                .orElseThrow();
        assertThat(last.parentId()).isEqualTo(first);
        assertThat(town.as(jeanMarc.id(), () -> items.get(jeanMarc, item)).commentCount())
                .isEqualTo(3);
    }

    @Test
    void aMentionReachesThePersonMentioned() {
        long item = publish(
                jeanMarc,
                town.circle("agents", null),
                "<p>Merci <a href=\"/annuaire/personnes/" + lucie.id() + "\">@Lucie</a></p>",
                UUID.randomUUID(),
                "html");

        assertThat(count(jeanMarc, "content.mention where item_id = " + item + " and person_id = " + lucie.id()))
                .isOne();
    }

    @Test
    void thanksGivenTwiceAreTakenBack() {
        long item = publish(jeanMarc, town.circle("agents", null), "Merci ?");
        run(lucie, () -> marks.react(lucie, item, null, "thanks"));
        assertThat(town.as(lucie.id(), () -> items.get(lucie, item)).reactionCount())
                .isOne();
        run(lucie, () -> marks.react(lucie, item, null, "thanks"));
        assertThat(town.as(lucie.id(), () -> items.get(lucie, item)).reactionCount())
                .isZero();
    }

    @Test
    void whatOnePersonKeepsNobodyElseKnows() {
        long item = publish(jeanMarc, town.circle("agents", null), "À garder.");
        run(lucie, () -> marks.bookmark(lucie, item, true));

        assertThat(count(lucie, "content.bookmark")).isOne();
        assertThat(count(jeanMarc, "content.bookmark")).isZero();
        assertThat(count(moderator, "content.bookmark")).isZero();
    }

    @Test
    void aModeratorReadsTheCopyAndNothingMore() {
        long reported = publish(jeanMarc, town.circle("unit", roads), "Un mot de trop.");
        long quiet = publish(jeanMarc, town.circle("unit", roads), "Rien à voir.");
        run(odile, () -> moderation.report(odile, reported, null, "hurtful", "Pas correct."));

        List<Moderation.Report> queue = town.as(moderator.id(), () -> moderation.queue(moderator, true));
        assertThat(queue).anySatisfy(report -> assertThat(report.body()).contains("Un mot de trop"));
        assertThat(town.as(moderator.id(), () -> items.find(moderator, reported)))
                .isEmpty();
        assertThat(town.as(moderator.id(), () -> items.find(moderator, quiet))).isEmpty();
        assertThatThrownBy(() -> town.as(lucie.id(), () -> moderation.queue(lucie, true)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void whatAModeratorRemovedItsAuthorDoesNotPublishAgain() {
        long item = publish(jeanMarc, town.circle("agents", null), "À retirer.");
        run(lucie, () -> moderation.report(lucie, item, null, "illegal", ""));
        long report = town.as(moderator.id(), () -> moderation.queue(moderator, true)).stream()
                .filter(one -> Long.valueOf(item).equals(one.itemId()))
                .findFirst()
                .orElseThrow()
                .id();
        run(moderator, () -> moderation.decide(moderator, report, true, "Contraire à la charte."));

        assertThat(town.as(lucie.id(), () -> items.find(lucie, item))).isEmpty();
        town.raw(jeanMarc.id(), "update content.item set state = 'published' where id = " + item);
        assertThat(town.as(lucie.id(), () -> items.find(lucie, item))).isEmpty();
    }

    @Test
    void whatOneMayNotSeeOneDoesNotReport() {
        long item = publish(jeanMarc, town.circle("unit", roads), "Entre nous.");

        assertThatThrownBy(() -> run(lucie, () -> moderation.report(lucie, item, null, "other", "")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anElectedOfficialSeesWhatIsForEverybodyAndNotWhatIsForAgents() {
        long forAll = publish(jeanMarc, town.circle("everyone", null), "Pour tous.");
        long forAgents = publish(jeanMarc, town.circle("agents", null), "Entre agents.");

        assertThat(town.as(anneElected.id(), () -> items.find(anneElected, forAll)))
                .isPresent();
        assertThat(town.as(anneElected.id(), () -> items.find(anneElected, forAgents)))
                .isEmpty();
    }

    @Test
    void aMandateThatEndedYesterdayOpensNothing() {
        Viewer today = official("Paul", "Aujourd’hui", town.today());
        Viewer yesterday = official("Rémi", "Hier", town.today().minusDays(1));
        long forAll = publish(jeanMarc, town.circle("everyone", null), "Pour tous encore.");

        assertThat(town.as(today.id(), () -> items.find(today, forAll))).isPresent();
        assertThat(town.as(yesterday.id(), () -> items.find(yesterday, forAll))).isEmpty();
    }

    @Test
    void severalAudiencesMakeOneItemWithOneCircle() {
        List<Audience> possible = town.as(jeanMarc.id(), () -> audiences.of(jeanMarc));
        List<Audience> two = possible.stream()
                .filter(audience ->
                        audience.kind().equals("unit") || audience.kind().equals("agents"))
                .toList();
        Audiences.Chosen chosen = town.as(jeanMarc.id(), () -> audiences.chosen(two));
        long item = publish(jeanMarc, chosen.circleId(), "Aux deux.");

        assertThat(town.as(lucie.id(), () -> items.find(lucie, item))).isPresent();
        assertThat(chosen.heads()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void anAgentDoesNotAddressAServiceThatIsNotTheirs() {
        assertThat(town.as(lucie.id(), () -> audiences.of(lucie)))
                .noneSatisfy(audience -> assertThat(audience.label()).isEqualTo("Voirie"))
                .anySatisfy(audience -> assertThat(audience.label()).isEqualTo("Eau"));
    }

    @Test
    void theUnitAboveAllOthersIsNoChoiceBesideAllAgents() {
        long whole = town.unit("Agglomération", null);
        Superuser.run(
                "update people.unit set parent_id = %d where parent_id is null and id <> %d".formatted(whole, whole));
        try {
            assertThat(town.as(jeanMarc.id(), () -> audiences.of(jeanMarc)))
                    .extracting(Audience::label)
                    .contains("Voirie")
                    .doesNotContain("Agglomération");
        } finally {
            Superuser.run("update people.unit set parent_id = null where parent_id = " + whole);
        }
    }

    private Viewer official(String firstName, String lastName, LocalDate lastDay) {
        long id = town.citizen(firstName, lastName);
        town.mandate(id, null, lastDay.minusYears(1), lastDay);
        return town.viewer(id);
    }

    private long publish(Viewer author, long circle, String text) {
        return publish(author, circle, text, UUID.randomUUID());
    }

    private long publish(Viewer author, long circle, String text, UUID key) {
        return publish(author, circle, text, key, "");
    }

    private long publish(Viewer author, long circle, String text, UUID key, String format) {
        return town.as(
                author.id(),
                () -> publishing
                        .publish(author, new NewItem(POST, null, text, format, circle, List.of(), List.of(), true, key))
                        .itemId());
    }

    private void run(Viewer viewer, Runnable work) {
        town.as(viewer.id(), () -> {
            work.run();
            return true;
        });
    }

    private long count(Viewer viewer, String from) {
        return town.read(viewer.id(), "select count(*) from " + from).getFirst();
    }
}
