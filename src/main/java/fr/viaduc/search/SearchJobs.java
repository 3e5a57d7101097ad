package fr.viaduc.search;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.viaduc.database.Settings;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Learns the words of what is published, to mend typing errors; at night forgets those that are gone. */
@Configuration(proxyBeanMethods = false)
class SearchJobs {
    private static final LocalTime NIGHT = LocalTime.of(3, 40);

    @Bean
    static RecurringTask<Void> learnWords(@Qualifier("system") JdbcClient database) {
        return task("learn-words", FixedDelay.ofMinutes(10), database, false);
    }

    @Bean
    static RecurringTask<Void> learnWordsAnew(@Qualifier("system") JdbcClient database, Settings settings) {
        return task("learn-words-anew", Schedules.daily(settings.timeZone(), NIGHT), database, true);
    }

    private static RecurringTask<Void> task(String name, Schedule schedule, JdbcClient database, boolean everything) {
        return Tasks.recurring(name, schedule)
                .execute((instance, context) -> database.sql("select search.learn(?)")
                        .param(everything)
                        .query((row, number) -> number)
                        .list());
    }
}
