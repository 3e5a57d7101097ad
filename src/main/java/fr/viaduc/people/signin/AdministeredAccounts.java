package fr.viaduc.people.signin;

import fr.viaduc.database.SystemTransactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What an administrator may do to an account: nothing here says what its person reads, or when they came. */
@Service
class AdministeredAccounts {

    private static final String COLUMNS = """
            select p.id, p.name, p.staff_number, p.job_title, people.present_on(p.id, :today) as present,
                   a.activated_at is not null as activated, a.suspended_at, a.suspended_reason,
                   a.totp_since is not null
                       or exists (select 1 from people.passkey k where k.person_id = p.id) as second_factor
              from people.person p left join people.account a on a.person_id = p.id
             where p.erased_at is null
            """;

    private static final int MOST_ACTS = 20;

    private final JdbcClient jdbc;
    private final SessionRepository sessions;
    private final SecondFactorRepository factors;
    private final CodeRepository codes;
    private final EventLog log;
    private final Clock clock;

    AdministeredAccounts(
            @Qualifier("system") JdbcClient jdbc,
            SessionRepository sessions,
            SecondFactorRepository factors,
            CodeRepository codes,
            EventLog log,
            Clock clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.factors = factors;
        this.codes = codes;
        this.log = log;
        this.clock = clock;
    }

    List<AccountState> search(String search) {
        return jdbc.sql(COLUMNS + """
                   and (:search = '' and a.suspended_at is not null
                        or :search <> '' and (p.plain_name like '%' || people.plain(:search) || '%'
                            or people.plain_staff_number(p.staff_number) = people.plain_staff_number(:search)
                            or lower(p.email) = lower(:search)))
                 order by p.sort_name limit 50
                """)
                .param("search", search.strip())
                .param("today", LocalDate.now(clock))
                .query(this::state)
                .list();
    }

    Optional<AccountState> find(long personId) {
        return jdbc.sql(COLUMNS + " and p.id = :person")
                .param("person", personId)
                .param("today", LocalDate.now(clock))
                .query(this::state)
                .optional();
    }

    /** Closes the account; the database ends its sessions. */
    @SystemTransactional
    public void suspend(long personId, long by, String reason) {
        jdbc.sql("""
                insert into people.account (person_id, suspended_at, suspended_by, suspended_reason)
                values (:person, :now, :by, :reason)
                on conflict (person_id) do update
                   set suspended_at = excluded.suspended_at, suspended_by = excluded.suspended_by,
                       suspended_reason = excluded.suspended_reason
                 where people.account.suspended_at is null
                """)
                .param("person", personId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("reason", reason)
                .update();
        log.add(SignInKind.SUSPENDED, personId, by, "", reason);
    }

    @SystemTransactional
    public void restore(long personId, long by) {
        jdbc.sql("""
                update people.account set suspended_at = null, suspended_by = null, suspended_reason = null
                 where person_id = :person
                """).param("person", personId).update();
        log.add(SignInKind.RESTORED, personId, by, "", "");
    }

    /** What was done to the account, by whom. */
    List<SignInEvent> acts(long personId) {
        return log.actsOn(personId, MOST_ACTS);
    }

    @SystemTransactional
    public void endSessions(long personId, long by) {
        sessions.endAll(personId, 0, "administrator");
        log.add(SignInKind.SESSIONS_ENDED, personId, by, "", "");
    }

    @SystemTransactional
    public LetterCode newCode(long personId, long by) {
        log.add(SignInKind.CODE_ISSUED, personId, by, "", "administrator");
        return codes.issue(personId, "administrator", by);
    }

    /** Somebody lost their telephone: second factors are chosen anew at the next sign-in. */
    @SystemTransactional
    public void forgetSecondFactors(long personId, long by) {
        factors.forget(personId);
        sessions.endAll(personId, 0, "administrator");
        log.add(SignInKind.SECOND_FACTOR_REMOVED, personId, by, "", "administrator");
    }

    private AccountState state(ResultSet row, int number) throws SQLException {
        OffsetDateTime suspended = row.getObject("suspended_at", OffsetDateTime.class);
        return new AccountState(
                row.getLong("id"),
                row.getString("name"),
                row.getString("staff_number"),
                row.getString("job_title"),
                row.getBoolean("present"),
                row.getBoolean("activated"),
                suspended == null
                        ? null
                        : suspended.atZoneSameInstant(clock.getZone()).toLocalDate(),
                row.getString("suspended_reason"),
                row.getBoolean("second_factor"));
    }
}
