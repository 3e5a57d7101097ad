package fr.viaduc.house;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.Filter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Notes the statements that each request sends to the database, on both pools; jobs are not counted. */
@TestConfiguration(proxyBeanMethods = false)
public class CountedStatements {

    private static final ThreadLocal<@Nullable List<String>> UNDER_WAY = new ThreadLocal<>();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final AtomicReference<List<String>> LAST = new AtomicReference<>(List.of());

    /** The statements of the last request that was answered, in their order. */
    public static List<String> ofLastRequest() {
        // An answer may be read before the request that made it has ended.
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> NUMBER.get() == 0);
        return Objects.requireNonNull(LAST.get());
    }

    @Bean
    static BeanPostProcessor countingPools() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? CountingPool.inPlaceOf(pool) : bean;
            }
        };
    }

    @Bean
    static FilterRegistrationBean<Filter> statementsOfEachRequest() {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            var statements = new ArrayList<String>();
            NUMBER.incrementAndGet();
            UNDER_WAY.set(statements);
            try {
                chain.doFilter(request, response);
            } finally {
                UNDER_WAY.remove();
                LAST.set(List.copyOf(statements));
                NUMBER.decrementAndGet();
            }
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static void note(String sql) {
        List<String> statements = UNDER_WAY.get();
        if (statements != null) {
            statements.add(sql);
        }
    }

    private static final class CountingPool extends HikariDataSource {

        private CountingPool(HikariConfig configuration) {
            super(configuration);
        }

        static CountingPool inPlaceOf(HikariDataSource pool) {
            var configuration = new HikariConfig();
            pool.copyStateTo(configuration);
            configuration.setUsername(pool.getUsername());
            configuration.setPassword(pool.getPassword());
            pool.close();
            return new CountingPool(configuration);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counted(super.getConnection(), Connection.class, "");
        }
    }

    /** The same connection or statement, whose statements are noted when they run. */
    private static <T> T counted(T target, Class<T> face, String sql) {
        return face.cast(Proxy.newProxyInstance(
                face.getClassLoader(), new Class<?>[] {face}, (proxy, method, arguments) -> {
                    if (target instanceof Statement && method.getName().startsWith("execute")) {
                        note(arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : sql);
                    }
                    Object result = call(target, method, arguments);
                    String prepared = arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : "";
                    return switch (result) {
                        case CallableStatement statement -> counted(statement, CallableStatement.class, prepared);
                        case PreparedStatement statement -> counted(statement, PreparedStatement.class, prepared);
                        case Statement statement
                        when target instanceof Connection -> counted(statement, Statement.class, "");
                        case null, default -> result;
                    };
                }));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
