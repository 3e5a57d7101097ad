package fr.viaduc.people;

import fr.viaduc.people.CompletionController.Named;
import fr.viaduc.people.OwnProfileForm.Field;
import fr.viaduc.web.Choice;
import fr.viaduc.web.NotFound;
import fr.viaduc.web.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes what one says of oneself; the database lets nobody write for another. */
@Repository
@Transactional(readOnly = true)
class OwnProfileRepository {
    private final JdbcClient database;
    private final Clock clock;

    OwnProfileRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    OwnProfileForm read(Viewer viewer) {
        Map<String, Field> fields = new LinkedHashMap<>();
        database.sql("select kind, value, visibility from people.personal_field where person_id = :me")
                .param("me", viewer.id())
                .query((row, number) -> Map.entry(
                        row.getString("kind"), new Field(row.getString("value"), row.getString("visibility"))))
                .list()
                .forEach(field -> fields.put(field.getKey(), field.getValue()));
        List<Choice> skills = database.sql("""
                        select k.name, k.name as id from people.person_skill p join people.skill k on k.id = p.skill_id
                         where p.person_id = :me order by k.plain_name
                        """)
                .param("me", viewer.id())
                .query((row, number) -> new Choice(row.getString("id"), row.getString("name")))
                .list();
        List<Choice> missions = database.sql("""
                        select m.id, m.name from people.person_mission p join people.mission m on m.id = p.mission_id
                         where p.person_id = :me order by m.plain_name
                        """)
                .param("me", viewer.id())
                .query((row, number) -> new Choice(row.getString("id"), row.getString("name")))
                .list();
        return database.sql("""
                        select coalesce(about, '') as about, coalesce(pronunciation, '') as pronunciation,
                               coalesce(phone, '') as phone, coalesce(mobile, '') as mobile
                          from people.person where id = :me
                        """)
                .param("me", viewer.id())
                .query((row, number) -> new OwnProfileForm(
                        row.getString("about"),
                        row.getString("pronunciation"),
                        row.getString("phone"),
                        row.getString("mobile"),
                        skills,
                        missions,
                        fields))
                .optional()
                .orElseThrow(NotFound::new);
    }

    @Transactional
    void write(Viewer viewer, OwnProfileForm form) {
        database.sql("""
                        update people.person set about = nullif(:about, ''), pronunciation = nullif(:pronunciation, ''),
                               phone = nullif(:phone, ''), mobile = nullif(:mobile, ''), updated_at = :now
                         where id = :me
                        """)
                .param("about", form.about())
                .param("pronunciation", form.pronunciation())
                .param("phone", form.phone())
                .param("mobile", form.mobile())
                .param("now", OffsetDateTime.now(clock))
                .param("me", viewer.id())
                .update();
        writeSkills(viewer, form.skills().stream().map(Choice::label).toList());
        writeMissions(
                viewer,
                form.missions().stream().map(Choice::value).map(Long::valueOf).toList());
        form.fields().forEach((kind, field) -> writeField(viewer, kind, field));
    }

    private void writeSkills(Viewer viewer, List<String> names) {
        database.sql(
                        "insert into people.skill (name) select distinct on (people.plain(n)) n from unnest(:names) n on conflict do nothing")
                .param("names", names.toArray(String[]::new))
                .update();
        database.sql("""
                        delete from people.person_skill p using people.skill k
                         where p.person_id = :me and k.id = p.skill_id
                           and k.plain_name <> all (array(select people.plain(n) from unnest(:names) n))
                        """)
                .param("me", viewer.id())
                .param("names", names.toArray(String[]::new))
                .update();
        database.sql("""
                        insert into people.person_skill (person_id, skill_id)
                        select :me, k.id from people.skill k where k.plain_name = any (array(select people.plain(n) from unnest(:names) n))
                        on conflict do nothing
                        """)
                .param("me", viewer.id())
                .param("names", names.toArray(String[]::new))
                .update();
    }

    private void writeMissions(Viewer viewer, List<Long> ids) {
        database.sql("delete from people.person_mission where person_id = :me and mission_id <> all (:ids)")
                .param("me", viewer.id())
                .param("ids", ids.toArray(Long[]::new))
                .update();
        database.sql("""
                        insert into people.person_mission (person_id, mission_id)
                        select :me, m.id from people.mission m where m.id = any (:ids) on conflict do nothing
                        """)
                .param("me", viewer.id())
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    private void writeField(Viewer viewer, String kind, Field field) {
        if (field.value().isEmpty()) {
            database.sql("delete from people.personal_field where person_id = :me and kind = :kind")
                    .param("me", viewer.id())
                    .param("kind", kind)
                    .update();
        } else {
            database.sql("""
                            insert into people.personal_field (person_id, kind, value, visibility) values (:me, :kind, :value, :visibility)
                            on conflict (person_id, kind) do update set value = excluded.value, visibility = excluded.visibility
                            """)
                    .param("me", viewer.id())
                    .param("kind", kind)
                    .param("value", field.value())
                    .param("visibility", field.visibility())
                    .update();
        }
    }

    /** Missions of these ids, with their names. */
    List<Choice> missions(Viewer viewer, Collection<String> ids) {
        Long[] numbers = ids.stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toArray(Long[]::new);
        return database.sql("select id, name from people.mission where id = any (:ids) order by plain_name")
                .param("ids", numbers)
                .query((row, number) -> new Choice(row.getString("id"), row.getString("name")))
                .list();
    }

    /** Missions of exactly these names. */
    List<Choice> missionsNamed(Viewer viewer, Collection<String> names) {
        return database.sql("""
                        select id, name from people.mission
                         where plain_name = any (array(select people.plain(n) from unnest(:names) n)) order by plain_name
                        """)
                .param("names", names.toArray(String[]::new))
                .query((row, number) -> new Choice(row.getString("id"), row.getString("name")))
                .list();
    }

    /** Skills like these words, and the words themselves when they are a new one. */
    List<Named> skills(Viewer viewer, String words, int most) {
        return database.sql("""
                        select name, detail from (
                            select k.name, (select count(*) from people.person_skill p where p.skill_id = k.id)::text as detail, 0 as rank
                              from people.skill k
                             where k.plain_name like '%' || people.plain(:words) || '%'
                                or public.similarity(k.plain_name, people.plain(:words)) > 0.4
                             order by k.plain_name = people.plain(:words) desc, public.similarity(k.plain_name, people.plain(:words)) desc, k.name
                             limit :most) known
                        union all
                        select :words, '' where :words <> '' and not exists (select 1 from people.skill k where k.plain_name = people.plain(:words))
                        """)
                .param("words", words)
                .param("most", most)
                .query((row, number) ->
                        new Named(row.getString("name"), row.getString("name"), row.getString("detail")))
                .list();
    }

    List<Named> missions(Viewer viewer, String words, int most) {
        return database.sql("""
                        select m.id, m.name from people.mission m
                         where m.plain_name like '%' || people.plain(:words) || '%' or public.similarity(m.plain_name, people.plain(:words)) > 0.3
                         order by public.similarity(m.plain_name, people.plain(:words)) desc, m.name limit :most
                        """)
                .param("words", words)
                .param("most", most)
                .query((row, number) -> new Named(row.getString("id"), row.getString("name"), ""))
                .list();
    }

    @Nullable
    Long picture(Viewer viewer) {
        return database.sql("select picture_id from people.person where id = :me")
                .param("me", viewer.id())
                .query((row, number) -> Optional.ofNullable(row.getObject("picture_id", Long.class)))
                .optional()
                .flatMap(id -> id)
                .orElse(null);
    }

    @Transactional
    void setPicture(Viewer viewer, @Nullable Long fileId) {
        database.sql("update people.person set picture_id = :file, updated_at = :now where id = :me")
                .param("file", fileId, java.sql.Types.BIGINT)
                .param("now", OffsetDateTime.now(clock))
                .param("me", viewer.id())
                .update();
    }
}
