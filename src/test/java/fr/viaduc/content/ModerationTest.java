package fr.viaduc.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** Reports carry a copy; moderators decide on it, and read nothing else. */
@ViaducTest
@Import(Town.class)
class ModerationTest {
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
    Moderation moderation;

    private Viewer jeanMarc;
    private Viewer odile;
    private Viewer lucie;
    private Viewer moderator;
    private long roads;

    @BeforeEach
    void people() {
        roads = town.unit("Voirie " + UUID.randomUUID().toString().substring(0, 8), null);
        jeanMarc = town.hire("Jean-Marc", "Thévenot", roads);
        odile = town.hire("Odile", "Masson", roads);
        lucie = town.viewer(town.agent("Lucie", "Ferrand"));
        long karim = town.agent("Karim", "Belkacem");
        town.grant(karim, Role.MODERATOR);
        moderator = town.viewer(karim, Role.MODERATOR);
    }

    @Test
    void theCopyStaysAsItWasWhenItWasReported() {
        long item = publish("Un mot de trop.");
        run(odile, () -> moderation.report(odile, item, null, "hurtful", "Pas correct."));
        run(jeanMarc, () -> publishing.edit(jeanMarc, item, null, "Rien du tout.", ""));

        Moderation.Report report = report(item);
        assertThat(report.body()).contains("Un mot de trop").doesNotContain("Rien du tout");
        assertThat(report.authorId()).isEqualTo(jeanMarc.id());
        assertThat(report.details()).isEqualTo("Pas correct.");
    }

    @Test
    void aReportedCommentIsCopiedAloneWithoutItsItem() {
        long item = publish("Le calendrier confidentiel de la voirie.");
        long comment = town.as(
                jeanMarc.id(),
                () -> comments.add(jeanMarc, item, null, "Propos déplacés.", "", List.of(), UUID.randomUUID()));
        run(odile, () -> moderation.report(odile, item, comment, "hurtful", ""));

        assertThat(report(item).body()).contains("Propos déplacés").doesNotContain("confidentiel");
        assertThat(town.as(moderator.id(), () -> items.find(moderator, item))).isEmpty();
        assertThat(town.read(moderator.id(), "select id from content.comment where item_id = ?", item))
                .isEmpty();
    }

    @Test
    void aReportOpensNothingElseOfTheItemToTheModerator() {
        long item = publish("Un mot de trop.");
        run(odile, () -> moderation.report(odile, item, null, "hurtful", ""));
        town.as(odile.id(), () -> comments.add(odile, item, null, "Une réponse.", "", List.of(), UUID.randomUUID()));

        for (String table : List.of(
                "item where id",
                "comment where item_id",
                "revision where item_id",
                "attachment where item_id",
                "mention where item_id",
                "reaction where item_id")) {
            assertThat(town.read(moderator.id(), "select count(*) from content." + table + " = ?", item))
                    .as(table)
                    .containsExactly(0L);
        }
    }

    @Test
    void onlyModeratorsAndTheReporterSeeAReport() {
        long item = publish("Un mot de trop.");
        run(odile, () -> moderation.report(odile, item, null, "private", "Ma vie privée."));

        assertThat(reports(moderator, item)).isOne();
        assertThat(reports(odile, item)).isOne();
        assertThat(reports(jeanMarc, item)).as("whoever wrote it").isZero();
        assertThat(reports(lucie, item)).isZero();
        for (Viewer other : List.of(lucie, jeanMarc, odile)) {
            assertThatThrownBy(() -> town.as(other.id(), () -> moderation.queue(other, true)))
                    .isInstanceOf(Forbidden.class);
        }
    }

    @Test
    void reportingTwiceMakesOneReport() {
        long item = publish("Un mot de trop.");
        run(odile, () -> moderation.report(odile, item, null, "hurtful", "Une fois."));
        run(odile, () -> moderation.report(odile, item, null, "hurtful", "Deux fois."));

        assertThat(reports(moderator, item)).isOne();
        assertThat(report(item).details()).isEqualTo("Deux fois.");
    }

    @Test
    void nobodyReportsInTheNameOfAnotherNorChangesTheCopy() {
        long item = publish("Un mot de trop.");
        run(odile, () -> moderation.report(odile, item, null, "hurtful", ""));

        assertThatThrownBy(() -> town.raw(
                        lucie.id(),
                        "insert into content.report (item_id, reporter_id, reason, copy) values (?, ?, 'other', '{}')",
                        item,
                        odile.id()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(
                        () -> town.raw(moderator.id(), "update content.report set copy = '{}' where item_id = ?", item))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatIsLeftInPlaceStaysAndLeavesTheQueue() {
        long item = publish("Rien de grave.");
        run(odile, () -> moderation.report(odile, item, null, "off_topic", ""));
        long report = report(item).id();
        run(moderator, () -> moderation.decide(moderator, report, false, "Cela a sa place."));

        assertThat(town.as(odile.id(), () -> items.find(odile, item))).isPresent();
        assertThat(town.as(moderator.id(), () -> moderation.queue(moderator, true)))
                .noneMatch(one -> one.id() == report);
        assertThat(town.as(moderator.id(), () -> moderation.queue(moderator, false)))
                .anyMatch(one -> one.id() == report && one.state().equals("kept"));
        assertThatThrownBy(() -> run(moderator, () -> moderation.decide(moderator, report, true, "")))
                .as("decided once")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void removingWhatWasReportedSettlesAllItsReports() {
        long item = publish("Un mot de trop.");
        run(odile, () -> moderation.report(odile, item, null, "hurtful", ""));
        run(jeanMarc, () -> moderation.report(jeanMarc, item, null, "other", ""));
        run(moderator, () -> moderation.decide(moderator, report(item).id(), true, "Contraire à la charte."));

        assertThat(town.as(odile.id(), () -> items.find(odile, item))).isEmpty();
        assertThat(town.as(moderator.id(), () -> moderation.queue(moderator, true)))
                .noneMatch(one -> Long.valueOf(item).equals(one.itemId()));
    }

    @Test
    void aReportedCommentThatIsRemovedTakesTheItemWithItNever() {
        long item = publish("Une publication correcte.");
        long comment = town.as(
                odile.id(),
                () -> comments.add(odile, item, null, "Propos déplacés.", "", List.of(), UUID.randomUUID()));
        run(jeanMarc, () -> moderation.report(jeanMarc, item, comment, "hurtful", ""));
        run(moderator, () -> moderation.decide(moderator, report(item).id(), true, ""));

        assertThat(town.as(odile.id(), () -> items.find(odile, item))).isPresent();
        assertThat(town.as(odile.id(), () -> comments.find(odile, item, comment))
                        .orElseThrow()
                        .body())
                .isEmpty();
    }

    @Test
    void aModeratorTakesAwayOnlyWhatWasReported() {
        long item = publish("Rien à voir.");

        assertThat(town.as(
                        moderator.id(),
                        () -> town.web()
                                .sql("select content.take_away(?, null, 'sans raison')")
                                .param(item)
                                .query(Boolean.class)
                                .single()))
                .isFalse();
        assertThat(town.as(odile.id(), () -> items.find(odile, item))).isPresent();
    }

    private long publish(String text) {
        return town.as(
                jeanMarc.id(),
                () -> publishing
                        .publish(
                                jeanMarc,
                                new NewItem(
                                        POST,
                                        null,
                                        text,
                                        "",
                                        town.circle("unit", roads),
                                        List.of(),
                                        List.of(),
                                        true,
                                        UUID.randomUUID()))
                        .itemId());
    }

    private Moderation.Report report(long item) {
        return town.as(moderator.id(), () -> moderation.queue(moderator, true)).stream()
                .filter(one -> Long.valueOf(item).equals(one.itemId()))
                .findFirst()
                .orElseThrow();
    }

    private long reports(Viewer viewer, long item) {
        return town.read(viewer.id(), "select count(*) from content.report where item_id = ?", item)
                .getFirst();
    }

    private void run(Viewer viewer, Runnable work) {
        town.as(viewer.id(), () -> {
            work.run();
            return true;
        });
    }
}
