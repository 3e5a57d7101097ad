package fr.viaduc.forum;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.content.Publishing;
import fr.viaduc.testing.TestCluster;
import fr.viaduc.testing.TestDatabase;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.web.Viewer;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Topics like a title being typed: found whatever their endings and a slip of the finger, and never past the rule. */
@ViaducTest
@Import({Town.class, Neighbours.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SimilarTopicsTest {

    @Autowired
    Neighbours people;

    @Autowired
    TopicRepository topics;

    @Autowired
    Publishing publishing;

    @Autowired
    Forum forum;

    @BeforeEach
    void theySettleOnce() {
        people.settle();
    }

    @Test
    void wordsAreKnownWhateverTheirEndings() {
        long gloves = people.ask(people.odile, people.agents, "Où commander des gants d’hiver ?");
        people.ask(people.odile, people.agents, "Congés de fin d’année");

        assertThat(alike(people.lucie, "commande de gant pour les hivers")).containsExactly(gloves);
        assertThat(alike(people.lucie, "COMMANDER GANTS HIVER")).containsExactly(gloves);
    }

    @Test
    void aSlipOfTheFingerStillFinds() {
        long badge = people.ask(people.odile, people.agents, "Badgeuse de la piscine en panne");

        for (String typed :
                List.of("bageuse piscine", "badgueuse piscine", "bagdeuse piscine", "badgeuze de la picsine")) {
            assertThat(alike(people.lucie, typed)).as(typed).contains(badge);
        }
    }

    @Test
    void theLastWordMayOnlyHaveBeenBegun() {
        long projector = people.ask(people.odile, people.agents, "Projecteur de l’auditorium tout rose");

        assertThat(alike(people.lucie, "le projecteur de l’audit")).contains(projector);
        assertThat(alike(people.lucie, "proj")).contains(projector);
    }

    @Test
    void theMostAlikeComesFirst() {
        long one = people.ask(people.odile, people.agents, "Clé du local vélo");
        long best = people.ask(people.odile, people.agents, "Qui a la clé du local électrique");

        assertThat(alike(people.lucie, "clé du local électrique"))
                .startsWith(best)
                .contains(one);
    }

    @Test
    void whatOneMayNotSeeIsNeverAlike() {
        long hidden = people.ask(people.jeanMarc, people.roadsOnly, "Accident du chasse-neige à Mandres");

        assertThat(alike(people.odile, "accident du chasse-neige")).contains(hidden);
        for (Viewer stranger : List.of(people.lucie, people.anne, people.moderator, people.mathieu)) {
            assertThat(alike(stranger, "Accident du chasse-neige à Mandres")).isEmpty();
            assertThat(alike(stranger, "acident chase-neige")).isEmpty();
        }
        assertThat(people.town
                        .web()
                        .sql("select count(*) from forum.similar('accident', null, 5)")
                        .query(Long.class)
                        .single())
                .as("without a viewer")
                .isZero();
    }

    @Test
    void aTopicThatMovesChangesTitleOrGoesIsFoundWhereItIs() {
        long topic = people.ask(people.jeanMarc, people.roadsOnly, "Sableuse tractée");
        assertThat(alike(people.lucie, "sableuse")).isEmpty();
        people.run(people.jeanMarc, () -> forum.move(people.jeanMarc, topic, people.agents));
        assertThat(alike(people.lucie, "sableuse")).containsExactly(topic);
        people.run(people.jeanMarc, () -> publishing.edit(people.jeanMarc, topic, "Épandeuse tractée", "Texte", ""));
        assertThat(alike(people.lucie, "sableuse")).isEmpty();
        assertThat(alike(people.lucie, "épandeuse")).containsExactly(topic);
        people.run(people.jeanMarc, () -> publishing.remove(people.jeanMarc, topic));
        assertThat(alike(people.lucie, "épandeuse")).isEmpty();
    }

    @Test
    void whateverIsTypedIsOnlyWords() {
        for (String typed : List.of("", "  ", "'", "a & b | c", "%", ":*", "((", "de la", "🚧", "x".repeat(3000))) {
            assertThat(alike(people.lucie, typed)).as(typed).isEmpty();
        }
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void titlesThatOneMayNotSeeAreNotEvenLookedAt() throws SQLException {
        people.ask(people.odile, people.agents, "Prime de fin de chantier");
        String typed = "Licenciement prévu du directeur du dépôt";
        long before = entriesRead(people.lucie.id(), typed);
        people.superuser(
                """
                set session_replication_role = replica;
                insert into content.item (id, kind, author_id, circle_id, state, title, published_at) overriding system value
                select 5000000 + g, 'topic', %1$d, %2$d, 'published', 'Licenciement prévu du directeur du dépôt ' || g, now()
                  from generate_series(1, 3000) g;
                insert into forum.topic (item_id, category_id, words)
                select id, %3$d, forum.words(title) from content.item where id > 5000000;
                insert into forum.title_word (circle_id, word, item_id)
                select %2$d, w, item_id from forum.topic, unnest(words) w where item_id > 5000000;
                insert into forum.title_slip (circle_id, slip, word)
                select distinct %2$d, s, w from forum.topic, unnest(words) w, unnest(forum.slips(w)) s where item_id > 5000000;
                """.formatted(people.jeanMarc.id(), people.town.circle("unit", people.roads), people.roadsOnly));

        assertThat(alike(people.jeanMarc, typed)).hasSize(5);
        assertThat(alike(people.lucie, typed)).isEmpty();
        assertThat(entriesRead(people.lucie.id(), typed))
                .as("entries read for Lucie, with three thousand such titles that she may not see and without")
                .isEqualTo(before);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void amongAHundredThousandTopicsTheIndexIsUsed() throws SQLException {
        people.superuser("""
                set session_replication_role = replica;
                insert into content.item (id, kind, author_id, circle_id, state, title, published_at) overriding system value
                select 6000000 + g, 'topic', %1$d, %2$d, 'published', 'Question ' || g %% 7000 || ' sur le matériel', now()
                  from generate_series(1, 100000) g;
                insert into forum.topic (item_id, category_id, words)
                select id, %3$d, array['question', 'materiel', 'sujet' || id %% 7000] from content.item where id > 6000000;
                insert into forum.title_word (circle_id, word, item_id)
                select %2$d, w, item_id from forum.topic, unnest(words) w where item_id > 6000000;
                analyze forum.title_word; analyze forum.topic; analyze content.item;
                """.formatted(people.odile.id(), people.town.circle("agents", null), people.agents));
        String plans = "";
        try (var connection = TestCluster.get().superuser(TestDatabase.NAME);
                var statement = connection.createStatement()) {
            statement.execute("load 'auto_explain'");
            statement.execute("set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;"
                    + " set auto_explain.log_level = notice");
            statement.execute("set session authorization viaduc_web; set viaduc.viewer = '" + people.lucie.id() + "'");
            statement.clearWarnings();
            try (var rows = statement.executeQuery("select item_id from forum.similar('Question sujet421', null, 5)")) {
                assertThat(rows.next()).isTrue();
            }
            plans = warnings(statement.getWarnings());
        }
        assertThat(plans)
                .contains("title_word_pkey")
                .doesNotContain("Seq Scan on title_word")
                .doesNotContain("Seq Scan on topic")
                .doesNotContain("Seq Scan on item");
    }

    /** How many entries of the words of titles, and of their slips, are read to answer this person. */
    private long entriesRead(long person, String typed) throws SQLException {
        try (var connection = TestCluster.get().superuser(TestDatabase.NAME);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local viaduc.viewer = '" + person + "'");
            statement.execute("set local role viaduc_web");
            statement.execute("select * from forum.similar('" + typed + "', null, 5)");
            statement.execute("reset role");
            try (var rows = statement.executeQuery("""
                    select sum(pg_stat_get_xact_tuples_returned(c)) + sum(pg_stat_get_xact_tuples_fetched(c))
                      from unnest(array['forum.title_word'::regclass, 'forum.title_word_pkey', 'forum.title_word_item',
                                        'forum.title_slip', 'forum.title_slip_pkey', 'forum.topic', 'forum.topic_pkey']) c
                    """)) {
                rows.next();
                return rows.getLong(1);
            } finally {
                connection.rollback();
            }
        }
    }

    private List<Long> alike(Viewer viewer, String title) {
        return people.as(viewer, () -> topics.similar(viewer, title, null, 5));
    }

    private static String warnings(@Nullable SQLWarning first) {
        var text = new StringBuilder();
        for (SQLWarning one = first; one != null; one = one.getNextWarning()) {
            text.append(one.getMessage()).append('\n');
        }
        return text.toString();
    }
}
