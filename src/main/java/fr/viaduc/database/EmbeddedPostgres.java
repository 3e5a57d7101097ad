package fr.viaduc.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server that lives with the application: its cluster lasts in a folder, it listens on the loopback
 * address only, and every commit is on disk before it is acknowledged.
 *
 * <p>The folder holds {@code cluster} (PostgreSQL's data directory), the binaries, {@code server.log}, the remembered
 * {@code port}, and a {@code lock} held while the server belongs to a process. An administrator's own settings may be
 * put in {@code custom.conf}.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** The bootstrap superuser: used to make the owner and its database, never by the application. */
    static final String SUPERUSER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 8;
    private static final int LARGEST_LOG = 10_000_000;

    private final Path folder;
    private final Path cluster;
    private final Path binaries;
    private final String password;
    private final FileChannel lockFile;
    private final int port;
    private volatile boolean closing;

    private EmbeddedPostgres(Path folder, Path binaries, String password, Map<String, String> parameters) {
        this.folder = folder;
        this.cluster = folder.resolve("cluster");
        this.password = password;
        this.lockFile = lock(folder);
        try {
            this.binaries = PostgresBinaries.extractInto(binaries);
            if (Files.isDirectory(cluster)) {
                endOrphan();
            } else {
                initialise(parameters);
            }
            this.port = choosePort();
            configure(parameters);
            start();
            watch();
        } catch (IOException e) {
            unlock();
            throw new StartupFailure("PostgreSQL ne peut pas démarrer dans « %s » : %s".formatted(folder, e), e);
        } catch (RuntimeException e) {
            unlock();
            throw e;
        }
    }

    /**
     * Starts the server, making the cluster when the folder has none and recovering it when it was not stopped.
     *
     * @param password of the superuser
     * @param parameters PostgreSQL's settings on top of the durable ones
     * @throws StartupFailure when another process uses the folder or PostgreSQL does not start
     */
    public static EmbeddedPostgres start(Path folder, String password, Map<String, String> parameters) {
        return start(folder, folder, password, parameters);
    }

    /** As above, with the binaries unpacked into a folder of their own. */
    public static EmbeddedPostgres start(Path folder, Path binaries, String password, Map<String, String> parameters) {
        return new EmbeddedPostgres(folder, binaries, password, parameters);
    }

    /**
     * JDBC address of a database of the server that another process has started in this folder and still holds; empty
     * when nobody holds it.
     */
    static Optional<String> urlOfRunning(Path folder, String database) {
        Path remembered = folder.resolve("port");
        if (!Files.exists(folder.resolve("lock")) || !Files.exists(remembered)) {
            return Optional.empty();
        }
        try (var channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (tryLock(channel) != null || serverOf(folder.resolve("cluster")).isEmpty()) {
                return Optional.empty();
            }
            return Optional.of("jdbc:postgresql://127.0.0.1:"
                    + Files.readString(remembered).strip() + "/" + database);
        } catch (IOException e) {
            throw new StartupFailure("Le dossier « %s » ne peut pas être utilisé : %s".formatted(folder, e), e);
        }
    }

    /** JDBC address of one of its databases. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The superuser's password, given at start. */
    String password() {
        return password;
    }

    /** The operating system's id of the running server. */
    public Optional<ProcessHandle> process() {
        return serverOf(cluster);
    }

    /** Stops the server cleanly: what was committed is on disk, the next start has nothing to recover. */
    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        try {
            if (process().isPresent()) {
                run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-t", "60", "-s");
            }
        } finally {
            unlock();
        }
    }

    private void initialise(Map<String, String> parameters) throws IOException {
        log.info("Première utilisation : création de la base de données dans {}", cluster);
        Path draft = folder.resolve("cluster.new");
        FileSystemUtils.deleteRecursively(draft);
        Path passwordFile = Files.createTempFile(
                folder,
                "initdb",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, password + "\n");
            var arguments = new ArrayList<>(List.of(
                    "-D",
                    draft.toString(),
                    "-U",
                    SUPERUSER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile",
                    passwordFile.toString()));
            arguments.addAll(List.of("-E", "UTF8", "--data-checksums", "--locale=C.UTF-8"));
            arguments.addAll(List.of("--locale-provider=icu", "--icu-locale=fr"));
            if ("off".equals(parameters.get("fsync"))) {
                arguments.add("--no-sync");
            }
            run("initdb", arguments.toArray(String[]::new));
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A process killed brutally leaves its server alone: it ends before the folder is used again. */
    private void endOrphan() throws IOException {
        refuseOtherVersion();
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        if (process().isPresent()) {
            log.info("Un serveur PostgreSQL resté seul après un arrêt brutal est arrêté.");
            run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-t", "60", "-s");
        } else {
            // The number may since belong to a process of another kind, which PostgreSQL would take for a server.
            Files.deleteIfExists(pidFile);
        }
    }

    private void refuseOtherVersion() throws IOException {
        String found = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!found.equals(PostgresBinaries.MAJOR)) {
            throw new StartupFailure(
                    "Les données de « %s » sont celles de PostgreSQL %s, et ce Viaduc contient PostgreSQL %s : restaurez une sauvegarde faite par « bin/backup »."
                            .formatted(cluster, found, PostgresBinaries.MAJOR));
        }
    }

    static Optional<ProcessHandle> serverOf(Path cluster) {
        try {
            Path pidFile = cluster.resolve("postmaster.pid");
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return ProcessHandle.of(pid)
                    .filter(process -> process.info()
                            .command()
                            .map(command -> Path.of(command).endsWith("postgres"))
                            .orElse(true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int choosePort() throws IOException {
        Path remembered = folder.resolve("port");
        if (Files.exists(remembered)) {
            int port = Integer.parseInt(Files.readString(remembered).strip());
            if (isFree(port)) {
                return port;
            }
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(remembered, socket.getLocalPort() + "\n");
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private void configure(Map<String, String> parameters) throws IOException {
        var settings = new LinkedHashMap<String, String>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", String.valueOf(port));
        settings.put("unix_socket_directories", "");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("shared_buffers", "128MB");
        settings.put("max_connections", "60");
        settings.put("max_wal_size", "512MB");
        settings.put("random_page_cost", "1.1");
        settings.put("jit", "off");
        settings.put("default_text_search_config", "pg_catalog.french");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("lc_messages", "C");
        // What people write and who they are stays out of the log: no statement, no detail of a row.
        settings.put("log_min_error_statement", "panic");
        settings.put("log_error_verbosity", "terse");
        settings.put("log_parameter_max_length_on_error", "0");
        settings.put("log_checkpoints", "off");
        settings.putAll(parameters);
        String text = settings.entrySet().stream()
                .map(setting -> "%s = '%s'%n".formatted(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining(
                        "", "# Written at each start. Put your own settings in ../custom.conf\n", ""));
        Files.writeString(cluster.resolve("postgresql.conf"), text + "include_if_exists = '../custom.conf'\n");
        Files.writeString(
                cluster.resolve("pg_hba.conf"), "# Written at each start.\nhost all all 127.0.0.1/32 scram-sha-256\n");
    }

    private void start() throws IOException {
        Path serverLog = folder.resolve("server.log");
        if (Files.exists(serverLog) && Files.size(serverLog) > LARGEST_LOG) {
            Files.move(serverLog, folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        String patience = String.valueOf(PATIENCE.toSeconds());
        String[] arguments = {"start", "-D", cluster.toString(), "-w", "-t", patience, "-s", "-l", serverLog.toString()
        };
        // After a kill, what is left of the former server needs a moment to notice that its parent is gone.
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                run("pg_ctl", arguments);
                return;
            } catch (StartupFailure e) {
                LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
            }
        }
        run("pg_ctl", arguments);
    }

    /** Starts the server again when it ends without having been asked to (out of memory, killed by mistake). */
    private void watch() {
        process()
                .ifPresent(server -> Thread.ofVirtual().start(() -> {
                    server.onExit().join();
                    revive();
                }));
    }

    private synchronized void revive() {
        if (closing) {
            return;
        }
        log.error("Le serveur PostgreSQL s’est arrêté ; il est redémarré.");
        try {
            start();
            watch();
        } catch (IOException | RuntimeException e) {
            log.error("Le serveur PostgreSQL n’a pas pu être redémarré. Voir {}", folder.resolve("server.log"), e);
        }
    }

    private void run(String program, String... arguments) {
        var command = new ArrayList<>(unprivileged());
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        try {
            Path output = Files.createTempFile(folder, program, ".out");
            try {
                execute(program, command, output.toFile());
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void execute(String program, List<String> command, File output) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(output);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        var process = builder.start();
        boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (!ended || process.exitValue() != 0) {
            throw new StartupFailure("PostgreSQL a échoué (%s). Voir %s. %s"
                    .formatted(
                            program,
                            folder.resolve("server.log"),
                            Files.readString(output.toPath()).strip()));
        }
    }

    /** PostgreSQL refuses to run as root: then it runs in a user namespace of its own, where it is nobody. */
    private static List<String> unprivileged() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "--user") : List.of();
    }

    private static FileChannel lock(Path folder) {
        try {
            var channel = FileChannel.open(
                    folder.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartupFailure(
                        "Le dossier « %s » est déjà utilisé par un autre Viaduc. Arrêtez-le, ou choisissez un autre dossier (--data)."
                                .formatted(folder));
            }
            return channel;
        } catch (IOException e) {
            throw new StartupFailure("Le dossier « %s » ne peut pas être utilisé : %s".formatted(folder, e), e);
        }
    }

    static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private void unlock() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
