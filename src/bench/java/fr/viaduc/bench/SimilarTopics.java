package fr.viaduc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** How long « sujets proches » takes among a hundred thousand topics, for titles as they are being typed. */
final class SimilarTopics {

    private static final Path SCRIPT = Path.of("src/bench/forum.sql");
    private static final int ROUNDS = 20;
    private static final List<String> TITLES = List.of(
            "com",
            "comment faire",
            "comment changer la clé de la salle",
            "comment chnager la clé de la sale",
            "gants d’hiver pour le chantier",
            "gant dhiver",
            "panne du badge au vestiaire de la piscine",
            "imprimante bloquée",
            "imprimente en pane au guichet",
            "qui prête une sonorisation pour la fête du village",
            "matériel demande panne clé salle camion badge congé",
            "secteur 4242",
            "marquage du giratoire et signalisation du pont",
            "formulaire d’inscription à la cantine",
            "xyzzy plugh inconnu partout");

    private final Network network;

    SimilarTopics(Network network) {
        this.network = network;
    }

    List<String> measured() throws IOException, SQLException {
        if (network.count("forum.topic") < 100_000) {
            network.run(Files.readString(SCRIPT));
        }
        double[] millis = new double[TITLES.size() * ROUNDS];
        int found = 0;
        try (Connection database = network.open();
                var statement = database.createStatement()) {
            statement.execute("set role viaduc_web");
            for (int round = -2; round < ROUNDS; round++) {
                for (int i = 0; i < TITLES.size(); i++) {
                    statement.execute("set viaduc.viewer = '" + (1 + (round + 2) * 31) + "'");
                    long start = System.nanoTime();
                    try (var query = database.prepareStatement("select item_id from forum.similar(?)")) {
                        query.setString(1, TITLES.get(i));
                        try (var rows = query.executeQuery()) {
                            while (rows.next()) {
                                found++;
                            }
                        }
                    }
                    if (round >= 0) {
                        millis[round * TITLES.size() + i] = (System.nanoTime() - start) / 1e6;
                    }
                }
            }
        }
        Arrays.sort(millis);
        return List.of(
                "- sujets proches, parmi %d sujets, %d titres en cours de frappe : médiane %.1f ms, p95 %.1f ms, au plus %.1f ms (%d sujets trouvés)"
                        .formatted(
                                network.count("forum.topic"),
                                TITLES.size(),
                                millis[millis.length / 2],
                                millis[millis.length * 95 / 100],
                                millis[millis.length - 1],
                                found));
    }
}
