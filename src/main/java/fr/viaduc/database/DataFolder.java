package fr.viaduc.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;

/** The folder of everything that lasts, and the master key from which every other secret is derived. */
public final class DataFolder {

    private static final int KEY_LENGTH = 32;

    private final Path path;
    private final byte[] masterKey;

    private DataFolder(Path path, byte[] masterKey) {
        this.path = path;
        this.masterKey = masterKey;
    }

    /**
     * Opens the folder, making it when it does not exist.
     *
     * @param givenKey the master key in base64, or null to use the one kept in the folder (generated at first use)
     * @throws StartupFailure when the folder cannot be written, the key is not 32 bytes, or what is there has lost its key
     */
    public static DataFolder open(Path folder, @Nullable String givenKey) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            byte[] key = givenKey == null || givenKey.isBlank() ? keptKey(path) : decode(givenKey);
            return new DataFolder(path, key);
        } catch (IOException e) {
            throw new StartupFailure(
                    "Le dossier de données « %s » ne peut pas être utilisé : %s".formatted(path, e.getMessage()), e);
        }
    }

    /** The folder's absolute path. */
    public Path path() {
        return path;
    }

    /** A folder inside the data folder, made with rights for its owner alone when it does not exist. */
    public Path folder(String name) {
        Path folder = path.resolve(name);
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 32 bytes derived from the master key by HKDF-SHA256 (RFC 5869): always the same for the same purpose. */
    public byte[] secret(String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(masterKey)
                    .addSalt("viaduc".getBytes(UTF_8))
                    .thenExpand(purpose.getBytes(UTF_8), KEY_LENGTH);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A password derived from the master key: the secret of that purpose in URL-safe base64. */
    public String password(String purpose) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret(purpose));
    }

    private static byte[] keptKey(Path folder) throws IOException {
        Path file = folder.resolve("secrets/master.key");
        if (!Files.exists(file)) {
            if (holdsSomething(folder)) {
                throw new StartupFailure("""
                        La clé maîtresse de « %s » manque : sans elle, rien ne peut être relu.
                        Remettez votre copie dans « %s », ou donnez-la par VIADUC_MASTER_KEY.""".formatted(folder, file));
            }
            generateKey(file);
        }
        return decode(Files.readString(file));
    }

    /** A new key would open nothing of what is there: a backup just restored, for instance. */
    private static boolean holdsSomething(Path folder) throws IOException {
        if (Files.exists(folder.resolve("postgres/cluster"))) {
            return true;
        }
        Path objects = folder.resolve("objects");
        if (!Files.isDirectory(objects)) {
            return false;
        }
        try (var kept = Files.newDirectoryStream(objects, "??")) {
            return kept.iterator().hasNext();
        }
    }

    private static void generateKey(Path file) throws IOException {
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        byte[] key = new byte[KEY_LENGTH];
        new SecureRandom().nextBytes(key);
        Path draft = Files.createTempFile(file.getParent(), "master", ".new", ownerOnly);
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(UTF_8.encode(Base64.getEncoder().encodeToString(key) + "\n"));
            channel.force(true);
        }
        try {
            // A link never replaces: of two processes that start together, one key wins.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException other) {
            // The other process has just written its key, which is read next.
        } finally {
            Files.delete(draft);
        }
        try (var parent = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    private static byte[] decode(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            if (key.length == KEY_LENGTH) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            throw badKey(notBase64);
        }
        throw badKey(null);
    }

    private static StartupFailure badKey(@Nullable IllegalArgumentException cause) {
        String message = "La clé maîtresse doit contenir 32 octets en base64 (par exemple : openssl rand -base64 32).";
        return cause == null ? new StartupFailure(message) : new StartupFailure(message, cause);
    }
}
