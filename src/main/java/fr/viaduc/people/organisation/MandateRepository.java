package fr.viaduc.people.organisation;

import fr.viaduc.people.organisation.Organisation.MandateLine;
import fr.viaduc.web.Choice;
import fr.viaduc.web.Viewer;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of mandates; row-level security leaves their writing to administrators. */
@Repository
@Transactional(readOnly = true)
class MandateRepository {
    private final JdbcClient database;
    private final Clock clock;

    MandateRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Mandates that run or are to come, by name of their holder. */
    List<MandateLine> runningOrToCome(Viewer viewer, PersonRepository.@Nullable After after, int most) {
        return database.sql("""
                        select m.id, p.id as person_id, p.name as person, concat_ws(', ', m.function, m.delegation) as function,
                               coalesce(c.name, '') as commune, m.starts_on, m.ends_on, p.sort_name
                          from people.mandate m join people.person p on p.id = m.person_id and p.erased_at is null
                          left join people.commune c on c.insee = m.commune_insee
                         where (m.ends_on is null or m.ends_on >= :today)
                           and (:id::bigint is null or (p.sort_name, m.id) > (:name, :id::bigint))
                         order by p.sort_name, m.id limit :most
                        """)
                .param("today", LocalDate.now(clock))
                .param("id", after == null ? null : after.id(), Types.BIGINT)
                .param("name", after == null ? null : after.name(), Types.VARCHAR)
                .param("most", most)
                .query((row, number) -> new MandateLine(
                        row.getLong("id"),
                        row.getLong("person_id"),
                        row.getString("person"),
                        row.getString("function"),
                        row.getString("commune"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getLong("id") + "." + row.getString("sort_name")))
                .list();
    }

    Optional<MandateForm> read(Viewer viewer, long id) {
        Set<Long> commissions =
                Set.copyOf(database.sql("select commission_id from people.mandate_commission where mandate_id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .list());
        return database.sql("""
                        select p.id as person_id, p.name, m.function, coalesce(m.delegation, '') as delegation,
                               coalesce(m.commune_insee, '') as commune, m.in_council, m.starts_on::text, coalesce(m.ends_on::text, '') as ends_on
                          from people.mandate m join people.person p on p.id = m.person_id and p.erased_at is null
                         where m.id = :id
                        """)
                .param("id", id)
                .query((row, number) -> new MandateForm(
                        new Choice(row.getString("person_id"), row.getString("name")),
                        row.getString("function"),
                        row.getString("delegation"),
                        row.getString("commune"),
                        row.getBoolean("in_council"),
                        row.getString("starts_on"),
                        row.getString("ends_on"),
                        commissions))
                .optional();
    }

    /** Adds a mandate, or changes it: rights follow from its dates at once. */
    @Transactional
    void keep(Viewer viewer, @Nullable Long id, MandateForm form) {
        var statement = id == null
                ? database.sql("""
                        insert into people.mandate (person_id, commune_insee, function, delegation, in_council, starts_on, ends_on)
                        values (:person, nullif(:commune, ''), :function, nullif(:delegation, ''), :council, :from, :to) returning id
                        """)
                        .param(
                                "person",
                                Long.valueOf(
                                        Objects.requireNonNull(form.person()).value()))
                : database.sql("""
                        update people.mandate set commune_insee = nullif(:commune, ''), function = :function,
                               delegation = nullif(:delegation, ''), in_council = :council, starts_on = :from, ends_on = :to
                         where id = :id returning id
                        """).param("id", id);
        long kept = statement
                .param("commune", form.commune())
                .param("function", form.function())
                .param("delegation", form.delegation())
                .param("council", form.council())
                .param("from", form.firstDay())
                .param("to", form.lastDay(), Types.DATE)
                .query(Long.class)
                .single();
        Long[] commissions = form.commissions().toArray(Long[]::new);
        database.sql(
                        "delete from people.mandate_commission where mandate_id = :mandate and commission_id <> all (:commissions)")
                .param("mandate", kept)
                .param("commissions", commissions)
                .update();
        database.sql("""
                        insert into people.mandate_commission (mandate_id, commission_id)
                        select :mandate, k.id from people.commission k where k.id = any (:commissions) on conflict do nothing
                        """)
                .param("mandate", kept)
                .param("commissions", commissions)
                .update();
    }
}
