package fr.viaduc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What wrk measured: one address asked again and again by signed-in people in turn, over some connections.
 *
 * @param perSecond answers a second
 * @param cpuMillis processor time of an answer, all processes of Viaduc (application and database), in milliseconds
 * @param databaseMillis the part of the database in it
 * @param bytes of an answer, head included
 * @param failures answers other than 2xx, and broken connections
 */
record Load(
        double perSecond,
        double p50,
        double p95,
        double p99,
        double cpuMillis,
        double databaseMillis,
        long bytes,
        long failures) {

    private static final String SCRIPT = """
            local cookies = { %s }
            local turn = 0
            request = function()
              turn = turn %% #cookies + 1
              return wrk.format("GET", "%s", { ["Cookie"] = cookies[turn], ["Accept-Encoding"] = "gzip" })
            end
            done = function(summary, latency, requests)
              local failures = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
              io.write(string.format("FIGURES %%d %%d %%d %%d %%d %%d %%d\\n", summary.requests, summary.duration,
                latency:percentile(50), latency:percentile(95), latency:percentile(99), summary.bytes, failures))
            end
            """;

    private static final int WINDOW = 3;
    private static final double SETTLED = 1.05;

    /** Asks until an answer costs no less processor time than before (what the virtual machine compiles, caches), then measures. */
    static Load settled(
            Server server, List<Visitor> visitors, String path, int connections, int seconds, int longestWarming)
            throws IOException, InterruptedException {
        double before = Double.MAX_VALUE;
        int calm = 0;
        for (int warmed = 0; warmed < longestWarming && calm < 2; warmed += WINDOW) {
            double now = of(server, visitors, path, connections, WINDOW).cpuMillis();
            calm = now * SETTLED > before ? calm + 1 : 0;
            before = Math.min(before, now);
        }
        return of(server, visitors, path, connections, seconds);
    }

    /** Measures. */
    static Load of(Server server, List<Visitor> visitors, String path, int connections, int seconds)
            throws IOException, InterruptedException {
        Path script = Files.createTempFile("bench", ".lua");
        try {
            String cookies = visitors.stream()
                    .map(visitor -> '"' + visitor.cookies() + '"')
                    .collect(Collectors.joining(", "));
            Files.writeString(script, SCRIPT.formatted(cookies, path));
            double application = server.application().cpuSeconds();
            double database = server.database().cpuSeconds();
            String[] figures = wrk(server, script, connections, seconds);
            application = server.application().cpuSeconds() - application;
            database = server.database().cpuSeconds() - database;
            double requests = Double.parseDouble(figures[1]);
            return new Load(
                    requests / Double.parseDouble(figures[2]) * 1e6,
                    Double.parseDouble(figures[3]) / 1000,
                    Double.parseDouble(figures[4]) / 1000,
                    Double.parseDouble(figures[5]) / 1000,
                    (application + database) / requests * 1000,
                    database / requests * 1000,
                    (long) (Double.parseDouble(figures[6]) / requests),
                    Long.parseLong(figures[7]));
        } finally {
            Files.delete(script);
        }
    }

    private static String[] wrk(Server server, Path script, int connections, int seconds)
            throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "-s",
                        script.toString(),
                        server.address())
                .redirectErrorStream(true)
                .start();
        String output = new String(wrk.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        wrk.waitFor();
        return output.lines()
                .filter(line -> line.startsWith("FIGURES "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk failed: " + output))
                .split(" ", -1);
    }
}
