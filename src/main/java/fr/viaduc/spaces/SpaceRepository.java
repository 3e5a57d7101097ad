package fr.viaduc.spaces;

import fr.viaduc.people.PersonLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of spaces. Row-level security decides which ones the viewer may know; functions hold the rules of writing. */
@Repository
class SpaceRepository {
    private static final String SPACE = """
        select s.id, s.slug, s.name, s.kind, s.access, s.description, s.welcome, s.cover_id, s.tint, s.circle_id, s.shown_to,
               s.mandatory, s.elected, s.history_shown, s.members_shown, s.posting, s.unit_id, s.mission_id, s.archived_at,
               c.head_count, u.slug as unit_slug, mission.name as mission_name, m.state, m.role,
               coalesce(m.welcomed, false) as welcomed,
               coalesce(s.circle_id = any ((select circles.readable())::bigint[]), false) as inside,
               coalesce(s.id = any ((select spaces.led())::bigint[]), false) as leads,
               coalesce(s.id = any ((select spaces.owned())::bigint[]), false) as owns,
               coalesce(s.id = any ((select spaces.postable())::bigint[]), false) as may_post,
               p.person_id is not null as pinned
          from spaces.space s
          join circles.circle c on c.id = s.circle_id
          left join people.unit u on u.id = s.unit_id
          left join people.mission mission on mission.id = s.mission_id
          left join spaces.member m on m.space_id = s.id and m.person_id = :viewer
          left join spaces.pinned p on p.space_id = s.id and p.person_id = :viewer
        """;
    private final JdbcClient database;

    SpaceRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<Space> find(long viewer, String slug) {
        return database.sql(SPACE + " where s.slug = :slug")
                .param("viewer", viewer)
                .param("slug", slug)
                .query(SpaceRepository::space)
                .optional();
    }

    /** A page of spaces in the order of their names, from after that name and id. */
    List<Space> list(long viewer, SpaceList.Shelf shelf, String words, SpaceList.@Nullable After after, int limit) {
        return database.sql(SPACE + """
             where case :shelf
                   when 'mine' then s.archived_at is null
                        and (s.circle_id = any ((select circles.readable())::bigint[]) or m.state is not null)
                   when 'discover' then s.archived_at is null and s.kind in ('group', 'community')
                        and s.circle_id <> all (coalesce((select circles.readable()), '{}')::bigint[])
                   when 'services' then s.archived_at is null and s.kind = 'service'
                   else s.archived_at is not null end
               and (:words = '' or s.plain_name like '%' || people.plain(:words) || '%'
                    or people.plain(:words) <% s.plain_name
                    or people.plain(coalesce(s.description, '')) like '%' || people.plain(:words) || '%')
               and (:name::text is null or (s.plain_name, s.id) > (people.plain(:name), :id))
             order by s.plain_name, s.id
             limit :limit
            """)
                .param("viewer", viewer)
                .param("shelf", shelf.name().toLowerCase(java.util.Locale.ROOT))
                .param("words", words)
                .param("name", after == null ? null : after.name())
                .param("id", after == null ? 0 : after.id())
                .param("limit", limit)
                .query(SpaceRepository::space)
                .list();
    }

    List<SpaceLine> lines(Collection<Long> ids) {
        return database.sql("""
            select s.id, s.slug, s.name, s.kind, s.access, s.tint, s.circle_id, c.head_count, s.elected
              from spaces.space s join circles.circle c on c.id = s.circle_id
             where s.id = any (:ids)
            """)
                .param("ids", ids.toArray(Long[]::new))
                .query(SpaceRepository::line)
                .list();
    }

    List<SpaceLine> postable() {
        return database.sql("""
            select s.id, s.slug, s.name, s.kind, s.access, s.tint, s.circle_id, c.head_count, s.elected
              from spaces.space s join circles.circle c on c.id = s.circle_id
             where s.id = any ((select spaces.postable())::bigint[])
             order by array_position(array['network', 'service', 'group', 'community'], s.kind), s.plain_name, s.id
            """).query(SpaceRepository::line).list();
    }

    /** The groups of one's navigation: pinned first, then by name. */
    List<SpaceLine> navigation(long viewer, int limit) {
        return database.sql("""
            select s.id, s.slug, s.name, s.kind, s.access, s.tint, s.circle_id, 0 as head_count, s.elected
              from spaces.space s
              left join spaces.pinned p on p.space_id = s.id and p.person_id = :viewer
             where s.archived_at is null
               and s.circle_id = any ((select circles.readable())::bigint[])
               and (s.kind <> 'network' or p.person_id is not null)
             order by p.person_id is null, p.position, s.kind = 'service', s.plain_name, s.id
             limit :limit
            """)
                .param("viewer", viewer)
                .param("limit", limit)
                .query(SpaceRepository::line)
                .list();
    }

    /** Ids and parts of members, in this order: owners, moderators, members, then by name. */
    List<Entry> members(long space, List<String> states, SpaceList.@Nullable After after, int limit) {
        return database.sql("""
            select m.person_id, m.state, m.role, m.since, m.message, p.sort_name,
                   array_position(array['owner', 'moderator', 'member'], m.role) as rank
              from spaces.member m join people.person p on p.id = m.person_id
             where m.space_id = :space and m.state = any (:states)
               and (p.left_on is null or p.left_on >= current_date) and p.erased_at is null
               and (:name::text is null
                    or (array_position(array['owner', 'moderator', 'member'], m.role) || p.sort_name, p.id) > (:name, :id))
             order by array_position(array['owner', 'moderator', 'member'], m.role) || p.sort_name, p.id
             limit :limit
            """)
                .param("space", space)
                .param("states", states.toArray(String[]::new))
                .param("name", after == null ? null : after.name())
                .param("id", after == null ? 0 : after.id())
                .param("limit", limit)
                .query((row, number) -> new Entry(
                        row.getLong("person_id"),
                        Space.Part.of(row.getString("state"), row.getString("role")),
                        instant(row, "since"),
                        row.getString("message"),
                        row.getInt("rank") + row.getString("sort_name")))
                .list();
    }

    /** The agents of a unit and of what is below it, its head first. */
    List<Long> team(long unit, int limit) {
        return database.sql("""
            select p.id
              from people.unit top
              join people.unit u on u.path <@ top.path
              join people.assignment a on a.unit_id = u.id and daterange(a.starts_on, a.ends_on, '[]') @> current_date
              join people.person p on p.id = a.person_id
             where top.id = :unit and p.erased_at is null and p.agent
               and daterange(p.started_on, p.left_on, '[]') @> current_date
             group by p.id
             order by bool_or(p.id = top.head_id) desc, p.sort_name, p.id
             limit :limit
            """)
                .param("unit", unit)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    boolean mayOpen() {
        return database.sql("select spaces.viewer_may_open()")
                .query(Boolean.class)
                .single();
    }

    Map<String, String> missions() {
        var missions = new java.util.LinkedHashMap<String, String>();
        database.sql("select id, name from people.mission order by plain_name, id")
                .query(row -> {
                    missions.put(row.getString("id"), row.getString("name"));
                });
        return missions;
    }

    String open(NewSpaceForm form, int tint) {
        long id = database.sql("""
            select spaces.open(null, :name::text, :kind::text, :access::text, null, jsonb_build_object(
                'elected', :elected::boolean, 'history', :history::boolean, 'mission', :mission::bigint, 'description', :description::text,
                'tint', :tint::integer))
            """)
                .param("name", form.name())
                .param("kind", form.kind())
                .param("access", form.access())
                .param("elected", form.elected())
                .param("history", form.history())
                .param("mission", form.missionId())
                .param("description", form.description().isBlank() ? null : form.description())
                .param("tint", tint)
                .query(Long.class)
                .single();
        return database.sql("select slug from spaces.space where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    @Nullable
    String join(long space, @Nullable String words) {
        return database.sql("select spaces.join(:space, :words)")
                .param("space", space)
                .param("words", words)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    boolean leave(long space) {
        return database.sql("select spaces.leave(:space)")
                .param("space", space)
                .query(Boolean.class)
                .single();
    }

    /** Who is now invited, or a member at once. */
    List<Entry> invite(long space, Collection<Long> persons) {
        return database.sql("select person, state from spaces.invite(:space, :persons)")
                .param("space", space)
                .param("persons", persons.toArray(Long[]::new))
                .query((row, number) -> new Entry(
                        row.getLong("person"),
                        Space.Part.of(row.getString("state"), "member"),
                        Instant.EPOCH,
                        null,
                        ""))
                .list();
    }

    boolean answer(long space, long person, boolean accepted) {
        return database.sql("select spaces.answer(:space, :person, :accepted)")
                .param("space", space)
                .param("person", person)
                .param("accepted", accepted)
                .query(Boolean.class)
                .single();
    }

    boolean remove(long space, long person) {
        return database.sql("select spaces.remove(:space, :person)")
                .param("space", space)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    boolean setRole(long space, long person, String role) {
        return database.sql("select spaces.set_role(:space, :person, :role)")
                .param("space", space)
                .param("person", person)
                .param("role", role)
                .query(Boolean.class)
                .single();
    }

    /** Whether another owner would remain without that person. */
    boolean ownedBesides(long space, long person) {
        return database.sql("""
            select exists (select 1 from spaces.member where space_id = :space and person_id <> :person
                              and state = 'member' and role = 'owner')
                or not exists (select 1 from spaces.member where space_id = :space and person_id <> :person
                                  and state = 'member')
            """)
                .param("space", space)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    void welcomed(long space) {
        database.sql("select spaces.welcomed(:space)")
                .param("space", space)
                .query((row, number) -> true)
                .list();
    }

    void pin(long viewer, long space) {
        database.sql("""
            insert into spaces.pinned (person_id, space_id, position)
            values (:viewer, :space, (select coalesce(max(position), 0) + 1 from spaces.pinned where person_id = :viewer))
            on conflict do nothing
            """).param("viewer", viewer).param("space", space).update();
    }

    void unpin(long viewer, long space) {
        database.sql("delete from spaces.pinned where person_id = :viewer and space_id = :space")
                .param("viewer", viewer)
                .param("space", space)
                .update();
    }

    void describe(long space, SettingsForm form, @Nullable String welcome) {
        database.sql("""
            update spaces.space
               set name = case when kind = 'service' then name else :name end, description = :description,
                   welcome = :welcome, tint = :tint, posting = :posting, members_shown = :members,
                   mission_id = case when kind = 'community' then :mission::bigint end
             where id = :id
            """)
                .param("id", space)
                .param("name", form.name())
                .param("description", form.description().isBlank() ? null : form.description())
                .param("welcome", welcome)
                .param("tint", form.tint())
                .param("posting", form.leadersPost() ? "moderators" : "members")
                .param("members", !form.membersHidden())
                .param("mission", form.missionId())
                .update();
    }

    /** Returns the address's slug: another one when the space becomes secret. */
    String setRules(long space, String access, boolean elected, boolean history) {
        return database.sql("select spaces.set_rules(:space, :access, :elected, :history)")
                .param("space", space)
                .param("access", access)
                .param("elected", elected)
                .param("history", history)
                .query(String.class)
                .single();
    }

    void setMandatory(long space, boolean mandatory) {
        database.sql("select spaces.set_mandatory(:space, :mandatory)")
                .param("space", space)
                .param("mandatory", mandatory)
                .query((row, number) -> true)
                .list();
    }

    void setArchived(long space, @Nullable OffsetDateTime at) {
        database.sql("update spaces.space set archived_at = :at::timestamptz where id = :id")
                .param("id", space)
                .param("at", at)
                .update();
    }

    void setCover(long space, @Nullable Long file) {
        database.sql("update spaces.space set cover_id = :file::bigint where id = :id")
                .param("id", space)
                .param("file", file)
                .update();
    }

    /** A member before their name is known. */
    record Entry(
            long personId,
            Space.Part part,
            Instant since,
            @Nullable String message,
            String order) {
        Member of(PersonLine person) {
            return new Member(person, part, since, message);
        }
    }

    private static SpaceLine line(ResultSet row, int number) throws SQLException {
        return new SpaceLine(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("name"),
                Space.Kind.of(row.getString("kind")),
                Space.Access.of(row.getString("access")),
                row.getInt("tint"),
                row.getLong("circle_id"),
                row.getInt("head_count"),
                row.getBoolean("elected"));
    }

    private static Space space(ResultSet row, int number) throws SQLException {
        Long cover = row.getObject("cover_id", Long.class);
        var archived = row.getObject("archived_at", OffsetDateTime.class);
        return new Space(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("name"),
                Space.Kind.of(row.getString("kind")),
                Space.Access.of(row.getString("access")),
                row.getString("description"),
                row.getString("welcome"),
                cover == null ? null : "/fichiers/" + cover + "/large/couverture.jpg",
                row.getInt("tint"),
                row.getLong("circle_id"),
                row.getLong("shown_to"),
                row.getBoolean("mandatory"),
                row.getBoolean("elected"),
                row.getBoolean("history_shown"),
                row.getBoolean("members_shown"),
                row.getString("posting").equals("moderators"),
                row.getInt("head_count"),
                row.getObject("unit_id", Long.class),
                row.getString("unit_slug"),
                row.getObject("mission_id", Long.class),
                row.getString("mission_name"),
                archived == null ? null : archived.toInstant(),
                Space.Part.of(row.getString("state"), row.getString("role")),
                row.getBoolean("welcomed"),
                row.getBoolean("inside"),
                row.getBoolean("leads"),
                row.getBoolean("owns"),
                row.getBoolean("may_post"),
                row.getBoolean("pinned"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
