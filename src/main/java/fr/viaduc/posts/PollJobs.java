package fr.viaduc.posts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets who voted what, minutes after a poll has ended: only totals stay. */
@Configuration
class PollJobs {

    @Bean
    static RecurringTask<Void> closePolls(@Qualifier("system") JdbcClient database) {
        return Tasks.recurring("close-polls", FixedDelay.ofMinutes(5))
                .execute((instance, context) -> database.sql("select posts.close_polls()")
                        .query(Integer.class)
                        .single());
    }
}
