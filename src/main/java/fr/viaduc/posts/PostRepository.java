package fr.viaduc.posts;

import fr.viaduc.web.Viewer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All the SQL of posts. */
@Repository
@Transactional
class PostRepository {
    private final JdbcClient database;

    PostRepository(JdbcClient database) {
        this.database = database;
    }

    /** What is particular to these posts, by item; one statement. */
    @Transactional(readOnly = true)
    Map<Long, Post> find(Viewer viewer, Collection<Long> items) {
        Map<Long, Post> posts = new HashMap<>();
        if (items.isEmpty()) {
            return posts;
        }
        database.sql("""
                        select p.item_id, p.link, p.link_title, q.question, q.anonymous, q.several, q.closes_at, q.voters,
                               o.ids, o.labels, o.votes, v.item_id is not null as voted,
                               (select array_agg(option_id) from posts.vote mine
                                 where mine.item_id = p.item_id and mine.person_id = :viewer) as chosen,
                               (select array_agg(person_id order by person_id) from posts.kudos k where k.item_id = p.item_id) as thanked
                          from posts.post p
                          left join posts.poll q on q.item_id = p.item_id
                          left join posts.voter v on v.item_id = q.item_id and v.person_id = :viewer
                          left join lateral (
                               select array_agg(id order by position) as ids, array_agg(label order by position) as labels,
                                      array_agg(votes order by position) as votes
                                 from posts.poll_option where item_id = q.item_id) o on q.item_id is not null
                         where p.item_id = any (:items)
                        """)
                .param("viewer", viewer.id())
                .param("items", items.toArray(Long[]::new))
                .query((row, number) -> post(row))
                .list()
                .forEach(post -> posts.put(post.itemId(), post));
        return posts;
    }

    void add(long itemId, PostForm form, Instant closesAt) {
        database.sql("insert into posts.post (item_id, link, link_title) values (:item, :link, :title)")
                .param("item", itemId)
                .param("link", form.link().isBlank() ? null : form.link().strip())
                .param(
                        "title",
                        form.linkTitle().isBlank() ? null : form.linkTitle().strip())
                .update();
        if (form.hasPoll()) {
            addPoll(itemId, form, closesAt);
        }
        thank(itemId, form.thanked());
    }

    /** Changes the link. */
    void change(long itemId, PostForm form) {
        database.sql("update posts.post set link = :link, link_title = :title where item_id = :item")
                .param("item", itemId)
                .param("link", form.link().isBlank() ? null : form.link().strip())
                .param(
                        "title",
                        form.linkTitle().isBlank() ? null : form.linkTitle().strip())
                .update();
    }

    /**
     * Puts another poll, or none, in the place of one that nobody has answered.
     *
     * @param existed whether there was one
     * @throws PollAnswered when somebody has answered it meanwhile
     */
    void replacePoll(long itemId, PostForm form, Instant closesAt, boolean existed) {
        int gone = database.sql("delete from posts.poll where item_id = ? and voters = 0")
                .param(itemId)
                .update();
        if (existed && gone == 0) {
            throw new PollAnswered();
        }
        if (form.hasPoll()) {
            addPoll(itemId, form, closesAt);
        }
    }

    /**
     * Another last day for a poll.
     *
     * @throws PollAnswered when it has ended meanwhile
     */
    void prolong(long itemId, Instant closesAt) {
        int changed = database.sql("update posts.poll set closes_at = :closes where item_id = :item")
                .param("item", itemId)
                .param("closes", closesAt.atOffset(java.time.ZoneOffset.UTC))
                .update();
        if (changed == 0) {
            throw new PollAnswered();
        }
    }

    /** Whom the post thanks from now on. */
    void thankInstead(long itemId, List<Long> thanked) {
        database.sql("delete from posts.kudos where item_id = ?").param(itemId).update();
        thank(itemId, thanked);
    }

    /** A post that is nothing but its text, and thanks to these persons. */
    void add(long itemId, List<Long> thanked) {
        database.sql("insert into posts.post (item_id) values (?)")
                .param(itemId)
                .update();
        thank(itemId, thanked);
    }

    private void thank(long itemId, List<Long> thanked) {
        if (!thanked.isEmpty()) {
            database.sql("""
                            insert into posts.kudos (item_id, person_id)
                            select :item, id from people.person where id = any (:people)
                            """)
                    .param("item", itemId)
                    .param("people", thanked.toArray(Long[]::new))
                    .update();
        }
    }

    /** The people of that first and last name, in either order; two at most. */
    @Transactional(readOnly = true)
    List<Long> named(Viewer viewer, String name) {
        return database.sql("""
                        select id from people.person
                         where erased_at is null and id <> :viewer
                           and (people.plain(name) = people.plain(:name) or sort_name = people.plain(:name))
                         limit 2
                        """)
                .param("viewer", viewer.id())
                .param("name", name)
                .query(Long.class)
                .list();
    }

    private void addPoll(long itemId, PostForm form, Instant closesAt) {
        addPoll(itemId, form.question(), form.options(), List.of(), form.anonymous(), form.several(), closesAt);
    }

    void addPoll(long itemId, Posts.NewPoll poll, Instant closesAt) {
        addPoll(itemId, poll.question(), poll.options(), poll.totals(), poll.anonymous(), false, closesAt);
    }

    private void addPoll(
            long itemId,
            String question,
            List<String> options,
            List<Integer> totals,
            boolean anonymous,
            boolean several,
            Instant closesAt) {
        database.sql("""
                        insert into posts.poll (item_id, question, anonymous, several, closes_at, voters)
                        values (:item, :question, :anonymous, :several, :closes, :voters)
                        """)
                .param("item", itemId)
                .param("question", question.strip())
                .param("anonymous", anonymous)
                .param("several", several)
                .param("closes", closesAt.atOffset(java.time.ZoneOffset.UTC))
                .param("voters", totals.stream().mapToInt(Integer::intValue).sum())
                .update();
        database.sql("""
                        insert into posts.poll_option (item_id, position, label, votes)
                        select :item, position, label, coalesce(votes, 0)
                          from rows from (unnest(:labels), unnest(:votes)) with ordinality as o(label, votes, position)
                        """)
                .param("item", itemId)
                .param("labels", options.stream().map(String::strip).toArray(String[]::new))
                .param("votes", totals.toArray(Integer[]::new))
                .update();
    }

    /** Votes; says "voted", "already", "closed", "missing" or "wrong". */
    String vote(long itemId, Collection<Long> options) {
        return database.sql("select posts.cast_vote(:item, :options)")
                .param("item", itemId)
                .param("options", options.toArray(Long[]::new))
                .query(String.class)
                .single();
    }

    private static Post post(ResultSet row) throws SQLException {
        Poll poll = null;
        if (row.getString("question") != null) {
            List<Long> chosen = longs(row.getArray("chosen"));
            List<Long> ids = longs(row.getArray("ids"));
            String[] labels = (String[]) row.getArray("labels").getArray();
            Integer[] votes = (Integer[]) row.getArray("votes").getArray();
            var options = new ArrayList<Poll.Option>();
            for (int i = 0; i < ids.size(); i++) {
                options.add(new Poll.Option(ids.get(i), labels[i], votes[i], chosen.contains(ids.get(i))));
            }
            poll = new Poll(
                    row.getString("question"),
                    row.getBoolean("anonymous"),
                    row.getBoolean("several"),
                    row.getObject("closes_at", OffsetDateTime.class).toInstant(),
                    row.getInt("voters"),
                    row.getBoolean("voted"),
                    options);
        }
        return new Post(
                row.getLong("item_id"),
                row.getString("link"),
                row.getString("link_title"),
                poll,
                longs(row.getArray("thanked")));
    }

    private static List<Long> longs(@org.jspecify.annotations.Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Long[]) array.getArray());
    }
}
