package fr.viaduc.content;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every half minute: what is due comes out, what has had its time goes. */
@Configuration
class PublicationJobs {

    @Bean
    static RecurringTask<Void> publishDue(Schedule schedule) {
        return Tasks.recurring("publish-due", FixedDelay.ofSeconds(30)).execute((instance, context) -> schedule.run());
    }
}
