package fr.viaduc.spaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Role;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Who leads a space, and who may not leave it; each rule through the service and by raw statements. */
@ViaducTest
@Import(Town.class)
class GroupRolesTest {
    @Autowired
    Town town;

    @Autowired
    Spaces spaces;

    private Founders people;

    @BeforeEach
    void theyArrive() {
        people = new Founders(town, spaces);
    }

    @Test
    void theLastOwnerMustNameAnother() {
        String slug = people.open(people.aurore, "Amicale", "open");
        people.join(people.karim, slug);
        assertThat(people.as(people.aurore, () -> spaces.leave(people.aurore, slug)))
                .isFalse();
        assertThat(people.as(
                        people.aurore,
                        () -> spaces.setRole(people.aurore, slug, people.aurore.id(), Space.Part.MEMBER)))
                .isFalse();
        long id = people.space(people.aurore, slug).id();
        assertThatThrownBy(() -> town.read(people.aurore.id(), "select spaces.leave(?)::int", id))
                .rootCause()
                .hasMessageContaining("last owner");
        assertThatThrownBy(() -> town.read(
                        people.aurore.id(), "select spaces.set_role(?, ?, 'member')::int", id, people.aurore.id()))
                .rootCause()
                .hasMessageContaining("last owner");
        people.as(people.aurore, () -> spaces.setRole(people.aurore, slug, people.karim.id(), Space.Part.OWNER));
        assertThat(people.as(people.aurore, () -> spaces.leave(people.aurore, slug)))
                .isTrue();
        assertThat(people.space(people.karim, slug).owns()).isTrue();
    }

    @Test
    void twoOwnersWhoLeaveAtTheSameMomentDoNotLeaveTheGroupWithoutOne() throws Exception {
        String slug = people.open(people.aurore, "Astreintes", "open");
        people.join(people.karim, slug);
        people.join(people.lea, slug);
        people.as(people.aurore, () -> spaces.setRole(people.aurore, slug, people.karim.id(), Space.Part.OWNER));
        long id = people.space(people.aurore, slug).id();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var leaving = List.<Callable<Object>>of(
                    () -> town.read(people.aurore.id(), "select spaces.leave(?)::int", id),
                    () -> town.read(people.karim.id(), "select spaces.leave(?)::int", id));
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
        String slug = people.open(people.aurore, "Essai", "open");
        assertThat(people.as(people.aurore, () -> spaces.leave(people.aurore, slug)))
                .isTrue();
        assertThat(people.space(people.karim, slug).archived()).isTrue();
        assertThatThrownBy(() -> people.join(people.karim, slug)).isInstanceOf(Forbidden.class);
    }

    @Test
    void aModeratorKeepsOrderButGivesNoRoles() {
        String slug = people.open(people.aurore, "Jardins", "request");
        people.join(people.karim, slug);
        people.run(people.aurore, () -> spaces.answer(people.aurore, slug, people.karim.id(), true));
        people.as(people.aurore, () -> spaces.setRole(people.aurore, slug, people.karim.id(), Space.Part.MODERATOR));
        people.join(people.lea, slug);
        people.run(people.karim, () -> spaces.answer(people.karim, slug, people.lea.id(), true));
        assertThatThrownBy(() -> people.as(
                        people.karim, () -> spaces.setRole(people.karim, slug, people.karim.id(), Space.Part.OWNER)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> people.run(people.karim, () -> spaces.remove(people.karim, slug, people.aurore.id())))
                .isInstanceOf(Forbidden.class);
        people.run(people.karim, () -> spaces.remove(people.karim, slug, people.lea.id()));
        assertThat(people.space(people.lea, slug).part()).isEqualTo(Space.Part.NONE);
        long id = people.space(people.aurore, slug).id();
        assertThatThrownBy(() -> town.read(
                        people.karim.id(), "select spaces.set_role(?, ?, 'owner')::int", id, people.karim.id()))
                .rootCause()
                .hasMessageContaining("not allowed");
        assertThatThrownBy(() -> town.raw(
                        people.karim.id(),
                        "update spaces.member set role = 'owner' where person_id = ?",
                        people.karim.id()))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThat(town.raw(people.karim.id(), "update spaces.space set name = 'À moi' where id = ?", id))
                .isZero();
    }

    @Test
    void nobodyLeavesAMandatorySpace() {
        var lucie = town.viewer(town.agent("Lucie", "Morel"), Role.COMMUNICATION);
        town.grant(lucie.id(), Role.COMMUNICATION);
        String slug = people.open(lucie, "Consignes de sécurité", "open");
        people.as(
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
        people.as(lucie, () -> spaces.invite(lucie, slug, List.of(people.karim.id())));
        assertThat(people.space(people.karim, slug).part()).isEqualTo(Space.Part.MEMBER);
        assertThatThrownBy(() -> people.as(people.karim, () -> spaces.leave(people.karim, slug)))
                .isInstanceOf(Forbidden.class);
        assertThat(town.read(
                        people.karim.id(),
                        "select spaces.leave(?)::int",
                        people.space(people.karim, slug).id()))
                .containsExactly(0L);
        // An owner without that role cannot make theirs mandatory.
        String other = people.open(people.aurore, "Belote", "open");
        assertThatThrownBy(() -> town.read(
                        people.aurore.id(),
                        "select spaces.set_mandatory(?, true)::int",
                        people.space(people.aurore, other).id()))
                .rootCause()
                .hasMessageContaining("not allowed");
        assertThatThrownBy(() -> people.as(
                        people.karim,
                        () -> spaces.leave(
                                people.karim,
                                people.as(people.karim, () -> spaces.find(people.karim, "tous"))
                                        .orElseThrow()
                                        .slug())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anAgentWhoseContractEndsButNotTheMandateLeavesTheGroupsOfAgents() {
        String slug = people.open(people.aurore, "Vie des services", "open");
        long paul = town.agent("Paul", "Viard");
        town.mandate(paul, null, town.today().minusYears(1), null);
        people.as(town.viewer(paul), () -> spaces.join(town.viewer(paul), slug, null));
        long circle = people.space(people.aurore, slug).circleId();
        assertThat(town.members(circle)).contains(paul);
        town.run("update people.person set left_on = current_date - 1 where id = ?", paul);
        assertThat(town.members(circle)).doesNotContain(paul);
    }

    @Test
    void onlySomeOpenGroupsWhenTheSettingSaysSo() {
        town.run("insert into people.setting (key, value) values ('spaces.opened_by', 'communication')");
        try {
            assertThatThrownBy(() -> people.open(people.aurore, "Interdit", "open"))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> town.read(
                            people.aurore.id(), "select spaces.open(null, 'Interdit', 'group', 'open', null, '{}')"))
                    .rootCause()
                    .hasMessageContaining("not allowed");
        } finally {
            town.run("delete from people.setting where key = 'spaces.opened_by'");
        }
        assertThatThrownBy(() -> people.open(people.elise, "Les élus", "open")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> town.read(
                        people.aurore.id(), "select spaces.open(null, 'Tout', 'network', 'open', null, '{}')"))
                .rootCause()
                .hasMessageContaining("not allowed");
    }

    @Test
    void whoLeadsNothingPublishesWhereMembersDo() {
        String slug = people.open(people.aurore, "Annonces", "open");
        people.join(people.karim, slug);
        var before = people.space(people.aurore, slug);
        people.as(
                people.aurore,
                () -> spaces.change(
                        people.aurore,
                        slug,
                        new SettingsForm(before.name(), "", "", "", 1, "open", false, true, false, true, false, null)));
        assertThat(people.space(people.karim, slug).mayPost()).isFalse();
        assertThat(people.space(people.aurore, slug).mayPost()).isTrue();
        assertThat(people.as(people.karim, () -> spaces.postable(people.karim)))
                .extracting(SpaceLine::slug)
                .doesNotContain(slug)
                .contains("tous", "agents");
        assertThat(people.as(people.elise, () -> spaces.postable(people.elise))).isEmpty();
        long item =
                people.item(people.karim.id(), people.space(people.karim, slug).circleId());
        assertThatThrownBy(() -> town.raw(
                        people.karim.id(),
                        "insert into content.placement (item_id, space_id) values (?, ?)",
                        item,
                        before.id()))
                .rootCause()
                .hasMessageContaining("row-level security");
    }
}
