package fr.viaduc.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Publishing, one post after another, and the cost of each. */
final class Posting {

    private static final int POSTS = 300;
    private static final int WARMING = 1_000;

    private final Server server;
    private final Network network;

    Posting(Server server, Network network) {
        this.server = server;
        this.network = network;
    }

    List<String> measured() throws IOException, InterruptedException, SQLException {
        Visitor author = network.visitors(server, 1).getFirst();
        String token = Visitor.token(author.text("/publier"));
        long agents = Long.parseLong(network.text("select id from circles.circle where kind = 'agents'"));
        double[] millis = new double[POSTS];
        double cpu = 0;
        for (int i = -WARMING; i < POSTS; i++) {
            if (i == 0) {
                cpu = server.application().cpuSeconds() + server.database().cpuSeconds();
            }
            long start = System.nanoTime();
            var answer = author.send(
                    "/publications",
                    Map.of(
                            "_csrf",
                            token,
                            "audience",
                            "c" + agents,
                            "texte",
                            "La salle polyvalente est ouverte ce matin. Merci à tous !",
                            "idempotencyKey",
                            UUID.randomUUID().toString()));
            if (answer.statusCode() != 303) {
                throw new IllegalStateException("Publishing answered " + answer.statusCode());
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        cpu = (server.application().cpuSeconds() + server.database().cpuSeconds() - cpu) / POSTS * 1000;
        Arrays.sort(millis);
        network.run("delete from content.item where id in (select id from content.item order by id desc limit "
                + (POSTS + WARMING) + ")");
        return List.of("- publier (l’une après l’autre) : médiane %.1f ms, p99 %.1f ms, CPU %.1f ms"
                .formatted(millis[POSTS / 2], millis[POSTS * 99 / 100], cpu));
    }
}
