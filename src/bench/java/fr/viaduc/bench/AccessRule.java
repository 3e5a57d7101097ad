package fr.viaduc.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

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
        var with = new Load[ROUNDS];
        var without = new Load[ROUNDS];
        try {
            for (int round = 0; round < ROUNDS; round++) {
                with[round] = measured(visitors, "nobypassrls");
                without[round] = measured(visitors, "bypassrls");
            }
        } finally {
            bypass("nobypassrls");
        }
        double perSecond = median(with, Load::perSecond);
        double perSecondWithout = median(without, Load::perSecond);
        return List.of(
                "- règle d’accès (sécurité au niveau des lignes), accueil à 8 clients, médianes de %d : %.0f/s et %.2f ms de CPU avec, %.0f/s et %.2f ms sans, soit %.1f %% du débit"
                        .formatted(
                                ROUNDS,
                                perSecond,
                                median(with, Load::cpuMillis),
                                perSecondWithout,
                                median(without, Load::cpuMillis),
                                100 * (1 - perSecond / perSecondWithout)));
    }

    private static double median(Load[] loads, ToDoubleFunction<Load> figure) {
        return Arrays.stream(loads).mapToDouble(figure).sorted().toArray()[loads.length / 2];
    }

    private Load measured(List<Visitor> visitors, String attribute)
            throws IOException, InterruptedException, SQLException {
        bypass(attribute);
        Load.of(server, visitors, "/", 8, 2);
        return Load.of(server, visitors, "/", 8, options.seconds());
    }

    /** Connections keep the plans that they have made: they are opened again. */
    private void bypass(String attribute) throws IOException, SQLException {
        network.run("alter role viaduc_web " + attribute);
        network.run("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'viaduc_web'");
    }
}
