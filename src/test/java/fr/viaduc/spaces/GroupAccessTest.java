package fr.viaduc.spaces;

import static fr.viaduc.spaces.Founders.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.circles.Circles;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** How one enters a group, who knows of it, and whether newcomers see its past; each rule through the service and by raw statements. */
@ViaducTest
@Import(Town.class)
class GroupAccessTest {
    @Autowired
    Town town;

    @Autowired
    Spaces spaces;

    @Autowired
    Circles circles;

    private Founders people;

    @BeforeEach
    void theyArrive() {
        people = new Founders(town, spaces);
    }

    @Test
    void anOpenGroupIsJoinedAndLeftAtWill() {
        String slug = people.open(people.aurore, "Place de la Gare", "open");
        assertThat(slug).startsWith("place-de-la-gare");
        assertThat(people.join(people.karim, slug)).isEqualTo(Space.Part.MEMBER);
        var seen = people.space(people.karim, slug);
        assertThat(seen.part()).isEqualTo(Space.Part.MEMBER);
        assertThat(seen.memberCount()).isEqualTo(2);
        assertThat(seen.mayPost()).isTrue();
        assertThat(town.members(seen.circleId())).containsExactlyInAnyOrder(people.aurore.id(), people.karim.id());
        people.as(people.karim, () -> spaces.leave(people.karim, slug));
        assertThat(people.space(people.karim, slug).part()).isEqualTo(Space.Part.NONE);
        assertThat(town.members(seen.circleId())).containsExactly(people.aurore.id());
    }

    @Test
    void oneAsksForAGroupOnRequestAndIsAnswered() {
        String slug = people.open(people.aurore, "Commande groupée", "request");
        assertThat(people.join(people.karim, slug)).isEqualTo(Space.Part.REQUESTED);
        assertThat(people.join(people.lea, slug)).isEqualTo(Space.Part.REQUESTED);
        var space = people.space(people.aurore, slug);
        assertThat(town.members(space.circleId())).containsExactly(people.aurore.id());
        var list = people.as(people.aurore, () -> spaces.members(people.aurore, space, null));
        assertThat(list.requests()).hasSize(2);
        assertThat(people.as(people.karim, () -> spaces.members(people.karim, people.space(people.karim, slug), null))
                        .requests())
                .isEmpty();
        people.run(people.aurore, () -> spaces.answer(people.aurore, slug, people.karim.id(), true));
        people.run(people.aurore, () -> spaces.answer(people.aurore, slug, people.lea.id(), false));
        assertThat(town.members(space.circleId())).containsExactlyInAnyOrder(people.aurore.id(), people.karim.id());
        assertThat(people.space(people.lea, slug).part()).isEqualTo(Space.Part.NONE);
        assertThatThrownBy(
                        () -> people.run(people.karim, () -> spaces.answer(people.karim, slug, people.lea.id(), true)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aGroupByInvitationIsEnteredByInvitationAlone() {
        String slug = people.open(people.aurore, "Fusion des écoles", "invitation");
        assertThatThrownBy(() -> people.join(people.karim, slug)).isInstanceOf(Forbidden.class);
        assertThat(people.as(
                        people.aurore,
                        () -> spaces.invite(
                                people.aurore, slug, List.of(people.karim.id(), people.elise.id(), 0L, 999_999L))))
                .as("an elected official and strangers are left out")
                .isEqualTo(1);
        assertThat(people.space(people.karim, slug).part()).isEqualTo(Space.Part.INVITED);
        assertThat(people.join(people.karim, slug)).isEqualTo(Space.Part.MEMBER);
    }

    @Test
    void aSecretGroupDoesNotExistForOthers() {
        String slug = people.open(people.aurore, "Réorganisation confidentielle", "secret");
        assertThat(slug).doesNotContain("reorganisation");
        assertThatThrownBy(() -> people.as(people.karim, () -> spaces.known(people.karim, slug)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> people.join(people.karim, slug)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> people.as(people.karim, () -> spaces.leave(people.karim, slug)))
                .isInstanceOf(NotFound.class);
        for (var shelf : SpaceList.Shelf.values()) {
            assertThat(people.as(people.karim, () -> spaces.list(people.karim, shelf, "", null))
                            .spaces())
                    .extracting(Space::name)
                    .doesNotContain("Réorganisation confidentielle");
        }
        long id = people.space(people.aurore, slug).id();
        long circle = people.space(people.aurore, slug).circleId();
        assertThat(people.as(people.karim, () -> spaces.lines(people.karim, Set.of(id))))
                .isEmpty();
        assertThat(people.as(people.karim, () -> circles.find(people.karim, circle)))
                .isEmpty();
        // Whatever a request might try by itself.
        assertThat(town.read(people.karim.id(), "select id from spaces.space where id = ?", id))
                .isEmpty();
        assertThat(town.read(people.karim.id(), "select person_id from spaces.member where space_id = ?", id))
                .isEmpty();
        assertThat(people.as(people.karim, () -> circles.headCount(List.of(circle))))
                .isZero();
        assertThatThrownBy(() ->
                        people.as(people.karim, () -> circles.union(List.of(circle, town.circle("agents", null)))))
                .isInstanceOf(DataAccessException.class);
        // Another group of that name gets the address it would have had anyway.
        assertThat(people.open(people.karim, "Réorganisation confidentielle", "open"))
                .isEqualTo("reorganisation-confidentielle");
        // A circle that it is part of does not say its name to those who are not in it.
        long agents = town.circle("unit", town.unit("Archives", null));
        long both = people.as(people.aurore, () -> circles.union(List.of(circle, agents)));
        town.assign(people.lea.id(), Long.parseLong(people.ref(agents)), null);
        assertThat(people.as(people.lea, () -> circles.find(people.lea, both))
                        .orElseThrow()
                        .label())
                .isEqualTo("Archives et un groupe dont vous n’êtes pas membre");
        assertThat(town.<String>as(people.lea.id(), () -> people.label(both))).doesNotContain("Réorganisation");
        assertThat(people.as(people.aurore, () -> circles.find(people.aurore, both))
                        .orElseThrow()
                        .label())
                .contains("Réorganisation confidentielle");
    }

    @Test
    void whoIsInvitedToASecretGroupKnowsOfIt() {
        String slug = people.open(people.aurore, "Enquête interne", "secret");
        people.as(people.aurore, () -> spaces.invite(people.aurore, slug, List.of(people.karim.id())));
        assertThat(people.space(people.karim, slug).part()).isEqualTo(Space.Part.INVITED);
        assertThat(people.as(people.karim, () -> spaces.some(people.karim, people.space(people.karim, slug), 6)))
                .as("not yet who is in it")
                .extracting(person -> person.id())
                .doesNotContain(people.aurore.id());
        people.as(people.karim, () -> spaces.leave(people.karim, slug));
        assertThatThrownBy(() -> people.as(people.karim, () -> spaces.known(people.karim, slug)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aGroupThatBecomesSecretTakesAnAddressThatTellsNothing() {
        String slug = people.open(people.aurore, "Cantine de Biesles", "open");
        people.join(people.lea, slug);
        String hidden = people.as(
                people.aurore,
                () -> spaces.change(
                        people.aurore, slug, settings(people.space(people.aurore, slug), "secret", false, true)));
        assertThat(hidden).isNotEqualTo(slug).doesNotContain("cantine");
        assertThatThrownBy(() -> people.as(people.karim, () -> spaces.known(people.karim, slug)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> people.as(people.karim, () -> spaces.known(people.karim, hidden)))
                .isInstanceOf(NotFound.class);
        assertThat(people.space(people.lea, hidden).name()).isEqualTo("Cantine de Biesles");
        people.as(
                people.aurore,
                () -> spaces.change(
                        people.aurore, hidden, settings(people.space(people.aurore, hidden), "request", false, true)));
        assertThat(people.space(people.karim, hidden).access()).isEqualTo(Space.Access.REQUEST);
    }

    @Test
    void openingAGroupAcceptsThoseWhoHadAsked() {
        String slug = people.open(people.aurore, "Vélos de service", "request");
        people.join(people.karim, slug);
        people.as(
                people.aurore,
                () -> spaces.change(
                        people.aurore, slug, settings(people.space(people.aurore, slug), "open", false, true)));
        assertThat(people.space(people.karim, slug).part()).isEqualTo(Space.Part.MEMBER);
    }

    @Test
    void aNewcomerDoesNotSeeThePastWhereItIsHidden() {
        String slug = people.as(
                people.aurore,
                () -> spaces.open(
                        people.aurore, new NewSpaceForm("Dialogue social", "", "group", "open", false, false, null)));
        long before = people.space(people.aurore, slug).circleId();
        long past = people.item(people.aurore.id(), before);
        people.join(people.karim, slug);
        long now = people.space(people.karim, slug).circleId();
        assertThat(now).isNotEqualTo(before);
        long present = people.item(people.aurore.id(), now);
        assertThat(people.items(people.karim)).contains(present).doesNotContain(past);
        people.join(people.lea, slug);
        assertThat(people.items(people.lea)).doesNotContain(past, present);
        assertThat(people.items(people.aurore)).contains(past, present);
        assertThat(people.items(people.karim)).contains(present);
        people.as(people.karim, () -> spaces.leave(people.karim, slug));
        assertThat(people.items(people.karim)).doesNotContain(past, present);
    }

    @Test
    void aNewcomerSeesThePastWhereItIsShown() {
        String slug = people.open(people.aurore, "Recettes de cantine", "open");
        long past = people.item(
                people.aurore.id(), people.space(people.aurore, slug).circleId());
        assertThat(people.items(people.karim)).doesNotContain(past);
        people.join(people.karim, slug);
        assertThat(people.items(people.karim)).contains(past);
    }

    @Test
    void anEluEntersOnlyWhereElusMay() {
        String closed = people.open(people.aurore, "Paie et carrières", "open");
        assertThatThrownBy(() -> people.as(people.elise, () -> spaces.known(people.elise, closed)))
                .isInstanceOf(NotFound.class);
        assertThat(town.read(
                        people.elise.id(),
                        "select 1 from (select spaces.join(?, null) j) x where j is not null",
                        people.id(people.aurore, closed)))
                .isEmpty();
        String open = people.as(
                people.aurore,
                () -> spaces.open(
                        people.aurore, new NewSpaceForm("Plan climat", "", "group", "open", true, true, null)));
        assertThat(people.join(people.elise, open)).isEqualTo(Space.Part.MEMBER);
        long circle = people.space(people.elise, open).circleId();
        assertThat(town.members(circle)).contains(people.elise.id());
        // Closed to elected officials again: they leave at once.
        people.as(
                people.aurore,
                () -> spaces.change(
                        people.aurore, open, settings(people.space(people.aurore, open), "open", false, true)));
        assertThat(town.members(circle)).doesNotContain(people.elise.id());
        assertThatThrownBy(() -> people.as(people.elise, () -> spaces.known(people.elise, open)))
                .isInstanceOf(NotFound.class);
    }
}
