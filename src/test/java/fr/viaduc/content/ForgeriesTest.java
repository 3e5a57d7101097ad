package fr.viaduc.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.testing.Groups;
import fr.viaduc.testing.Superuser;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** What somebody would write past the services, in another's name or in another's place: the database refuses it. */
@ViaducTest
@Import({Town.class, Groups.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgeriesTest {
    @Autowired
    Town town;

    @Autowired
    Groups groups;

    @Autowired
    Publishing publishing;

    @Autowired
    Comments comments;

    @Autowired
    Moderation moderation;

    @Autowired
    Audiences audiences;

    Viewer jeanMarc;
    Viewer lucie;
    Viewer odile;
    Viewer karim;
    long agents;
    long item;
    long comment;

    @BeforeAll
    void people() {
        long roads = town.unit("Voirie", null);
        jeanMarc = town.hire("Jean-Marc", "Thévenot", roads);
        odile = town.hire("Odile", "Masson", roads);
        lucie = town.hire("Lucie", "Ferrand", town.unit("Eau", null));
        karim = town.hire("Karim", "Belkacem", town.unit("Communication", null), Role.MODERATOR);
        agents = town.circle("agents", null);
        item = publish(jeanMarc, agents, List.of());
        comment = town.as(
                odile.id(), () -> comments.add(odile, item, null, "Bien vu.", "", List.of(), UUID.randomUUID()));
    }

    @Test
    void nobodyPublishesInTheNameOfAnother() {
        refused(
                lucie,
                "insert into content.item (kind, author_id, circle_id, state, published_at) values ('post', ?, ?, 'published', now())",
                odile.id(),
                agents);
    }

    @Test
    void nobodyGivesTheirItemToAnother() {
        assertThatThrownBy(() ->
                        town.raw(jeanMarc.id(), "update content.item set author_id = ? where id = ?", lucie.id(), item))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void nobodyChangesTheItemNorTheCommentOfAnother() {
        without("update content.item set body = 'Faux' where id = " + item, lucie, odile, karim);
        without("update content.comment set body = 'Faux' where id = " + comment, lucie, jeanMarc, karim);
    }

    @Test
    void nobodyCommentsWhereCommentsAreClosed() {
        long closed = publish(jeanMarc, agents, List.of());
        town.raw(jeanMarc.id(), "update content.item set comments_open = false where id = ?", closed);

        refused(
                lucie,
                "insert into content.comment (item_id, author_id, body) values (?, ?, '<p>Encore</p>')",
                closed,
                lucie.id());
    }

    @Test
    void nobodyReactsFollowsKeepsOrDraftsInTheNameOfAnother() {
        refused(lucie, "insert into content.reaction (item_id, person_id) values (?, ?)", item, odile.id());
        refused(
                lucie,
                "insert into content.follow (item_id, person_id, state) values (?, ?, 'muted')",
                item,
                odile.id());
        refused(lucie, "insert into content.bookmark (item_id, person_id) values (?, ?)", item, odile.id());
        refused(
                lucie,
                "insert into content.draft (person_id, key, fields) values (?, 'publication', '{}')",
                odile.id());
    }

    @Test
    void nobodyFollowsKeepsOrReactsToWhatTheyDoNotSee() {
        long reserved = publish(jeanMarc, town.circle("person", jeanMarc.id()), List.of());

        refused(lucie, "insert into content.reaction (item_id, person_id) values (?, ?)", reserved, lucie.id());
        refused(
                lucie,
                "insert into content.follow (item_id, person_id, state) values (?, ?, 'following')",
                reserved,
                lucie.id());
        refused(lucie, "insert into content.bookmark (item_id, person_id) values (?, ?)", reserved, lucie.id());
    }

    @Test
    void whatOneFollowsAndDraftsNobodyElseKnows() {
        town.raw(
                odile.id(),
                "insert into content.follow (item_id, person_id, state) values (?, ?, 'following')",
                item,
                odile.id());
        for (Viewer other : List.of(lucie, jeanMarc, karim)) {
            assertThat(town.read(other.id(), "select person_id from content.follow where item_id = ?", item))
                    .isEmpty();
        }
    }

    @Test
    void nobodyWritesTheHistoryOfAnother() {
        refused(
                lucie,
                "insert into content.revision (item_id, version, circle_id, body, edited_by) values (?, 99, ?, 'Faux', ?)",
                item,
                agents,
                lucie.id());
    }

    @Test
    void nobodyMakesThemselvesACoAuthor() {
        refused(lucie, "insert into content.contributor (item_id, person_id) values (?, ?)", item, lucie.id());
    }

    @Test
    void nobodyMentionsFromTheItemOfAnother() {
        refused(lucie, "insert into content.mention (item_id, person_id) values (?, ?)", item, odile.id());
    }

    @Test
    void nobodyAttachesTheFileOfAnother() {
        Superuser.run("insert into files.file (owner_id, name, media_type, size, state, refusal, purpose, created_at)"
                + " values (" + odile.id()
                + ", 'paie.pdf', 'application/pdf', 10, 'refused', 'essai', 'attachment', now())");
        long file = town.read(odile.id(), "select max(id) from files.file").getFirst();
        long mine = publish(lucie, agents, List.of());
        String attach = "insert into content.attachment (item_id, file_id, kind) values (?, ?, 'file')";

        refused(lucie, attach, mine, file);
        refused(odile, attach, mine, file);
        assertThat(town.raw(odile.id(), attach, publish(odile, agents, List.of()), file))
                .as("their own, on their own")
                .isOne();
    }

    @Test
    void nobodyTiesTheItemOfAnotherToTheirs() {
        refused(lucie, "insert into content.relation (item_id, source_id) values (?, ?)", item, item);
    }

    @Test
    void onlyWhoLeadsASpacePinsInIt() {
        long group = groups.open(jeanMarc, "Place de la Gare", odile);
        long shown = publish(odile, circle(group), List.of(group));
        String pin = "update content.placement set pinned_at = now() where item_id = " + shown;

        without(pin, odile, lucie, karim);
        assertThat(town.raw(jeanMarc.id(), pin)).isOne();
    }

    @Test
    void nobodyPutsAnItemWhereTheyMayNotPublishNorTakesOneAway() {
        long group = groups.open(jeanMarc, "Marchés", odile);
        long shown = publish(odile, circle(group), List.of(group));
        long mine = publish(lucie, agents, List.of());

        refused(lucie, "insert into content.placement (item_id, space_id) values (?, ?)", mine, group);
        without("delete from content.placement where item_id = " + shown, lucie, karim, jeanMarc);
    }

    @Test
    void whereOnlyThoseWhoLeadPublishAMemberDoesNot() {
        long group = groups.open(jeanMarc, "Direction des chantiers", odile);
        Superuser.run("update spaces.space set posting = 'moderators' where id = " + group);

        assertThat(town.as(odile.id(), () -> audiences.named(odile, List.of("s" + group))))
                .isEmpty();
        assertThat(town.as(jeanMarc.id(), () -> audiences.named(jeanMarc, List.of("s" + group))))
                .hasSize(1);
        long mine = publish(odile, agents, List.of());
        refused(odile, "insert into content.placement (item_id, space_id) values (?, ?)", mine, group);
    }

    @Test
    void onlyModeratorsSettleAReport() {
        town.as(lucie.id(), () -> {
            moderation.report(lucie, item, comment, "other", "");
            return true;
        });
        String settle = "update content.report set state = 'kept' where item_id = " + item;

        without(settle, lucie, odile, jeanMarc);
        assertThat(town.raw(karim.id(), settle)).isOne();
    }

    @Test
    void whoDoesNotSeeAnItemLearnsNotWhoDoes() {
        long reserved = publish(jeanMarc, town.circle("person", jeanMarc.id()), List.of());

        assertThat(town.read(lucie.id(), "select content.seen_by(?, ?::bigint[])", reserved, "{" + jeanMarc.id() + "}"))
                .isEmpty();
        assertThat(town.read(
                        jeanMarc.id(), "select content.seen_by(?, ?::bigint[])", reserved, "{" + jeanMarc.id() + "}"))
                .containsExactly(jeanMarc.id());
    }

    private void refused(Viewer viewer, String sql, Object... parameters) {
        assertThatThrownBy(() -> town.raw(viewer.id(), sql, parameters))
                .as(sql)
                .isInstanceOf(DataAccessException.class);
    }

    private void without(String sql, Viewer... viewers) {
        for (Viewer viewer : viewers) {
            assertThat(town.raw(viewer.id(), sql))
                    .as("%s: %s", viewer.id(), sql)
                    .isZero();
        }
    }

    private long circle(long space) {
        return town.database()
                .sql("select circle_id from spaces.space where id = ?")
                .param(space)
                .query(Long.class)
                .single();
    }

    private long publish(Viewer author, long circle, List<Long> spaces) {
        return town.as(
                author.id(),
                () -> publishing
                        .publish(
                                author,
                                new NewItem(
                                        new ItemKind("post"),
                                        null,
                                        "Bonjour.",
                                        "",
                                        circle,
                                        spaces,
                                        List.of(),
                                        true,
                                        UUID.randomUUID()))
                        .itemId());
    }
}
