package fr.viaduc.blog;

import fr.viaduc.content.Item;
import fr.viaduc.content.Items;
import fr.viaduc.files.FileColumns;
import fr.viaduc.files.StoredFile;
import fr.viaduc.files.StoredFiles;
import fr.viaduc.text.LongText;
import fr.viaduc.web.Viewer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All the SQL of articles and their categories. */
@Repository
@Transactional
class ArticleRepository {
    private final JdbcClient database;
    private final StoredFiles files;

    ArticleRepository(JdbcClient database, StoredFiles files) {
        this.database = database;
        this.files = files;
    }

    /** What is particular to these articles, by item; two statements. */
    @Transactional(readOnly = true)
    Map<Long, Article> find(Collection<Long> items) {
        if (items.isEmpty()) {
            return Map.of();
        }
        List<Row> rows = database.sql("""
                        select a.*, c.slug as category_slug, c.name as category_name, u.slug as unit_slug, u.name as unit_name,
                               s.slug as site_slug, s.name as site_name, i.publish_at, i.expires_at
                          from blog.article a
                          join content.item i on i.id = a.item_id
                          left join blog.category c on c.id = a.category_id
                          left join people.unit u on u.id = a.unit_id
                          left join people.site s on s.id = a.site_id
                         where a.item_id = any (:items)
                        """)
                .param("items", items.toArray(Long[]::new))
                .query((row, number) -> new Row(row))
                .list();
        Set<Long> ids = new LinkedHashSet<>();
        rows.forEach(row -> ids.addAll(row.files.values()));
        Map<Long, StoredFile> stored = new HashMap<>();
        files.find(ids).forEach(file -> stored.put(file.id(), file));
        Map<Long, Article> articles = new HashMap<>();
        rows.forEach(row -> articles.put(row.itemId, row.article(stored)));
        return articles;
    }

    /** The published articles that the viewer sees, latest first: those of a category, of a subject, or all. */
    @Transactional(readOnly = true)
    List<Item> published(
            Viewer viewer, @Nullable Long category, @Nullable String tag, Instant before, long beforeId, int size) {
        String tagged = tag == null
                ? ""
                : " and exists (select 1 from content.item_tag t join content.tag g on g.id = t.tag_id"
                        + " where t.item_id = i.id and g.slug = :tag)";
        String inCategory = category == null
                ? ""
                : " and exists (select 1 from blog.article a where a.item_id = i.id and a.category_id = :category)";
        return database.sql("""
                        with mine as materialized (select unnest(circles.readable()) as id),
                        newest as (
                            select i.id, i.published_at
                              from mine
                              cross join lateral (
                                   select i.id, i.published_at
                                     from content.item i
                                    where i.circle_id = mine.id and i.state = 'published' and i.kind = 'article'
                                      and (i.published_at, i.id) < (:at, :id) %s %s
                                    order by i.published_at desc, i.id desc
                                    limit :size) i
                             order by i.published_at desc, i.id desc
                             limit :size)
                        select %s from newest join content.item i on i.id = newest.id %s
                         order by newest.published_at desc, newest.id desc
                        """.formatted(tagged, inCategory, Items.COLUMNS, Items.MARKS))
                .param("viewer", viewer.id())
                .param("category", category)
                .param("tag", tag)
                .param("at", before.atOffset(java.time.ZoneOffset.UTC))
                .param("id", beforeId)
                .param("size", size)
                .query(Items.ROW)
                .list();
    }

    /** What is put on the home page for this viewer, latest first; one statement. */
    @Transactional(readOnly = true)
    List<Headline> featured(int most) {
        return headlines("""
                where a.featured_at is not null and i.state = 'published'
                  and i.circle_id = any ((select circles.readable())::bigint[])
                order by a.featured_at desc, i.id desc limit :most
                """, Map.of("most", most));
    }

    /** Others of the same category, latest first; one statement. */
    @Transactional(readOnly = true)
    List<Headline> beside(long itemId, @Nullable Category category, int most) {
        String inCategory = category == null
                ? ""
                : " and exists (select 1 from blog.article a where a.item_id = i.id and a.category_id = :category)";
        return headlines(
                """
                where i.id in (
                      with mine as materialized (select unnest(circles.readable()) as id)
                      select i.id
                        from mine
                        cross join lateral (
                             select i.id, i.published_at from content.item i
                              where i.circle_id = mine.id and i.state = 'published' and i.kind = 'article' and i.id <> :item%s
                              order by i.published_at desc, i.id desc
                              limit :most) i
                       order by i.published_at desc, i.id desc
                       limit :most)
                order by i.published_at desc, i.id desc
                """.formatted(inCategory),
                category == null
                        ? Map.of("item", itemId, "most", most)
                        : Map.of("item", itemId, "most", most, "category", category.id()));
    }

    private List<Headline> headlines(String which, Map<String, ?> parameters) {
        return database.sql("""
                        select i.id, i.title, coalesce(i.published_at, i.created_at) as at, a.words,
                        """ + FileColumns.of("f") + """
                          from content.item i
                          join blog.article a on a.item_id = i.id
                          left join files.file f on f.id = a.cover_id and f.state = 'ready'
                        """ + which)
                .params(parameters)
                .query((row, number) -> new Headline(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("words"),
                        FileColumns.readIfAny(row)))
                .list();
    }

    /** What the viewer writes, alone or with others, and what waits for their reading; latest first. */
    @Transactional(readOnly = true)
    List<Item> unseen(Viewer viewer, int most) {
        return database.sql("select " + Items.COLUMNS + " from content.item i " + Items.MARKS + """
                         where i.kind = 'article' and i.state in ('draft', 'review', 'scheduled')
                           and (i.author_id = :viewer or i.id = any ((select content.contributed())::bigint[]))
                         order by i.id desc limit :most
                        """)
                .param("viewer", viewer.id())
                .param("most", most)
                .query(Items.ROW)
                .list();
    }

    void add(long itemId, ArticleForm form) {
        database.sql("insert into blog.article (item_id) values (?) on conflict do nothing")
                .param(itemId)
                .update();
        update(itemId, form);
    }

    /** Everything that the form says of an article besides its words. */
    void update(long itemId, ArticleForm form) {
        database.sql("""
                        update blog.article
                           set form = :form, category_id = :category, audience = :audience, with_contents = :contents,
                               cover_id = :cover, cover_alternative = :coverAlternative, cover_caption = :coverCaption,
                               video_id = :video, captions_id = :captions,
                               unit_id = (select id from people.unit where id = :unit), site_id = (select id from people.site where id = :site),
                               before_id = :before, before_alternative = :beforeAlternative,
                               after_id = :after, after_alternative = :afterAlternative
                         where item_id = :item
                        """)
                .param("item", itemId)
                .param("form", form.form().word())
                .param("category", form.category())
                .param("audience", form.audience().toArray(String[]::new))
                .param("contents", form.withContents())
                .param("cover", form.file(ArticleForm.COVER))
                .param("coverAlternative", form.coverAlternative())
                .param("coverCaption", form.coverCaption())
                .param("video", form.file(ArticleForm.VIDEO))
                .param("captions", form.file(ArticleForm.CAPTIONS))
                .param("unit", form.unit())
                .param("site", form.site())
                .param("before", form.file(ArticleForm.BEFORE))
                .param("beforeAlternative", form.beforeAlternative())
                .param("after", form.file(ArticleForm.AFTER))
                .param("afterAlternative", form.afterAlternative())
                .update();
    }

    void count(long itemId, String body) {
        database.sql("update blog.article set words = :words where item_id = :item and words <> :words")
                .param("item", itemId)
                .param("words", LongText.words(body))
                .update();
    }

    void note(long itemId, String why) {
        database.sql("update blog.article set review_note = :why where item_id = :item and review_note <> :why")
                .param("item", itemId)
                .param("why", why)
                .update();
    }

    boolean feature(long itemId, boolean wanted) {
        return database.sql("select blog.feature(:item, :wanted)")
                .param("item", itemId)
                .param("wanted", wanted)
                .query(Boolean.class)
                .single();
    }

    /** The categories in their order. */
    @Transactional(readOnly = true)
    List<Category> categories() {
        return database.sql("select id, slug, name from blog.category order by position, name")
                .query((row, number) -> new Category(row.getLong("id"), row.getString("slug"), row.getString("name")))
                .list();
    }

    @Transactional(readOnly = true)
    Optional<Category> category(String slug) {
        return database.sql("select id, slug, name from blog.category where slug = ?")
                .param(slug)
                .query((row, number) -> new Category(row.getLong("id"), row.getString("slug"), row.getString("name")))
                .optional();
    }

    /** The categories in which the viewer publishes. */
    @Transactional(readOnly = true)
    Set<Long> publishable() {
        return Set.copyOf(database.sql("select unnest(blog.publishable())")
                .query(Long.class)
                .list());
    }

    /** Who publishes in each category, besides communication. */
    @Transactional(readOnly = true)
    Map<Long, List<Long>> publishers() {
        Map<Long, List<Long>> publishers = new LinkedHashMap<>();
        database.sql(
                        "select category_id, array_agg(person_id order by person_id) as people from blog.category_publisher group by 1")
                .query((row, number) -> Map.entry(row.getLong("category_id"), longs(row.getArray("people"))))
                .list()
                .forEach(entry -> publishers.put(entry.getKey(), entry.getValue()));
        return publishers;
    }

    void addCategory(String slug, String name) {
        database.sql("""
                        insert into blog.category (slug, name, position)
                        select :slug, :name, coalesce(max(position), 0) + 1 from blog.category on conflict (slug) do nothing
                        """).param("slug", slug).param("name", name).update();
    }

    void changeCategory(long id, String name, Collection<Long> publishers) {
        database.sql("update blog.category set name = :name where id = :id")
                .param("id", id)
                .param("name", name)
                .update();
        database.sql("delete from blog.category_publisher where category_id = :id and person_id <> all (:people)")
                .param("id", id)
                .param("people", publishers.toArray(Long[]::new))
                .update();
        database.sql("""
                        insert into blog.category_publisher (category_id, person_id)
                        select :id, id from people.person where id = any (:people) on conflict do nothing
                        """)
                .param("id", id)
                .param("people", publishers.toArray(Long[]::new))
                .update();
    }

    /** Services and sites to choose from, by name. */
    @Transactional(readOnly = true)
    Map<String, String> units() {
        return named("select id, name from people.unit order by name");
    }

    @Transactional(readOnly = true)
    Map<String, String> sites() {
        return named("select id, name from people.site order by name");
    }

    private Map<String, String> named(String sql) {
        Map<String, String> names = new LinkedHashMap<>();
        database.sql(sql)
                .query((row, number) -> Map.entry(String.valueOf(row.getLong(1)), row.getString(2)))
                .list()
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }

    private static List<Long> longs(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }

    /** A row, until its files are known. */
    private static final class Row {
        private final long itemId;
        private final Map<String, Long> files = new HashMap<>();
        private final Article plain;
        private final String coverAlternative;
        private final String beforeAlternative;
        private final String afterAlternative;

        Row(ResultSet row) throws SQLException {
            itemId = row.getLong("item_id");
            for (String file : List.of("cover_id", "video_id", "captions_id", "before_id", "after_id")) {
                Long id = row.getObject(file, Long.class);
                if (id != null) {
                    files.put(file, id);
                }
            }
            Long category = row.getObject("category_id", Long.class);
            coverAlternative = row.getString("cover_alternative");
            beforeAlternative = row.getString("before_alternative");
            afterAlternative = row.getString("after_alternative");
            plain = new Article(
                    itemId,
                    Article.Form.ofWord(row.getString("form")),
                    category == null
                            ? null
                            : new Category(category, row.getString("category_slug"), row.getString("category_name")),
                    Arrays.asList((String[]) row.getArray("audience").getArray()),
                    row.getBoolean("with_contents"),
                    null,
                    row.getString("cover_caption"),
                    null,
                    null,
                    new Article.Place(
                            row.getObject("unit_id", Long.class),
                            row.getString("unit_slug"),
                            row.getString("unit_name"),
                            row.getObject("site_id", Long.class),
                            row.getString("site_slug"),
                            row.getString("site_name")),
                    null,
                    null,
                    row.getInt("words"),
                    row.getString("review_note"),
                    row.getObject("featured_at") != null,
                    instant(row, "publish_at"),
                    instant(row, "expires_at"));
        }

        Article article(Map<Long, StoredFile> stored) {
            return new Article(
                    itemId,
                    plain.form(),
                    plain.category(),
                    plain.audience(),
                    plain.withContents(),
                    picture(stored, "cover_id", coverAlternative),
                    plain.coverCaption(),
                    file(stored, "video_id"),
                    file(stored, "captions_id"),
                    plain.place(),
                    picture(stored, "before_id", beforeAlternative),
                    picture(stored, "after_id", afterAlternative),
                    plain.words(),
                    plain.reviewNote(),
                    plain.featured(),
                    plain.publishAt(),
                    plain.expiresAt());
        }

        private Article.@Nullable Picture picture(Map<Long, StoredFile> stored, String column, String alternative) {
            StoredFile file = file(stored, column);
            return file == null ? null : new Article.Picture(file, alternative);
        }

        private @Nullable StoredFile file(Map<Long, StoredFile> stored, String column) {
            Long id = files.get(column);
            return id == null ? null : stored.get(id);
        }

        private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
            var value = row.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }
    }
}
