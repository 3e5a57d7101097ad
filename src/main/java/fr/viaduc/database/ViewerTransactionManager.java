package fr.viaduc.database;

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

    ViewerTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Long viewer = ViewerContext.current();
        TransactionSynchronizationManager.bindResource(this, new Begun(viewer));
        if (viewer != null) {
            setViewer(transaction, viewer);
        }
    }

    /** A transaction belongs to one viewer: joining it as somebody else would show the wrong person's rows. */
    @Override
    protected void prepareSynchronization(DefaultTransactionStatus status, TransactionDefinition definition) {
        var begun = (Begun) TransactionSynchronizationManager.getResource(this);
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
        var begun = (Begun) TransactionSynchronizationManager.unbindResourceIfPossible(this);
        return new Suspended(super.doSuspend(transaction), begun);
    }

    @Override
    protected void doResume(@Nullable Object transaction, Object suspendedResources) {
        var suspended = (Suspended) suspendedResources;
        super.doResume(transaction, suspended.connection());
        if (suspended.begun() != null) {
            TransactionSynchronizationManager.bindResource(this, suspended.begun());
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
        super.doCleanupAfterCompletion(transaction);
    }

    private void setViewer(Object transaction, long viewer) {
        var holder = (ConnectionHolder)
                Objects.requireNonNull(TransactionSynchronizationManager.getResource(obtainDataSource()));
        try (var statement = holder.getConnection().prepareStatement(SET_VIEWER)) {
            statement.setString(1, Long.toString(viewer));
            statement.execute();
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("Could not begin the viewer's transaction", e);
        }
    }

    private record Begun(@Nullable Long viewer) {
        boolean by(@Nullable Long other) {
            return Objects.equals(viewer, other);
        }
    }

    private record Suspended(Object connection, @Nullable Begun begun) {}
}
