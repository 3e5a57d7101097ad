package fr.viaduc.faq;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.viaduc.database.Settings;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** At night: forgets what was voted and what was looked for long ago. In the morning: recalls what is to be checked. */
@Configuration(proxyBeanMethods = false)
class FaqJobs {
    private static final LocalTime NIGHT = LocalTime.of(0, 20);
    private static final LocalTime MORNING = LocalTime.of(8, 15);

    @Bean
    static RecurringTask<Void> forgetFaqVotes(FaqUpkeep upkeep, Settings settings) {
        return Tasks.recurring("forget-faq-votes", Schedules.daily(settings.timeZone(), NIGHT))
                .execute((instance, context) -> upkeep.forget());
    }

    @Bean
    static RecurringTask<Void> recallFaqReviews(FaqUpkeep upkeep, Settings settings) {
        return Tasks.recurring("recall-faq-reviews", Schedules.daily(settings.timeZone(), MORNING))
                .execute((instance, context) -> upkeep.recall());
    }
}
