package fr.viaduc.people;

import fr.viaduc.people.DirectoryQuery.Cursor;
import fr.viaduc.people.DirectoryQuery.Filter;
import fr.viaduc.people.Place.Asset;
import fr.viaduc.people.Place.Commune;
import fr.viaduc.people.Place.CommuneLine;
import fr.viaduc.people.Place.Counted;
import fr.viaduc.people.Place.Mission;
import fr.viaduc.people.Place.Site;
import fr.viaduc.people.Place.Unit;
import fr.viaduc.people.Place.UnitLine;
import fr.viaduc.people.Profile.Named;
import fr.viaduc.web.Viewer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the pages of units, sites, communes, missions and means, each in a constant number of statements. */
@Repository
@Transactional(readOnly = true)
class PlaceRepository {
    private static final int PEOPLE_SHOWN = 12;
    private static final int MEANS_SHOWN = 24;
    private final JdbcClient database;
    private final DirectoryRepository directory;
    private final People people;

    PlaceRepository(JdbcClient database, DirectoryRepository directory, People people) {
        this.database = database;
        this.directory = directory;
        this.people = people;
    }

    Optional<Unit> unit(Viewer viewer, String slug) {
        record Row(
                long id,
                String name,
                String kind,
                String mission,
                String phone,
                String email,
                @Nullable Long head,
                @Nullable Named site,
                String address) {}
        Optional<Row> found = database.sql("""
                        select u.id, u.name, u.kind, coalesce(u.mission, '') as mission, coalesce(u.phone, '') as phone,
                               coalesce(u.email, '') as email, u.head_id, s.slug as site_ref, s.name as site_name,
                               concat_ws(', ', s.address, c.name) as address
                          from people.unit u left join people.site s on s.id = u.site_id left join people.commune c on c.insee = s.commune_insee
                         where u.slug = :slug and (u.closed_on is null or u.closed_on > current_date)
                        """)
                .param("slug", slug)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("mission"),
                        row.getString("phone"),
                        row.getString("email"),
                        row.getObject("head_id", Long.class),
                        named(row, "site"),
                        row.getString("address")))
                .optional();
        return found.map(row -> {
            var team = team(viewer, Filter.UNIT, String.valueOf(row.id()));
            List<UnitLine> below = below(viewer, row.id());
            PersonLine head = row.head() == null
                    ? null
                    : people.lines(viewer, List.of(row.head())).get(row.head());
            return new Unit(
                    row.id(),
                    slug,
                    row.name(),
                    row.kind(),
                    row.mission(),
                    row.phone(),
                    row.email(),
                    head == null || head.gone() ? null : head,
                    row.site(),
                    row.address(),
                    above(row.id()),
                    below,
                    team.counted("site"),
                    team.counted("mission"),
                    team.people(),
                    team.total(),
                    assets(viewer, "a.unit_id = :place", row.id()));
        });
    }

    private List<Named> above(long unit) {
        return database.sql("""
                        with recursive above as (
                            select u.parent_id, 0 as depth, null::text as slug, null::text as name from people.unit u where u.id = :unit
                            union all
                            select p.parent_id, a.depth + 1, p.slug, p.name from above a join people.unit p on p.id = a.parent_id)
                        select slug as above_ref, name as above_name from above where slug is not null order by depth desc
                        """)
                .param("unit", unit)
                .query((row, number) -> Objects.requireNonNull(named(row, "above")))
                .list();
    }

    /** The units directly under one. */
    private List<UnitLine> below(Viewer viewer, long unit) {
        record Row(
                long id,
                String slug,
                String name,
                String kind,
                @Nullable Long head,
                long heads,
                boolean parent) {}
        List<Row> rows = database.sql("""
                        select u.id, u.slug, u.name, u.kind, u.head_id, coalesce(f.number, 0) as heads,
                               exists (select 1 from people.unit k where k.parent_id = u.id and k.closed_on is null) as parent
                          from people.unit u
                          left join people.facets('', '{}') f on f.facet = 'unit' and f.value = u.id::text
                         where u.parent_id = :unit and (u.closed_on is null or u.closed_on > current_date)
                         order by u.position, u.name
                        """)
                .param("unit", unit)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getObject("head_id", Long.class),
                        row.getLong("heads"),
                        row.getBoolean("parent")))
                .list();
        Map<Long, PersonLine> heads = people.lines(
                viewer, rows.stream().map(Row::head).filter(Objects::nonNull).toList());
        return rows.stream()
                .map(row -> new UnitLine(
                        row.id(),
                        row.slug(),
                        row.name(),
                        row.kind(),
                        present(heads, row.head()),
                        row.heads(),
                        row.parent()))
                .toList();
    }

    /** A unit of the chart with those under it. */
    record Branch(UnitLine unit, @Nullable Long parent) {}

    /** All units down to that depth, or those under one unit: the whole chart in two statements. */
    List<Branch> chart(Viewer viewer, @Nullable Long top, int depth) {
        record Row(
                long id,
                @Nullable Long parent,
                String slug,
                String name,
                String kind,
                @Nullable Long head,
                long heads,
                boolean isParent) {}
        List<Row> rows = database.sql("""
                        with recursive tree as (
                            select u.*, 1 as depth from people.unit u
                             where u.closed_on is null and case when :top::bigint is null then u.parent_id is null else u.id = :top end
                            union all
                            select k.*, t.depth + 1 from tree t join people.unit k on k.parent_id = t.id
                             where k.closed_on is null and t.depth < :depth)
                        select t.id, t.parent_id, t.slug, t.name, t.kind, t.head_id, coalesce(f.number, 0) as heads,
                               exists (select 1 from people.unit k where k.parent_id = t.id and k.closed_on is null) as is_parent
                          from tree t
                          left join people.facets('', '{}') f on f.facet = 'unit' and f.value = t.id::text
                         order by t.depth, t.position, t.name
                        """)
                .param("top", top)
                .param("depth", depth)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getObject("parent_id", Long.class),
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getObject("head_id", Long.class),
                        row.getLong("heads"),
                        row.getBoolean("is_parent")))
                .list();
        Map<Long, PersonLine> heads = people.lines(
                viewer, rows.stream().map(Row::head).filter(Objects::nonNull).toList());
        return rows.stream()
                .map(row -> new Branch(
                        new UnitLine(
                                row.id(),
                                row.slug(),
                                row.name(),
                                row.kind(),
                                present(heads, row.head()),
                                row.heads(),
                                row.isParent()),
                        row.parent()))
                .toList();
    }

    Optional<Site> site(Viewer viewer, String slug) {
        record Row(
                long id,
                String name,
                @Nullable Named commune,
                String address,
                String phone,
                String opening,
                String note) {}
        Optional<Row> found = database.sql("""
                        select s.id, s.name, c.insee as commune_ref, c.name as commune_name, coalesce(s.address, '') as address,
                               coalesce(s.phone, '') as phone, coalesce(s.opening, '') as opening, coalesce(s.access_note, '') as note
                          from people.site s left join people.commune c on c.insee = s.commune_insee
                         where s.slug = :slug and (s.closed_on is null or s.closed_on > current_date)
                        """)
                .param("slug", slug)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getString("name"),
                        named(row, "commune"),
                        row.getString("address"),
                        row.getString("phone"),
                        row.getString("opening"),
                        row.getString("note")))
                .optional();
        return found.map(row -> {
            var team = team(viewer, Filter.SITE, String.valueOf(row.id()));
            List<Long> contacts = database.sql(
                            "select person_id from people.role_grant where role = 'SITE_CONTACT' and site_id = :site order by granted_at, person_id")
                    .param("site", row.id())
                    .query(Long.class)
                    .list();
            Map<Long, PersonLine> lines = people.lines(viewer, contacts);
            return new Site(
                    row.id(),
                    slug,
                    row.name(),
                    row.commune(),
                    row.address(),
                    row.phone(),
                    row.opening(),
                    row.note(),
                    contacts.stream()
                            .map(lines::get)
                            .filter(Objects::nonNull)
                            .filter(line -> !line.gone())
                            .toList(),
                    team.counted("unit"),
                    team.people(),
                    team.total(),
                    assets(viewer, "a.site_id = :place", row.id()));
        });
    }

    List<CommuneLine> communes(Viewer viewer) {
        return database.sql("""
                        with agents as materialized (select value, number from people.facets('', '{"kind": "agent"}') where facet = 'commune'),
                        elected as materialized (select value, number from people.facets('', '{"kind": "elected"}') where facet = 'commune')
                        select c.insee, c.name, c.population, coalesce(a.number, 0) as agents, coalesce(e.number, 0) as elected,
                               coalesce((select string_agg(d.name, ', ' order by d.plain_name) from people.delegated_commune d
                                          where d.parent_insee = c.insee), '') as delegated
                          from people.commune c
                          left join agents a on a.value = c.insee
                          left join elected e on e.value = c.insee
                         order by c.plain_name
                        """)
                .query((row, number) -> new CommuneLine(
                        row.getString("insee"),
                        row.getString("name"),
                        row.getString("delegated"),
                        row.getObject("population", Integer.class),
                        row.getLong("agents"),
                        row.getLong("elected")))
                .list();
    }

    Optional<Commune> commune(Viewer viewer, String insee) {
        record Row(
                String insee,
                String name,
                List<String> postalCodes,
                @Nullable Integer population,
                List<String> delegated) {}
        Optional<Row> found = database.sql("""
                        select c.insee, c.name, c.postal_codes, c.population,
                               array(select d.name from people.delegated_commune d where d.parent_insee = c.insee order by d.plain_name) as delegated
                          from people.commune c
                         where c.insee = coalesce((select d.parent_insee from people.delegated_commune d where d.insee = :insee), :insee)
                        """)
                .param("insee", insee)
                .query((row, number) -> new Row(
                        row.getString("insee"),
                        row.getString("name"),
                        texts(row, "postal_codes"),
                        row.getObject("population", Integer.class),
                        texts(row, "delegated")))
                .optional();
        return found.map(row -> {
            var agents = team(viewer, Filter.COMMUNE, row.insee(), "agent");
            var elected = team(viewer, Filter.COMMUNE, row.insee(), "elected");
            List<Counted> sites = database.sql("""
                            select s.slug, s.name, coalesce(f.number, 0) as number
                              from people.site s
                              left join people.facets('', jsonb_build_object('commune', jsonb_build_array(:insee::text))) f
                                on f.facet = 'site' and f.value = s.id::text
                             where s.commune_insee = :insee and (s.closed_on is null or s.closed_on > current_date)
                             order by s.plain_name
                            """)
                    .param("insee", row.insee())
                    .query((site, number) ->
                            new Counted(site.getString("slug"), site.getString("name"), site.getLong("number")))
                    .list();
            return new Commune(
                    row.insee(),
                    row.name(),
                    row.postalCodes(),
                    row.population(),
                    row.delegated(),
                    sites,
                    elected.people(),
                    agents.people(),
                    agents.total());
        });
    }

    Optional<Mission> mission(Viewer viewer, String slug) {
        return database.sql(
                        "select id, name, coalesce(description, '') as description from people.mission where slug = :slug")
                .param("slug", slug)
                .query((row, number) -> {
                    long id = row.getLong("id");
                    return new Mission(
                            id, slug, row.getString("name"), row.getString("description"), List.of(), List.of(), 0);
                })
                .optional()
                .map(mission -> {
                    var team = team(viewer, Filter.MISSION, String.valueOf(mission.id()));
                    return new Mission(
                            mission.id(),
                            slug,
                            mission.name(),
                            mission.description(),
                            team.counted("commune"),
                            team.people(),
                            team.total());
                });
    }

    /** Means that these words name, of that kind and site (empty: any), after that one (0: from the first). */
    List<Asset> means(Viewer viewer, String words, String kind, String site, long after, int most) {
        return withHolders(
                viewer,
                database.sql(ASSET + """
                         where a.retired_on is null
                           and (:kind = '' or a.kind = :kind) and (:site = '' or s.slug = :site)
                           and (select coalesce(bool_and(a.plain_name like '%' || w || '%' or people.plain(coalesce(s.name, '')) like '%' || w || '%'
                                                         or public.word_similarity(w, a.plain_name) > 0.5), true)
                                  from unnest(people.words(:words)) w)
                           and (:after = 0 or (a.plain_name, a.id) > (select l.plain_name, l.id from people.asset l where l.id = :after))
                         order by a.plain_name, a.id limit :most
                        """)
                        .param("words", words)
                        .param("kind", kind)
                        .param("site", site)
                        .param("after", after)
                        .param("most", most)
                        .query(PlaceRepository::asset)
                        .list());
    }

    /** Sites where something is kept, with how many things. */
    List<Counted> sitesOfMeans(Viewer viewer) {
        return database.sql("""
                        select s.slug, s.name, count(*) as number
                          from people.asset a join people.site s on s.id = a.site_id
                         where a.retired_on is null group by s.id, s.slug, s.name, s.plain_name order by s.plain_name
                        """)
                .query((row, number) ->
                        new Counted(row.getString("slug"), row.getString("name"), row.getLong("number")))
                .list();
    }

    private static final String ASSET = """
            select a.id, a.kind, a.name, a.plain_name, coalesce(a.reference, '') as reference, coalesce(a.note, '') as note,
                   u.slug as unit_ref, u.name as unit_name, s.slug as site_ref, s.name as site_name,
                   array(select h.person_id from people.asset_holder h where h.asset_id = a.id order by h.person_id limit 6) as holders
              from people.asset a
              left join people.unit u on u.id = a.unit_id
              left join people.site s on s.id = a.site_id
            """;

    private record Held(Asset asset, List<Long> holders) {}

    private static Held asset(ResultSet row, int number) throws SQLException {
        return new Held(
                new Asset(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("reference"),
                        row.getString("note"),
                        named(row, "unit"),
                        named(row, "site"),
                        List.of()),
                numbers(row, "holders"));
    }

    private List<Asset> assets(Viewer viewer, String where, long place) {
        return withHolders(
                viewer,
                database.sql(ASSET + " where a.retired_on is null and " + where
                                + " order by a.kind desc, a.plain_name, a.id limit :most")
                        .param("place", place)
                        .param("most", MEANS_SHOWN)
                        .query(PlaceRepository::asset)
                        .list());
    }

    private List<Asset> withHolders(Viewer viewer, List<Held> held) {
        Set<Long> ids = new LinkedHashSet<>();
        held.forEach(one -> ids.addAll(one.holders()));
        Map<Long, PersonLine> lines = people.lines(viewer, ids);
        return held.stream()
                .map(one -> new Asset(
                        one.asset().id(),
                        one.asset().kind(),
                        one.asset().name(),
                        one.asset().reference(),
                        one.asset().note(),
                        one.asset().unit(),
                        one.asset().site(),
                        one.holders().stream()
                                .map(lines::get)
                                .filter(Objects::nonNull)
                                .filter(line -> !line.gone())
                                .toList()))
                .toList();
    }

    /** The first people of a place, how many there are, and what the filters count. */
    private record Team(List<FoundPerson> people, long total, Map<String, List<Counted>> counts) {
        List<Counted> counted(String facet) {
            return counts.getOrDefault(facet, List.of());
        }
    }

    private Team team(Viewer viewer, Filter filter, String value) {
        return team(viewer, filter, value, "");
    }

    private Team team(Viewer viewer, Filter filter, String value, String kind) {
        Map<Filter, Set<String>> chosen = new LinkedHashMap<>();
        chosen.put(filter, Set.of(value));
        var query = new DirectoryQuery("", chosen, kind, DirectoryQuery.View.CARDS, "", null);
        List<FoundPerson> shown = directory.found(
                viewer,
                directory.search(viewer, query, PEOPLE_SHOWN).stream()
                        .map(Cursor::id)
                        .toList());
        record Row(String facet, Counted counted) {}
        List<Row> rows = database.sql("""
                        select f.facet, coalesce(u.slug, s.slug, c.insee, m.slug, f.value) as ref,
                               coalesce(u.name, s.name, c.name, m.name, '') as name, f.number
                          from people.facets('', :filters::jsonb) f
                          left join people.unit u on u.id = case when f.facet = 'unit' then f.value::bigint end
                          left join people.site s on s.id = case when f.facet = 'site' then f.value::bigint end
                          left join people.commune c on c.insee = case when f.facet = 'commune' then f.value end
                          left join people.mission m on m.id = case when f.facet = 'mission' then f.value::bigint end
                         where f.facet <> :own and (f.facet <> 'unit' or u.kind = 'service')
                         order by f.number desc, 3
                        """)
                .param("filters", query.filtersJson())
                .param("own", filter.column())
                .query((row, number) -> new Row(
                        row.getString("facet"),
                        new Counted(row.getString("ref"), row.getString("name"), row.getLong("number"))))
                .list();
        Map<String, List<Counted>> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.computeIfAbsent(row.facet(), facet -> new java.util.ArrayList<>())
                .add(row.counted()));
        List<Counted> total = counts.getOrDefault("total", List.of());
        return new Team(shown, total.isEmpty() ? 0 : total.getFirst().number(), counts);
    }

    private static @Nullable PersonLine present(Map<Long, PersonLine> lines, @Nullable Long id) {
        PersonLine line = id == null ? null : lines.get(id);
        return line == null || line.gone() ? null : line;
    }

    private static @Nullable Named named(ResultSet row, String prefix) throws SQLException {
        String ref = row.getString(prefix + "_ref");
        return ref == null ? null : new Named(ref, row.getString(prefix + "_name"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static List<Long> numbers(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((Long[]) array.getArray());
    }
}
