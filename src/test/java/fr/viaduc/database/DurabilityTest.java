package fr.viaduc.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was acknowledged is there after every process was killed at once, and the server defends its folder. */
class DurabilityTest {

    private static final Path BINARIES = Path.of("target", "test-postgres").toAbsolutePath();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 25, 300})
    void everyAcknowledgedRowIsThereAfterKillMinusNine(int rows) throws Exception {
        int acknowledged = commitThenKillEverything("on", rows);
        assertThat(acknowledged).isEqualTo(rows);
        assertThat(rowsAfterRestart()).isEqualTo(rows);
    }

    /** The control: without synchronous commits the same test loses rows, so it can fail. */
    @Test
    void withoutSynchronousCommitsAcknowledgedRowsAreLost() throws Exception {
        int acknowledged = commitThenKillEverything("off", 300);
        assertThat(acknowledged).isEqualTo(300);
        assertThat(rowsAfterRestart()).isLessThan(300);
    }

    @Test
    void theEmbeddedServerIsDurableAndListensOnTheLoopbackAddressAlone() throws SQLException {
        try (var server = start(folder)) {
            assertThat(show(server, "fsync")).isEqualTo("on");
            assertThat(show(server, "synchronous_commit")).isEqualTo("on");
            assertThat(show(server, "full_page_writes")).isEqualTo("on");
            assertThat(show(server, "data_checksums")).isEqualTo("on");
            assertThat(show(server, "password_encryption")).isEqualTo("scram-sha-256");
            assertThat(show(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(server, "unix_socket_directories")).isEmpty();
            assertThat(show(server, "jit")).isEqualTo("off");
        }
    }

    @Test
    void aSecondViaducIsRefusedTheSameFolderUntilTheFirstStops() {
        try (var first = start(folder)) {
            assertThat(first.process()).isPresent();
            assertThat(refusal(folder)).contains("déjà utilisé par un autre Viaduc");
        }
        start(folder).close();
    }

    @Test
    void aCommandWorksOnTheServerOfTheViaducThatRunsInTheSameFolder() {
        assertThat(EmbeddedPostgres.urlOfRunning(folder, "postgres")).isEmpty();
        try (var running = start(folder)) {
            assertThat(EmbeddedPostgres.urlOfRunning(folder, "postgres")).hasValue(running.url("postgres"));
        }
        assertThat(EmbeddedPostgres.urlOfRunning(folder, "postgres"))
                .as("nobody holds it any more")
                .isEmpty();
    }

    @Test
    void aStalePidFileNamingAnotherProcessDoesNotPreventTheStart() throws IOException {
        start(folder).close();
        Path pidFile = folder.resolve("cluster/postmaster.pid");
        Files.writeString(
                pidFile, ProcessHandle.current().pid() + "\n" + folder.resolve("cluster") + "\n1700000000\n5432\n");
        start(folder).close();
        assertThat(pidFile).doesNotExist();
    }

    @Test
    void aServerLeftAloneByItsApplicationIsReplaced() throws Exception {
        var child = launch("on", 3);
        long orphan = readUntilDone(child).server();
        child.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();
        assertThat(rowsAfterRestart()).isEqualTo(3);
        Awaitility.await()
                .until(() ->
                        ProcessHandle.of(orphan).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void theServerComesBackWhenItIsKilledAlone() throws Exception {
        try (var server = start(folder)) {
            long killed = server.process().orElseThrow().pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            Awaitility.await().atMost(20, TimeUnit.SECONDS).ignoreExceptions().until(() -> {
                var process = server.process().orElseThrow();
                return process.pid() != killed && "on".equals(show(server, "fsync"));
            });
        }
    }

    @Test
    void thePasswordIsAsked() {
        try (var server = start(folder)) {
            assertThatThrownBy(() ->
                            DriverManager.getConnection(server.url("postgres"), EmbeddedPostgres.SUPERUSER, "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    private static EmbeddedPostgres start(Path folder) {
        return EmbeddedPostgres.start(folder, BINARIES, CommittingServer.PASSWORD, Map.of());
    }

    private static String refusal(Path folder) {
        try (var second = start(folder)) {
            return "accepted: " + second.process();
        } catch (StartupFailure refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static String show(EmbeddedPostgres server, String setting) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        server.url("postgres"), EmbeddedPostgres.SUPERUSER, CommittingServer.PASSWORD);
                var statement = connection.createStatement();
                var result = statement.executeQuery("show " + setting)) {
            result.next();
            return result.getString(1);
        }
    }

    private int rowsAfterRestart() throws SQLException {
        try (var server = start(folder);
                var connection = DriverManager.getConnection(
                        server.url("postgres"), EmbeddedPostgres.SUPERUSER, CommittingServer.PASSWORD);
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from acknowledged")) {
            result.next();
            return result.getInt(1);
        }
    }

    private int commitThenKillEverything(String synchronousCommit, int rows) throws Exception {
        var child = launch(synchronousCommit, rows);
        var said = readUntilDone(child);
        var server = ProcessHandle.of(said.server()).orElseThrow();
        List<ProcessHandle> everything = new ArrayList<>(server.descendants().toList());
        everything.addFirst(server);
        everything.forEach(ProcessHandle::destroyForcibly);
        child.destroyForcibly().waitFor();
        for (var process : everything) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
        return said.rows();
    }

    private Process launch(String synchronousCommit, int rows) throws IOException {
        Files.createDirectories(BINARIES);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommittingServer.class.getName(),
                        folder.toString(),
                        BINARIES.toString(),
                        synchronousCommit,
                        String.valueOf(rows))
                .redirectError(new File("target/committing-server.log"))
                .start();
    }

    private static Said readUntilDone(Process child) throws IOException {
        long server = 0;
        int rows = 0;
        var reader = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8));
        for (String line = reader.readLine(); line != null && !line.equals("done"); line = reader.readLine()) {
            if (line.startsWith("server ")) {
                server = Long.parseLong(line.substring("server ".length()));
            } else if (line.startsWith("row ")) {
                rows++;
            }
        }
        return new Said(server, rows);
    }

    private record Said(long server, int rows) {}
}
