package fr.viaduc.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * What the database's own rule costs: the home page with row-level security, and with a role that bypasses it, in turn.
 * The feed's statement keeps its own condition on circles, so both give the same publications.
 */
final class AccessRule {

    private static final int ROUNDS = 3;

    private final Server server;
    private final Network network;
    private final Bench.Options options;

    AccessRule(Server server, Network network, Bench.Options options) {
        this.server = server;
        this.network = network;
        this.options = options;
    }

    List<String> measured() throws IOException, InterruptedException, SQLException {
        List<Visitor> visitors = network.visitors(server, 20);
        double[] with = new double[ROUNDS];
        double[] without = new double[ROUNDS];
        try {
            for (int round = 0; round < ROUNDS; round++) {
                with[round] = throughput(visitors, "nobypassrls");
                without[round] = throughput(visitors, "bypassrls");
            }
        } finally {
            bypass("nobypassrls");
        }
        Arrays.sort(with);
        Arrays.sort(without);
        double cost = 100 * (1 - with[ROUNDS / 2] / without[ROUNDS / 2]);
        return List.of(
                "- règle d’accès (sécurité au niveau des lignes), accueil à 8 clients, médiane de %d : %.0f/s avec, %.0f/s sans, soit %.1f %% du débit"
                        .formatted(ROUNDS, with[ROUNDS / 2], without[ROUNDS / 2], cost));
    }

    private double throughput(List<Visitor> visitors, String attribute)
            throws IOException, InterruptedException, SQLException {
        bypass(attribute);
        return Load.of(server, visitors, "/", 8, options.seconds()).perSecond();
    }

    /** Connections keep the plans that they have made: they are opened again. */
    private void bypass(String attribute) throws IOException, SQLException {
        network.run("alter role viaduc_web " + attribute);
        network.run("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'viaduc_web'");
    }
}
