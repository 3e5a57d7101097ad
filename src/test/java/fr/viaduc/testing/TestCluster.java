package fr.viaduc.testing;

import fr.viaduc.database.DataFolder;
import fr.viaduc.database.EmbeddedPostgres;
import fr.viaduc.database.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL cluster per run, without durability; a migrated template; databases copied from it. */
public final class TestCluster {

    /** 32 bytes, the same in every test. */
    public static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    public static final String OWNER = "viaduc_owner";
    public static final String OWNER_PASSWORD = "owner";

    private static final String TEMPLATE = "viaduc_template";
    private static final String SUPERUSER_PASSWORD = "test";
    private static final Path FOLDER = Path.of("target", "test-postgres");

    private static final class Holder {
        static final TestCluster INSTANCE = new TestCluster();
    }

    private final EmbeddedPostgres server;
    private final Path data;

    private TestCluster() {
        try {
            Files.createDirectories(FOLDER);
            sweep();
            Path mine = Files.createDirectories(FOLDER.resolve(
                            String.valueOf(ProcessHandle.current().pid())))
                    .toAbsolutePath();
            data = Files.createDirectories(mine.resolve("data"));
            server = EmbeddedPostgres.start(
                    Files.createDirectories(mine.resolve("postgres")),
                    FOLDER.toAbsolutePath(),
                    SUPERUSER_PASSWORD,
                    Map.of(
                            "fsync",
                            "off",
                            "synchronous_commit",
                            "off",
                            "full_page_writes",
                            "off",
                            "max_connections",
                            "120"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                FileSystemUtils.deleteRecursively(mine.toFile());
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        asSuperuser("create role " + OWNER + " login createrole password '" + OWNER_PASSWORD + "'");
        asSuperuser("create database " + TEMPLATE + " owner " + OWNER);
        new Migrations(url(TEMPLATE), OWNER, OWNER_PASSWORD, secrets()).run();
    }

    public static TestCluster get() {
        return Holder.INSTANCE;
    }

    /** A folder of this run for the application's data. */
    public Path data() {
        return data;
    }

    /** Gives the passwords of the login roles. */
    public DataFolder secrets() {
        return DataFolder.open(data, MASTER_KEY);
    }

    public String url(String database) {
        return server.url(database);
    }

    /** Makes that database anew: migrated and empty. */
    public void fresh(String database) {
        asSuperuser("drop database if exists " + database + " with (force)");
        asSuperuser(
                "create database " + database + " template " + TEMPLATE + " owner " + OWNER + " strategy file_copy");
    }

    /** Makes an empty database, without any migration. */
    public void bare(String database) {
        asSuperuser("drop database if exists " + database + " with (force)");
        asSuperuser("create database " + database + " owner " + OWNER);
    }

    /** The server's own administrator, for whom no rule holds: to fill tables quickly and to read plans. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", SUPERUSER_PASSWORD);
    }

    public void asSuperuser(String sql) {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Removes what a run that was killed has left. */
    private static void sweep() throws IOException {
        try (var runs = Files.list(FOLDER)) {
            for (Path run : runs.filter(
                            folder -> folder.getFileName().toString().matches("\\d+"))
                    .toList()) {
                long pid = Long.parseLong(run.getFileName().toString());
                if (ProcessHandle.of(pid).isEmpty()) {
                    endServer(run.resolve("postgres/cluster/postmaster.pid"));
                    FileSystemUtils.deleteRecursively(run);
                }
            }
        }
    }

    private static void endServer(Path pidFile) throws IOException {
        if (Files.exists(pidFile)) {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle.of(pid)
                    .filter(server -> server.info().command().orElse("").endsWith("postgres"))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
