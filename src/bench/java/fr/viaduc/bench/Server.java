package fr.viaduc.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A running Viaduc, started as anybody starts it.
 *
 * @param readyAfter seconds from the launch to the first answer of {@code /sante}
 */
record Server(Process process, Path data, String address, double readyAfter) implements AutoCloseable {

    static Server start(Path data, int port) throws IOException {
        Files.createDirectories(data);
        long start = System.nanoTime();
        Process process = new ProcessBuilder("bin/start", "--port", String.valueOf(port), "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("bench.log").toFile()))
                .start();
        String address = "http://localhost:" + port;
        var request = HttpRequest.newBuilder(URI.create(address + "/sante"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            while (!answers(client, request)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("Viaduc did not start: see " + data.resolve("bench.log"));
                }
                LockSupport.parkNanos(10_000_000);
            }
        }
        return new Server(process, data, address, (System.nanoTime() - start) / 1e9);
    }

    static double medianStart(Path data, int port, int times) throws IOException {
        double[] seconds = new double[times];
        for (int i = 0; i < times; i++) {
            try (Server server = start(data, port)) {
                seconds[i] = server.readyAfter();
            }
        }
        Arrays.sort(seconds);
        return seconds[times / 2];
    }

    Processes application() {
        return new Processes(process.pid());
    }

    /** The server's first process and all those it has started. */
    Processes database() throws IOException {
        Path file = data.resolve("postgres/cluster/postmaster.pid");
        return new Processes(Long.parseLong(Files.readAllLines(file).getFirst().strip()));
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IOException("Viaduc did not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
