package fr.viaduc.house;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.people.signin.Accounts;
import fr.viaduc.testing.TestCluster;
import fr.viaduc.testing.TestDatabase;
import fr.viaduc.testing.Town;
import fr.viaduc.testing.ViaducTest;
import fr.viaduc.testing.Visitor;
import fr.viaduc.web.Role;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** A page costs the same number of statements, whatever it lists. */
@ViaducTest
@House
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsTest {

    private static final String PASSWORD = "quatre péniches vertes";
    private static final int MOST_FOR_HOME = 15;
    private static final int MOST_FOR_AN_EASY_HOME = 9;

    @Autowired
    Town town;

    @Autowired
    Accounts accounts;

    @Autowired
    Visitor lucie;

    private final List<Long> colleagues = new ArrayList<>();
    private long roads;

    @BeforeAll
    void lucieSignsIn() {
        town.commune("52121", "Chaumont");
        roads = town.unit("Voirie", null);
        long site = town.site("Dépôt", "52121");
        long id = town.agent("Lucie", "Martin");
        town.run("update people.person set staff_number = '000201' where id = ?", id);
        town.assign(id, roads, site);
        colleagues.add(id);
        accounts.open(List.of(id), PASSWORD);
        colleagues(10, site);
        lucie.signIn("000201", PASSWORD);
    }

    @Test
    void thePagesCostAsMuchWith10ItemsAsWith100() {
        long everyone = town.circle("everyone", null);
        long space = town.database()
                .sql("select id from spaces.space where unit_id = ?")
                .param(roads)
                .query(Long.class)
                .single();
        String slug = town.as(
                colleagues.getFirst(),
                () -> town.web()
                        .sql("select slug from spaces.space where id = ?")
                        .param(space)
                        .query(String.class)
                        .single());
        // More than a page shows, so that it shows posts alone with few and with many.
        publish(12, everyone, space);
        long post = town.read(colleagues.getFirst(), "select max(id) from content.item")
                .getFirst();
        comment(post, 10);
        openTheFaq();
        answer(10, everyone);
        long question = town.read(colleagues.getFirst(), "select max(item_id) from faq.question")
                .getFirst();
        requireReading(10, everyone);
        long article = write(10, everyone);
        var addresses = List.of(
                "/",
                "/espaces/" + slug,
                "/annuaire",
                "/publications/" + post,
                "/publications/" + post + "/commentaires",
                "/?fil=groupes",
                "/?fil=service",
                "/fil?espace=" + slug,
                "/faq",
                "/faq?q=conge",
                "/faq/" + question,
                "/blog",
                "/blog/" + article);
        var few = addresses.stream().map(this::statements).toList();
        var fewEasy = addresses.stream().map(this::statementsOfAnEasyPage).toList();

        publish(90, everyone, space);
        write(90, everyone);
        comment(post, 90);
        answer(90, everyone);
        requireReading(90, everyone);
        colleagues(
                90,
                town.database()
                        .sql("select min(id) from people.site")
                        .query(Long.class)
                        .single());
        for (int i = 0; i < addresses.size(); i++) {
            List<String> many = statements(addresses.get(i));
            assertThat(many)
                    .as(addresses.get(i))
                    .hasSizeLessThanOrEqualTo(few.get(i).size())
                    .isNotEmpty();
            assertThat(statementsOfAnEasyPage(addresses.get(i)))
                    .as(addresses.get(i))
                    .hasSameSizeAs(fewEasy.get(i));
        }
        assertThat(statements("/")).hasSizeLessThanOrEqualTo(MOST_FOR_HOME);
        assertThat(statementsOfAnEasyPage("/")).hasSizeLessThanOrEqualTo(MOST_FOR_AN_EASY_HOME);
    }

    @Test
    void theForumCostsAsMuchWith10TopicsAsWith100() {
        long agents = town.circle("agents", null);
        long lucieHerself = colleagues.getFirst();
        town.run("insert into people.role_grant (person_id, role) values (?, 'ADMINISTRATOR')", colleagues.get(1));
        long category = town.read(colleagues.get(1), """
                insert into forum.category (slug, name, circle_id, referent_id) values ('essai', 'Essai', ?, ?) returning id
                """, agents, lucieHerself).getFirst();
        long topic = ask(10, agents, category);
        comment(topic, 10);
        var addresses = List.of(
                "/forum",
                "/forum?liste=non-lus",
                "/forum?q=question",
                "/forum/rubriques/essai",
                "/forum/" + topic + "-question-9",
                "/forum/proches?titre=question",
                "/");
        // What had not been read yet is noted by the first look.
        addresses.forEach(lucie::get);
        var few = addresses.stream().map(this::statements).toList();
        var fewEasy = addresses.stream().map(this::statementsOfAnEasyPage).toList();

        ask(90, agents, category);
        comment(topic, 90);
        for (int i = 0; i < addresses.size(); i++) {
            lucie.get(addresses.get(i));
            assertThat(statements(addresses.get(i)))
                    .as(addresses.get(i))
                    .hasSizeLessThanOrEqualTo(few.get(i).size())
                    .isNotEmpty();
            assertThat(statementsOfAnEasyPage(addresses.get(i)))
                    .as(addresses.get(i))
                    .hasSameSizeAs(fewEasy.get(i));
        }
    }

    /** Topics by several people; gives the last one. */
    private long ask(int number, long circle, long category) {
        long item = 0;
        for (int i = 0; i < number; i++) {
            long author = colleagues.get(1 + i % (colleagues.size() - 1));
            item = town.read(author, """
                    insert into content.item (kind, author_id, circle_id, state, title, body, published_at, active_at, idempotency_key)
                    values ('topic', ?, ?, 'published', ?, '<p>Bonjour</p>', now(), now(), ?) returning id
                    """, author, circle, "Question " + i, UUID.randomUUID())
                    .getFirst();
            town.raw(author, "insert into forum.topic (item_id, category_id) values (?, ?)", item, category);
        }
        return item;
    }

    /**
     * The statements of a page for which nothing is kept. An answer may arrive before its statements are noted, so that they
     * are read of the request before: each one finds all anew. A page may need one less than another of its kind, where those
     * whom it names last were named before.
     */
    private List<String> statements(String address) {
        for (int request = 0; request < 3; request++) {
            town.database().sql("select database.forget_changes()").query().listOfRows();
            assertThat(lucie.get(address).status()).as(address).isEqualTo(200);
        }
        return CountedStatements.ofLastRequest();
    }

    /** The statements of a page when nothing of people and places has changed for a while. */
    private List<String> statementsOfAnEasyPage(String address) {
        for (int request = 0; request < 6; request++) {
            assertThat(lucie.get(address).status()).as(address).isEqualTo(200);
        }
        return CountedStatements.ofLastRequest();
    }

    private void colleagues(int number, long site) {
        for (int i = 0; i < number; i++) {
            long id = town.agent("Agent", "Numéro-" + colleagues.size());
            town.assign(id, roads, site);
            colleagues.add(id);
        }
    }

    /** Posts by several people, one in three with a poll, one in three with thanks to somebody. */
    private void publish(int number, long circle, long space) {
        for (int i = 0; i < number; i++) {
            long author = colleagues.get(i % colleagues.size());
            long item =
                    town.read(author, """
                    insert into content.item (kind, author_id, circle_id, state, body, published_at, active_at, idempotency_key)
                    values ('post', ?, ?, 'published', '<p>Bonjour</p>', now(), now(), ?) returning id
                    """, author, circle, UUID.randomUUID()).getFirst();
            town.raw(author, "insert into posts.post (item_id) values (?)", item);
            town.raw(author, "insert into content.placement (item_id, space_id) values (?, ?)", item, space);
            if (i % 3 == 1) {
                town.raw(
                        author,
                        "insert into posts.kudos (item_id, person_id) values (?, ?)",
                        item,
                        colleagues.get(1 + i % 9));
            }
            if (i % 3 == 2) {
                ask(author, item);
            }
        }
    }

    /** The second colleague writes the FAQ. */
    private void openTheFaq() {
        town.grant(colleagues.get(1), Role.COMMUNICATION);
        town.raw(colleagues.get(1), "insert into faq.category (slug, name) values ('conges', 'Congés')");
    }

    private void answer(int number, long circle) {
        long author = colleagues.get(1);
        for (int i = 0; i < number; i++) {
            long item = town.read(author, """
                    insert into content.item (kind, author_id, circle_id, state, title, body, published_at)
                    values ('question', ?, ?, 'published', 'Combien de jours de congés ?', '<p>Vingt-cinq</p>', now()) returning id
                    """, author, circle).getFirst();
            town.raw(author, """
                    insert into faq.question (item_id, category_id, unit_id, position, verified_on, review_by)
                    values (?, (select min(id) from faq.category), ?, ?, current_date, current_date + 300)
                    """, item, roads, i);
        }
    }

    private void requireReading(int number, long circle) {
        long author = colleagues.get(1);
        for (int i = 0; i < number; i++) {
            long item = town.read(author, """
                    insert into content.item (kind, author_id, circle_id, state, body, published_at, active_at)
                    values ('post', ?, ?, 'published', '<p>À lire</p>', now(), now()) returning id
                    """, author, circle).getFirst();
            town.raw(author, "insert into posts.post (item_id) values (?)", item);
            town.raw(
                    author,
                    "insert into content.acknowledgement_request (item_id, kind, due_on) values (?, 'note', current_date + ?)",
                    item,
                    i + 1);
        }
    }

    /** Articles with subjects, put on the home page; gives the first. Whom they may show and who publishes is not asked. */
    private long write(int number, long circle) {
        try (var database = TestCluster.get().superuser(TestDatabase.NAME);
                var statement = database.createStatement()) {
            statement.execute("""
                    set session_replication_role = replica;
                    insert into content.tag (slug, name) values ('voirie', 'Voirie') on conflict do nothing;
                    with made as (
                        insert into content.item (kind, author_id, circle_id, state, title, excerpt, body, published_at, active_at)
                        select 'article', (array[%s])[1 + n %% 5], %d, 'published', 'Article ' || n, 'Un chapô', '<h2>Titre</h2><p>Texte</p>', now() - interval '1 day', now()
                          from generate_series(1, %d) n returning id),
                    told as (
                        insert into blog.article (item_id, category_id, featured_at)
                        select id, (select min(id) from blog.category), now() from made)
                    insert into content.item_tag (item_id, tag_id) select m.id, t.id from made m, content.tag t
                    """.formatted(
                    String.join(
                            ",",
                            colleagues.stream().limit(5).map(String::valueOf).toList()),
                    circle,
                    number));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return town.read(colleagues.getFirst(), "select min(id) from content.item where kind = 'article'")
                .getFirst();
    }

    private void ask(long author, long item) {
        town.raw(
                author,
                "insert into posts.poll (item_id, question, closes_at) values (?, 'Quel jour ?', now() + interval '1 day')",
                item);
        for (String day : List.of("Lundi", "Vendredi")) {
            town.raw(
                    author,
                    "insert into posts.poll_option (item_id, position, label) values (?, ?, ?)",
                    item,
                    day.length(),
                    day);
        }
    }

    private void comment(long post, int number) {
        for (int i = 0; i < number; i++) {
            long author = colleagues.get(i % colleagues.size());
            town.raw(
                    author,
                    "insert into content.comment (item_id, author_id, body) values (?, ?, '<p>Merci</p>')",
                    post,
                    author);
        }
    }
}
