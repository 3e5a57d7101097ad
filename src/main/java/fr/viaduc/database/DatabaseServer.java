package fr.viaduc.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server in use, migrated: the embedded one, or one's own when the settings name it.
 *
 * @param url JDBC address of the database
 * @param embedded null when the server is one's own
 */
record DatabaseServer(String url, @Nullable EmbeddedPostgres embedded) implements AutoCloseable {

    private static final String OWNER = "viaduc_owner";
    private static final String DATABASE = "viaduc";
    private static final String WRONG_PASSWORD = "28P01";

    static DatabaseServer open(Settings.Database settings, DataFolder dataFolder) {
        String url = settings.url();
        if (url != null && !url.isBlank()) {
            String user = settings.user() == null ? DATABASE : settings.user();
            String password = settings.password() == null ? "" : settings.password();
            new Migrations(url, user, password, dataFolder).run();
            return new DatabaseServer(url, null);
        }
        if (settings.joins()) {
            var running = EmbeddedPostgres.urlOfRunning(dataFolder.folder("postgres"), DATABASE);
            if (running.isPresent()) {
                return new DatabaseServer(running.get(), null);
            }
        }
        var embedded = EmbeddedPostgres.start(
                dataFolder.folder("postgres"),
                dataFolder.password("database superuser"),
                Map.of("shared_buffers", settings.sharedBuffers()));
        try {
            String ownerPassword = dataFolder.password("database " + OWNER);
            makeDatabase(embedded, ownerPassword);
            new Migrations(embedded.url(DATABASE), OWNER, ownerPassword, dataFolder).run();
            return new DatabaseServer(embedded.url(DATABASE), embedded);
        } catch (RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    /** The owner is no superuser: what works here works on a server where one is not its administrator. */
    private static void makeDatabase(EmbeddedPostgres server, String ownerPassword) {
        try (var connection = DriverManager.getConnection(
                        server.url("postgres"), EmbeddedPostgres.SUPERUSER, server.password());
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("drop role if exists " + OWNER);
            statement.execute("create role " + OWNER + " login createrole password '" + ownerPassword + "'");
            statement.execute("create database " + DATABASE + " owner " + OWNER);
            statement.execute("revoke all on database " + DATABASE + " from public");
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new StartupFailure(
                        "La clé maîtresse n’est pas celle de cette base de données : remettez la bonne, puis recommencez.",
                        e);
            }
            throw new StartupFailure("La base de données n’a pas pu être créée : " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
