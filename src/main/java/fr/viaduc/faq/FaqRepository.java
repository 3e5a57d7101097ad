package fr.viaduc.faq;

import fr.viaduc.content.Items;
import fr.viaduc.web.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All the SQL of the FAQ; what policies cannot say is in the functions of V053. */
@Repository
@Transactional
class FaqRepository {
    private static final String QUESTIONS = "select " + Items.COLUMNS + """
            , n.category_id, g.slug as category_slug, g.name as category_name, n.unit_id, u.name as unit_name, u.slug as unit_slug,
            n.position, n.verified_on, n.review_by,
            coalesce(n.category_id = any ((select faq.edited_categories())::bigint[])
                 and n.unit_id = any ((select faq.edited_units())::bigint[]), false) as editable
            from faq.question n
            join faq.category g on g.id = n.category_id
            join people.unit u on u.id = n.unit_id
            join content.item i on i.id = n.item_id and i.state = 'published'
            """ + Items.MARKS;

    private final JdbcClient database;

    FaqRepository(JdbcClient database) {
        this.database = database;
    }

    /** The categories that have something for the viewer, and those where the viewer writes, in their order. */
    @Transactional(readOnly = true)
    List<Category> categories() {
        return database.sql("""
                        select g.id, g.slug, g.name, g.icon, g.position, count(i.id)::integer as questions,
                               coalesce(g.id = any ((select faq.edited_categories())::bigint[]), false) as edited
                          from faq.category g
                          left join faq.question n on n.category_id = g.id
                          left join content.item i on i.id = n.item_id and i.state = 'published'
                         group by g.id
                        having count(i.id) > 0 or coalesce(g.id = any ((select faq.edited_categories())::bigint[]), false)
                         order by g.position, g.id
                        """).query(Category.class).list();
    }

    /** The questions of a category, in their order, after a place in it. */
    @Transactional(readOnly = true)
    List<Question> of(Viewer viewer, long category, int afterPosition, long afterId, int most) {
        return database.sql(QUESTIONS + """
                         where n.category_id = :category and (n.position, n.item_id) > (:position, :id)
                         order by n.position, n.item_id limit :most
                        """)
                .param("viewer", viewer.id())
                .param("category", category)
                .param("position", afterPosition)
                .param("id", afterId)
                .param("most", most)
                .query(FaqRepository::question)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<Question> find(Viewer viewer, long id) {
        return these(viewer, List.of(id)).stream().findFirst();
    }

    /** These questions, as far as the viewer sees them, in this order. */
    @Transactional(readOnly = true)
    List<Question> these(Viewer viewer, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.sql(QUESTIONS + " where n.item_id = any (:ids) order by array_position(:ids, n.item_id)")
                .param("viewer", viewer.id())
                .param("ids", ids.toArray(Long[]::new))
                .query(FaqRepository::question)
                .list();
    }

    /** The ids of the questions that answer to these words, best first. */
    @Transactional(readOnly = true)
    List<Long> search(String words, int most) {
        return database.sql("select faq.find(:words, :most)")
                .param("words", words)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    @Transactional(readOnly = true)
    List<Long> alike(long id, int most) {
        return database.sql("select faq.alike(:id, :most)")
                .param("id", id)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** The services for which the viewer may answer, by name; id → name. */
    @Transactional(readOnly = true)
    Map<String, String> units() {
        var units = new LinkedHashMap<String, String>();
        database.sql("""
                        select u.id, u.name from people.unit u
                         where u.id = any ((select faq.edited_units())::bigint[]) and u.closed_on is null
                         order by u.plain_name, u.id
                        """).query(row -> {
            units.put(String.valueOf(row.getLong("id")), row.getString("name"));
        });
        return units;
    }

    /** The viewer's main service, if the viewer may answer for it. */
    @Transactional(readOnly = true)
    Optional<Long> ownUnit(Viewer viewer) {
        return database.sql("select unit_id from people.assignment where person_id = ? and is_primary")
                .param(viewer.id())
                .query(Long.class)
                .optional();
    }

    @Transactional(readOnly = true)
    boolean mayEdit(long category, long unit) {
        return database.sql("select faq.may_edit(:category, :unit)")
                .param("category", category)
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }

    void add(long item, long category, long unit, LocalDate today, LocalDate reviewBy) {
        database.sql("""
                        insert into faq.question (item_id, category_id, unit_id, position, verified_on, review_by)
                        values (:item, :category, :unit,
                                (select coalesce(max(n.position), 0) + 1 from faq.question n where n.category_id = :category),
                                :today, :review)
                        """)
                .param("item", item)
                .param("category", category)
                .param("unit", unit)
                .param("today", today)
                .param("review", reviewBy)
                .update();
    }

    /** Whether it could be changed; null when somebody has changed the answer since that version. */
    @Nullable
    Boolean revise(
            long item,
            @Nullable Integer version,
            String title,
            String body,
            String excerpt,
            long circle,
            long category,
            long unit,
            LocalDate reviewBy,
            Instant moment) {
        return database.sql("""
                        select faq.revise(:item, :version, :title, :body, :excerpt, :circle, :category, :unit, :review, :moment)
                        """)
                .param("item", item)
                .param("version", version)
                .param("title", title)
                .param("body", body)
                .param("excerpt", excerpt)
                .param("circle", circle)
                .param("category", category)
                .param("unit", unit)
                .param("review", reviewBy)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Boolean.class)))
                .single()
                .orElse(null);
    }

    boolean verify(long item, LocalDate reviewBy) {
        return database.sql("select faq.verify(:item, :day)")
                .param("item", item)
                .param("day", reviewBy)
                .query(Boolean.class)
                .single();
    }

    boolean withdraw(long item) {
        return database.sql("select faq.withdraw(?)")
                .param(item)
                .query(Boolean.class)
                .single();
    }

    boolean move(long item, boolean up) {
        return database.sql("select faq.move(:item, :up)")
                .param("item", item)
                .param("up", up)
                .query(Boolean.class)
                .single();
    }

    String rate(long item, byte[] key, boolean helped, LocalDate today) {
        return database.sql("select faq.rate(:item, :key, :helped, :today)")
                .param("item", item)
                .param("key", key)
                .param("helped", helped)
                .param("today", today)
                .query(String.class)
                .single();
    }

    // ---------------------------------------------------------------- for those who write

    @Transactional(readOnly = true)
    List<Editorial.FailedSearch> failed(int most) {
        return database.sql("select words, times, last_on from faq.failed(?)")
                .param(most)
                .query(Editorial.FailedSearch.class)
                .list();
    }

    void dismiss(String words) {
        database.sql("select faq.dismiss(?)")
                .param(words)
                .query((row, number) -> number)
                .list();
    }

    /** The answers of the viewer's that do not help, the least helpful first. */
    @Transactional(readOnly = true)
    List<Editorial.LowRated> lowRated(Viewer viewer, int most) {
        record Figures(
                long itemId,
                @Nullable Integer helped,
                @Nullable Integer votes) {}
        Map<Long, Figures> figures = new LinkedHashMap<>();
        database.sql("select item_id, helped, votes from faq.low_rated(?)")
                .param(most)
                .query(Figures.class)
                .list()
                .forEach(one -> figures.put(one.itemId(), one));
        return these(viewer, figures.keySet()).stream()
                .map(question -> {
                    Figures its = Objects.requireNonNull(figures.get(question.id()));
                    return new Editorial.LowRated(question, its.helped(), its.votes());
                })
                .toList();
    }

    /** Those of the viewer that are to be checked by that day, the oldest first. */
    @Transactional(readOnly = true)
    List<Question> due(Viewer viewer, LocalDate by, int most) {
        return database.sql(QUESTIONS + """
                         where n.review_by <= :by
                           and n.category_id = any ((select faq.edited_categories())::bigint[])
                           and n.unit_id = any ((select faq.edited_units())::bigint[])
                         order by n.review_by, n.item_id limit :most
                        """)
                .param("viewer", viewer.id())
                .param("by", by)
                .param("most", most)
                .query(FaqRepository::question)
                .list();
    }

    // ---------------------------------------------------------------- categories

    long addCategory(String slug, String name, String icon) {
        return database.sql("""
                        insert into faq.category (slug, name, icon, position)
                        values (:slug, :name, :icon, (select coalesce(max(position), 0) + 1 from faq.category))
                        on conflict (slug) do update set slug = excluded.slug
                        returning id
                        """)
                .param("slug", slug)
                .param("name", name)
                .param("icon", icon)
                .query(Long.class)
                .single();
    }

    void changeCategory(long id, String name, String icon, int position) {
        database.sql("update faq.category set name = :name, icon = :icon, position = :position where id = :id")
                .param("id", id)
                .param("name", name)
                .param("icon", icon)
                .param("position", position)
                .update();
    }

    /** Whether it was empty and is gone. */
    boolean dropCategory(long id) {
        return database.sql("""
                        delete from faq.category where id = ?
                           and not exists (select 1 from faq.question n where n.category_id = category.id)
                        """).param(id).update() > 0;
    }

    /** Who writes in which category. */
    @Transactional(readOnly = true)
    Map<Long, List<Long>> editors() {
        var editors = new LinkedHashMap<Long, List<Long>>();
        database.sql("select category_id, person_id from faq.editor order by category_id, person_id")
                .query(row -> {
                    editors.computeIfAbsent(row.getLong("category_id"), ignored -> new ArrayList<>())
                            .add(row.getLong("person_id"));
                });
        return editors;
    }

    void setEditors(long category, Collection<Long> persons) {
        database.sql("delete from faq.editor where category_id = :category and person_id <> all (:persons)")
                .param("category", category)
                .param("persons", persons.toArray(Long[]::new))
                .update();
        database.sql("""
                        insert into faq.editor (category_id, person_id)
                        select :category, id from people.person where id = any (:persons) on conflict do nothing
                        """)
                .param("category", category)
                .param("persons", persons.toArray(Long[]::new))
                .update();
    }

    private static Question question(ResultSet row, int number) throws SQLException {
        return new Question(
                Objects.requireNonNull(Items.ROW.mapRow(row, number)),
                row.getLong("category_id"),
                row.getString("category_slug"),
                row.getString("category_name"),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                row.getString("unit_slug"),
                row.getInt("position"),
                row.getObject("verified_on", LocalDate.class),
                row.getObject("review_by", LocalDate.class),
                row.getBoolean("editable"));
    }
}
