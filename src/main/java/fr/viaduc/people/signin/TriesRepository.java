package fr.viaduc.people.signin;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The allowance of tries of an account, per device that it knows, and one for all the other devices together.
 *
 * <p>After five failures the wait doubles from thirty seconds to fifteen minutes; an hour of calm starts afresh. So
 * nobody is locked out for good, whatever others do, and hardly at all on their own device.
 */
@Repository
class TriesRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    TriesRepository(@Qualifier("system") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts a try as a failure before it is made, so that a hundred at once do not pass for one.
     *
     * @return false when one must wait; the try then counts for nothing
     */
    boolean take(byte[] subject, byte[] device) {
        return jdbc.sql("""
                        insert into people.sign_in_tries as t (subject, device, failures, last_at)
                        values (:subject, :device, 1, :now)
                        on conflict (subject, device) do update
                           set failures = case when t.last_at < :now - interval '1 hour' then 1 else t.failures + 1 end,
                               last_at = :now,
                               closed_until = case when t.last_at >= :now - interval '1 hour' and t.failures + 1 >= 5
                                   then :now + least(interval '30 seconds' * power(2, least(t.failures - 4, 10)),
                                                     interval '15 minutes') end
                         where t.closed_until is null or t.closed_until <= :now
                        """)
                        .param("subject", subject)
                        .param("device", device)
                        .param("now", Instant.now(clock).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The try was right: the allowance is whole again. */
    void giveBack(byte[] subject, byte[] device) {
        jdbc.sql("delete from people.sign_in_tries where subject = :subject and device = :device")
                .param("subject", subject)
                .param("device", device)
                .update();
    }
}
