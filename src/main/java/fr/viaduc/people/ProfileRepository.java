package fr.viaduc.people;

import fr.viaduc.people.Profile.Absence;
import fr.viaduc.people.Profile.Mandate;
import fr.viaduc.people.Profile.Means;
import fr.viaduc.people.Profile.Named;
import fr.viaduc.people.Profile.Post;
import fr.viaduc.web.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads a person's page, in a constant number of statements. */
@Repository
@Transactional(readOnly = true)
class ProfileRepository {
    private static final int TEAM_SHOWN = 12;
    private static final int ALIKE_SHOWN = 6;
    private static final int ALIKE_LOOKED_AT = 60;
    private final JdbcClient database;
    private final People people;

    ProfileRepository(JdbcClient database, People people) {
        this.database = database;
        this.people = people;
    }

    /** Who one is in the directory. */
    enum Presence {
        PRESENT,
        ABSENT,
        ERASED
    }

    Presence presence(Viewer viewer, long id) {
        return database.sql("""
                        select case when p.erased_at is not null then 'ERASED'
                                    when exists (select 1 from people.presence pr where pr.person_id = p.id
                                                    and (pr.as_agent @> current_date or pr.as_elected @> current_date)) then 'PRESENT'
                                    else 'ABSENT' end
                          from people.person p where p.id = :id
                        """)
                .param("id", id)
                .query(String.class)
                .optional()
                .map(Presence::valueOf)
                .orElse(Presence.ABSENT);
    }

    /** The page of a person who is here today; empty for everybody else. */
    Optional<Profile> find(Viewer viewer, long id) {
        return database.sql("""
                        select p.*, pr.as_agent @> current_date as is_agent, pr.as_elected @> current_date as is_elected
                          from people.person p join people.presence pr on pr.person_id = p.id
                         where p.id = :id and (pr.as_agent @> current_date or pr.as_elected @> current_date)
                        """)
                .param("id", id)
                .query((row, number) -> complete(viewer, Base.of(row)))
                .optional();
    }

    private record Base(
            long id,
            String name,
            String firstName,
            String lastName,
            String civility,
            boolean agent,
            boolean elected,
            @Nullable Long pictureId,
            String job,
            String email,
            String phone,
            String mobile,
            String about,
            String pronunciation) {
        static Base of(ResultSet row) throws SQLException {
            return new Base(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("first_name"),
                    row.getString("last_name"),
                    text(row, "civility"),
                    row.getBoolean("is_agent"),
                    row.getBoolean("is_elected"),
                    row.getObject("picture_id", Long.class),
                    text(row, "job_title"),
                    text(row, "email"),
                    text(row, "phone"),
                    text(row, "mobile"),
                    text(row, "about"),
                    text(row, "pronunciation"));
        }
    }

    private Profile complete(Viewer viewer, Base base) {
        List<PostRow> posts = base.agent() ? posts(base.id()) : List.of();
        Optional<AbsenceRow> absence = absence(base.id());
        List<TeamRow> team = base.agent() ? team(base.id()) : List.of();
        List<Long> alike = sameMissions(base.id());

        Set<Long> named = new LinkedHashSet<>(alike);
        posts.stream().map(PostRow::manager).filter(Objects::nonNull).forEach(named::add);
        team.forEach(one -> named.add(one.id()));
        absence.map(AbsenceRow::substitute).ifPresent(named::add);
        Map<Long, PersonLine> lines = people.lines(viewer, named);

        List<Tagged> tags = tags(base.id());
        String job = base.job().isEmpty() && !posts.isEmpty() ? posts.getFirst().job() : base.job();
        return new Profile(
                base.id(),
                base.name(),
                base.firstName(),
                base.lastName(),
                base.civility(),
                base.agent(),
                base.elected(),
                base.pictureId(),
                job,
                base.email(),
                base.phone(),
                base.mobile(),
                base.about(),
                base.pronunciation(),
                posts.stream().map(post -> post.with(lines)).toList(),
                tagged(tags, "mission"),
                tagged(tags, "skill"),
                means(base.id()),
                base.elected() ? mandates(base.id()) : List.of(),
                absence.map(row -> row.with(lines)).orElse(null),
                personal(base.id()),
                present(team.stream().map(TeamRow::id).toList(), lines),
                team.isEmpty() ? 0 : team.getFirst().size(),
                present(alike, lines),
                tagged(tags, "contact"));
    }

    private static List<PersonLine> present(List<Long> ids, Map<Long, PersonLine> lines) {
        return ids.stream().map(lines::get).filter(Objects::nonNull).toList();
    }

    private record PostRow(Post post, @Nullable Long manager, String job) {
        Post with(Map<Long, PersonLine> lines) {
            PersonLine chief = manager == null ? null : lines.get(manager);
            return new Post(
                    post.job(),
                    post.unit(),
                    post.above(),
                    post.site(),
                    post.address(),
                    post.commune(),
                    chief == null || chief.gone() ? null : chief,
                    post.primary());
        }
    }

    private List<PostRow> posts(long id) {
        return database.sql("""
                        select coalesce(a.job_title, '') as job, u.slug as unit_ref, u.name as unit_name,
                               above.slug as above_ref, above.name as above_name,
                               s.slug as site_ref, s.name as site_name, coalesce(s.address, '') as address,
                               c.insee as commune_ref, c.name as commune_name,
                               coalesce(a.manager_id, nullif(u.head_id, a.person_id), above.head_id) as manager, a.is_primary
                          from people.assignment a
                          join people.unit u on u.id = a.unit_id
                          left join people.unit above on above.id = u.parent_id
                          left join people.site s on s.id = a.site_id
                          left join people.commune c on c.insee = s.commune_insee
                         where a.person_id = :id and daterange(a.starts_on, a.ends_on, '[]') @> current_date
                         order by a.is_primary desc, u.name
                        """)
                .param("id", id)
                .query((row, number) -> {
                    Long manager = row.getObject("manager", Long.class);
                    return new PostRow(
                            new Post(
                                    row.getString("job"),
                                    Objects.requireNonNull(named(row, "unit")),
                                    named(row, "above"),
                                    named(row, "site"),
                                    row.getString("address"),
                                    named(row, "commune"),
                                    null,
                                    row.getBoolean("is_primary")),
                            manager != null && manager == id ? null : manager,
                            row.getString("job"));
                })
                .list();
    }

    private record Tagged(String kind, Named named) {}

    private List<Tagged> tags(long id) {
        return database.sql("""
                        select 'mission' as kind, m.slug as tag_ref, m.name as tag_name
                          from people.person_mission pm join people.mission m on m.id = pm.mission_id where pm.person_id = :id
                        union all
                        select 'skill', k.id::text, k.name
                          from people.person_skill pk join people.skill k on k.id = pk.skill_id where pk.person_id = :id
                        union all
                        select 'contact', s.slug, s.name
                          from people.role_grant g join people.site s on s.id = g.site_id where g.person_id = :id and g.role = 'SITE_CONTACT'
                         order by kind, tag_name
                        """)
                .param("id", id)
                .query((row, number) -> new Tagged(row.getString("kind"), Objects.requireNonNull(named(row, "tag"))))
                .list();
    }

    private static List<Named> tagged(List<Tagged> tags, String kind) {
        return tags.stream()
                .filter(tag -> tag.kind().equals(kind))
                .map(Tagged::named)
                .toList();
    }

    private List<Means> means(long id) {
        return database.sql("""
                        select a.kind, a.name, coalesce(a.reference, '') as reference, coalesce(a.note, '') as note
                          from people.asset_holder h join people.asset a on a.id = h.asset_id
                         where h.person_id = :id and a.retired_on is null
                         order by a.kind desc, a.name, a.id
                        """)
                .param("id", id)
                .query((row, number) -> new Means(
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("reference"),
                        row.getString("note")))
                .list();
    }

    private List<Mandate> mandates(long id) {
        return database.sql("""
                        select m.function, coalesce(m.delegation, '') as delegation, c.insee as commune_ref, c.name as commune_name,
                               m.in_council, m.starts_on, m.ends_on,
                               array_to_string(array(select k.name from people.mandate_commission mc
                                  join people.commission k on k.id = mc.commission_id where mc.mandate_id = m.id order by k.name), '|') as commissions
                          from people.mandate m left join people.commune c on c.insee = m.commune_insee
                         where m.person_id = :id and daterange(m.starts_on, m.ends_on, '[]') @> current_date
                         order by m.in_council desc, m.delegation is null, m.starts_on, m.id
                        """)
                .param("id", id)
                .query((row, number) -> new Mandate(
                        row.getString("function"),
                        row.getString("delegation"),
                        named(row, "commune"),
                        row.getBoolean("in_council"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        Pattern.compile("\\|")
                                .splitAsStream(row.getString("commissions"))
                                .filter(name -> !name.isEmpty())
                                .toList()))
                .list();
    }

    private record AbsenceRow(Absence absence, @Nullable Long substitute) {
        Absence with(Map<Long, PersonLine> lines) {
            PersonLine who = substitute == null ? null : lines.get(substitute);
            boolean here = who != null && !who.gone();
            return new Absence(
                    absence.startsOn(),
                    absence.endsOn(),
                    absence.message(),
                    here ? who : null,
                    here ? absence.substitutePhone() : "");
        }
    }

    /** The absence that runs or begins within two weeks. */
    private Optional<AbsenceRow> absence(long id) {
        return database.sql("""
                        select x.starts_on, x.ends_on, coalesce(x.message, '') as message, x.substitute_id,
                               coalesce(s.mobile, s.phone, '') as substitute_phone
                          from people.absence x left join people.person s on s.id = x.substitute_id
                         where x.person_id = :id and x.ends_on >= current_date and x.starts_on <= current_date + 14
                         order by x.starts_on, x.id limit 1
                        """)
                .param("id", id)
                .query((row, number) -> new AbsenceRow(
                        new Absence(
                                row.getObject("starts_on", LocalDate.class),
                                row.getObject("ends_on", LocalDate.class),
                                row.getString("message"),
                                null,
                                row.getString("substitute_phone")),
                        row.getObject("substitute_id", Long.class)))
                .optional();
    }

    private Map<String, String> personal(long id) {
        Map<String, String> fields = new LinkedHashMap<>();
        database.sql("select kind, value from people.personal_field where person_id = :id order by kind")
                .param("id", id)
                .query((row, number) -> Map.entry(row.getString("kind"), row.getString("value")))
                .list()
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private record TeamRow(long id, long size) {}

    private List<TeamRow> team(long id) {
        return database.sql("""
                        select p.id, count(*) over () as size
                          from people.person p
                         where p.erased_at is null and p.agent
                           and daterange(p.started_on, p.left_on, '[]') @> current_date
                           and p.id in (select a.person_id from people.assignment a
                                         where a.manager_id = :id and daterange(a.starts_on, a.ends_on, '[]') @> current_date)
                         order by p.sort_name, p.id limit :most
                        """)
                .param("id", id)
                .param("most", TEAM_SHOWN)
                .query((row, number) -> new TeamRow(row.getLong("id"), row.getLong("size")))
                .list();
    }

    /**
     * Some who have one of the missions in another unit; first those of other communes. A mission may be that of thousands:
     * those are looked at who stand nearest in the register.
     */
    private List<Long> sameMissions(long id) {
        return database.sql("""
                        with mine as (
                            select array(select pm.mission_id from people.person_mission pm where pm.person_id = :id) as missions,
                                   array(select a.unit_id from people.assignment a where a.person_id = :id) as units,
                                   array(select s.commune_insee from people.assignment a join people.site s on s.id = a.site_id
                                          where a.person_id = :id) as communes),
                        alike as (
                            select near.person_id, count(*) as shared
                              from mine cross join lateral unnest(mine.missions) as m(id)
                             cross join lateral (
                                   (select o.person_id from people.person_mission o
                                     where o.mission_id = m.id and o.person_id > :id order by o.person_id limit :near)
                                   union all
                                   (select o.person_id from people.person_mission o
                                     where o.mission_id = m.id and o.person_id < :id order by o.person_id desc limit :near)) near
                             group by near.person_id)
                        select p.id
                          from alike
                          join people.person p on p.id = alike.person_id
                          left join people.assignment a on a.person_id = p.id and a.is_primary
                          left join people.site s on s.id = a.site_id
                          cross join mine
                         where p.erased_at is null and p.agent and daterange(p.started_on, p.left_on, '[]') @> current_date
                           and not coalesce(a.unit_id = any (mine.units), false)
                         order by coalesce(s.commune_insee = any (mine.communes), true), alike.shared desc, p.sort_name, p.id
                         limit :most
                        """)
                .param("id", id)
                .param("near", ALIKE_LOOKED_AT)
                .param("most", ALIKE_SHOWN)
                .query(Long.class)
                .list();
    }

    private static @Nullable Named named(ResultSet row, String prefix) throws SQLException {
        String ref = row.getString(prefix + "_ref");
        return ref == null ? null : new Named(ref, row.getString(prefix + "_name"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? "" : value;
    }
}
