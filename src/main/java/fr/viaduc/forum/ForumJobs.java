package fr.viaduc.forum;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.viaduc.database.Settings;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hands questions that wait to their category's referent; at night forgets who had read what of topics gone quiet. */
@Configuration(proxyBeanMethods = false)
class ForumJobs {
    private static final LocalTime NIGHT = LocalTime.of(3, 20);

    @Bean
    static RecurringTask<Void> referUnanswered(Referrals referrals) {
        return Tasks.recurring("refer-unanswered", FixedDelay.ofMinutes(30))
                .execute((instance, context) -> referrals.refer());
    }

    @Bean
    static RecurringTask<Void> forgetReadings(@Qualifier("system") JdbcClient database, Settings settings) {
        return Tasks.recurring("forget-readings", Schedules.daily(settings.timeZone(), NIGHT))
                .execute((instance, context) -> {
                    database.sql("select forum.forget_readings()")
                            .query((row, number) -> number)
                            .list();
                    database.sql("select forum.forget_slips()")
                            .query((row, number) -> number)
                            .list();
                });
    }
}
