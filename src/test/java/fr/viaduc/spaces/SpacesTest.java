package fr.viaduc.spaces;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Shell;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The spaces of all: a union's, a service's page, the lists and the navigation. */
@ViaducTest
@Import(Town.class)
class SpacesTest {
    @Autowired
    Town town;

    @Autowired
    Spaces spaces;

    @Autowired
    Shell.Source shells;

    private Founders people;

    @BeforeEach
    void theyArrive() {
        people = new Founders(town, spaces);
    }

    @Test
    void aUnionHidesItsMembersFromTheEmployer() {
        String slug = people.open(people.aurore, "Section syndicale", "open");
        people.join(people.karim, slug);
        var before = people.space(people.aurore, slug);
        people.as(
                people.aurore,
                () -> spaces.change(
                        people.aurore,
                        slug,
                        new SettingsForm(before.name(), "", "", "", 1, "open", false, true, true, false, false, null)));
        assertThat(people.as(people.lea, () -> spaces.members(people.lea, people.space(people.lea, slug), null))
                        .members())
                .isEmpty();
        assertThat(town.read(people.lea.id(), "select person_id from spaces.member where space_id = ?", before.id()))
                .isEmpty();
        assertThat(people.as(people.aurore, () -> spaces.members(people.aurore, before, null))
                        .members())
                .hasSize(2);
    }

    @Test
    void aServiceHasItsPageLedByItsHead() {
        long finances = town.unit("Finances et budget", null);
        town.assign(people.karim.id(), finances, null);
        town.run("update people.unit set head_id = ? where id = ?", people.aurore.id(), finances);
        town.assign(people.aurore.id(), finances, null);
        String slug = "service-finances-et-budget";
        assertThat(people.space(people.karim, slug).inside()).isTrue();
        assertThat(people.space(people.karim, slug).owns()).isFalse();
        assertThat(people.space(people.aurore, slug).owns()).isTrue();
        assertThat(people.space(people.lea, slug).inside()).isFalse();
        assertThat(people.as(people.lea, () -> spaces.some(people.lea, people.space(people.lea, slug), 6)))
                .extracting(person -> person.id())
                .containsExactly(people.aurore.id(), people.karim.id());
        town.run("update people.unit set name = 'Finances' where id = ?", finances);
        assertThat(people.space(people.karim, slug).name()).isEqualTo("Finances");
    }

    @Test
    void theNavigationShowsEightGroupsPinnedFirst() {
        for (int i = 0; i < 9; i++) {
            people.open(people.aurore, "Groupe " + (char) ('a' + i), "open");
        }
        String last = people.open(people.aurore, "Zèbres", "open");
        people.run(people.aurore, () -> spaces.pin(people.aurore, last, true));
        Shell shell = people.as(people.aurore, () -> shells.of(people.aurore));
        assertThat(shell.spaces()).hasSize(8);
        assertThat(shell.spaces().getFirst().name()).isEqualTo("Zèbres");
        assertThat(people.as(people.karim, () -> shells.of(people.karim)).spaces())
                .isEmpty();
    }

    @Test
    void theSearchForgivesAccentsAndTypos() {
        people.open(people.aurore, "Médiathèque numérique", "open");
        for (String words : List.of("mediatheque", "MÉDIATHÈQUE", "numeriq", "mediateque")) {
            assertThat(people.as(people.karim, () -> spaces.list(people.karim, SpaceList.Shelf.DISCOVER, words, null))
                            .spaces())
                    .as(words)
                    .extracting(Space::name)
                    .contains("Médiathèque numérique");
        }
        assertThat(people.as(people.karim, () -> spaces.list(people.karim, SpaceList.Shelf.DISCOVER, "xylophone", null))
                        .spaces())
                .isEmpty();
    }

    @Test
    void aLongListIsReadToItsEnd() {
        for (int i = 0; i < 45; i++) {
            people.open(people.aurore, "Long " + (i % 7), "open");
        }
        var seen = new java.util.HashSet<Long>();
        SpaceList.After after = null;
        do {
            var from = after;
            var page = people.as(people.karim, () -> spaces.list(people.karim, SpaceList.Shelf.DISCOVER, "long", from));
            page.spaces().forEach(space -> assertThat(seen.add(space.id())).isTrue());
            after = page.next() == null ? null : SpaceList.After.of(page.next().toString());
        } while (after != null);
        assertThat(seen).hasSizeGreaterThanOrEqualTo(45);
    }
}
