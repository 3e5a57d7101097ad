package fr.viaduc.people.signin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** ContactSite contacts and the people they may hand a new code to. */
@Repository
class SiteContacts {

    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    SiteContacts(@Qualifier("system") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every site with its contacts, for whoever has forgotten a password: says nothing about any account. */
    List<SiteContact> all() {
        return jdbc.sql("""
                select s.name as site, p.name, coalesce(p.phone, s.phone) as phone
                  from people.role_grant g
                  join people.site s on s.id = g.site_id and s.closed_on is null
                  join people.person p on p.id = g.person_id
                 where g.role = 'SITE_CONTACT' and people.present_on(p.id, :today)
                 order by s.plain_name, p.sort_name limit 300
                """)
                .param("today", LocalDate.now(clock))
                .query((row, number) ->
                        new SiteContact(row.getString("site"), row.getString("name"), row.getString("phone")))
                .list();
    }

    /** The sites that this person is the contact of. */
    List<ContactSite> sitesOf(long personId) {
        return jdbc.sql("""
                select s.id, s.name from people.role_grant g join people.site s on s.id = g.site_id
                 where g.role = 'SITE_CONTACT' and g.person_id = :person and s.closed_on is null order by s.name
                """)
                .param("person", personId)
                .query((row, number) -> new ContactSite(row.getLong("id"), row.getString("name")))
                .list();
    }

    List<ContactSite> allSites() {
        return jdbc.sql("select id, name from people.site where closed_on is null order by name")
                .query((row, number) -> new ContactSite(row.getLong("id"), row.getString("name")))
                .list();
    }

    /** People of the contact's sites whose name or matricule begins like that, fifty at most. */
    List<HelpedColleague> people(long contactId, String search) {
        return jdbc.sql(COLLEAGUES + """
                   and (:search = '' or p.plain_name like '%' || people.plain(:search) || '%'
                        or people.plain_staff_number(p.staff_number) = people.plain_staff_number(:search))
                 order by p.sort_name limit :most
                """)
                .param("contact", contactId)
                .param("search", search.strip())
                .param("today", LocalDate.now(clock))
                .param("most", PAGE)
                .query(SiteContacts::colleague)
                .list();
    }

    /** The person, if this contact may hand them a code. */
    Optional<HelpedColleague> find(long contactId, long personId) {
        return jdbc.sql(COLLEAGUES + " and p.id = :person")
                .param("contact", contactId)
                .param("person", personId)
                .param("today", LocalDate.now(clock))
                .query(SiteContacts::colleague)
                .optional();
    }

    /** Never oneself, nor those whose account opens others' data: they turn to an administrator. */
    private static final String COLLEAGUES = """
            select p.id, p.name, p.staff_number, p.job_title, a.activated_at is not null as activated
              from people.person p
              left join people.account a on a.person_id = p.id
             where p.erased_at is null and p.id <> :contact and a.suspended_at is null
               and people.present_on(p.id, :today)
               and exists (select 1 from people.assignment x
                             join people.role_grant g on g.site_id = x.site_id and g.role = 'SITE_CONTACT'
                            where x.person_id = p.id and g.person_id = :contact
                              and daterange(x.starts_on, x.ends_on, '[]') @> :today)
               and not exists (select 1 from people.role_grant r
                                where r.person_id = p.id and r.role in ('ADMINISTRATOR', 'HUMAN_RESOURCES', 'MODERATOR'))
            """;

    private static HelpedColleague colleague(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new HelpedColleague(
                row.getLong("id"),
                row.getString("name"),
                row.getString("staff_number"),
                row.getString("job_title"),
                row.getBoolean("activated"));
    }
}
