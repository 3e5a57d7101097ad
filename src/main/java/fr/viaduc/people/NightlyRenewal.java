package fr.viaduc.people;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the directory's search knows of people follows the assignments and mandates that begin or end in the night. */
@Configuration(proxyBeanMethods = false)
class NightlyRenewal {

    @Bean
    static RecurringTask<Void> renewDirectory(@Qualifier("system") JdbcClient system, Clock clock) {
        return Tasks.recurring("renew-directory", new Daily(clock.getZone(), LocalTime.of(0, 10)))
                .execute((instance, context) -> system.sql("select people.renew_due()")
                        .query(Integer.class)
                        .single());
    }
}
