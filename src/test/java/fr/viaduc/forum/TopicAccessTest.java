package fr.viaduc.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.NewItem;
import fr.viaduc.content.Publishing;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** Who sees the topics of the forum, and who opens them, on PostgreSQL. */
@ViaducTest
@Import({Town.class, Neighbours.class})
class TopicAccessTest {
    @Autowired
    Neighbours people;

    @Autowired
    Town town;

    @Autowired
    Forum forum;

    @Autowired
    CategoryRepository categories;

    @Autowired
    Publishing publishing;

    @Autowired
    Audiences audiences;

    @BeforeEach
    void theySettleOnce() {
        people.settle();
    }

    @Test
    void aTopicIsForThoseOfItsCategoryAndNobodyElse() {
        long topic = people.ask(people.jeanMarc, people.roadsOnly, "Enrobé à froid avant les gelées");
        people.reply(people.odile, topic, "Oui, avant dimanche.");

        assertThat(people.sees(people.odile, topic)).isTrue();
        for (Viewer stranger : List.of(people.lucie, people.anne, people.moderator, people.mathieu)) {
            assertThat(people.sees(stranger, topic)).isFalse();
            assertThat(people.count(stranger, "forum.topic where item_id = " + topic))
                    .isZero();
            assertThat(people.count(stranger, "content.comment where item_id = " + topic))
                    .isZero();
        }
        assertThat(town.web()
                        .sql("select count(*) from forum.topic")
                        .query(Long.class)
                        .single())
                .as("without a viewer")
                .isZero();
    }

    @Test
    void anElectedOfficialSeesTheCategoriesThatAreForThem() {
        assertThat(people.as(people.anne, () -> categories.all(people.anne)))
                .extracting(Category::id)
                .containsExactly(people.everyones);
        assertThat(people.as(people.lucie, () -> categories.all(people.lucie)))
                .extracting(Category::id)
                .containsExactlyInAnyOrder(people.everyones, people.agents);
        assertThat(people.as(people.mathieu, () -> categories.all(people.mathieu)))
                .as("who administers the categories does not read them all")
                .extracting(Category::id)
                .doesNotContain(people.roadsOnly);
    }

    @Test
    void nobodyOpensATopicInACategoryThatTheyDoNotSee() {
        assertThatThrownBy(() -> people.ask(people.lucie, people.roadsOnly, "Je passe par la fenêtre"))
                .isInstanceOf(NotFound.class);
        long item = publish(people.lucie, town.circle("unit", people.roads));
        assertThatThrownBy(() -> town.raw(
                        people.lucie.id(),
                        "insert into forum.topic (item_id, category_id) values (?, ?)",
                        item,
                        people.roadsOnly))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aTopicIsNeverWiderThanItsCategory() {
        long item = publish(people.jeanMarc, town.circle("agents", null));
        assertThatThrownBy(() -> town.raw(
                        people.jeanMarc.id(),
                        "insert into forum.topic (item_id, category_id) values (?, ?)",
                        item,
                        people.roadsOnly))
                .isInstanceOf(DataAccessException.class);
        long topic = people.ask(people.jeanMarc, people.roadsOnly, "Entre nous de la voirie");
        assertThatThrownBy(() -> town.raw(
                        people.jeanMarc.id(),
                        "update content.item set circle_id = ? where id = ?",
                        town.circle("agents", null),
                        topic))
                .isInstanceOf(DataAccessException.class);
        assertThat(people.sees(people.lucie, topic)).isFalse();
    }

    @Test
    void aTopicMayBeForAPartOfItsCategory() {
        long forAgents = people.ask(
                people.jeanMarc,
                people.everyones,
                "Sans les élus",
                "Pour les agents.",
                audience(people.jeanMarc, "agents"));
        long forRoads = people.ask(
                people.jeanMarc, people.agents, "Seulement la voirie", "Pour nous.", audience(people.jeanMarc, "unit"));

        assertThat(people.sees(people.lucie, forAgents)).isTrue();
        assertThat(people.sees(people.anne, forAgents)).isFalse();
        assertThat(people.sees(people.odile, forRoads)).isTrue();
        assertThat(people.sees(people.lucie, forRoads)).isFalse();
    }

    @Test
    void onlyThoseWhoAdministerOpenCategories() {
        for (Viewer other : List.of(people.lucie, people.moderator, people.anne)) {
            assertThatThrownBy(() -> town.raw(
                            other.id(),
                            "insert into forum.category (slug, name, circle_id) values ('a-moi', 'À moi', ?)",
                            town.circle("everyone", null)))
                    .isInstanceOf(DataAccessException.class);
            assertThat(town.raw(
                            other.id(),
                            "update forum.category set circle_id = ? where id = ?",
                            town.circle("everyone", null),
                            people.agents))
                    .isZero();
        }
    }

    @Test
    void sentTwiceATopicIsOpenedOnceAndAReplyIsWrittenOnce() {
        var form = new TopicForm("Une seule fois", people.agents, "Merci.", "", true, "", "", UUID.randomUUID());
        long first = people.as(people.lucie, () -> forum.open(people.lucie, form));
        assertThat(people.as(people.lucie, () -> forum.open(people.lucie, form)))
                .isEqualTo(first);
        UUID key = UUID.randomUUID();
        long reply = people.as(people.odile, () -> forum.reply(people.odile, first, "Voilà.", "", key));
        assertThat(people.as(people.odile, () -> forum.reply(people.odile, first, "Voilà.", "", key)))
                .isEqualTo(reply);
        assertThat(people.topic(people.lucie, first).answers()).isOne();
    }

    private long publish(Viewer author, long circle) {
        return people.as(
                author,
                () -> publishing
                        .publish(
                                author,
                                new NewItem(
                                        Topic.KIND,
                                        "Un sujet",
                                        "Texte",
                                        "",
                                        circle,
                                        List.of(),
                                        List.of(),
                                        true,
                                        UUID.randomUUID()))
                        .itemId());
    }

    private String audience(Viewer viewer, String kind) {
        return people.as(viewer, () -> audiences.of(viewer)).stream()
                .filter(one -> one.kind().equals(kind))
                .map(Audience::value)
                .findFirst()
                .orElseThrow();
    }
}
