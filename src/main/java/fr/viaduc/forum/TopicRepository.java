package fr.viaduc.forum;

import fr.viaduc.content.Items;
import fr.viaduc.web.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All the SQL of topics. What the viewer may not see does not exist; the functions are in {@code V052__forum.sql}. */
@Repository
@Transactional(readOnly = true)
class TopicRepository {
    private static final String LINE = """
            select i.id, i.title, i.author_id, i.published_at, i.answer_id is not null as resolved, i.comments_open, i.comment_count,
                   t.question, t.answers, t.active_at, t.pinned_at is not null as pinned, t.referred_at is not null as referred,
                   g.id as category_id, g.slug as category_slug, g.name as category_name, coalesce(w.state = 'muted', false) as muted,
                   t.active_at > now() - forum.kept_for() and coalesce(m.last_comment_id, -1) < t.last_comment_id
                       and w.state is distinct from 'muted' as unread
            """;
    private static final String MARKS = """
              join content.item i on i.id = t.item_id
              left join forum.category g on g.id = t.category_id
              left join content.follow w on w.item_id = t.item_id and w.person_id = :viewer
              left join forum.reading m on m.item_id = t.item_id and m.person_id = :viewer
            """;
    private static final String ORDER = " order by t.active_at desc, t.item_id desc limit :size";

    /** The latest topics of each category, merged: the work grows with the categories and the page, not with the topics. */
    private static final String BY_CATEGORY = """
              from (select c.id from forum.category c
                     where (:category::bigint is null or c.id = :category) and %s) shown
              cross join lateral (
                   select t.* from forum.topic t join content.item i on i.id = t.item_id
                    where t.category_id = shown.id and t.merged_into is null and i.state = 'published'
                      and (t.active_at, t.item_id) < (:at, :id) and %s
                    order by t.active_at desc, t.item_id desc limit :size) t
            """;

    private static final String READABLE = "c.circle_id = any ((select circles.readable())::bigint[])";
    private static final String WAITING = "t.question and t.answers = 0 and i.answer_id is null and i.comments_open";
    private static final String OF_ONES_OWN = """
              from (select t.* from %s
                     where i.state = 'published' and t.merged_into is null and (:category::bigint is null or t.category_id = :category)
                       and (t.active_at, t.item_id) < (:at, :id)
                     order by t.active_at desc, t.item_id desc limit :size) t
            """;

    private static final Map<Shelf, String> SHELVES = Map.of(
            Shelf.ALL, BY_CATEGORY.formatted(READABLE, "t.pinned_at is null"),
            Shelf.UNANSWERED, BY_CATEGORY.formatted(READABLE, WAITING),
            Shelf.UNREAD, BY_CATEGORY.formatted(READABLE, """
                    t.active_at > now() - forum.kept_for()
                      and not exists (select 1 from forum.reading r
                                       where r.person_id = :viewer and r.item_id = t.item_id and r.last_comment_id >= t.last_comment_id)
                      and not exists (select 1 from content.follow f
                                       where f.person_id = :viewer and f.item_id = t.item_id and f.state = 'muted')"""),
            Shelf.TO_ANSWER,
                    BY_CATEGORY.formatted(
                            "c.id = any ((select forum.answered_for())::bigint[])",
                            WAITING + " and t.referred_at is not null"),
            Shelf.MINE, OF_ONES_OWN.formatted("""
                    content.item i join forum.topic t on t.item_id = i.id and i.author_id = :viewer and i.kind = 'topic'"""),
            Shelf.FOLLOWED, OF_ONES_OWN.formatted("""
                    content.follow f join forum.topic t on t.item_id = f.item_id and f.person_id = :viewer and f.state = 'following'
                      join content.item i on i.id = t.item_id"""));
    private static final String TAGGED = OF_ONES_OWN.formatted("""
            content.tag g join content.item_tag x on x.tag_id = g.id and g.slug = :tag
              join forum.topic t on t.item_id = x.item_id join content.item i on i.id = t.item_id""");

    private final JdbcClient database;

    TopicRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<Topic> find(Viewer viewer, long id) {
        return topics(viewer, List.of(id)).stream().findFirst();
    }

    /** These topics, by item; one statement. */
    Map<Long, Topic> find(Viewer viewer, Collection<Long> ids) {
        var found = new HashMap<Long, Topic>();
        if (!ids.isEmpty()) {
            topics(viewer, ids).forEach(topic -> found.put(topic.id(), topic));
        }
        return found;
    }

    private List<Topic> topics(Viewer viewer, Collection<Long> ids) {
        return database.sql("select " + Items.COLUMNS + """
                        , t.question, t.pinned_at is not null as pinned, t.closed_by, t.answers, t.referred_at is not null as referred, t.last_comment_id, t.readings, t.accepted_by,
                          t.narrowed_to, coalesce(t.category_id = any ((select forum.led())::bigint[]), false) as led,
                          m.last_comment_id as seen, g.id as category_id, g.slug as category_slug, g.name as category_name
                          from forum.topic t
                          join content.item i on i.id = t.item_id
                        """ + Items.MARKS + """
                          left join forum.category g on g.id = t.category_id
                          left join forum.reading m on m.item_id = t.item_id and m.person_id = :viewer
                         where t.item_id = any (:ids) and i.state = 'published'
                        """)
                .param("viewer", viewer.id())
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> new Topic(
                        java.util.Objects.requireNonNull(Items.ROW.mapRow(row, number)),
                        place(row),
                        row.getBoolean("question"),
                        row.getBoolean("pinned"),
                        row.getObject("closed_by", Long.class),
                        row.getInt("answers"),
                        row.getBoolean("referred"),
                        row.getLong("last_comment_id"),
                        row.getInt("readings"),
                        row.getObject("accepted_by", Long.class),
                        row.getObject("narrowed_to", Long.class),
                        row.getBoolean("led"),
                        row.getObject("seen", Long.class)))
                .list();
    }

    /** The latest topics of a list, before one; in one category, or in all those that the viewer sees. */
    List<TopicLine> list(Viewer viewer, Shelf shelf, @Nullable Long category, Cursor before, int size) {
        return lines(
                viewer,
                java.util.Objects.requireNonNull(SHELVES.get(shelf)),
                Map.of("category", Optional.ofNullable(category)),
                before,
                size);
    }

    /** The latest topics about a subject. */
    List<TopicLine> tagged(Viewer viewer, String tag, @Nullable Long category, Cursor before, int size) {
        return lines(
                viewer,
                TAGGED,
                Map.of("category", Optional.ofNullable(category), "tag", Optional.of(tag)),
                before,
                size);
    }

    private List<TopicLine> lines(
            Viewer viewer, String from, Map<String, Optional<?>> parameters, Cursor before, int size) {
        var statement = database.sql(LINE + from + MARKS + ORDER)
                .param("viewer", viewer.id())
                .param("at", before.moment())
                .param("id", before.id())
                .param("size", size);
        for (var parameter : parameters.entrySet()) {
            statement = statement.param(parameter.getKey(), parameter.getValue().orElse(null));
        }
        return statement.query((row, number) -> line(row)).list();
    }

    /** What is kept at the top: of one category, or of all. */
    List<TopicLine> pinned(Viewer viewer, @Nullable Long category) {
        return database.sql(LINE + " from forum.topic t " + MARKS + """
                         where t.pinned_at is not null and i.state = 'published' and g.id is not null
                           and (:category::bigint is null or t.category_id = :category)
                         order by t.pinned_at desc limit 10
                        """)
                .param("viewer", viewer.id())
                .param("category", category)
                .query((row, number) -> line(row))
                .list();
    }

    /** These topics, in no order. */
    Map<Long, TopicLine> lines(Viewer viewer, Collection<Long> ids) {
        var lines = new HashMap<Long, TopicLine>();
        if (!ids.isEmpty()) {
            database.sql(LINE + " from forum.topic t " + MARKS
                            + " where t.item_id = any (:ids) and i.state = 'published'")
                    .param("viewer", viewer.id())
                    .param("ids", ids.toArray(Long[]::new))
                    .query((row, number) -> line(row))
                    .list()
                    .forEach(line -> lines.put(line.id(), line));
        }
        return lines;
    }

    /** How many questions wait for the viewer, up to a hundred. */
    int toAnswer(Viewer viewer) {
        return database.sql("select count(*) from (select 1 from forum.topic t join content.item i on i.id = t.item_id"
                        + " where t.category_id = any ((select forum.answered_for())::bigint[]) and i.state = 'published'"
                        + " and t.merged_into is null and t.referred_at is not null and " + WAITING + " limit 100) w")
                .query(Integer.class)
                .single();
    }

    /** The last people whose answers were accepted, latest first; not how many: nobody is ranked. */
    List<Long> helpers(Viewer viewer, int most) {
        return database.sql("""
                        select c.author_id
                          from (select t.item_id, t.accepted_at from forum.topic t join content.item i on i.id = t.item_id
                                 where t.accepted_at > now() - interval '60 days' and i.state = 'published'
                                 order by t.accepted_at desc limit 30) t
                          join content.item i on i.id = t.item_id
                          join content.comment c on c.id = i.answer_id
                         where c.author_id <> i.author_id
                         group by c.author_id order by max(t.accepted_at) desc limit :most
                        """).param("most", most).query(Long.class).list();
    }

    @Transactional
    void add(long itemId, long category, @Nullable Long narrowedTo, boolean question) {
        database.sql("""
                        insert into forum.topic (item_id, category_id, narrowed_to, question)
                        values (:item, :category, :narrowed, :question)
                        """)
                .param("item", itemId)
                .param("category", category)
                .param("narrowed", narrowedTo)
                .param("question", question)
                .update();
    }

    /** The circle of those of a category who are in that circle too. */
    @Transactional
    long within(long circle, @Nullable Long narrower) {
        return database.sql("select forum.within(:circle, :narrower::bigint)")
                .param("circle", circle)
                .param("narrower", narrower)
                .query(Long.class)
                .single();
    }

    /** The subjects of these topics, by item; one statement. */
    Map<Long, List<Tag>> tags(Collection<Long> ids) {
        var tags = new HashMap<Long, List<Tag>>();
        database.sql("""
                        select x.item_id, g.slug, g.name from content.item_tag x join content.tag g on g.id = x.tag_id
                         where x.item_id = any (:ids) order by g.name
                        """).param("ids", ids.toArray(Long[]::new)).query(row -> {
            tags.computeIfAbsent(row.getLong("item_id"), ignored -> new java.util.ArrayList<>())
                    .add(new Tag(row.getString("slug"), row.getString("name")));
        });
        return tags;
    }

    Optional<Tag> tag(String slug) {
        return database.sql("select slug, name from content.tag where slug = :slug")
                .param("slug", slug)
                .query((row, number) -> new Tag(row.getString("slug"), row.getString("name")))
                .optional();
    }

    @Transactional
    boolean tag(long id, List<String> names) {
        return did(database.sql("select forum.tag(:item, :names, :slugs)")
                .param("item", id)
                .param("names", names.toArray(String[]::new))
                .param("slugs", names.stream().map(Topic::slug).toArray(String[]::new)));
    }

    /** Ids of the topics whose title says much the same, best first. */
    List<Long> similar(Viewer viewer, String title, @Nullable Long except, int most) {
        return database.sql("select item_id from forum.similar(:title, :except::bigint, :most)")
                .param("title", title)
                .param("except", except)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** A topic found by its words: see {@code forum.search}. */
    record Hit(long topic, @Nullable Long reply, String passage, double score) {}

    List<Hit> search(
            Viewer viewer,
            String words,
            @Nullable Long category,
            int most,
            @Nullable Double afterScore,
            @Nullable Long afterId) {
        return database.sql("""
                        select item_id, comment_id, passage, score
                          from forum.search(:words, :category::bigint, :most, :score::double precision, :id::bigint)
                        """)
                .param("words", words)
                .param("category", category)
                .param("most", most)
                .param("score", afterScore)
                .param("id", afterId)
                .query((row, number) -> new Hit(
                        row.getLong("item_id"),
                        row.getObject("comment_id", Long.class),
                        row.getString("passage"),
                        row.getDouble("score")))
                .list();
    }

    /** The first reply that the viewer has not seen, in the order of the discussion. */
    Optional<Long> firstUnread(Viewer viewer, long id, long seen) {
        return database.sql("""
                        select id from content.comment
                         where item_id = :item and id > :seen and removed_at is null and author_id <> :viewer
                         order by created_at, id limit 1
                        """)
                .param("item", id)
                .param("seen", seen)
                .param("viewer", viewer.id())
                .query(Long.class)
                .optional();
    }

    /** The topic in which a reply stands now, whichever it stood in before. */
    Optional<Long> topicOf(Viewer viewer, long reply) {
        return database.sql(
                        "select c.item_id from content.comment c join forum.topic t on t.item_id = c.item_id where c.id = :id")
                .param("id", reply)
                .query(Long.class)
                .optional();
    }

    /** Where a topic that was joined to another one is now. */
    Optional<Long> joinedTo(Viewer viewer, long id) {
        return Optional.ofNullable(database.sql("select forum.joined_to(:item)")
                .param("item", id)
                .query((row, number) -> row.getObject(1, Long.class))
                .list()
                .getFirst());
    }

    /** The items of any kind that belong with this one, whichever was made from the other. */
    List<Long> related(long id) {
        return database.sql("""
                        select item_id from content.relation where source_id = :item
                        union select source_id from content.relation where item_id = :item
                        """).param("item", id).query(Long.class).list();
    }

    /** The questions without any answer, the longest waiting first: {@link Topic#waiting}. */
    List<Long> waiting(int most) {
        return database.sql("""
                        select t.item_id
                          from forum.topic t join content.item i on i.id = t.item_id
                         where t.question and t.answers = 0 and t.closed_by is null and i.state = 'published' and i.answer_id is null
                           and i.circle_id = any ((select circles.readable())::bigint[])
                         order by i.published_at, i.id limit :most
                        """).param("most", most).query(Long.class).list();
    }

    /** The questions with replies of which none was accepted, the latest first. */
    List<Long> undecided(int most) {
        return database.sql("""
                        select t.item_id
                          from forum.topic t join content.item i on i.id = t.item_id
                         where t.merged_into is null and t.question and t.answers > 0 and t.accepted_at is null
                           and t.closed_by is null and i.state = 'published'
                           and i.circle_id = any ((select circles.readable())::bigint[])
                         order by t.active_at desc, t.item_id desc limit :most
                        """).param("most", most).query(Long.class).list();
    }

    /** How many would see more, and how many less, from one circle to another; empty when one is not the viewer's. */
    record Difference(int gained, int lost) {}

    Optional<Difference> difference(long before, long after) {
        return database.sql("select gained, lost from forum.difference(:before, :after)")
                .param("before", before)
                .param("after", after)
                .query((row, number) -> new Difference(row.getInt("gained"), row.getInt("lost")))
                .optional();
    }

    @Transactional
    boolean accept(long id, @Nullable Long reply) {
        return did(database.sql("select forum.accept(:item, :reply::bigint)")
                .param("item", id)
                .param("reply", reply));
    }

    @Transactional
    boolean close(long id, boolean closing) {
        return did(database.sql("select forum.close(:item, :closing)")
                .param("item", id)
                .param("closing", closing));
    }

    @Transactional
    boolean pin(long id, boolean pinning) {
        return did(database.sql("select forum.pin(:item, :pinning)")
                .param("item", id)
                .param("pinning", pinning));
    }

    @Transactional
    boolean move(long id, long category) {
        return did(database.sql("select forum.move(:item, :category)")
                .param("item", id)
                .param("category", category));
    }

    @Transactional
    boolean merge(long id, long target) {
        return did(database.sql("select forum.merge(:item, :target)")
                .param("item", id)
                .param("target", target));
    }

    /** The new topic's id, empty when it is not allowed. */
    @Transactional
    Optional<Long> split(long id, Collection<Long> replies, String title, String excerpt, java.util.UUID key) {
        return Optional.ofNullable(database.sql("select forum.split(:item, :replies, :title, :excerpt, :key)")
                .param("item", id)
                .param("replies", replies.toArray(Long[]::new))
                .param("title", title)
                .param("excerpt", excerpt)
                .param("key", key)
                .query((row, number) -> row.getObject(1, Long.class))
                .list()
                .getFirst());
    }

    @Transactional
    void readAll(@Nullable Long category) {
        database.sql("select forum.read_all(:category::bigint)")
                .param("category", category)
                .query((row, number) -> number)
                .list();
    }

    private static boolean did(JdbcClient.StatementSpec statement) {
        return statement.query(Boolean.class).single();
    }

    private static Topic.@Nullable Place place(ResultSet row) throws SQLException {
        Long id = row.getObject("category_id", Long.class);
        return id == null ? null : new Topic.Place(id, row.getString("category_slug"), row.getString("category_name"));
    }

    private static TopicLine line(ResultSet row) throws SQLException {
        boolean question = row.getBoolean("question");
        boolean resolved = row.getBoolean("resolved");
        boolean closed = !row.getBoolean("comments_open");
        String title = row.getString("title");
        return new TopicLine(
                row.getLong("id"),
                title == null ? "" : title,
                row.getLong("author_id"),
                place(row),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getObject("active_at", OffsetDateTime.class).toInstant(),
                row.getInt("comment_count"),
                question,
                resolved,
                question && !resolved && !closed && row.getInt("answers") == 0,
                closed,
                row.getBoolean("pinned"),
                row.getBoolean("muted"),
                row.getBoolean("unread"),
                row.getBoolean("referred"));
    }
}
