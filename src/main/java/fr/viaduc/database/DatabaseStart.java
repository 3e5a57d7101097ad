package fr.viaduc.database;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.aot.AbstractAotProcessor;

/**
 * Opens the database on a thread of its own as soon as the settings are known, while the rest of Viaduc is put together:
 * the server takes as long to start as the classes to load.
 */
public final class DatabaseStart {
    /** Null until the settings are known. */
    private volatile @Nullable FutureTask<DatabaseServer> opening;

    private DatabaseStart() {}

    /** Lets that application begin so. */
    public static void with(SpringApplication application) {
        var start = new DatabaseStart();
        application.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>)
                event -> start.begin(Binder.get(event.getEnvironment()).bindOrCreate("viaduc", Settings.class)));
        application.addListeners((ApplicationListener<ApplicationFailedEvent>) _ -> start.abandon());
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("databaseStart", start));
    }

    /**
     * The server, once it is there.
     *
     * @throws StartupFailure when it cannot be used, saying why
     */
    DatabaseServer server() {
        try {
            return Objects.requireNonNull(opening, "the settings are not known yet")
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void begin(Settings settings) {
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            // The build only works out the beans: it has no database, and no data folder.
            return;
        }
        var task = new FutureTask<>(
                () -> DatabaseServer.open(settings.database(), DataFolder.open(settings.data(), settings.masterKey())));
        opening = task;
        Thread.ofPlatform().name("database-start").daemon().start(task);
    }

    /** Nobody asked for the server before Viaduc gave up: it must not outlive the application. */
    private void abandon() {
        if (opening == null) {
            return;
        }
        try {
            server().close();
        } catch (RuntimeException never) {
            // It did not start.
        }
    }
}
