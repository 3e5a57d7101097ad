package fr.viaduc.people.signin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets, every night, what sign-in need not know any more: the log of connections after twelve months, a whole seal
 * at a time.
 */
@Component
class SignInRetention {

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInRetention(@Qualifier("system") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void run() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        delete("""
                people.sign_in_event
                 where id <= (select max(last_id) from people.sign_in_seal where newest_at < :before)
                """, now.minusMonths(12));
        delete("people.sign_in_seal where newest_at < :before", now.minusMonths(12));
        delete("people.session where ended_at < :before", now.minusDays(7));
        delete("people.session where absolute_until < :before", now.minusDays(7));
        delete("people.session where seen_at + make_interval(mins => idle_minutes) < :before", now.minusDays(7));
        delete("people.ceremony where expires_at < :before", now);
        delete("people.reset_link where expires_at < :before", now);
        delete("people.sign_in_tries where last_at < :before", now.minusDays(1));
        delete("people.activation_code where coalesce(closed_at, expires_at) < :before", now.minusMonths(12));
        delete("people.known_device where last_day < cast(:before as date)", now.minusDays(400));
    }

    private void delete(String what, OffsetDateTime before) {
        jdbc.sql("delete from " + what).param("before", before).update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> signInRetentionTask(SignInRetention retention, Clock clock) {
            return Tasks.recurring("sign-in-retention", new Daily(clock.getZone(), LocalTime.of(3, 20)))
                    .execute((instance, context) -> retention.run());
        }

        @Bean
        RecurringTask<Void> signInSealTask(LogSeals seals) {
            return Tasks.recurring("sign-in-seal", FixedDelay.ofHours(1)).execute((instance, context) -> seals.seal());
        }
    }
}
