package fr.viaduc.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;

/** What the application under test has beside its own. */
@TestConfiguration(proxyBeanMethods = false)
class TestBeans {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    FreshDatabase.DatabaseUse databaseUse() {
        return new FreshDatabase.DatabaseUse();
    }

    /** Each injection is another visitor, with cookies of their own. */
    @Bean
    @Lazy
    @Scope("prototype")
    Visitor visitor(Environment environment) {
        return new Visitor(address(environment));
    }

    @Bean
    Browser browser(Environment environment) {
        return new Browser(() -> address(environment));
    }

    private static String address(Environment environment) {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }
}
