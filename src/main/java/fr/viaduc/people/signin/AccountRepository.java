package fr.viaduc.people.signin;

import fr.viaduc.web.Role;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts, and the devices they know. */
@Repository
class AccountRepository {

    private static final String COLUMNS = """
            select p.id, p.first_name, p.staff_number, a.password_hash, a.suspended_at is not null as suspended,
                   people.present_on(p.id, :today) as present,
                   a.totp_since is not null as totp,
                   exists (select 1 from people.passkey k where k.person_id = p.id) as passkey,
                   exists (select 1 from people.known_device d
                            where d.person_id = p.id and d.device_hash = :device) as device_known,
                   array(select distinct g.role from people.role_grant g where g.person_id = p.id) as roles
              from people.person p
              left join people.account a on a.person_id = p.id
             where p.erased_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountRepository(@Qualifier("system") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The account of a matricule (leading zeros and spaces do not matter) or of a professional e-mail. */
    Optional<Account> find(String identifier, Device device) {
        String typed = identifier.strip();
        String condition = typed.contains("@")
                ? " and lower(p.email) = lower(:typed)"
                : " and people.plain_staff_number(p.staff_number) = people.plain_staff_number(:typed)";
        List<Found> found = jdbc.sql(COLUMNS + condition + " order by p.id limit 3")
                .param("typed", typed)
                .param("device", device.hash())
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new Found(row.getString("staff_number"), account(row)))
                .list();
        if (found.size() < 2) {
            return found.stream().map(Found::account).findFirst();
        }
        // '107' and '000107' both exist: only what is typed to the letter tells them apart.
        return found.stream()
                .filter(one -> typed.equalsIgnoreCase(one.staffNumber()))
                .map(Found::account)
                .findFirst();
    }

    Optional<Account> find(long personId) {
        return jdbc.sql(COLUMNS + " and p.id = :person")
                .param("person", personId)
                .param("device", new byte[0])
                .param("today", LocalDate.now(clock))
                .query((row, number) -> account(row))
                .optional();
    }

    /** Stores a new password; the database ends every session of the person. */
    void setPassword(long personId, String hash) {
        jdbc.sql("""
                insert into people.account (person_id, password_hash, password_changed_at, activated_at)
                values (:person, :hash, :now, :now)
                on conflict (person_id) do update
                   set password_hash = excluded.password_hash,
                       password_changed_at = excluded.password_changed_at,
                       activated_at = coalesce(people.account.activated_at, excluded.activated_at)
                """)
                .param("person", personId)
                .param("hash", hash)
                .param("now", now())
                .update();
    }

    /** The device may from now on try passwords of this account on an allowance of its own. */
    void know(long personId, byte[] device) {
        jdbc.sql("""
                insert into people.known_device (person_id, device_hash, last_day)
                values (:person, :device, :today)
                on conflict (person_id, device_hash) do update set last_day = excluded.last_day
                """)
                .param("person", personId)
                .param("device", device)
                .param("today", LocalDate.now(clock))
                .update();
    }

    private java.time.OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("first_name"),
                row.getString("password_hash"),
                row.getBoolean("suspended"),
                row.getBoolean("present"),
                row.getBoolean("totp"),
                row.getBoolean("passkey"),
                row.getBoolean("device_known"),
                roles(row.getArray("roles")));
    }

    static Set<Role> roles(Array array) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((Object[]) array.getArray())
                .map(name -> Role.valueOf((String) name))
                .forEach(roles::add);
        return roles;
    }

    private record Found(String staffNumber, Account account) {}
}
