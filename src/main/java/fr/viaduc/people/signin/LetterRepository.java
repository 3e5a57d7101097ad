package fr.viaduc.people.signin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is to receive a letter, and which batches were made. */
@Repository
class LetterRepository {

    private static final String ADDRESSEES = """
              from people.person p
              left join people.account a on a.person_id = p.id
              left join people.assignment x on x.person_id = p.id and x.is_primary
              left join people.unit u on u.id = x.unit_id
              left join people.site s on s.id = x.site_id
             where p.erased_at is null and p.staff_number is not null and a.activated_at is null
               and a.suspended_at is null and people.present_on(p.id, :today)
               and (:kind = 'all'
                    or (:kind = 'site' and x.site_id = :id)
                    or (:kind = 'unit' and u.path <@ (select w.path from people.unit w where w.id = :id)))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterRepository(@Qualifier("system") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long count(Audience audience) {
        return jdbc.sql("select count(*)" + ADDRESSEES)
                .param("today", LocalDate.now(clock))
                .param("kind", audience.kind())
                .param("id", audience.id())
                .query(Long.class)
                .single();
    }

    /** Those who have not signed in yet, in the order in which letters are handed round: site, service, name. */
    List<Addressee> addressees(Audience audience) {
        return jdbc.sql("""
                select p.id, p.name, p.civility, p.staff_number, u.name as unit, s.name as site, s.address,
                       (select string_agg(c.name || coalesce(' (' || c.phone || ')', ''), ', ' order by c.sort_name)
                          from people.role_grant g join people.person c on c.id = g.person_id
                         where g.role = 'SITE_CONTACT' and g.site_id = s.id and c.id <> p.id) as contacts
                """ + ADDRESSEES + " order by s.name nulls last, u.name nulls last, p.sort_name")
                .param("today", LocalDate.now(clock))
                .param("kind", audience.kind())
                .param("id", audience.id())
                .query((row, number) -> new Addressee(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("civility"),
                        row.getString("staff_number"),
                        row.getString("unit"),
                        row.getString("site"),
                        row.getString("contacts")))
                .list();
    }

    void record(Audience audience, int letters, long by) {
        jdbc.sql("""
                insert into people.letter_batch (audience, letters, created_by, created_at)
                values (:audience, :letters, :by, :now)
                """)
                .param("audience", audience.name())
                .param("letters", letters)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<LetterBatch> batches() {
        return jdbc.sql("select audience, letters, created_at from people.letter_batch order by id desc limit 20")
                .query((row, number) -> new LetterBatch(
                        row.getString("audience"),
                        row.getInt("letters"),
                        row.getObject("created_at", java.time.OffsetDateTime.class)
                                .atZoneSameInstant(clock.getZone())
                                .toLocalDate()))
                .list();
    }

    /** The choices: everybody, each site, each unit; key → words. */
    Map<String, String> choices(String everybody) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("all-0", everybody);
        jdbc.sql("""
                select key, name
                  from (select 1 as rank, 'site-' || id as key, name, plain_name from people.site where closed_on is null
                        union all
                        select 2, 'unit-' || id, name, plain_name from people.unit where closed_on is null) as choice
                 order by rank, plain_name
                """)
                .query((row, number) -> choices.put(row.getString("key"), row.getString("name")))
                .list();
        return choices;
    }

    /** Whom a batch is for: "all", a "site" or a "unit" with its sub-units. */
    record Audience(String kind, long id, String name) {

        static Audience of(String key, Map<String, String> choices) {
            String known = choices.containsKey(key) ? key : "all-0";
            String[] parts = known.split("-", 2);
            return new Audience(parts[0], Long.parseLong(parts[1]), String.valueOf(choices.get(known)));
        }
    }
}
