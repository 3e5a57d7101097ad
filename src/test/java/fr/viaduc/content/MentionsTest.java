package fr.viaduc.content;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.testing.Groups;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Viewer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A mention reaches those who see the item, and tells nobody who is where. */
@ViaducTest
@Import({Town.class, Groups.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MentionsTest {
    @Autowired
    Town town;

    @Autowired
    Groups groups;

    @Autowired
    Publishing publishing;

    @Autowired
    Comments comments;

    @Autowired
    Mentions mentions;

    long roads;
    Viewer jeanMarc;
    Viewer odile;
    Viewer lucie;

    @BeforeAll
    void people() {
        roads = town.unit("Voirie", null);
        jeanMarc = town.hire("Jean-Marc", "Thévenot", roads);
        odile = town.hire("Odile", "Masson", roads);
        lucie = town.viewer(town.agent("Lucie", "Masson-Ferrand"));
    }

    @Test
    void aMentionIsRecordedForThoseWhoSeeTheItemAlone() {
        long item = publish(town.circle("unit", roads), "Merci " + link(odile) + " et " + link(lucie));

        assertThat(mentioned(item)).containsExactly(odile.id());
    }

    @Test
    void aMentionInACommentTooReachesThoseWhoSeeTheItemAlone() {
        long item = publish(town.circle("unit", roads), "Qui vient ?");
        town.as(
                odile.id(),
                () -> comments.add(
                        odile,
                        item,
                        null,
                        "<p>" + link(jeanMarc) + " et " + link(lucie) + "</p>",
                        "html",
                        List.of(),
                        UUID.randomUUID()));

        assertThat(mentioned(item)).containsExactly(jeanMarc.id());
    }

    @Test
    void proposalsBeginLikeAFirstOrALastNameWhateverTheAccents() {
        long agents = town.circle("agents", null);

        assertThat(proposals(odile, agents, "jean-marc")).containsExactly(jeanMarc.id());
        assertThat(proposals(odile, agents, "thev")).containsExactly(jeanMarc.id());
        assertThat(proposals(odile, agents, "Thévenot Jean")).containsExactly(jeanMarc.id());
        assertThat(proposals(odile, agents, "ferrand")).containsExactly(lucie.id());
        assertThat(proposals(odile, agents, "evenot"))
                .as("not the middle of a name")
                .isEmpty();
        assertThat(proposals(odile, agents, "%")).isEmpty();
        assertThat(proposals(odile, agents, "_")).isEmpty();
    }

    @Test
    void onlyPeopleOfTheAudienceAreProposed() {
        assertThat(proposals(jeanMarc, town.circle("unit", roads), "masson")).containsExactly(odile.id());
        assertThat(proposals(jeanMarc, town.circle("agents", null), "masson"))
                .containsExactlyInAnyOrder(odile.id(), lucie.id());
    }

    @Test
    void nobodyLearnsWhoIsInASecretGroup() {
        long group = groups.secret(jeanMarc, "Réorganisation", odile);
        long circle = circleOf(group);
        long both = town.as(
                jeanMarc.id(),
                () -> town.web()
                        .sql("select circles.combine('[[\"%d\"], [\"%d\"]]')"
                                .formatted(circle, town.circle("unit", roads)))
                        .query(Long.class)
                        .single());
        Viewer lea = town.viewer(town.agent("Léa", "Petit"));
        town.assign(lea.id(), roads, null);

        assertThat(proposals(lucie, circle, "masson")).as("from outside").isEmpty();
        assertThat(proposals(odile, circle, "thevenot")).as("from inside").containsExactly(jeanMarc.id());
        long secretly = town.agent("Sylvie", "Cachet");
        Viewer sylvie = town.viewer(secretly);
        groups.join(jeanMarc, group, sylvie);
        assertThat(town.members(both)).contains(secretly);
        assertThat(proposals(lea, both, "cachet"))
                .as("Léa sees the item as an agent of the roads, not who else does by the group")
                .isEmpty();
        assertThat(proposals(odile, both, "cachet")).containsExactly(secretly);
    }

    private List<Long> proposals(Viewer viewer, long circle, String words) {
        return town.as(viewer.id(), () -> mentions.proposals(viewer, List.of(circle), words));
    }

    private long circleOf(long space) {
        return town.database()
                .sql("select circle_id from spaces.space where id = ?")
                .param(space)
                .query(Long.class)
                .single();
    }

    private List<Long> mentioned(long item) {
        return town.read(jeanMarc.id(), "select person_id from content.mention where item_id = ?", item);
    }

    private long publish(long circle, String html) {
        return town.as(
                jeanMarc.id(),
                () -> publishing
                        .publish(
                                jeanMarc,
                                new NewItem(
                                        new ItemKind("post"),
                                        null,
                                        "<p>" + html + "</p>",
                                        "html",
                                        circle,
                                        List.of(),
                                        List.of(),
                                        true,
                                        UUID.randomUUID()))
                        .itemId());
    }

    private static String link(Viewer person) {
        return "<a href=\"/annuaire/personnes/" + person.id() + "\">@Quelqu’un</a>";
    }
}
