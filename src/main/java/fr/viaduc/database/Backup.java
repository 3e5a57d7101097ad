package fr.viaduc.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The program of {@code bin/backup} and {@code bin/restore}: whole copies of a data folder, without its key. */
public final class Backup {

    private static final String SUPERUSER_PURPOSE = "database superuser";
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts");
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private Backup() {}

    /** Runs {@code backup DATA DIRECTORY} or {@code restore DATA BACKUP}; ends with 1 and a message when it cannot. */
    public static void main(String[] arguments) {
        try {
            Path data = Path.of(arguments[1]).toAbsolutePath().normalize();
            Path other = Path.of(arguments[2]).toAbsolutePath().normalize();
            if (arguments[0].equals("backup")) {
                Path made = make(data, other, System.getenv("VIADUC_MASTER_KEY"));
                System.out.println("Sauvegarde terminée : " + made);
                System.out.println(
                        "La clé maîtresse n’y est pas. Gardez-la ailleurs : sans elle, rien ne peut être relu ("
                                + data.resolve("secrets/master.key") + ").");
            } else {
                restore(other, data);
                System.out.println("Restauration terminée dans " + data);
                System.out.println("Avant de démarrer, remettez la clé maîtresse dans "
                        + data.resolve("secrets/master.key") + " (ou VIADUC_MASTER_KEY).");
            }
        } catch (StartupFailure | IOException | SQLException | UncheckedIOException e) {
            System.err.println("Échec : " + e.getMessage());
            System.exit(1);
        }
    }

    /** Copies a data folder, in use or not, into a new folder of that directory, which it returns. */
    static Path make(Path data, Path directory, @Nullable String masterKey) throws IOException, SQLException {
        Path postgres = data.resolve("postgres");
        if (!Files.isDirectory(postgres.resolve("cluster"))) {
            throw new StartupFailure("Le dossier « %s » ne contient pas de base de données.".formatted(data));
        }
        String name = "viaduc-"
                + LocalDateTime.now(ZoneId.systemDefault()).format(DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss"));
        Files.createDirectories(directory);
        Path draft = Files.createTempDirectory(directory, name + ".");
        try (var channel =
                FileChannel.open(postgres.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = EmbeddedPostgres.tryLock(channel);
            if (lock == null) {
                copyRunning(postgres, draft.resolve("postgres/cluster"), DataFolder.open(data, masterKey));
            } else {
                refuseOrphan(postgres);
                copy(postgres.resolve("cluster"), draft.resolve("postgres/cluster"), false);
            }
        }
        copy(data.resolve("objects"), draft.resolve("objects"), false);
        if (Files.exists(data.resolve("viaduc.yml"))) {
            Files.copy(data.resolve("viaduc.yml"), draft.resolve("viaduc.yml"));
        }
        Path made = directory.resolve(name);
        return Files.move(draft, made, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Copies a backup into a data folder that has no database. */
    static void restore(Path backup, Path data) throws IOException {
        if (!Files.isDirectory(backup.resolve("postgres/cluster"))) {
            throw new StartupFailure("« %s » n’est pas une sauvegarde de Viaduc.".formatted(backup));
        }
        if (Files.exists(data.resolve("postgres/cluster"))) {
            throw new StartupFailure(
                    "Le dossier « %s » contient déjà une base de données : choisissez un dossier vide (--data)."
                            .formatted(data));
        }
        copy(backup.resolve("objects"), data.resolve("objects"), false);
        if (Files.exists(backup.resolve("viaduc.yml")) && !Files.exists(data.resolve("viaduc.yml"))) {
            Files.copy(backup.resolve("viaduc.yml"), data.resolve("viaduc.yml"));
        }
        Path draft = data.resolve("postgres/cluster.restored");
        copy(backup.resolve("postgres/cluster"), draft, false);
        Files.move(draft, data.resolve("postgres/cluster"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** PostgreSQL's online backup; a temporary slot keeps the write-ahead log until it is copied. */
    private static void copyRunning(Path postgres, Path target, DataFolder secrets) throws IOException, SQLException {
        String port = Files.readString(postgres.resolve("port")).strip();
        try (var connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                EmbeddedPostgres.SUPERUSER,
                secrets.password(SUPERUSER_PURPOSE))) {
            query(connection, "select pg_create_physical_replication_slot('viaduc_backup', true, true)::text");
            query(connection, "select pg_backup_start('viaduc', true)::text");
            copy(postgres.resolve("cluster"), target, true);
            String label = query(connection, "select labelfile from pg_backup_stop(false)");
            Files.writeString(target.resolve("backup_label"), label);
            copy(postgres.resolve("cluster/pg_wal"), target.resolve("pg_wal"), false);
        }
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void refuseOrphan(Path postgres) {
        if (EmbeddedPostgres.serverOf(postgres.resolve("cluster")).isPresent()) {
            throw new StartupFailure(
                    "Un serveur PostgreSQL est resté seul après un arrêt brutal : démarrez Viaduc une fois.");
        }
    }

    /** Files that vanish meanwhile are PostgreSQL's business: its log has what they held. */
    private static void copy(Path source, Path target, boolean online) throws IOException {
        if (!Files.isDirectory(source)) {
            return;
        }
        Files.createDirectories(target.getParent());
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path relative = source.relativize(folder);
                if (online
                        && relative.getNameCount() > 1
                        && EMPTIED.contains(relative.getName(0).toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Path copy = target.resolve(relative.toString());
                if (!Files.isDirectory(copy)) {
                    Files.copy(folder, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path relative = source.relativize(file);
                boolean left = NOT_COPIED.contains(relative.toString())
                        || (online && EMPTIED.contains(relative.getName(0).toString()));
                if (!left) {
                    try {
                        Files.copy(
                                file,
                                target.resolve(relative.toString()),
                                StandardCopyOption.COPY_ATTRIBUTES,
                                StandardCopyOption.REPLACE_EXISTING);
                    } catch (NoSuchFileException vanished) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }
}
