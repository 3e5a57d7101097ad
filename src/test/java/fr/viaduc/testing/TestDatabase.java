package fr.viaduc.testing;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points the application under test to its database in the run's cluster. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String NAME = "viaduc_test";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var cluster = TestCluster.get();
        cluster.fresh(NAME);
        Map<String, Object> properties = Map.of(
                "viaduc.data",
                cluster.data().toString(),
                "viaduc.master-key",
                TestCluster.MASTER_KEY,
                "viaduc.database.url",
                cluster.url(NAME),
                "viaduc.database.user",
                TestCluster.OWNER,
                "viaduc.database.password",
                TestCluster.OWNER_PASSWORD,
                "viaduc.jobs.polling",
                "200ms");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
    }
}
