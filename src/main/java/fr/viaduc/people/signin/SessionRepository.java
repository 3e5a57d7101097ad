package fr.viaduc.people.signin;

import fr.viaduc.database.Kept;
import fr.viaduc.people.People;
import fr.viaduc.web.Organisation;
import fr.viaduc.web.Role;
import fr.viaduc.web.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions: one statement a request, two when something of people has changed; written to at most every five minutes. */
@Repository
class SessionRepository {

    private static final int TINTS = 6;
    private static final int KEPT_PERSONS = 5_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Organisation organisation;
    private final Kept<Day, Person> persons = new Kept<>(KEPT_PERSONS);

    SessionRepository(@Qualifier("system") JdbcClient jdbc, Clock clock, Organisation organisation) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.organisation = organisation;
    }

    long open(
            String token,
            long personId,
            Duration idle,
            Duration absolute,
            boolean kiosk,
            Device device,
            boolean secondFactorGiven) {
        Instant now = clock.instant();
        return jdbc.sql("""
                insert into people.session (token_hash, person_id, created_at, seen_at, absolute_until, idle_minutes,
                                            kiosk, device_label, device_hash, second_factor_at)
                values (:token, :person, :now, :now, :until, :idle, :kiosk, :label, :device, :secondFactor)
                returning id
                """)
                .param("token", Tokens.fingerprint(token))
                .param("person", personId)
                .param("now", utc(now))
                .param("until", utc(now.plus(absolute)))
                .param("idle", idle.toMinutes())
                .param("kiosk", kiosk)
                .param("label", device.label())
                .param("device", device.hash())
                .param("secondFactor", secondFactorGiven ? utc(now) : null)
                .query(Long.class)
                .single();
    }

    /** The session of a token, unless it has ended, timed out, or its person has left or is suspended. */
    Optional<Session> find(String token) {
        return jdbc.sql("""
                select s.id, s.person_id, s.seen_at, s.idle_minutes, s.kiosk, s.preview, s.second_factor_at, c.now as stamp
                  from people.session s cross join database.stamp c
                 where s.token_hash = :token and s.ended_at is null and s.absolute_until > :now
                   and s.seen_at + make_interval(mins => s.idle_minutes) > :now
                """)
                .param("token", Tokens.fingerprint(token))
                .param("now", utc(clock.instant()))
                .query((row, number) -> new Found(
                        row.getLong("id"),
                        new Day(row.getLong("person_id"), LocalDate.now(clock)),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                        row.getInt("idle_minutes"),
                        row.getBoolean("kiosk"),
                        row.getBoolean("preview"),
                        row.getObject("second_factor_at") != null,
                        row.getString("stamp")))
                .optional()
                .flatMap(this::session);
    }

    private record Found(
            long id,
            Day day,
            Instant seenAt,
            int idleMinutes,
            boolean kiosk,
            boolean preview,
            boolean secondFactorGiven,
            String stamp) {}

    /** Who a person is on a day. */
    private record Day(long personId, LocalDate today) {}

    /**
     * What sessions need to know of their person.
     *
     * @param open neither suspended nor erased
     */
    private record Person(
            String name,
            String firstName,
            String lastName,
            @Nullable Long picture,
            Locale locale,
            String theme,
            String textSize,
            boolean agent,
            boolean elected,
            Set<Role> roles,
            boolean totp,
            boolean passkey,
            boolean open) {}

    private Person person(Day day) {
        return jdbc.sql("""
                select p.name, p.first_name, p.last_name, p.picture_id, p.locale, p.theme, p.text_size,
                       p.agent and daterange(p.started_on, p.left_on, '[]') @> :today as agent,
                       exists (select 1 from people.mandate m where m.person_id = p.id
                                  and daterange(m.starts_on, m.ends_on, '[]') @> :today) as elected,
                       array(select distinct g.role from people.role_grant g where g.person_id = p.id) as roles,
                       a.totp_since is not null as totp,
                       exists (select 1 from people.passkey k where k.person_id = p.id) as passkey,
                       p.erased_at is null and a.suspended_at is null as open
                  from people.person p
                  join people.account a on a.person_id = p.id
                 where p.id = :person
                """)
                .param("person", day.personId())
                .param("today", day.today())
                .query((row, number) -> new Person(
                        row.getString("name"),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getObject("picture_id", Long.class),
                        Locale.forLanguageTag(row.getString("locale")),
                        row.getString("theme"),
                        row.getString("text_size"),
                        row.getBoolean("agent"),
                        row.getBoolean("elected"),
                        AccountRepository.roles(row.getArray("roles")),
                        row.getBoolean("totp"),
                        row.getBoolean("passkey"),
                        row.getBoolean("open")))
                .single();
    }

    void seen(long sessionId) {
        jdbc.sql("update people.session set seen_at = :now where id = :id")
                .param("now", utc(clock.instant()))
                .param("id", sessionId)
                .update();
    }

    void secondFactorGiven(long sessionId) {
        jdbc.sql("update people.session set second_factor_at = :now where id = :id")
                .param("now", utc(clock.instant()))
                .param("id", sessionId)
                .update();
    }

    void confirmed(long sessionId) {
        jdbc.sql("update people.session set confirmed_at = :now where id = :id")
                .param("now", utc(clock.instant()))
                .param("id", sessionId)
                .update();
    }

    /** Whether its person has given a proof of who they are since then: at sign-in, or again afterwards. */
    boolean provedSince(long sessionId, Instant then) {
        return jdbc.sql("""
                select greatest(created_at, second_factor_at, confirmed_at) >= :then from people.session where id = :id
                """)
                .param("then", utc(then))
                .param("id", sessionId)
                .query(Boolean.class)
                .single();
    }

    /** Starts or ends looking at the network "as an élu". */
    void preview(long sessionId, boolean on) {
        jdbc.sql("update people.session set preview = :on where id = :id")
                .param("on", on)
                .param("id", sessionId)
                .update();
    }

    /** Whose session this token was, even if it has ended; null when it never was one, or long ago. */
    @Nullable
    Long personOf(String token) {
        return jdbc.sql("select person_id from people.session where token_hash = :token")
                .param("token", Tokens.fingerprint(token))
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Whether this token was that of a session on a shared device, even if it has ended. */
    boolean wasOnSharedDevice(String token) {
        return jdbc.sql("select exists (select from people.session where token_hash = :token and kiosk)")
                .param("token", Tokens.fingerprint(token))
                .query(Boolean.class)
                .single();
    }

    void end(long personId, long sessionId, String because) {
        jdbc.sql("""
                update people.session set ended_at = :now, ended_because = :because
                 where id = :id and person_id = :person and ended_at is null
                """)
                .param("now", utc(clock.instant()))
                .param("because", because)
                .param("id", sessionId)
                .param("person", personId)
                .update();
    }

    /** Ends all sessions of a person but one (0: all of them). */
    void endAll(long personId, long but, String because) {
        jdbc.sql("""
                update people.session set ended_at = :now, ended_because = :because
                 where person_id = :person and id <> :but and ended_at is null
                """)
                .param("now", utc(clock.instant()))
                .param("because", because)
                .param("but", but)
                .param("person", personId)
                .update();
    }

    /** The person's own sessions under way. */
    List<OpenSession> of(long personId) {
        return jdbc.sql("""
                select id, device_label, kiosk, created_at, seen_at from people.session
                 where person_id = :person and ended_at is null and absolute_until > :now
                   and seen_at + make_interval(mins => idle_minutes) > :now
                 order by seen_at desc limit 50
                """)
                .param("person", personId)
                .param("now", utc(clock.instant()))
                .query((row, number) -> new OpenSession(
                        row.getLong("id"),
                        row.getString("device_label"),
                        row.getBoolean("kiosk"),
                        day(row, "created_at"),
                        day(row, "seen_at")))
                .list();
    }

    private Optional<Session> session(Found found) {
        Person person = persons.get(found.day(), found.stamp(), () -> person(found.day()));
        boolean here = person.agent() || person.elected();
        if (!person.open() || !here) {
            return Optional.empty();
        }
        boolean needed = !organisation.demo()
                && (person.totp() || person.roles().stream().anyMatch(Account.WITH_SECOND_FACTOR::contains));
        Viewer viewer = viewer(found, person);
        return Optional.of(new Session(
                found.id(),
                found.day().personId(),
                found.preview() ? Preview.viewer(viewer) : viewer,
                found.seenAt(),
                found.idleMinutes(),
                needed && !found.secondFactorGiven(),
                person.totp() || (!found.secondFactorGiven() && person.passkey())));
    }

    private static Viewer viewer(Found found, Person person) {
        long id = found.day().personId();
        return new Viewer(
                id,
                person.name(),
                person.firstName(),
                initials(person.firstName(), person.lastName()),
                (int) (id % TINTS) + 1,
                person.picture() == null ? null : People.face(person.picture()),
                person.agent(),
                person.elected(),
                person.roles(),
                person.locale(),
                person.theme(),
                person.textSize(),
                found.kiosk(),
                found.id(),
                found.preview());
    }

    private static String initials(String first, String last) {
        return (first.isEmpty() ? "" : first.substring(0, 1)) + (last.isEmpty() ? "" : last.substring(0, 1));
    }

    private LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(clock.getZone())
                .toLocalDate();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
