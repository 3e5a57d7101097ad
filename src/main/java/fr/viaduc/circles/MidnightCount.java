package fr.viaduc.circles;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import fr.viaduc.database.SystemTransactional;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rights open and close by themselves with the days; the numbers of people that pages show follow after midnight. */
@Configuration(proxyBeanMethods = false)
class MidnightCount {

    @Bean
    static RecurringTask<Void> countCircles(Count count, Clock clock) {
        return Tasks.recurring("count-circles", new Daily(clock.getZone(), LocalTime.of(0, 5)))
                .execute((instance, context) -> count.again());
    }

    /** The count itself. */
    @Component
    static class Count {
        private final JdbcClient system;

        Count(@Qualifier("system") JdbcClient system) {
            this.system = system;
        }

        @SystemTransactional
        public void again() {
            system.sql("select circles.recount()").query((row, number) -> true).list();
        }
    }
}
