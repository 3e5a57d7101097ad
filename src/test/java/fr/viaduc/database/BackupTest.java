package fr.viaduc.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup taken while Viaduc runs opens with what was committed before it, and never holds the key. */
class BackupTest {

    @TempDir
    Path folder;

    @Test
    void aBackupOfARunningServerIsRestoredWhole() throws Exception {
        Path data = folder.resolve("data");
        Path made;
        try (var server = start(data)) {
            execute(server, "create table note as select generate_series(1, 1000) as id");
            Files.createDirectories(data.resolve("objects"));
            Files.writeString(data.resolve("objects/one"), "encrypted");
            made = Backup.make(data, folder.resolve("backups"), null);
            execute(server, "insert into note values (1001)");
        }
        assertThat(made.resolve("secrets")).doesNotExist();

        Path restored = folder.resolve("restored");
        Files.createDirectories(restored.resolve("secrets"));
        Files.copy(data.resolve("secrets/master.key"), restored.resolve("secrets/master.key"));
        Backup.restore(made, restored);
        assertThat(restored.resolve("objects/one")).hasContent("encrypted");
        try (var server = start(restored)) {
            assertThat(count(server)).isEqualTo(1000);
        }
    }

    @Test
    void aBackupOfAStoppedServerIsRestoredWhole() throws Exception {
        Path data = folder.resolve("data");
        try (var server = start(data)) {
            execute(server, "create table note as select generate_series(1, 10) as id");
        }
        Path made = Backup.make(data, folder.resolve("backups"), null);
        assertThatThrownBy(() -> Backup.restore(made, data)).hasMessageContaining("contient déjà une base de données");
        Path restored = folder.resolve("restored");
        Files.createDirectories(restored.resolve("secrets"));
        Files.copy(data.resolve("secrets/master.key"), restored.resolve("secrets/master.key"));
        Backup.restore(made, restored);
        try (var server = start(restored)) {
            assertThat(count(server)).isEqualTo(10);
        }
    }

    @Test
    void whatIsRestoredWithoutItsKeySaysSoAndGetsNoOther() throws Exception {
        Path data = folder.resolve("data");
        try (var server = start(data)) {
            execute(server, "create table note as select 1 as id");
        }
        Path restored = folder.resolve("restored");
        Backup.restore(Backup.make(data, folder.resolve("backups"), null), restored);

        assertThatThrownBy(() -> DataFolder.open(restored, null))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("La clé maîtresse")
                .hasMessageContaining("secrets/master.key");
        assertThat(restored.resolve("secrets/master.key")).doesNotExist();
    }

    private static EmbeddedPostgres start(Path data) {
        var opened = DataFolder.open(data, null);
        Path binaries = Path.of("target", "test-postgres").toAbsolutePath();
        return EmbeddedPostgres.start(
                opened.folder("postgres"), binaries, opened.password("database superuser"), Map.of());
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        server.url("postgres"), EmbeddedPostgres.SUPERUSER, server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(EmbeddedPostgres server) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        server.url("postgres"), EmbeddedPostgres.SUPERUSER, server.password());
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from note")) {
            result.next();
            return result.getInt(1);
        }
    }
}
