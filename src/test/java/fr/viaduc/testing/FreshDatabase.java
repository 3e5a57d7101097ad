package fr.viaduc.testing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Gives each test class its database anew, under the running application. */
public final class FreshDatabase extends AbstractTestExecutionListener {

    private static final List<Scheduler> SCHEDULERS = new CopyOnWriteArrayList<>();

    /** After dependency injection's own listener would be too late: classes may prepare data when built. */
    @Override
    public int getOrder() {
        return 1500;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        // Applications with other settings use the same database: only the one under test does jobs in it.
        SCHEDULERS.forEach(FreshDatabase::rest);
        ApplicationContext context = test.getApplicationContext();
        var use = context.getBean(DatabaseUse.class);
        var scheduler = context.getBean(Scheduler.class);
        if (use.isFirst()) {
            SCHEDULERS.add(scheduler);
            return;
        }
        TestCluster.get().fresh(TestDatabase.NAME);
        context.getBeansOfType(HikariDataSource.class)
                .values()
                .forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
        context.getBean(TestClock.class).reset();
        context.publishEvent(new DatabaseWasReset());
        scheduler.resume();
    }

    private static void rest(Scheduler scheduler) {
        scheduler.pause();
        Awaitility.await().until(() -> scheduler.getCurrentlyExecuting().isEmpty());
    }

    @Override
    public void afterTestMethod(TestContext test) {
        test.getApplicationContext().getBean(Browser.class).closeAll();
    }

    /** Published when the database was made anew, for what keeps things in memory. */
    public record DatabaseWasReset() {}

    /** Whether the database still is as the application found it. */
    static final class DatabaseUse {
        private boolean used;

        boolean isFirst() {
            boolean first = !used;
            used = true;
            return first;
        }
    }
}
