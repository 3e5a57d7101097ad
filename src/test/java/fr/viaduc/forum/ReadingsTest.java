package fr.viaduc.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.content.Marks;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Viewer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;

/** What one has read and follows, and what nobody else can know of it. */
@ViaducTest
@Import({Town.class, Neighbours.class})
class ReadingsTest {
    @Autowired
    Neighbours people;

    @Autowired
    Town town;

    @Autowired
    Forum forum;

    @Autowired
    TopicRepository topics;

    @Autowired
    Readings readings;

    @Autowired
    Marks marks;

    @BeforeEach
    void theySettleOnce() {
        people.settle();
    }

    @Test
    void whatOneHasReadNobodyElseCanKnow() {
        long topic = people.ask(people.odile, people.agents, "Que lit-on ici");
        read(people.lucie, topic);

        String rows = "forum.reading where item_id = " + topic;
        assertThat(people.count(people.lucie, rows)).isOne();
        for (Viewer other : people.everybody()) {
            if (other.id() != people.lucie.id() && other.id() != people.odile.id()) {
                assertThat(people.count(other, rows))
                        .as("seen by %s", other.id())
                        .isZero();
            }
        }
        assertThat(people.count(people.odile, rows)).as("their own only").isOne();
        assertThatThrownBy(() -> town.database()
                        .sql("select count(*) from forum.reading")
                        .query(Long.class)
                        .single())
                .as("jobs and sign-in")
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> town.raw(people.lucie.id(), "delete from forum.reading"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void readingsAreCountedWithoutThePersonAndOnlyWhenThereIsSomethingNew() {
        long topic = people.ask(people.odile, people.agents, "Combien de lectures");
        read(people.odile, topic);
        assertThat(people.topic(people.odile, topic).readings())
                .as("its author's own")
                .isZero();
        read(people.lucie, topic);
        read(people.lucie, topic);
        assertThat(people.topic(people.odile, topic).readings()).isOne();
        people.reply(people.jeanMarc, topic, "Du nouveau.");
        assertThat(people.topic(people.lucie, topic).hasNews()).isTrue();
        read(people.lucie, topic);
        assertThat(people.topic(people.odile, topic).readings()).isEqualTo(2);
        assertThat(people.look("select count(*) from information_schema.columns where table_schema = 'forum'"
                        + " and table_name = 'reading' and data_type like '%time%'"))
                .as("no date is kept with what somebody has read")
                .isZero();
    }

    @Test
    void whatIsNewIsListedUntilItIsRead() {
        long topic = people.ask(people.odile, people.roadsOnly, "Une nouvelle question");
        assertThat(list(people.jeanMarc, Shelf.UNREAD)).contains(topic);
        read(people.jeanMarc, topic);
        assertThat(list(people.jeanMarc, Shelf.UNREAD)).doesNotContain(topic);
        people.reply(people.aurore, topic, "Une réponse.");
        assertThat(list(people.jeanMarc, Shelf.UNREAD)).contains(topic);
        assertThat(list(people.aurore, Shelf.UNREAD)).as("one’s own words").doesNotContain(topic);
        people.run(people.jeanMarc, () -> forum.readAll(people.jeanMarc, people.roadsOnly));
        assertThat(people.as(
                        people.jeanMarc,
                        () -> topics.list(people.jeanMarc, Shelf.UNREAD, people.roadsOnly, Cursor.START, 100)))
                .isEmpty();
    }

    @Test
    void whatWasReadOfAQuietTopicIsForgotten() {
        long quiet = people.ask(people.odile, people.agents, "Vieille question");
        long lively = people.ask(people.odile, people.agents, "Question récente");
        read(people.lucie, quiet);
        read(people.lucie, lively);
        people.superuser("update forum.topic set active_at = now() - interval '7 months' where item_id = " + quiet);
        town.database()
                .sql("select forum.forget_readings()")
                .query((row, number) -> number)
                .list();

        assertThat(people.look("select count(*) from forum.reading where item_id = " + quiet))
                .isZero();
        assertThat(people.count(people.lucie, "forum.reading where item_id = " + lively))
                .isOne();
        assertThat(list(people.jeanMarc, Shelf.UNREAD))
                .as("old topics count as read")
                .doesNotContain(quiet);
    }

    @Test
    void whoAsksOrRepliesFollowsUnlessTheyHadMuted() {
        long topic = people.ask(people.odile, people.agents, "Qui suit quoi");
        people.run(people.jeanMarc, () -> marks.follow(people.jeanMarc, topic, "muted"));
        people.reply(people.jeanMarc, topic, "Je réponds sans suivre.");
        people.reply(people.lucie, topic, "Je réponds.");

        assertThat(people.topic(people.odile, topic).item().follow()).isEqualTo("following");
        assertThat(people.topic(people.lucie, topic).item().follow()).isEqualTo("following");
        assertThat(people.topic(people.jeanMarc, topic).item().follow()).isEqualTo("muted");
        assertThat(list(people.lucie, Shelf.FOLLOWED)).contains(topic);
        assertThat(list(people.odile, Shelf.MINE)).contains(topic);
    }

    private List<Long> list(Viewer viewer, Shelf shelf) {
        return people.as(viewer, () -> topics.list(viewer, shelf, null, Cursor.START, 100)).stream()
                .map(TopicLine::id)
                .toList();
    }

    private void read(Viewer viewer, long id) {
        Topic topic = people.topic(viewer, id);
        readings.note(viewer, topic, topic.lastReply());
    }
}
