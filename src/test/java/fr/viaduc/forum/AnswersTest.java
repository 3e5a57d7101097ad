package fr.viaduc.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.content.Comments;
import fr.viaduc.content.Events;
import fr.viaduc.content.Item;
import fr.viaduc.content.OpenQuestions;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Forbidden;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Which reply answers a question, who says so, and who is called when nobody replies. */
@ViaducTest
@RecordApplicationEvents
@Import({Town.class, Neighbours.class})
class AnswersTest {
    @Autowired
    Neighbours people;

    @Autowired
    Town town;

    @Autowired
    Forum forum;

    @Autowired
    TopicRepository topics;

    @Autowired
    OpenQuestions questions;

    @Autowired
    Referrals referrals;

    @Autowired
    Comments comments;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void theySettleOnce() {
        people.settle();
    }

    @Test
    void itsAuthorTheReferentOrAModeratorAcceptsAnAnswer() {
        long topic = people.ask(people.odile, people.everyones, "Boîte à code ou remise en main propre");
        long first = people.reply(people.anne, topic, "En main propre.");
        long second = people.reply(people.jeanMarc, topic, "Boîte à code.");

        assertThatThrownBy(() -> accept(people.jeanMarc, topic, second)).isInstanceOf(Forbidden.class);
        assertThat(people.as(people.jeanMarc, () -> topics.accept(topic, second)))
                .as("past the service's checks")
                .isFalse();
        accept(people.odile, topic, first);
        assertThat(people.topic(people.anne, topic).item().answerId()).isEqualTo(first);
        assertThat(events.stream(Events.AnswerAccepted.class))
                .contains(new Events.AnswerAccepted(topic, first, people.odile.id()));
        accept(people.lucie, topic, second);
        assertThat(people.topic(people.anne, topic).acceptedBy())
                .as("Lucie is of the service that answers for the category")
                .isEqualTo(people.lucie.id());
        people.run(people.moderator, () -> forum.accept(people.moderator, topic, null));
        assertThat(people.topic(people.anne, topic).resolved()).isFalse();
    }

    @Test
    void whoWritesTheFaqSeesWhatHasNoAnswerAndWhatHasSeveralAndNone() {
        long settled = people.ask(people.odile, people.agents, "Qui range la remorque");
        accept(people.odile, settled, people.reply(people.lucie, settled, "L’équipe du jour."));
        long discussed = people.ask(people.odile, people.agents, "Qui paie le lavage");
        people.reply(people.lucie, discussed, "Chacun à son tour.");
        long alone = people.ask(people.odile, people.agents, "Qui ferme le portail");

        assertThat(waiting(people.lucie)).contains(alone).doesNotContain(discussed, settled);
        assertThat(undecided(people.lucie)).startsWith(discussed).doesNotContain(alone, settled);
        assertThat(undecided(people.anne))
                .as("what is the agents’ is not shown to officials")
                .doesNotContain(discussed);
    }

    private List<Long> waiting(Viewer viewer) {
        return people.as(
                viewer,
                () -> questions.unanswered(viewer, 1_000).stream().map(Item::id).toList());
    }

    private List<Long> undecided(Viewer viewer) {
        return people.as(
                viewer,
                () -> questions.undecided(viewer, 1_000).stream().map(Item::id).toList());
    }

    @Test
    void aReplyOfAnotherTopicIsNotAnAnswer() {
        long topic = people.ask(people.odile, people.agents, "Première question");
        long other = people.ask(people.odile, people.agents, "Seconde question");
        long reply = people.reply(people.lucie, other, "Réponse à la seconde.");

        assertThatThrownBy(() -> accept(people.odile, topic, reply)).isInstanceOf(NotFound.class);
        assertThat(people.as(people.odile, () -> topics.accept(topic, reply))).isFalse();
    }

    @Test
    void anAnswerThatItsAuthorTakesAwayIsNoLongerTheAnswer() {
        long topic = people.ask(people.odile, people.agents, "Qui a la clé du local");
        long reply = people.reply(people.lucie, topic, "Moi.");
        accept(people.odile, topic, reply);
        people.run(people.lucie, () -> comments.remove(people.lucie, topic, reply));

        Topic after = people.topic(people.odile, topic);
        assertThat(after.resolved()).isFalse();
        assertThat(after.acceptedBy()).isNull();
        assertThat(after.waiting()).isTrue();
    }

    @Test
    void aQuestionLeftUnansweredGoesToTheReferentOfItsCategory() {
        long forgotten = people.ask(people.odile, people.roadsOnly, "Miroir du carrefour couvert de givre");
        long answered = people.ask(people.odile, people.roadsOnly, "Miroir du virage");
        people.reply(people.jeanMarc, answered, "Fait.");
        long fresh = people.ask(people.odile, people.roadsOnly, "Miroir de la place");
        for (long topic : List.of(forgotten, answered)) {
            town.raw(
                    people.odile.id(),
                    "update content.item set published_at = now() - interval '4 days' where id = ?",
                    topic);
        }

        assertThat(referrals.refer()).isOne();
        assertThat(events.stream(Events.QuestionWaiting.class))
                .containsExactly(new Events.QuestionWaiting(forgotten, List.of(people.aurore.id())));
        assertThat(referrals.refer()).as("once").isZero();
        assertThat(list(people.aurore, Shelf.TO_ANSWER))
                .containsExactly(forgotten)
                .doesNotContain(fresh);
        assertThat(people.as(people.aurore, () -> topics.toAnswer(people.aurore)))
                .isOne();
        assertThat(list(people.jeanMarc, Shelf.TO_ANSWER)).isEmpty();
        assertThat(list(people.jeanMarc, Shelf.UNANSWERED)).contains(forgotten, fresh);
        people.reply(people.aurore, forgotten, "C’est à nous, demain matin.");
        assertThat(list(people.aurore, Shelf.TO_ANSWER)).isEmpty();
    }

    private List<Long> list(Viewer viewer, Shelf shelf) {
        return people.as(viewer, () -> topics.list(viewer, shelf, null, Cursor.START, 100)).stream()
                .map(TopicLine::id)
                .toList();
    }

    private void accept(Viewer viewer, long topic, long reply) {
        people.run(viewer, () -> forum.accept(viewer, topic, reply));
    }
}
