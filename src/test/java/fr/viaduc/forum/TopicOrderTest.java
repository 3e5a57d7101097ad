package fr.viaduc.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.Comments;
import fr.viaduc.content.Marks;
import fr.viaduc.content.Publishing;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** Keeping order in the forum: closing, pinning, moving, joining, splitting; by whom, and what is kept. */
@ViaducTest
@Import({Town.class, Neighbours.class})
class TopicOrderTest {
    @Autowired
    Neighbours people;

    @Autowired
    Town town;

    @Autowired
    Forum forum;

    @Autowired
    TopicRepository topics;

    @Autowired
    CategoryRepository categories;

    @Autowired
    Publishing publishing;

    @Autowired
    Comments comments;

    @Autowired
    Marks marks;

    @Autowired
    Audiences audiences;

    @BeforeEach
    void theySettleOnce() {
        people.settle();
    }

    @Test
    void aClosedTopicRefusesReplies() {
        long topic = people.ask(people.odile, people.agents, "Bientôt fermé");
        assertThatThrownBy(() -> close(people.lucie, topic, true)).isInstanceOf(Forbidden.class);
        close(people.odile, topic, true);

        assertThatThrownBy(() -> people.reply(people.lucie, topic, "Encore un mot"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> town.raw(
                        people.lucie.id(),
                        "insert into content.comment (item_id, author_id, body) values (?, ?, 'un mot')",
                        topic,
                        people.lucie.id()))
                .isInstanceOf(DataAccessException.class);
        close(people.odile, topic, false);
        people.reply(people.lucie, topic, "Merci.");
        close(people.moderator, topic, true);
        assertThatThrownBy(() -> close(people.odile, topic, false))
                .as("what a moderator closed")
                .isInstanceOf(Forbidden.class);
        assertThat(people.as(people.odile, () -> topics.close(topic, false))).isFalse();
    }

    @Test
    void onlyThoseWhoKeepOrderPinAndOnlyWhereTheyDo() {
        long topic = people.ask(people.odile, people.roadsOnly, "À garder en tête");
        assertThatThrownBy(() -> people.run(people.odile, () -> forum.pin(people.odile, topic, true)))
                .isInstanceOf(Forbidden.class);
        assertThat(people.as(people.moderator, () -> topics.pin(topic, true)))
                .as("a moderator who does not see the category")
                .isFalse();
        people.run(people.aurore, () -> forum.pin(people.aurore, topic, true));
        assertThat(people.as(people.odile, () -> topics.pinned(people.odile, people.roadsOnly)))
                .extracting(TopicLine::id)
                .containsExactly(topic);
    }

    @Test
    void movingShowsATopicToThoseOfTheOtherCategory() {
        long topic = people.ask(people.odile, people.agents, "Pour tout le monde finalement");
        assertThat(people.sees(people.anne, topic)).isFalse();
        people.run(people.odile, () -> forum.move(people.odile, topic, people.everyones));
        assertThat(people.sees(people.anne, topic)).isTrue();

        people.reply(people.lucie, topic, "Ce que j’ai dit était pour ceux-là.");
        assertThatThrownBy(() -> people.run(people.odile, () -> forum.move(people.odile, topic, people.agents)))
                .as("its author, once others have answered")
                .isInstanceOf(Forbidden.class);
        assertThat(people.as(people.odile, () -> topics.move(topic, people.agents)))
                .isFalse();
        people.run(people.moderator, () -> forum.move(people.moderator, topic, people.agents));
        assertThat(people.sees(people.anne, topic)).isFalse();
        assertThatThrownBy(
                        () -> people.run(people.moderator, () -> forum.move(people.moderator, topic, people.roadsOnly)))
                .as("a category that the mover does not see")
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aTopicForAPartOfACategoryStaysForThatPartWhenItMoves() {
        long topic = people.ask(
                people.odile, people.agents, "Réservé à la voirie", "Entre nous.", audience(people.odile, "unit"));
        people.run(people.odile, () -> forum.move(people.odile, topic, people.everyones));

        assertThat(people.sees(people.jeanMarc, topic)).isTrue();
        assertThat(people.sees(people.lucie, topic)).isFalse();
        assertThat(people.sees(people.anne, topic)).isFalse();
    }

    @Test
    void theDifferenceBetweenTwoAudiencesIsCountedForThoseWhoAreInBoth() {
        long agents = town.circle("agents", null);
        long everyone = town.circle("everyone", null);
        assertThat(people.as(people.lucie, () -> topics.difference(agents, everyone)))
                .contains(new TopicRepository.Difference(1, 0));
        assertThat(people.as(people.lucie, () -> topics.difference(everyone, agents)))
                .contains(new TopicRepository.Difference(0, 1));
        assertThat(people.as(people.lucie, () -> topics.difference(agents, town.circle("unit", people.roads))))
                .isEmpty();
    }

    @Test
    void twoTopicsJoinedKeepEverythingThatWasSaid() {
        long kept = people.ask(people.odile, people.everyones, "Sableuse à prêter");
        long first = people.reply(people.lucie, kept, "À Bologne.");
        long joined = people.ask(people.jeanMarc, people.everyones, "Qui a une <sableuse>");
        long second = people.reply(people.anne, joined, "À Vignory.");
        people.as(
                people.odile,
                () -> comments.add(people.odile, joined, second, "Laquelle ?", "", List.of(), UUID.randomUUID()));
        accept(people.jeanMarc, joined, second);
        people.run(people.odile, () -> marks.react(people.odile, joined, null, "thanks"));
        people.run(people.odile, () -> marks.react(people.odile, joined, second, "bravo"));

        assertThatThrownBy(() -> people.run(people.jeanMarc, () -> forum.merge(people.jeanMarc, joined, kept)))
                .isInstanceOf(Forbidden.class);
        assertThat(people.as(people.jeanMarc, () -> topics.merge(joined, kept))).isFalse();
        people.run(people.lucie, () -> forum.merge(people.lucie, joined, kept));

        assertThat(people.sees(people.anne, joined)).isFalse();
        assertThat(people.as(people.anne, () -> topics.joinedTo(people.anne, joined)))
                .contains(kept);
        Topic topic = people.topic(people.anne, kept);
        assertThat(topic.item().commentCount()).isEqualTo(4);
        assertThat(topic.item().answerId()).isEqualTo(second);
        assertThat(topic.answers()).isEqualTo(3);
        assertThat(people.count(people.anne, "content.comment where item_id = " + kept + " and parent_id = " + second))
                .isOne();
        assertThat(people.count(
                        people.anne,
                        "content.comment where item_id = " + kept + " and author_id = " + people.jeanMarc.id()
                                + " and body like '%&lt;sableuse&gt;%' and reaction_count = 1"))
                .as("the text of the topic that was joined")
                .isOne();
        assertThat(topic.item().follow()).as("Anne replied to the joined one").isEqualTo("following");
        assertThat(people.count(people.anne, "content.reaction where item_id = " + kept))
                .isEqualTo(2);
        assertThat(first).isLessThan(second);
        assertThat(people.as(people.anne, () -> categories.find(people.anne, people.everyones))
                        .orElseThrow()
                        .topics())
                .isEqualTo((int) people.look(
                        "select count(*) from forum.topic t join content.item i on i.id = t.item_id where i.state = 'published'"
                                + " and t.narrowed_to is null and t.category_id = " + people.everyones));
    }

    @Test
    void repliesSplitOffMakeATopicOfTheirOwn() {
        long topic = people.ask(people.odile, people.agents, "Badgeuse en panne");
        people.reply(people.lucie, topic, "Chez nous aussi.");
        long aside = people.reply(people.jeanMarc, topic, "Au fait, et la machine à café ?");
        long thread = people.as(
                people.lucie,
                () -> comments.add(people.lucie, topic, aside, "Elle fuit.", "", List.of(), UUID.randomUUID()));
        accept(people.odile, topic, aside);
        people.run(people.lucie, () -> marks.react(people.lucie, topic, aside, "smile"));
        UUID key = UUID.randomUUID();

        assertThatThrownBy(() -> people.as(
                        people.odile, () -> forum.split(people.odile, topic, List.of(aside), "La machine à café", key)))
                .isInstanceOf(Forbidden.class);
        long made = people.as(
                people.moderator, () -> forum.split(people.moderator, topic, List.of(aside), "La machine à café", key));
        long again = people.as(
                people.moderator, () -> forum.split(people.moderator, topic, List.of(aside), "La machine à café", key));

        assertThat(again).isEqualTo(made);
        Topic split = people.topic(people.odile, made);
        assertThat(split.item().authorId()).isEqualTo(people.jeanMarc.id());
        assertThat(split.item().body()).contains("machine à café");
        assertThat(split.item().excerpt()).contains("machine à café");
        assertThat(split.item().reactionCount()).isOne();
        assertThat(split.item().commentCount()).isOne();
        assertThat(split.answers()).isOne();
        assertThat(people.count(
                        people.odile,
                        "content.comment where id = " + thread + " and parent_id is null and item_id = " + made))
                .isOne();
        Topic rest = people.topic(people.odile, topic);
        assertThat(rest.item().commentCount()).isOne();
        assertThat(rest.resolved()).isFalse();
        assertThat(people.as(people.odile, () -> topics.related(topic))).containsExactly(made);
        assertThat(people.sees(people.anne, made)).as("the same people see it").isFalse();
        people.run(
                people.jeanMarc,
                () -> publishing.edit(people.jeanMarc, made, "La machine à café fuit", "Qui répare ?", ""));
        assertThat(people.topic(people.lucie, made).title()).isEqualTo("La machine à café fuit");
    }

    @Test
    void subjectsAreWrittenByTheAuthorOrThoseWhoKeepOrder() {
        long topic = people.ask(people.odile, people.agents, "Des thèmes");
        people.run(people.odile, () -> forum.tag(people.odile, topic, List.of("EPI", "Hiver")));
        assertThatThrownBy(() -> people.run(people.lucie, () -> forum.tag(people.lucie, topic, List.of("Faux"))))
                .isInstanceOf(Forbidden.class);
        people.run(people.moderator, () -> forum.tag(people.moderator, topic, List.of("hiver", "gants")));

        assertThat(people.as(people.lucie, () -> topics.tags(List.of(topic))).get(topic))
                .extracting(Tag::slug)
                .containsExactly("gants", "hiver");
        assertThat(people.as(people.lucie, () -> topics.tagged(people.lucie, "gants", null, Cursor.START, 10)))
                .extracting(TopicLine::id)
                .containsExactly(topic);
    }

    private void accept(Viewer viewer, long topic, long reply) {
        people.run(viewer, () -> forum.accept(viewer, topic, reply));
    }

    private void close(Viewer viewer, long topic, boolean closing) {
        people.run(viewer, () -> forum.close(viewer, topic, closing));
    }

    private String audience(Viewer viewer, String kind) {
        return people.as(viewer, () -> audiences.of(viewer)).stream()
                .filter(one -> one.kind().equals(kind))
                .map(Audience::value)
                .findFirst()
                .orElseThrow();
    }
}
