package fr.viaduc.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A process of its own that commits row after row and says so on its output, until it is killed. */
final class CommittingServer {

    static final String PASSWORD = "kept";

    private CommittingServer() {}

    /** @param arguments folder, folder of the binaries, value of synchronous_commit, rows to commit */
    public static void main(String[] arguments) throws SQLException, IOException {
        // Zero would wake the writer of the log at each asynchronous commit, and nothing would be left to lose.
        Map<String, String> parameters =
                Map.of("synchronous_commit", arguments[2], "wal_writer_delay", "10s", "wal_writer_flush_after", "1GB");
        var server = EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]), PASSWORD, parameters);
        System.out.println("server " + server.process().orElseThrow().pid());
        try (var connection =
                        DriverManager.getConnection(server.url("postgres"), EmbeddedPostgres.SUPERUSER, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("create table acknowledged (id int primary key)");
            statement.execute("checkpoint");
            int rows = Integer.parseInt(arguments[3]);
            for (int id = 1; id <= rows; id++) {
                statement.execute("insert into acknowledged values (" + id + ")");
                System.out.println("row " + id);
            }
        }
        System.out.println("done");
        System.in.read();
    }
}
