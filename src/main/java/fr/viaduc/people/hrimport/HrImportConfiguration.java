package fr.viaduc.people.hrimport;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets, every hour, the files that have waited for a day. */
@Configuration(proxyBeanMethods = false)
class HrImportConfiguration {
    @Bean
    RecurringTask<Void> purgeHrImports(HrImport imports) {
        return Tasks.recurring("purge-hr-imports", FixedDelay.ofHours(1))
                .execute((instance, context) -> imports.purge());
    }
}
