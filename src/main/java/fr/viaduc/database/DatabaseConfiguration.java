package fr.viaduc.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Two pools on one database: people's requests, each in its viewer's name, and the house's own work. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
@EnableConfigurationProperties(Settings.class)
class DatabaseConfiguration {

    @Bean
    DataFolder dataFolder(Settings settings) {
        return DataFolder.open(settings.data(), settings.masterKey());
    }

    @Bean
    Clock clock(Settings settings) {
        return ClockContext.over(Clock.system(settings.timeZone()));
    }

    @Bean
    DatabaseServer databaseServer(Settings settings, DataFolder dataFolder, ObjectProvider<DatabaseStart> start) {
        DatabaseStart begun = start.getIfAvailable();
        return begun == null ? DatabaseServer.open(settings.database(), dataFolder) : begun.server();
    }

    @Bean
    @Primary
    HikariDataSource dataSource(DatabaseServer server, Settings settings, DataFolder dataFolder) {
        return pool(Migrations.WEB, settings.database().webConnections(), "30s", server, settings, dataFolder);
    }

    @Bean
    HikariDataSource systemDataSource(DatabaseServer server, Settings settings, DataFolder dataFolder) {
        return pool(Migrations.SYSTEM, settings.database().systemConnections(), "0", server, settings, dataFolder);
    }

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new ViewerTransactionManager(dataSource);
    }

    @Bean
    PlatformTransactionManager systemTransactionManager(@Qualifier("systemDataSource") DataSource systemDataSource) {
        return new JdbcTransactionManager(systemDataSource);
    }

    @Bean
    @Primary
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    @Qualifier("system")
    JdbcClient systemJdbcClient(@Qualifier("systemDataSource") DataSource systemDataSource) {
        return JdbcClient.create(systemDataSource);
    }

    private static HikariDataSource pool(
            String login,
            int connections,
            String statementTimeout,
            DatabaseServer server,
            Settings settings,
            DataFolder dataFolder) {
        var pool = new HikariConfig();
        pool.setPoolName(login);
        pool.setJdbcUrl(server.url());
        pool.setUsername(login);
        pool.setPassword(dataFolder.password("database " + login));
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(Math.min(2, connections));
        // A database that is away is told to the person within seconds, not after the usual half minute.
        pool.setConnectionTimeout(3000);
        pool.setValidationTimeout(1000);
        pool.setInitializationFailTimeout(10_000);
        pool.addDataSourceProperty("connectTimeout", "2");
        pool.addDataSourceProperty("socketTimeout", statementTimeout.equals("0") ? "0" : "60");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("ApplicationName", login);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // Under row-level security a statement takes longer to plan than to run: a plan made once serves all viewers.
        String plans = login.equals(Migrations.WEB) ? "force_generic_plan" : "auto";
        pool.setConnectionInitSql("""
                set time zone '%s'; set jit = off; set plan_cache_mode = %s;
                set statement_timeout = '%s'; set idle_in_transaction_session_timeout = '5min'
                """.formatted(settings.timeZone().getId(), plans, statementTimeout));
        return new HikariDataSource(pool);
    }
}
