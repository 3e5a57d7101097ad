package fr.viaduc.forum;

import fr.viaduc.web.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All the SQL of categories. */
@Repository
@Transactional(readOnly = true)
class CategoryRepository {
    private static final String SELECT = """
            select c.id, c.slug, c.name, c.description, c.circle_id, coalesce(k.label, '') as audience, coalesce(k.head_count, 0) as heads,
                   coalesce(k.elected, false) as elected, c.referent_id, c.referent_unit_id, u.name as referent_unit, u.slug as unit_slug,
                   c.answer_days, c.position, c.topics, c.archived_at is not null as archived,
                   coalesce(c.id = any ((select forum.led())::bigint[]), false) as led,
                   coalesce(c.id = any ((select forum.answered_for())::bigint[]), false) as answered_for
              from forum.category c
              left join circles.circle k on k.id = c.circle_id
              left join people.unit u on u.id = c.referent_unit_id
            """;
    private static final String READABLE = " where c.circle_id = any ((select circles.readable())::bigint[])";
    private final JdbcClient database;

    CategoryRepository(JdbcClient database) {
        this.database = database;
    }

    /** The categories whose topics the viewer may see, in order. */
    List<Category> all(Viewer viewer) {
        return database.sql(SELECT + READABLE + " order by c.archived_at is not null, c.position, c.name")
                .query((row, number) -> category(row))
                .list();
    }

    Optional<Category> find(Viewer viewer, String slug) {
        return database.sql(SELECT + READABLE + " and c.slug = :slug")
                .param("slug", slug)
                .query((row, number) -> category(row))
                .optional();
    }

    Optional<Category> find(Viewer viewer, long id) {
        return database.sql(SELECT + READABLE + " and c.id = :id")
                .param("id", id)
                .query((row, number) -> category(row))
                .optional();
    }

    /** Every category, for those who administer them: what is in them is another matter. */
    List<Category> administered() {
        return database.sql(SELECT + " order by c.archived_at is not null, c.position, c.name")
                .query((row, number) -> category(row))
                .list();
    }

    Optional<Category> administered(long id) {
        return database.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query((row, number) -> category(row))
                .optional();
    }

    /** Opens a category under a free address and gives its id. */
    @Transactional
    long add(CategoryForm form, String slug, long circle) {
        String free = slug;
        for (int number = 2; isTaken(free); number++) {
            free = slug + "-" + number;
        }
        return database.sql("""
                        insert into forum.category (slug, name, description, circle_id, referent_id, referent_unit_id, answer_days, position)
                        values (:slug, :name, :description, :circle, :referent, :unit, :days, :rank) returning id
                        """)
                .param("slug", free)
                .param("name", form.nom())
                .param("description", form.description())
                .param("circle", circle)
                .param("referent", form.referent())
                .param("unit", form.service())
                .param("days", form.jours())
                .param("rank", form.rang())
                .query(Long.class)
                .single();
    }

    /** Changes a category; its topics keep the circle that they have. */
    @Transactional
    void change(long id, CategoryForm form, long circle) {
        database.sql("""
                        update forum.category
                           set name = :name, description = :description, circle_id = :circle, referent_id = :referent,
                               referent_unit_id = :unit, answer_days = :days, position = :rank
                         where id = :id
                        """)
                .param("id", id)
                .param("name", form.nom())
                .param("description", form.description())
                .param("circle", circle)
                .param("referent", form.referent())
                .param("unit", form.service())
                .param("days", form.jours())
                .param("rank", form.rang())
                .update();
    }

    @Transactional
    void archive(long id, boolean archived) {
        database.sql("update forum.category set archived_at = case when :archived then now() end where id = :id")
                .param("id", id)
                .param("archived", archived)
                .update();
    }

    /** Somebody by their staff number. */
    Optional<Long> person(String staffNumber) {
        return database.sql("select id from people.person where staff_number = :number")
                .param("number", staffNumber)
                .query(Long.class)
                .optional();
    }

    /** The services and teams by name: id → name. */
    Map<String, String> units() {
        var units = new LinkedHashMap<String, String>();
        database.sql("select id, name from people.unit order by plain_name, id").query(row -> {
            units.put(row.getString("id"), row.getString("name"));
        });
        return units;
    }

    private boolean isTaken(String slug) {
        return database.sql("select exists (select 1 from forum.category where slug = :slug)")
                .param("slug", slug)
                .query(Boolean.class)
                .single();
    }

    private static Category category(ResultSet row) throws SQLException {
        return new Category(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("name"),
                row.getString("description"),
                row.getLong("circle_id"),
                row.getString("audience"),
                row.getInt("heads"),
                row.getBoolean("elected"),
                row.getObject("referent_id", Long.class),
                row.getObject("referent_unit_id", Long.class),
                row.getString("referent_unit"),
                row.getString("unit_slug"),
                row.getInt("answer_days"),
                row.getInt("position"),
                row.getInt("topics"),
                row.getBoolean("archived"),
                row.getBoolean("led"),
                row.getBoolean("answered_for"));
    }
}
