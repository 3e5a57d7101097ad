package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.Difference.Change;
import fr.viaduc.people.hrimport.Difference.Kind;
import fr.viaduc.people.hrimport.Difference.NewSite;
import fr.viaduc.people.hrimport.Difference.NewUnit;
import fr.viaduc.people.hrimport.Difference.Place;
import fr.viaduc.people.hrimport.Difference.Post;
import fr.viaduc.people.hrimport.Difference.Target;
import fr.viaduc.people.hrimport.Network.Assignment;
import fr.viaduc.people.hrimport.Network.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes a difference into the directory, some hundreds of people a statement, within the caller's transaction. */
final class DifferenceWriter {
    private static final int AT_ONCE = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;
    private final Difference difference;
    private final IntConsumer progress;
    private final Map<String, Long> placeIds = new HashMap<>();
    private final Map<String, Long> personIds = new HashMap<>();
    private final Map<Long, Person> known = new HashMap<>();
    private int done;

    DifferenceWriter(JdbcClient sql, Network network, Difference difference, IntConsumer progress) {
        this.sql = sql;
        this.difference = difference;
        this.progress = progress;
        for (Person person : network.persons()) {
            known.put(person.id(), person);
            personIds.put("id:" + person.id(), person.id());
            if (person.staffNumber() != null) {
                personIds.put(person.staffNumber().toUpperCase(Locale.ROOT), person.id());
            }
        }
    }

    void run() {
        // The circles are made right once, before the transaction ends, not at each statement.
        sql.sql("select set_config('circles.deferred', 'on', true)")
                .query(String.class)
                .single();
        makeUnits();
        makeSites();
        inPortions(difference.of(Kind.ARRIVAL), this::insertPersons);
        List<Change> moves = difference.changes().stream()
                .filter(change -> change.kind() != Kind.ARRIVAL && change.target() != null)
                .toList();
        freeEmails(moves);
        inPortions(moves, this::updatePersons);
        inPortions(
                difference.changes().stream()
                        .filter(change -> change.target() == null)
                        .toList(),
                this::closePersons);
        List<Change> posted = difference.changes().stream()
                .filter(change -> change.target() != null)
                .toList();
        for (int from = 0; from < posted.size(); from += AT_ONCE) {
            assign(posted.subList(from, Math.min(from + AT_ONCE, posted.size())));
        }
    }

    private void inPortions(List<Change> changes, Consumer<List<Change>> work) {
        for (int from = 0; from < changes.size(); from += AT_ONCE) {
            List<Change> portion = changes.subList(from, Math.min(from + AT_ONCE, changes.size()));
            work.accept(portion);
            done += portion.size();
            progress.accept(done);
        }
    }

    // ------------------------------------------------------------ units and sites

    private void makeUnits() {
        Set<String> slugs = new HashSet<>(
                sql.sql("select slug from people.unit").query(String.class).list());
        for (NewUnit unit : difference.newUnits()) {
            Long id = sql.sql("""
                    insert into people.unit (parent_id, path, code, slug, name, kind)
                    values (:parent, '', :code, :slug, :name, :kind)
                    returning id
                    """)
                    .param("parent", unit.parent() == null ? null : idOf(unit.parent()))
                    .param("code", unit.code())
                    .param("slug", slug(unit.name(), slugs))
                    .param("name", unit.name())
                    .param("kind", unit.kind())
                    .query(Long.class)
                    .single();
            placeIds.put(unit.key(), id);
        }
    }

    private void makeSites() {
        Set<String> slugs = new HashSet<>(
                sql.sql("select slug from people.site").query(String.class).list());
        for (NewSite site : difference.newSites()) {
            Long id = sql.sql("""
                    insert into people.site (slug, name, commune_insee) values (:slug, :name, :insee)
                    returning id
                    """)
                    .param("slug", slug(site.name(), slugs))
                    .param("name", site.name())
                    .param("insee", site.insee())
                    .query(Long.class)
                    .single();
            placeIds.put(site.key(), id);
        }
    }

    private static String slug(String name, Set<String> taken) {
        String base = Plain.of(name).replace(' ', '-');
        if (base.isEmpty()) {
            base = "sans-nom";
        }
        String slug = base;
        for (int n = 2; !taken.add(slug); n++) {
            slug = base + "-" + n;
        }
        return slug;
    }

    private Long idOf(Place place) {
        return Objects.requireNonNull(place.id() == null ? placeIds.get(place.key()) : place.id(), place::key);
    }

    // ------------------------------------------------------------ persons

    private void insertPersons(List<Change> changes) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Change change : changes) {
            Map<String, @Nullable Object> row = row(Objects.requireNonNull(change.target()));
            row.put("staff_number", change.staffNumber());
            rows.add(row);
        }
        sql.sql("""
                insert into people.person (staff_number, agent, civility, first_name, last_name, job_title, email, phone,
                                           started_on, left_on)
                select staff_number, true, civility, first_name, last_name, job_title, email, phone, started_on, left_on
                  from jsonb_to_recordset(cast(:rows as jsonb))
                       as r(staff_number text, civility text, first_name text, last_name text, job_title text, email text,
                            phone text, started_on date, left_on date)
                returning id, staff_number
                """)
                .param("rows", json(rows))
                .query((row, number) -> personIds.put(row.getString("staff_number"), row.getLong("id")))
                .list();
    }

    /** Two people may exchange addresses: all that change are given up before any is taken. */
    private void freeEmails(List<Change> changes) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Change change : changes) {
            Person before = known.get(change.personId());
            Target target = Objects.requireNonNull(change.target());
            if (before != null && before.email() != null && !before.email().equals(target.email())) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("id", change.personId());
                rows.add(row);
            }
        }
        if (!rows.isEmpty()) {
            sql.sql("""
                    update people.person set email = null
                     where id in (select id from jsonb_to_recordset(cast(:rows as jsonb)) as r(id bigint))
                    """).param("rows", json(rows)).update();
        }
    }

    private void updatePersons(List<Change> changes) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Change change : changes) {
            Map<String, @Nullable Object> row = row(Objects.requireNonNull(change.target()));
            row.put("id", change.personId());
            rows.add(row);
        }
        sql.sql("""
                update people.person p
                   set civility = r.civility, first_name = r.first_name, last_name = r.last_name, job_title = r.job_title,
                       email = r.email, phone = r.phone, started_on = r.started_on, left_on = r.left_on, updated_at = now()
                  from jsonb_to_recordset(cast(:rows as jsonb))
                       as r(id bigint, civility text, first_name text, last_name text, job_title text, email text,
                            phone text, started_on date, left_on date)
                 where p.id = r.id
                """).param("rows", json(rows)).update();
    }

    private void closePersons(List<Change> changes) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Change change : changes) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("id", change.personId());
            row.put("left_on", text(change.lastDay()));
            rows.add(row);
        }
        sql.sql("""
                update people.person p
                   set left_on = r.left_on, updated_at = now()
                  from jsonb_to_recordset(cast(:rows as jsonb)) as r(id bigint, left_on date)
                 where p.id = r.id
                """).param("rows", json(rows)).update();
    }

    private static Map<String, @Nullable Object> row(Target target) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("civility", target.civility());
        row.put("first_name", target.firstName());
        row.put("last_name", target.lastName());
        row.put("job_title", target.job());
        row.put("email", target.email());
        row.put("phone", target.phone());
        row.put("started_on", text(target.arrival()));
        row.put("left_on", text(target.departure()));
        return row;
    }

    // ------------------------------------------------------------ assignments

    private void assign(List<Change> changes) {
        List<Long> removed = new ArrayList<>();
        List<Map<String, @Nullable Object>> fresh = new ArrayList<>();
        List<Map<String, @Nullable Object>> kept = new ArrayList<>();
        for (Change change : changes) {
            Long person = change.personId() == null ? personIds.get(change.staffNumber()) : change.personId();
            List<Post> posts = Objects.requireNonNull(change.target()).posts();
            Person before = change.personId() == null ? null : known.get(change.personId());
            if (before != null) {
                Set<Long> still = new HashSet<>();
                posts.forEach(post -> {
                    if (post.id() != null) {
                        still.add(post.id());
                    }
                });
                before.assignments().stream()
                        .map(Assignment::id)
                        .filter(id -> !still.contains(id))
                        .forEach(removed::add);
            }
            for (Post post : posts) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("id", post.id());
                row.put("person_id", person);
                row.put("unit_id", idOf(post.unit()));
                row.put("site_id", post.site() == null ? null : idOf(post.site()));
                row.put("job_title", post.job());
                row.put("manager_id", post.manager() == null ? null : personIds.get(post.manager()));
                row.put("quota", post.quota());
                row.put("is_primary", post.primary());
                (post.id() == null ? fresh : kept).add(row);
            }
        }
        if (!removed.isEmpty()) {
            sql.sql("delete from people.assignment where id in (:ids)")
                    .param("ids", removed)
                    .update();
        }
        if (!kept.isEmpty()) {
            keep(kept);
        }
        if (!fresh.isEmpty()) {
            sql.sql("""
                    insert into people.assignment (person_id, unit_id, site_id, job_title, manager_id, quota, is_primary)
                    select person_id, unit_id, site_id, job_title, manager_id, quota, is_primary
                      from jsonb_to_recordset(cast(:rows as jsonb))
                           as r(person_id bigint, unit_id bigint, site_id bigint, job_title text, manager_id bigint,
                                quota numeric, is_primary boolean)
                    """).param("rows", json(fresh)).update();
        }
    }

    private void keep(List<Map<String, @Nullable Object>> rows) {
        String json = json(rows);
        // One main assignment a person at every moment: the old one steps back first.
        sql.sql("""
                update people.assignment a set is_primary = false
                  from jsonb_to_recordset(cast(:rows as jsonb)) as r(id bigint, is_primary boolean)
                 where a.id = r.id and a.is_primary and not r.is_primary
                """).param("rows", json).update();
        sql.sql("""
                update people.assignment a
                   set unit_id = r.unit_id, site_id = r.site_id, job_title = r.job_title, manager_id = r.manager_id,
                       quota = r.quota, is_primary = r.is_primary
                  from jsonb_to_recordset(cast(:rows as jsonb))
                       as r(id bigint, unit_id bigint, site_id bigint, job_title text, manager_id bigint, quota numeric,
                            is_primary boolean)
                 where a.id = r.id
                   and (a.unit_id, a.site_id, a.job_title, a.manager_id, a.quota, a.is_primary)
                       is distinct from (r.unit_id, r.site_id, r.job_title, r.manager_id, r.quota, r.is_primary)
                """).param("rows", json).update();
    }

    private static String json(List<Map<String, @Nullable Object>> rows) {
        return JSON.writeValueAsString(rows);
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
