package fr.viaduc.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/** Runs every {@link Task} bean from the table of jobs, which several nodes share and which survives restarts. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

    @Bean(destroyMethod = "stop")
    Scheduler scheduler(
            @Qualifier("systemDataSource") DataSource systemDataSource,
            List<Task<?>> tasks,
            @Value("${viaduc.jobs.polling:5s}") Duration polling) {
        List<Task<?>> waiting =
                tasks.stream().filter(task -> !(task instanceof OnStartup)).toList();
        return Scheduler.create(systemDataSource, waiting)
                .startTasks(recurring(tasks))
                .tableName("database.job")
                .schedulerName(new SchedulerName.Fixed("viaduc-" + UUID.randomUUID()))
                .threads(2)
                .pollingInterval(polling)
                .enableImmediateExecution()
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    @Bean
    RecurringTask<Void> retryEvents(FailedEventPublications events) {
        return Tasks.recurring("retry-events", FixedDelay.ofMinutes(1))
                .execute((instance, context) ->
                        events.resubmit(ResubmissionOptions.defaults().withMinAge(Duration.ofMinutes(1))));
    }

    /** Every page counts the changes noted since (decision 22): they are never many. */
    @Bean
    RecurringTask<Void> forgetChanges(@Qualifier("system") JdbcClient system) {
        return Tasks.recurring("forget-changes", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> system.sql(
                                "select database.forget_changes() where (select count(*) from database.change) > 50")
                        .query()
                        .listOfRows());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<RecurringTask<Void>> recurring(List<Task<?>> tasks) {
        return (List) tasks.stream().filter(OnStartup.class::isInstance).toList();
    }

    @Bean
    Start start(Scheduler scheduler) {
        return new Start(scheduler);
    }

    record Start(Scheduler scheduler) {
        @EventListener(ApplicationReadyEvent.class)
        void whenReady() {
            scheduler.start();
        }
    }
}
