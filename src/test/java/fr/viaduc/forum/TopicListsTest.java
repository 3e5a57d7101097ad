package fr.viaduc.forum;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.content.Comments;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Viewer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The lists of the forum, and its search. */
@ViaducTest
@Import({Town.class, Neighbours.class})
class TopicListsTest {
    @Autowired
    Neighbours people;

    @Autowired
    Town town;

    @Autowired
    TopicRepository topics;

    @Autowired
    Comments comments;

    @BeforeEach
    void theySettleOnce() {
        people.settle();
    }

    @Test
    void aListGoesOnWithoutLosingOrRepeatingAnything() {
        long circle = town.circle("agents", null);
        long category = people.open("Longue liste", circle, null, null);
        for (int i = 0; i < 12; i++) {
            people.ask(people.odile, category, "Question numéro " + i);
        }
        var all = new java.util.ArrayList<Long>();
        Cursor cursor = Cursor.START;
        while (true) {
            Cursor from = cursor;
            List<TopicLine> page =
                    people.as(people.lucie, () -> topics.list(people.lucie, Shelf.ALL, category, from, 5));
            page.forEach(line -> all.add(line.id()));
            if (page.size() < 5) {
                break;
            }
            cursor = Cursor.of(Cursor.after(page.getLast()).value());
        }
        assertThat(all).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void wordsAreFoundInTopicsAndRepliesByThoseWhoSeeThem() {
        long topic = people.ask(people.odile, people.agents, "Projecteur de l’auditorium");
        long reply = people.reply(people.lucie, topic, "C’est le câble ombilical qui fatigue.");
        long hidden = people.ask(people.odile, people.roadsOnly, "Câble ombilical de la saleuse");

        assertThat(search(people.lucie, "câbles ombilicaux"))
                .extracting(TopicRepository.Hit::topic, TopicRepository.Hit::reply)
                .containsExactly(org.assertj.core.api.Assertions.tuple(topic, reply));
        assertThat(search(people.jeanMarc, "ombilical"))
                .extracting(TopicRepository.Hit::topic)
                .containsExactlyInAnyOrder(topic, hidden);
        assertThat(search(people.anne, "ombilical")).isEmpty();
        people.run(people.lucie, () -> comments.remove(people.lucie, topic, reply));
        assertThat(search(people.lucie, "ombilical")).isEmpty();
    }

    private List<TopicRepository.Hit> search(Viewer viewer, String words) {
        return people.as(viewer, () -> topics.search(viewer, words, null, 10, null, null));
    }
}
