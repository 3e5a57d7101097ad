package fr.viaduc.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins each transaction in the name of the current viewer.
 *
 * <p>The setting is local to the transaction, so a pooled connection carries nothing over. The driver sends
 * {@code begin} together with this first statement: it costs no round trip of its own but one.
 */
final class ViewerTransactionManager extends JdbcTransactionManager {

    private static final String SET_VIEWER = "select set_config('viaduc.viewer', ?, true)";

    private final CarriedRules rules = new CarriedRules();

    ViewerTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Long viewer = ViewerContext.current();
        String stamp = viewer == null ? null : setViewer(transaction, viewer, definition.isReadOnly());
        TransactionSynchronizationManager.bindResource(Begun.class, new Begun(viewer, stamp));
    }

    /**
     * How the database stood, of what {@link Kept} answers come from, when the present transaction began; null outside a
     * transaction, and in one that may write: it sees what it changes itself.
     */
    static @Nullable String stamp() {
        var begun = (Begun) TransactionSynchronizationManager.getResource(Begun.class);
        return begun == null ? null : begun.stamp();
    }

    /** A transaction belongs to one viewer: joining it as somebody else would show the wrong person's rows. */
    @Override
    protected void prepareSynchronization(DefaultTransactionStatus status, TransactionDefinition definition) {
        var begun = (Begun) TransactionSynchronizationManager.getResource(Begun.class);
        if (status.hasTransaction()
                && !status.isNewTransaction()
                && begun != null
                && !begun.by(ViewerContext.current())) {
            throw new IllegalTransactionStateException(
                    "A transaction begun for one viewer cannot be joined for another; begin a new one");
        }
        super.prepareSynchronization(status, definition);
    }

    @Override
    protected Object doSuspend(Object transaction) {
        var begun = (Begun) TransactionSynchronizationManager.unbindResourceIfPossible(Begun.class);
        return new Suspended(super.doSuspend(transaction), begun);
    }

    @Override
    protected void doResume(@Nullable Object transaction, Object suspendedResources) {
        var suspended = (Suspended) suspendedResources;
        super.doResume(transaction, suspended.connection());
        if (suspended.begun() != null) {
            TransactionSynchronizationManager.bindResource(Begun.class, suspended.begun());
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        TransactionSynchronizationManager.unbindResourceIfPossible(Begun.class);
        super.doCleanupAfterCompletion(transaction);
    }

    private @Nullable String setViewer(Object transaction, long viewer, boolean readOnly) {
        Connection connection = connection();
        try {
            if (readOnly) {
                return rules.begin(connection, viewer);
            }
            try (var statement = connection.prepareStatement(SET_VIEWER)) {
                statement.setString(1, Long.toString(viewer));
                statement.execute();
            }
            return null;
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("Could not begin the viewer's transaction", e);
        }
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        keepRules();
        super.doCommit(status);
    }

    /** A page ends so: it wrote nothing. */
    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        if (!status.isRollbackOnly()) {
            keepRules();
        }
        super.doRollback(status);
    }

    private void keepRules() {
        var begun = (Begun) TransactionSynchronizationManager.getResource(Begun.class);
        if (begun != null && begun.viewer() != null && begun.stamp() != null) {
            rules.end(connection(), begun.viewer(), begun.stamp());
        }
    }

    private Connection connection() {
        var holder = (ConnectionHolder)
                Objects.requireNonNull(TransactionSynchronizationManager.getResource(obtainDataSource()));
        return holder.getConnection();
    }

    private record Begun(@Nullable Long viewer, @Nullable String stamp) {
        boolean by(@Nullable Long other) {
            return Objects.equals(viewer, other);
        }
    }

    private record Suspended(Object connection, @Nullable Begun begun) {}
}
