package fr.viaduc.people;

import fr.viaduc.database.Kept;
import fr.viaduc.people.Directory.Place;
import fr.viaduc.people.DirectoryQuery.Cursor;
import fr.viaduc.web.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds people. */
@Repository
@Transactional(readOnly = true)
class DirectoryRepository {
    private static final int CHOICES = 8;
    private static final int PLACES = 4;
    private final JdbcClient database;
    // The first pages of what is browsed, and some hundred bytes for each person: at most three megabytes.
    private static final int KEPT_PAGES = 500;
    private static final int KEPT_PEOPLE = 5_000;
    private final Kept<Everybody, List<Facet>> everybody = new Kept<>(1);
    private final Kept<Browsed, List<Cursor>> browsed = new Kept<>(KEPT_PAGES);
    private final Kept<Shown, FoundPerson> shown = new Kept<>(KEPT_PEOPLE);

    DirectoryRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * Persons found, best first; at most that many, from where the query's cursor stands. The same for every viewer: what is
     * browsed without words is kept.
     */
    List<Cursor> search(Viewer viewer, DirectoryQuery query, int most) {
        return query.words().isEmpty()
                ? browsed.get(new Browsed(query.filtersJson(), query.after(), most), () -> find(query, most))
                : find(query, most);
    }

    private record Browsed(String filters, @Nullable Cursor after, int most) {}

    private List<Cursor> find(DirectoryQuery query, int most) {
        Cursor after = query.after();
        return database.sql("""
                        select tier, sort_name, person_id
                          from people.search(:words, :filters::jsonb,
                               case when :id::bigint is null then null
                                    else jsonb_build_object('tier', :tier::integer, 'name', :name::text, 'id', :id::bigint) end, :most)
                        """)
                .param("words", query.words())
                .param("filters", query.filtersJson())
                .param("id", after == null ? null : after.id())
                .param("tier", after == null ? null : after.tier())
                .param("name", after == null ? null : after.name())
                .param("most", most)
                .query((row, number) ->
                        new Cursor(row.getInt("tier"), row.getString("sort_name"), row.getLong("person_id")))
                .list();
    }

    /** A value of a filter, or the total. */
    record Facet(String facet, String value, String label, long number, long many) {

        Facet called(String name) {
            return new Facet(facet, value, name, number, many);
        }
    }

    /** Everybody's are the same for every viewer, and cost a look at each person: kept until somebody's entry changes. */
    List<Facet> facets(Viewer viewer, DirectoryQuery query) {
        if (!query.words().isEmpty() || query.filters() > 0 || !query.expanded().isEmpty()) {
            return counted(query);
        }
        return everybody.get(Everybody.FACETS, () -> counted(query));
    }

    private enum Everybody {
        FACETS
    }

    private List<Facet> counted(DirectoryQuery query) {
        List<String> chosen = new ArrayList<>();
        query.chosen().forEach((filter, values) -> values.forEach(value -> chosen.add(filter.column() + ":" + value)));
        return database.sql("""
                        with named as (
                            select f.facet, f.value, coalesce(u.name, s.name, c.name, m.name, '') as label, f.number,
                                   f.facet || ':' || f.value = any (:chosen) as chosen
                              from people.facets(:words, :filters::jsonb) f
                              left join people.unit u on u.id = case when f.facet = 'unit' then f.value::bigint end
                              left join people.site s on s.id = case when f.facet = 'site' then f.value::bigint end
                              left join people.commune c on c.insee = case when f.facet = 'commune' then f.value end
                              left join people.mission m on m.id = case when f.facet = 'mission' then f.value::bigint end
                             where f.facet <> 'unit' or u.kind in ('pole', 'service', 'direction')
                        ), ranked as (
                            select *, row_number() over (partition by facet order by chosen desc, number desc, label) as rank,
                                   count(*) over (partition by facet) as many
                              from named
                        )
                        select facet, value, label, number, many from ranked
                         where rank <= :most or facet = :expanded or chosen
                         order by facet, case when facet = :expanded then 0 else rank end, label
                        """)
                .param("chosen", chosen.toArray(String[]::new))
                .param("words", query.words())
                .param("filters", query.filtersJson())
                .param("most", CHOICES)
                .param(
                        "expanded",
                        Arrays.stream(DirectoryQuery.Filter.values())
                                .filter(filter -> filter.parameter().equals(query.expanded()))
                                .map(DirectoryQuery.Filter::column)
                                .findFirst()
                                .orElse(""))
                .query((row, number) -> new Facet(
                        row.getString("facet"),
                        row.getString("value"),
                        row.getString("label"),
                        row.getLong("number"),
                        row.getLong("many")))
                .list();
    }

    /** How many persons these words find. */
    long count(Viewer viewer, String words) {
        return database.sql("select number from people.facets(:words, '{}') where facet = 'total'")
                .param("words", words)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    List<Place> places(Viewer viewer, String words) {
        return database.sql(
                        "select distinct kind, ref, name, alike from people.places(:words, :most) order by alike desc, name")
                .param("words", words)
                .param("most", PLACES)
                .query((row, number) -> new Place(row.getString("kind"), row.getString("ref"), row.getString("name")))
                .list();
    }

    /** These persons as lists show them, in the order of the ids; at most one statement. */
    List<FoundPerson> found(Viewer viewer, Collection<Long> ids) {
        List<Shown> keys = ids.stream()
                .map(id -> new Shown(id, viewer.agent() || id == viewer.id()))
                .toList();
        Map<Shown, FoundPerson> people = shown.all(keys, this::find);
        return keys.stream().map(people::get).filter(Objects::nonNull).toList();
    }

    /** @param absences whether who looks sees the person's absences */
    private record Shown(long id, boolean absences) {}

    private Map<Shown, FoundPerson> find(Set<Shown> keys) {
        Map<Long, Shown> asked = new HashMap<>();
        keys.forEach(key -> asked.put(key.id(), key));
        Map<Shown, FoundPerson> people = new HashMap<>();
        database.sql("""
                        select p.id, p.name, left(p.first_name, 1) || left(p.last_name, 1) as initials, p.picture_id,
                               coalesce(p.job_title, a.job_title, '') as job, m.function, m.delegation, mc.name as seat,
                               coalesce(u.name, '') as unit,
                               coalesce(s.name, '') as site, coalesce(c.name, '') as commune,
                               coalesce((select string_agg(k.name, ', ' order by k.name)
                                  from people.person_mission pm join people.mission k on k.id = pm.mission_id
                                 where pm.person_id = p.id), '') as missions,
                               coalesce((select string_agg(k.name, ', ' order by k.name)
                                  from people.asset_holder h join people.asset k on k.id = h.asset_id
                                 where h.person_id = p.id and k.retired_on is null), '') as means,
                               coalesce(p.phone, p.mobile, '') as phone,
                               (select max(x.ends_on) from people.absence x
                                 where x.person_id = p.id and current_date between x.starts_on and x.ends_on) as absent_until
                          from people.person p
                          left join lateral (
                               select a.* from people.assignment a
                                where a.person_id = p.id and p.agent and daterange(a.starts_on, a.ends_on, '[]') @> current_date
                                order by a.is_primary desc, a.id limit 1) a on true
                          left join people.unit u on u.id = a.unit_id
                          left join people.site s on s.id = a.site_id
                          left join people.commune c on c.insee = s.commune_insee
                          left join lateral (
                               select m.* from people.mandate m
                                where m.person_id = p.id and daterange(m.starts_on, m.ends_on, '[]') @> current_date
                                order by m.in_council desc, m.delegation is null, m.starts_on, m.id limit 1) m on true
                          left join people.commune mc on mc.insee = m.commune_insee
                         where p.id = any (:ids) and p.erased_at is null
                        """)
                .param("ids", asked.keySet().toArray(Long[]::new))
                .query(DirectoryRepository::person)
                .list()
                .forEach(person -> people.put(asked.get(person.id()), person));
        return people;
    }

    private static FoundPerson person(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        Long picture = row.getObject("picture_id", Long.class);
        return new FoundPerson(
                id,
                row.getString("name"),
                row.getString("initials"),
                People.tint(id),
                picture == null ? null : People.face(picture),
                role(row.getString("job"), row.getString("function"), row.getString("delegation")),
                row.getString("unit"),
                place(row.getString("site"), row.getString("commune"), row.getString("seat")),
                row.getString("missions"),
                row.getString("means"),
                row.getString("phone"),
                row.getObject("absent_until", LocalDate.class));
    }

    private static String role(String job, @Nullable String function, @Nullable String delegation) {
        if (function == null) {
            return job;
        }
        String mandate = delegation == null ? function : function + ", " + delegation;
        return job.isEmpty() || job.equalsIgnoreCase(function) ? mandate : job + " · " + mandate;
    }

    private static String place(String site, String commune, @Nullable String seat) {
        if (site.isEmpty()) {
            return seat == null ? commune : seat;
        }
        return commune.isEmpty() || site.contains(commune) ? site : site + ", " + commune;
    }
}
