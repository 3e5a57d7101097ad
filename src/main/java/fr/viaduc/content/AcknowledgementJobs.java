package fr.viaduc.content;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.viaduc.database.Settings;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Recalls what is due, each working morning. */
@Configuration(proxyBeanMethods = false)
class AcknowledgementJobs {
    private static final LocalTime MORNING = LocalTime.of(8, 30);

    @Bean
    static RecurringTask<Void> recallAcknowledgements(AcknowledgementReminders reminders, Settings settings) {
        return Tasks.recurring("recall-acknowledgements", Schedules.daily(settings.timeZone(), MORNING))
                .execute((instance, context) -> reminders.recall());
    }
}
