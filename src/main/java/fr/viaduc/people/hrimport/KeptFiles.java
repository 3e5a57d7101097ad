package fr.viaduc.people.hrimport;

import fr.viaduc.database.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The files that wait to be applied: encrypted (AES-256-GCM), for a day at most, never in a backup of the database. */
@Component
class KeptFiles {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String SUFFIX = ".rh";

    private final Path folder;
    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    KeptFiles(DataFolder data) {
        folder = data.folder("imports");
        key = data.secret("hr import files");
    }

    void keep(UUID run, byte[] file) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, run).doFinal(file);
            byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
            Path draft = Files.createTempFile(
                    folder,
                    "draft",
                    SUFFIX,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(draft, whole, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(draft, path(run), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file, unless its day has passed. */
    Optional<byte[]> open(UUID run) {
        try {
            if (!Files.exists(path(run))) {
                return Optional.empty();
            }
            byte[] whole = Files.readAllBytes(path(run));
            byte[] nonce = Arrays.copyOf(whole, NONCE);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, run).doFinal(whole, NONCE, whole.length - NONCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void forget(UUID run) {
        try {
            Files.deleteIfExists(path(run));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what was kept before that moment, whatever has become of its run. */
    void forgetBefore(Instant limit) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(file -> modified(file).isBefore(limit))
                    .toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.MAX;
        }
    }

    private Path path(UUID run) {
        return folder.resolve(run + SUFFIX);
    }

    private Cipher cipher(int mode, byte[] nonce, UUID run) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(run.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
