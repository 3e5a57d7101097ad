package fr.viaduc.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of one's own, of the oldest supported version, whose owner is no superuser. Runs where Debian's is installed. */
class OwnServerTest {

    private static final Path BINARIES = Path.of("/usr/lib/postgresql/15/bin");

    @TempDir
    Path folder;

    @Test
    void everyMigrationRunsOnPostgresql15ForAnOwnerWhoIsNoSuperuser() throws Exception {
        assumeTrue(Files.isExecutable(BINARIES.resolve("initdb")), "Debian's postgresql-15 is not installed");
        Path cluster = folder.resolve("cluster");
        int port = freePort();
        run(
                "initdb",
                "-D",
                cluster.toString(),
                "-U",
                "postgres",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-N");
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off";
        String log = folder.resolve("log").toString();
        run("pg_ctl", "start", "-D", cluster.toString(), "-w", "-s", "-l", log, "-o", options);
        try {
            String server = "jdbc:postgresql://127.0.0.1:" + port + "/";
            try (var connection = DriverManager.getConnection(server + "postgres", "postgres", "");
                    var statement = connection.createStatement()) {
                statement.execute("create role viaduc login createrole password 'owner'");
                statement.execute("create database viaduc owner viaduc");
            }
            var settings = new Settings.Database(server + "viaduc", "viaduc", "owner", 4, 2, "32MB", false);
            var secrets = DataFolder.open(folder.resolve("data"), null);
            DatabaseServer.open(settings, secrets).close();
            DatabaseServer.open(settings, secrets).close();
            try (var connection = DriverManager.getConnection(
                            server + "viaduc", Migrations.WEB, secrets.password("database " + Migrations.WEB));
                    var statement = connection.createStatement();
                    var result = statement.executeQuery("select database.viewer() is null")) {
                result.next();
                assertThat(result.getBoolean(1)).isTrue();
            }
        } finally {
            run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "immediate", "-s");
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(BINARIES.resolve(program).toString());
        command.addAll(List.of(arguments));
        var output = folder.resolve(program + ".out").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output.toPath())).isZero();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
