package fr.viaduc.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps events in the database until their listeners are done.
 *
 * <p>An event is written in its author's transaction, whichever pool that is on, so that both are kept or neither;
 * everything after the commit is the house's work and goes over the system pool. The web login may only add events.
 */
@Configuration(proxyBeanMethods = false)
@EnableAsync
class EventRegistryConfiguration {

    /** Takes off the repository's own {@code @Transactional}, which would open web transactions for house work. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static BeanPostProcessor registryWithoutTransactions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                return bean instanceof EventPublicationRepository repository ? plain(repository) : bean;
            }
        };
    }

    /** The registry's alone: the house speaks SQL by {@code JdbcClient}. */
    @Bean
    JdbcTemplate eventRegistryJdbcTemplate(
            DataSource dataSource, @Qualifier("systemDataSource") DataSource systemDataSource) {
        return new RegistryJdbcTemplate(dataSource, systemDataSource);
    }

    /** Bound while the house keeps account of a publication: what it writes then is not the viewer's. */
    private static final ScopedValue<Boolean> ACCOUNTING = ScopedValue.newInstance();

    /** A publication is created over its author's connection; all that follows is the house's, whatever transaction is open. */
    private static EventPublicationRepository plain(EventPublicationRepository repository) {
        return (EventPublicationRepository) Proxy.newProxyInstance(
                EventPublicationRepository.class.getClassLoader(),
                new Class<?>[] {EventPublicationRepository.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("create")
                                ? method.invoke(repository, arguments)
                                : ScopedValue.where(ACCOUNTING, true).call(() -> method.invoke(repository, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    /** Speaks over the connection of the transaction under way, or else over the system pool. */
    static final class RegistryJdbcTemplate extends JdbcTemplate {

        private final DataSource web;
        private final DataSource system;

        RegistryJdbcTemplate(DataSource web, DataSource system) {
            this.web = web;
            this.system = system;
            setLazyInit(true);
        }

        @Override
        public @Nullable DataSource getDataSource() {
            // The registry marks publications in transactions of its own, which are the web's.
            boolean inWebTransaction = !ACCOUNTING.isBound()
                    && TransactionSynchronizationManager.hasResource(web)
                    && !TransactionSynchronizationManager.hasResource(system);
            return inWebTransaction ? web : system;
        }
    }
}
