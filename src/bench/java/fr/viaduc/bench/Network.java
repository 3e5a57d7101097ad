package fr.viaduc.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.viaduc.bench.Bench.Size;
import fr.viaduc.database.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** The generated network of a data folder: always the same people, groups and publications for the same size. */
final class Network {

    private static final String PASSWORD = "Mesure-viaduc-2026";
    private static final Path SCRIPT = Path.of("src/bench/network.sql");

    private final Size size;
    private final Path data;

    Network(Size size, Path data) {
        this.size = size;
        this.data = data;
    }

    boolean exists() {
        return Files.exists(data.resolve("bench.ready"));
    }

    /** Starts Viaduc on the empty folder, which makes the tables, then fills them. */
    void make(int port) throws Exception {
        Bench.output("Création du réseau de mesure dans " + data + "…");
        long start = System.nanoTime();
        try (var _ = Server.start(data, port);
                Connection database = open()) {
            var settings = Map.of(
                    "people", size.people,
                    "elected", size.elected,
                    "services", size.services,
                    "teams", size.teams,
                    "sites", size.sites,
                    "groups", size.groups,
                    "items", size.items,
                    "sentences", size.sentences,
                    "comments", size.comments,
                    "reactions", size.reactions);
            try (var statement = database.createStatement()) {
                for (var setting : settings.entrySet()) {
                    statement.execute("set bench." + setting.getKey() + " = '" + setting.getValue() + "'");
                }
                statement.execute("set bench.password = '" + hash() + "'");
                statement.execute("set work_mem = '256MB'; set maintenance_work_mem = '512MB'; set jit = off");
                statement.execute(Files.readString(SCRIPT));
                statement.execute("vacuum analyze");
                statement.execute("checkpoint");
            }
        }
        Files.writeString(data.resolve("bench.ready"), "");
        Bench.output("Fait en %d s.".formatted((System.nanoTime() - start) / 1_000_000_000));
    }

    /** A connection of the embedded server's superuser. */
    Connection open() throws SQLException, IOException {
        String port = Files.readString(data.resolve("postgres/port")).strip();
        String password = DataFolder.open(data, null).password("database superuser");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/viaduc", "postgres", password);
    }

    /** People of this network, signed in by the form as anybody is, spread over the whole directory. */
    List<Visitor> visitors(Server server, int count) throws IOException, InterruptedException {
        var visitors = new ArrayList<Visitor>();
        for (int i = 0; i < count; i++) {
            int number = 1 + (int) ((long) i * size.people / count);
            visitors.add(Visitor.signIn(server.address(), "%06d".formatted(number), PASSWORD));
        }
        return visitors;
    }

    long count(String table) throws SQLException, IOException {
        return Long.parseLong(text("select count(*) from " + table));
    }

    /** The first column of the first row. */
    String text(String sql) throws SQLException, IOException {
        try (var database = open();
                var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    void run(String sql) throws SQLException, IOException {
        try (var database = open();
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String hash() {
        var base64 = Base64.getEncoder().withoutPadding();
        byte[] salt = "seize octets fixes".substring(0, 16).getBytes(UTF_8);
        byte[] hash = new byte[32];
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(46 * 1024)
                .withIterations(1)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        argon2.generateBytes(PASSWORD.getBytes(UTF_8), hash);
        return "$argon2id$v=19$m=47104,t=1,p=1$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }
}
