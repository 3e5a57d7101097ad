package fr.viaduc.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.testing.ViaducTest;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ViaducTest
class ViewerContextTest {

    private static final long ALINE = 41;
    private static final long BRUNO = 42;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient web;

    @Autowired
    @Qualifier("system")
    JdbcClient system;

    @Test
    void alineAndBrunoInterleavedOnFewConnectionsNeverSeeEachOther() throws Exception {
        var work = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 2000; i++) {
            long person = i % 3;
            work.add(() -> person == 0 ? viewerOfNobody() == null : sees(person));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> seen : threads.invokeAll(work)) {
                assertThat(seen.get()).isTrue();
            }
        }
    }

    @Test
    void withoutViewerTheDatabaseKnowsNobody() {
        assertThat(sees(ALINE)).isTrue();
        assertThat(viewerOfNobody()).isNull();
        assertThat(currentViewer()).isNull();
    }

    @Test
    void aRolledBackTransactionLeavesNothingOfAline() {
        ViewerContext.run(ALINE, () -> template().executeWithoutResult(status -> status.setRollbackOnly()));
        assertThat(viewerOfNobody()).isNull();
    }

    @Test
    void alinesTransactionCannotBeJoinedForBruno() {
        ViewerContext.run(
                ALINE,
                () -> template()
                        .executeWithoutResult(status -> assertThatThrownBy(() -> ViewerContext.as(BRUNO, this::viewer))
                                .isInstanceOf(IllegalTransactionStateException.class)));
    }

    @Test
    void aNewTransactionForBrunoInsideAlinesIsBrunosAndAlineFindsHersAgain() {
        var separate = template();
        separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        ViewerContext.run(
                ALINE,
                () -> template().executeWithoutResult(status -> {
                    Long inside = ViewerContext.as(BRUNO, () -> separate.execute(inner -> currentViewer()));
                    assertThat(inside).isEqualTo(BRUNO);
                    assertThat(currentViewer()).isEqualTo(ALINE);
                    assertThat(viewer()).isEqualTo(ALINE);
                }));
    }

    @Test
    void theWebLoginOwnsNothingAndCannotBypassRowLevelSecurity() {
        assertThat(web.sql("""
                                select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
                                    or exists (select from pg_class where relowner = pg_roles.oid)
                                    or exists (select from pg_proc where proowner = pg_roles.oid)
                                from pg_roles where rolname = current_user
                                """).query(Boolean.class).single()).isFalse();
        assertThat(web.sql("select current_user").query(String.class).single()).isEqualTo("viaduc_web");
        assertThat(system.sql("select current_user").query(String.class).single())
                .isEqualTo("viaduc_system");
    }

    private boolean sees(long person) {
        Long seen = ViewerContext.as(person, this::viewer);
        return seen != null && seen == person;
    }

    private @Nullable Long viewer() {
        return template().execute(status -> currentViewer());
    }

    private @Nullable Long viewerOfNobody() {
        return viewer();
    }

    private @Nullable Long currentViewer() {
        return web.sql("select database.viewer()").query(Long.class).optional().orElse(null);
    }

    private TransactionTemplate template() {
        return new TransactionTemplate(transactions);
    }
}
