package fr.viaduc.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs shipped inside the application, unpacked once into a folder. */
final class PostgresBinaries {

    static final String MAJOR = "18";
    private static final String VERSION = "18.6.0";

    private PostgresBinaries() {}

    /** Unpacks the programs into the folder unless they are there, and gives their place. */
    static Path extractInto(Path folder) throws IOException {
        Path binaries = folder.resolve("postgresql-" + VERSION);
        if (!Files.isDirectory(binaries)) {
            Path draft = Files.createTempDirectory(folder, "postgresql");
            try {
                unpack(draft);
                Files.move(draft, binaries, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (!Files.isDirectory(binaries)) {
                    throw e;
                }
            } finally {
                FileSystemUtils.deleteRecursively(draft);
            }
        }
        return binaries;
    }

    private static void unpack(Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, target);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("Entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(tar, file);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwx------" : "rw-------"));
        }
    }

    private static InputStream archive() {
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = switch (machine) {
            case "amd64", "x86_64" -> "postgres-linux-x86_64.txz";
            case "aarch64", "arm64" -> "postgres-linux-arm_64.txz";
            default -> "postgres-linux-" + machine + ".txz";
        };
        InputStream archive = PostgresBinaries.class.getResourceAsStream("/" + name);
        if (archive == null) {
            throw new StartupFailure(
                    "Aucun PostgreSQL n’est fourni pour cette machine (%s) : indiquez un serveur par VIADUC_DATABASE_URL."
                            .formatted(machine));
        }
        return archive;
    }
}
