package fr.viaduc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The machine, in words: figures mean nothing without it. */
final class Machine {

    private Machine() {}

    static String description(Bench.Size size, Network network) throws IOException, SQLException {
        return """
                **%s** : %d agents et %d élus, %d espaces, %d cercles, %d publications, %d commentaires (base de %s).

                Mesuré le %s. Machine : %d cœurs (%s), %d Go de mémoire, Linux %s ; charge du système avant la mesure : %s ; Java %s ; PostgreSQL %s. Commande : `bin/bench --%s`.""".formatted(
                size == Bench.Size.SMALL ? "Petit réseau" : "Grand réseau",
                size.people,
                size.elected,
                network.count("spaces.space"),
                network.count("circles.circle where kind <> 'person'"),
                network.count("content.item"),
                network.count("content.comment"),
                network.text("select pg_size_pretty(pg_database_size('viaduc'))"),
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(LocalDateTime.now()),
                Runtime.getRuntime().availableProcessors(),
                value("/proc/cpuinfo", "model name"),
                Math.round(Long.parseLong(value("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1e6),
                System.getProperty("os.version"),
                Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0],
                Runtime.version(),
                network.text("show server_version"),
                size.folder());
    }

    private static String value(String file, String name) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("?");
        }
    }
}
