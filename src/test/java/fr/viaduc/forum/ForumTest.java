package fr.viaduc.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.content.Audience;
import fr.viaduc.content.Audiences;
import fr.viaduc.content.Comments;
import fr.viaduc.content.Events;
import fr.viaduc.content.Marks;
import fr.viaduc.content.NewItem;
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
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The forum on PostgreSQL: who sees, who answers, who keeps order, and what nobody can know. */
@ViaducTest
@RecordApplicationEvents
@Import({Town.class, Neighbours.class})
class ForumTest {

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
    Readings readings;

    @Autowired
    Referrals referrals;

    @Autowired
    Publishing publishing;

    @Autowired
    Comments comments;

    @Autowired
    Marks marks;

    @Autowired
    Audiences audiences;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void theySettleOnce() {
        people.settle();
    }

    // ------------------------------------------------------------ who sees

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

    // ------------------------------------------------------------ answers

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

    // ------------------------------------------------------------ reading

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

    // ------------------------------------------------------------ keeping order

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

    // ------------------------------------------------------------ lists and search

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

    private List<Long> list(Viewer viewer, Shelf shelf) {
        return people.as(viewer, () -> topics.list(viewer, shelf, null, Cursor.START, 100)).stream()
                .map(TopicLine::id)
                .toList();
    }

    private void accept(Viewer viewer, long topic, long reply) {
        people.run(viewer, () -> forum.accept(viewer, topic, reply));
    }

    private void close(Viewer viewer, long topic, boolean closing) {
        people.run(viewer, () -> forum.close(viewer, topic, closing));
    }

    private void read(Viewer viewer, long id) {
        Topic topic = people.topic(viewer, id);
        readings.note(viewer, topic, topic.lastReply());
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
