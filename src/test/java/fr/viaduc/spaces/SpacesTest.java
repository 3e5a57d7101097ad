package fr.viaduc.spaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.circles.Circles;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Role;
import fr.viaduc.web.Shell;
import fr.viaduc.web.Viewer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** What may be done in spaces, and who knows of them; each rule through the service and by raw statements. */
@ViaducTest
@Import(Town.class)
class SpacesTest {
    @Autowired
    Town town;

    @Autowired
    Spaces spaces;

    @Autowired
    Circles circles;

    @Autowired
    Shell.Source shells;

    private Viewer aurore;
    private Viewer karim;
    private Viewer lea;
    private Viewer elise;

    @BeforeEach
    void people() {
        aurore = town.viewer(town.agent("Aurore", "Demange"));
        karim = town.viewer(town.agent("Karim", "Benali"));
        lea = town.viewer(town.agent("Léa", "Petit"));
        elise = town.viewer(town.elected("Élise", "Garnier", null));
    }

    @Test
    void anOpenGroupIsJoinedAndLeftAtWill() {
        String slug = open(aurore, "Place de la Gare", "open");
        assertThat(slug).startsWith("place-de-la-gare");
        assertThat(join(karim, slug)).isEqualTo(Space.Part.MEMBER);
        var seen = space(karim, slug);
        assertThat(seen.part()).isEqualTo(Space.Part.MEMBER);
        assertThat(seen.memberCount()).isEqualTo(2);
        assertThat(seen.mayPost()).isTrue();
        assertThat(town.members(seen.circleId())).containsExactlyInAnyOrder(aurore.id(), karim.id());
        as(karim, () -> spaces.leave(karim, slug));
        assertThat(space(karim, slug).part()).isEqualTo(Space.Part.NONE);
        assertThat(town.members(seen.circleId())).containsExactly(aurore.id());
    }

    @Test
    void oneAsksForAGroupOnRequestAndIsAnswered() {
        String slug = open(aurore, "Commande groupée", "request");
        assertThat(join(karim, slug)).isEqualTo(Space.Part.REQUESTED);
        assertThat(join(lea, slug)).isEqualTo(Space.Part.REQUESTED);
        var space = space(aurore, slug);
        assertThat(town.members(space.circleId())).containsExactly(aurore.id());
        var list = as(aurore, () -> spaces.members(aurore, space, null));
        assertThat(list.requests()).hasSize(2);
        assertThat(as(karim, () -> spaces.members(karim, space(karim, slug), null))
                        .requests())
                .isEmpty();
        run(aurore, () -> spaces.answer(aurore, slug, karim.id(), true));
        run(aurore, () -> spaces.answer(aurore, slug, lea.id(), false));
        assertThat(town.members(space.circleId())).containsExactlyInAnyOrder(aurore.id(), karim.id());
        assertThat(space(lea, slug).part()).isEqualTo(Space.Part.NONE);
        assertThatThrownBy(() -> run(karim, () -> spaces.answer(karim, slug, lea.id(), true)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aGroupByInvitationIsEnteredByInvitationAlone() {
        String slug = open(aurore, "Fusion des écoles", "invitation");
        assertThatThrownBy(() -> join(karim, slug)).isInstanceOf(Forbidden.class);
        assertThat(as(aurore, () -> spaces.invite(aurore, slug, List.of(karim.id(), elise.id(), 0L, 999_999L))))
                .as("an elected official and strangers are left out")
                .isEqualTo(1);
        assertThat(space(karim, slug).part()).isEqualTo(Space.Part.INVITED);
        assertThat(join(karim, slug)).isEqualTo(Space.Part.MEMBER);
    }

    @Test
    void aSecretGroupDoesNotExistForOthers() {
        String slug = open(aurore, "Réorganisation confidentielle", "secret");
        assertThat(slug).doesNotContain("reorganisation");
        assertThatThrownBy(() -> as(karim, () -> spaces.known(karim, slug))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> join(karim, slug)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(karim, () -> spaces.leave(karim, slug))).isInstanceOf(NotFound.class);
        for (var shelf : SpaceList.Shelf.values()) {
            assertThat(as(karim, () -> spaces.list(karim, shelf, "", null)).spaces())
                    .extracting(Space::name)
                    .doesNotContain("Réorganisation confidentielle");
        }
        long id = space(aurore, slug).id();
        long circle = space(aurore, slug).circleId();
        assertThat(as(karim, () -> spaces.lines(karim, Set.of(id)))).isEmpty();
        assertThat(as(karim, () -> circles.find(karim, circle))).isEmpty();
        // Whatever a request might try by itself.
        assertThat(town.read(karim.id(), "select id from spaces.space where id = ?", id))
                .isEmpty();
        assertThat(town.read(karim.id(), "select person_id from spaces.member where space_id = ?", id))
                .isEmpty();
        assertThat(as(karim, () -> circles.headCount(List.of(circle)))).isZero();
        assertThatThrownBy(() -> as(karim, () -> circles.union(List.of(circle, town.circle("agents", null)))))
                .isInstanceOf(DataAccessException.class);
        // Another group of that name gets the address it would have had anyway.
        assertThat(open(karim, "Réorganisation confidentielle", "open")).isEqualTo("reorganisation-confidentielle");
        // A circle that it is part of does not say its name to those who are not in it.
        long agents = town.circle("unit", town.unit("Archives", null));
        long both = as(aurore, () -> circles.union(List.of(circle, agents)));
        town.assign(lea.id(), Long.parseLong(ref(agents)), null);
        assertThat(as(lea, () -> circles.find(lea, both)).orElseThrow().label())
                .isEqualTo("Archives et un groupe dont vous n’êtes pas membre");
        assertThat(town.<String>as(lea.id(), () -> label(both))).doesNotContain("Réorganisation");
        assertThat(as(aurore, () -> circles.find(aurore, both)).orElseThrow().label())
                .contains("Réorganisation confidentielle");
    }

    @Test
    void whoIsInvitedToASecretGroupKnowsOfIt() {
        String slug = open(aurore, "Enquête interne", "secret");
        as(aurore, () -> spaces.invite(aurore, slug, List.of(karim.id())));
        assertThat(space(karim, slug).part()).isEqualTo(Space.Part.INVITED);
        assertThat(as(karim, () -> spaces.some(karim, space(karim, slug), 6)))
                .as("not yet who is in it")
                .extracting(person -> person.id())
                .doesNotContain(aurore.id());
        as(karim, () -> spaces.leave(karim, slug));
        assertThatThrownBy(() -> as(karim, () -> spaces.known(karim, slug))).isInstanceOf(NotFound.class);
    }

    @Test
    void aGroupThatBecomesSecretTakesAnAddressThatTellsNothing() {
        String slug = open(aurore, "Cantine de Biesles", "open");
        join(lea, slug);
        String hidden =
                as(aurore, () -> spaces.change(aurore, slug, settings(space(aurore, slug), "secret", false, true)));
        assertThat(hidden).isNotEqualTo(slug).doesNotContain("cantine");
        assertThatThrownBy(() -> as(karim, () -> spaces.known(karim, slug))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(karim, () -> spaces.known(karim, hidden))).isInstanceOf(NotFound.class);
        assertThat(space(lea, hidden).name()).isEqualTo("Cantine de Biesles");
        as(aurore, () -> spaces.change(aurore, hidden, settings(space(aurore, hidden), "request", false, true)));
        assertThat(space(karim, hidden).access()).isEqualTo(Space.Access.REQUEST);
    }

    @Test
    void openingAGroupAcceptsThoseWhoHadAsked() {
        String slug = open(aurore, "Vélos de service", "request");
        join(karim, slug);
        as(aurore, () -> spaces.change(aurore, slug, settings(space(aurore, slug), "open", false, true)));
        assertThat(space(karim, slug).part()).isEqualTo(Space.Part.MEMBER);
    }

    @Test
    void aNewcomerDoesNotSeeThePastWhereItIsHidden() {
        String slug = as(
                aurore,
                () -> spaces.open(
                        aurore, new NewSpaceForm("Dialogue social", "", "group", "open", false, false, null)));
        long before = space(aurore, slug).circleId();
        long past = item(aurore.id(), before);
        join(karim, slug);
        long now = space(karim, slug).circleId();
        assertThat(now).isNotEqualTo(before);
        long present = item(aurore.id(), now);
        assertThat(items(karim)).contains(present).doesNotContain(past);
        join(lea, slug);
        assertThat(items(lea)).doesNotContain(past, present);
        assertThat(items(aurore)).contains(past, present);
        assertThat(items(karim)).contains(present);
        as(karim, () -> spaces.leave(karim, slug));
        assertThat(items(karim)).doesNotContain(past, present);
    }

    @Test
    void aNewcomerSeesThePastWhereItIsShown() {
        String slug = open(aurore, "Recettes de cantine", "open");
        long past = item(aurore.id(), space(aurore, slug).circleId());
        assertThat(items(karim)).doesNotContain(past);
        join(karim, slug);
        assertThat(items(karim)).contains(past);
    }

    @Test
    void theLastOwnerMustNameAnother() {
        String slug = open(aurore, "Amicale", "open");
        join(karim, slug);
        assertThat(as(aurore, () -> spaces.leave(aurore, slug))).isFalse();
        assertThat(as(aurore, () -> spaces.setRole(aurore, slug, aurore.id(), Space.Part.MEMBER)))
                .isFalse();
        long id = space(aurore, slug).id();
        assertThatThrownBy(() -> town.read(aurore.id(), "select spaces.leave(?)::int", id))
                .rootCause()
                .hasMessageContaining("last owner");
        assertThatThrownBy(() -> town.read(aurore.id(), "select spaces.set_role(?, ?, 'member')::int", id, aurore.id()))
                .rootCause()
                .hasMessageContaining("last owner");
        as(aurore, () -> spaces.setRole(aurore, slug, karim.id(), Space.Part.OWNER));
        assertThat(as(aurore, () -> spaces.leave(aurore, slug))).isTrue();
        assertThat(space(karim, slug).owns()).isTrue();
    }

    @Test
    void twoOwnersWhoLeaveAtTheSameMomentDoNotLeaveTheGroupWithoutOne() throws Exception {
        String slug = open(aurore, "Astreintes", "open");
        join(karim, slug);
        join(lea, slug);
        as(aurore, () -> spaces.setRole(aurore, slug, karim.id(), Space.Part.OWNER));
        long id = space(aurore, slug).id();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var leaving = List.<Callable<Object>>of(
                    () -> town.read(aurore.id(), "select spaces.leave(?)::int", id),
                    () -> town.read(karim.id(), "select spaces.leave(?)::int", id));
            int refused = 0;
            for (var one : threads.invokeAll(leaving)) {
                try {
                    one.get();
                } catch (java.util.concurrent.ExecutionException last) {
                    refused++;
                }
            }
            assertThat(refused).isEqualTo(1);
        }
    }

    @Test
    void whoLeavesAloneLeavesAnArchivedGroup() {
        String slug = open(aurore, "Essai", "open");
        assertThat(as(aurore, () -> spaces.leave(aurore, slug))).isTrue();
        assertThat(space(karim, slug).archived()).isTrue();
        assertThatThrownBy(() -> join(karim, slug)).isInstanceOf(Forbidden.class);
    }

    @Test
    void aModeratorKeepsOrderButGivesNoRoles() {
        String slug = open(aurore, "Jardins", "request");
        join(karim, slug);
        run(aurore, () -> spaces.answer(aurore, slug, karim.id(), true));
        as(aurore, () -> spaces.setRole(aurore, slug, karim.id(), Space.Part.MODERATOR));
        join(lea, slug);
        run(karim, () -> spaces.answer(karim, slug, lea.id(), true));
        assertThatThrownBy(() -> as(karim, () -> spaces.setRole(karim, slug, karim.id(), Space.Part.OWNER)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> run(karim, () -> spaces.remove(karim, slug, aurore.id())))
                .isInstanceOf(Forbidden.class);
        run(karim, () -> spaces.remove(karim, slug, lea.id()));
        assertThat(space(lea, slug).part()).isEqualTo(Space.Part.NONE);
        long id = space(aurore, slug).id();
        assertThatThrownBy(() -> town.read(karim.id(), "select spaces.set_role(?, ?, 'owner')::int", id, karim.id()))
                .rootCause()
                .hasMessageContaining("not allowed");
        assertThatThrownBy(() ->
                        town.raw(karim.id(), "update spaces.member set role = 'owner' where person_id = ?", karim.id()))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThat(town.raw(karim.id(), "update spaces.space set name = 'À moi' where id = ?", id))
                .isZero();
    }

    @Test
    void nobodyLeavesAMandatorySpace() {
        var lucie = town.viewer(town.agent("Lucie", "Morel"), Role.COMMUNICATION);
        town.grant(lucie.id(), Role.COMMUNICATION);
        String slug = open(lucie, "Consignes de sécurité", "open");
        as(
                lucie,
                () -> spaces.change(
                        lucie,
                        slug,
                        new SettingsForm(
                                "Consignes de sécurité",
                                "",
                                "",
                                "",
                                1,
                                "invitation",
                                false,
                                true,
                                false,
                                false,
                                true,
                                null)));
        as(lucie, () -> spaces.invite(lucie, slug, List.of(karim.id())));
        assertThat(space(karim, slug).part()).isEqualTo(Space.Part.MEMBER);
        assertThatThrownBy(() -> as(karim, () -> spaces.leave(karim, slug))).isInstanceOf(Forbidden.class);
        assertThat(town.read(
                        karim.id(),
                        "select spaces.leave(?)::int",
                        space(karim, slug).id()))
                .containsExactly(0L);
        // An owner without that role cannot make theirs mandatory.
        String other = open(aurore, "Belote", "open");
        assertThatThrownBy(() -> town.read(
                        aurore.id(),
                        "select spaces.set_mandatory(?, true)::int",
                        space(aurore, other).id()))
                .rootCause()
                .hasMessageContaining("not allowed");
        assertThatThrownBy(() -> as(
                        karim,
                        () -> spaces.leave(
                                karim,
                                as(karim, () -> spaces.find(karim, "tous"))
                                        .orElseThrow()
                                        .slug())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anEluEntersOnlyWhereElusMay() {
        String closed = open(aurore, "Paie et carrières", "open");
        assertThatThrownBy(() -> as(elise, () -> spaces.known(elise, closed))).isInstanceOf(NotFound.class);
        assertThat(town.read(
                        elise.id(),
                        "select 1 from (select spaces.join(?, null) j) x where j is not null",
                        id(aurore, closed)))
                .isEmpty();
        String open = as(
                aurore,
                () -> spaces.open(aurore, new NewSpaceForm("Plan climat", "", "group", "open", true, true, null)));
        assertThat(join(elise, open)).isEqualTo(Space.Part.MEMBER);
        long circle = space(elise, open).circleId();
        assertThat(town.members(circle)).contains(elise.id());
        // Closed to elected officials again: they leave at once.
        as(aurore, () -> spaces.change(aurore, open, settings(space(aurore, open), "open", false, true)));
        assertThat(town.members(circle)).doesNotContain(elise.id());
        assertThatThrownBy(() -> as(elise, () -> spaces.known(elise, open))).isInstanceOf(NotFound.class);
    }

    @Test
    void anAgentWhoseContractEndsButNotTheMandateLeavesTheGroupsOfAgents() {
        String slug = open(aurore, "Vie des services", "open");
        long paul = town.agent("Paul", "Viard");
        town.mandate(paul, null, town.today().minusYears(1), null);
        as(town.viewer(paul), () -> spaces.join(town.viewer(paul), slug, null));
        long circle = space(aurore, slug).circleId();
        assertThat(town.members(circle)).contains(paul);
        town.run("update people.person set left_on = current_date - 1 where id = ?", paul);
        assertThat(town.members(circle)).doesNotContain(paul);
    }

    @Test
    void aUnionHidesItsMembersFromTheEmployer() {
        String slug = open(aurore, "Section syndicale", "open");
        join(karim, slug);
        var before = space(aurore, slug);
        as(
                aurore,
                () -> spaces.change(
                        aurore,
                        slug,
                        new SettingsForm(before.name(), "", "", "", 1, "open", false, true, true, false, false, null)));
        assertThat(as(lea, () -> spaces.members(lea, space(lea, slug), null)).members())
                .isEmpty();
        assertThat(town.read(lea.id(), "select person_id from spaces.member where space_id = ?", before.id()))
                .isEmpty();
        assertThat(as(aurore, () -> spaces.members(aurore, before, null)).members())
                .hasSize(2);
    }

    @Test
    void aServiceHasItsPageLedByItsHead() {
        long finances = town.unit("Finances et budget", null);
        town.assign(karim.id(), finances, null);
        town.run("update people.unit set head_id = ? where id = ?", aurore.id(), finances);
        town.assign(aurore.id(), finances, null);
        String slug = "service-finances-et-budget";
        assertThat(space(karim, slug).inside()).isTrue();
        assertThat(space(karim, slug).owns()).isFalse();
        assertThat(space(aurore, slug).owns()).isTrue();
        assertThat(space(lea, slug).inside()).isFalse();
        assertThat(as(lea, () -> spaces.some(lea, space(lea, slug), 6)))
                .extracting(person -> person.id())
                .containsExactly(aurore.id(), karim.id());
        town.run("update people.unit set name = 'Finances' where id = ?", finances);
        assertThat(space(karim, slug).name()).isEqualTo("Finances");
    }

    @Test
    void onlySomeOpenGroupsWhenTheSettingSaysSo() {
        town.run("insert into people.setting (key, value) values ('spaces.opened_by', 'communication')");
        try {
            assertThatThrownBy(() -> open(aurore, "Interdit", "open")).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() ->
                            town.read(aurore.id(), "select spaces.open(null, 'Interdit', 'group', 'open', null, '{}')"))
                    .rootCause()
                    .hasMessageContaining("not allowed");
        } finally {
            town.run("delete from people.setting where key = 'spaces.opened_by'");
        }
        assertThatThrownBy(() -> open(elise, "Les élus", "open")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(
                        () -> town.read(aurore.id(), "select spaces.open(null, 'Tout', 'network', 'open', null, '{}')"))
                .rootCause()
                .hasMessageContaining("not allowed");
    }

    @Test
    void whoLeadsNothingPublishesWhereMembersDo() {
        String slug = open(aurore, "Annonces", "open");
        join(karim, slug);
        var before = space(aurore, slug);
        as(
                aurore,
                () -> spaces.change(
                        aurore,
                        slug,
                        new SettingsForm(before.name(), "", "", "", 1, "open", false, true, false, true, false, null)));
        assertThat(space(karim, slug).mayPost()).isFalse();
        assertThat(space(aurore, slug).mayPost()).isTrue();
        assertThat(as(karim, () -> spaces.postable(karim)))
                .extracting(SpaceLine::slug)
                .doesNotContain(slug)
                .contains("tous", "agents");
        assertThat(as(elise, () -> spaces.postable(elise))).isEmpty();
        long item = item(karim.id(), space(karim, slug).circleId());
        assertThatThrownBy(() -> town.raw(
                        karim.id(),
                        "insert into content.placement (item_id, space_id) values (?, ?)",
                        item,
                        before.id()))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void theNavigationShowsEightGroupsPinnedFirst() {
        for (int i = 0; i < 9; i++) {
            open(aurore, "Groupe " + (char) ('a' + i), "open");
        }
        String last = open(aurore, "Zèbres", "open");
        run(aurore, () -> spaces.pin(aurore, last, true));
        Shell shell = as(aurore, () -> shells.of(aurore));
        assertThat(shell.spaces()).hasSize(8);
        assertThat(shell.spaces().getFirst().name()).isEqualTo("Zèbres");
        assertThat(as(karim, () -> shells.of(karim)).spaces()).isEmpty();
    }

    @Test
    void theSearchForgivesAccentsAndTypos() {
        open(aurore, "Médiathèque numérique", "open");
        for (String words : List.of("mediatheque", "MÉDIATHÈQUE", "numeriq", "mediateque")) {
            assertThat(as(karim, () -> spaces.list(karim, SpaceList.Shelf.DISCOVER, words, null))
                            .spaces())
                    .as(words)
                    .extracting(Space::name)
                    .contains("Médiathèque numérique");
        }
        assertThat(as(karim, () -> spaces.list(karim, SpaceList.Shelf.DISCOVER, "xylophone", null))
                        .spaces())
                .isEmpty();
    }

    @Test
    void aLongListIsReadToItsEnd() {
        for (int i = 0; i < 45; i++) {
            open(aurore, "Long " + (i % 7), "open");
        }
        var seen = new java.util.HashSet<Long>();
        SpaceList.After after = null;
        do {
            var from = after;
            var page = as(karim, () -> spaces.list(karim, SpaceList.Shelf.DISCOVER, "long", from));
            page.spaces().forEach(space -> assertThat(seen.add(space.id())).isTrue());
            after = page.next() == null ? null : SpaceList.After.of(page.next().toString());
        } while (after != null);
        assertThat(seen).hasSizeGreaterThanOrEqualTo(45);
    }

    private String open(Viewer viewer, String name, String access) {
        return as(viewer, () -> spaces.open(viewer, new NewSpaceForm(name, "", "group", access, false, true, null)));
    }

    private Space.Part join(Viewer viewer, String slug) {
        return as(viewer, () -> spaces.join(viewer, slug, null));
    }

    private Space space(Viewer viewer, String slug) {
        return as(viewer, () -> spaces.known(viewer, slug));
    }

    private long id(Viewer viewer, String slug) {
        return space(viewer, slug).id();
    }

    private static SettingsForm settings(Space space, String access, boolean elected, boolean history) {
        return new SettingsForm(space.name(), "", "", "", 1, access, elected, history, false, false, false, null);
    }

    private long item(long author, long circle) {
        return town.as(author, () -> town.read(author, """
            insert into content.item (kind, author_id, circle_id, state, published_at)
            values ('post', ?, ?, 'published', now()) returning id
            """, author, circle).getFirst());
    }

    private List<Long> items(Viewer viewer) {
        return town.read(viewer.id(), "select id from content.item");
    }

    private String ref(long circle) {
        return town.database()
                .sql("select ref from circles.circle where id = ?")
                .param(circle)
                .query(String.class)
                .single();
    }

    private String label(long circle) {
        return town.web()
                .sql("select label from circles.circle where id = ?")
                .param(circle)
                .query(String.class)
                .single();
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
