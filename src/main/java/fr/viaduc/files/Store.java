package fr.viaduc.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The object store: every content once, encrypted, found again by a secret fingerprint of its bytes.
 *
 * <p>Why the order of its steps matters, and why a blob is named by a fresh id, is told in
 * {@code docs/decisions/0005-object-store.md}.
 */
public class Store {

    private static final int PIECE = 1 << 16;
    private static final int BATCH = 500;
    private static final byte[] DIGEST_KEY = {'d', 'i', 'g', 'e', 's', 't'};

    private final Blobs blobs;
    private final ObjectRepository objects;
    private final Keyring keyring;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable SecretKeySpec digestKey;

    Store(Blobs blobs, ObjectRepository objects, Keyring keyring, Clock clock) {
        this.blobs = blobs;
        this.objects = objects;
        this.keyring = keyring;
        this.clock = clock;
    }

    /**
     * Stores a content, or finds it when it is stored already. The stream is read once, to its end, and not closed;
     * no more than a few megabytes are held in memory. When this returns the content survives a power cut. It is
     * removed after a delay unless a row refers to it: insert that row soon.
     *
     * @throws IOException when the stream or the disk fails; nothing is stored then
     */
    public StoredObject put(InputStream content) throws IOException {
        UUID id = UUID.randomUUID();
        byte[] key = new byte[ObjectCipher.KEY_SIZE];
        random.nextBytes(key);
        try (Blobs.Draft draft = blobs.draft(id)) {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            long size = 0;
            try (OutputStream encrypted = new ObjectCipher(key, id).encrypt(draft.stream())) {
                byte[] piece = new byte[PIECE];
                for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                    hash.update(piece, 0, read);
                    encrypted.write(piece, 0, read);
                    size += read;
                }
            }
            byte[] digest = digest(hash);
            var known = objects.hold(digest);
            if (known.isPresent()) {
                return stored(known.get());
            }
            draft.keep();
            var row = new ObjectRepository.Row(id, digest, size, keyring.wrap(key, ObjectCipher.bytes(id)));
            ObjectRepository.Row recorded = objects.record(row, clock.instant());
            if (!recorded.id().equals(id)) {
                // the same content arrived twice at once, and the other was first
                blobs.delete(id);
            }
            return stored(recorded);
        } catch (GeneralSecurityException e) {
            throw new IOException("the content could not be encrypted", e);
        }
    }

    /**
     * Opens a content for reading, from any position.
     *
     * @throws NoSuchFileException when there is no such object, or its bytes are gone
     * @throws IOException also later, from the channel, when the bytes were altered
     */
    public SeekableByteChannel open(UUID id) throws IOException {
        return open(find(id));
    }

    /**
     * Says how long a content is and how to tell it apart, without opening it.
     *
     * @throws NoSuchFileException when there is no such object
     */
    public StoredObject describe(UUID id) throws IOException {
        return stored(find(id));
    }

    /**
     * Reads every object again and compares it with what was received; marks those that fail as lost, so that the next
     * upload of the same content heals them.
     */
    public Verification verify() {
        long count = 0;
        long bytes = 0;
        List<Verification.Problem> problems = new ArrayList<>();
        List<ObjectRepository.Row> rows = objects.after(null, BATCH);
        while (!rows.isEmpty()) {
            for (ObjectRepository.Row row : rows) {
                count++;
                bytes += row.size();
                Verification.Fault fault = fault(row);
                if (fault != null && objects.find(row.id()).isPresent()) {
                    problems.add(new Verification.Problem(row.id(), fault));
                    if (fault != Verification.Fault.KEY) {
                        objects.markLost(row.id());
                    }
                }
            }
            rows = objects.after(rows.getLast().id(), BATCH);
        }
        return new Verification(count, bytes, problems);
    }

    /**
     * Removes the contents to which nothing has referred for the delay. The delay covers an upload that has found its
     * content already stored and has not yet referred to it, and whoever is still reading.
     *
     * @return how many
     */
    public int collectGarbage(Duration delay) throws IOException {
        int collected = 0;
        List<UUID> forgotten;
        do {
            forgotten = objects.forgetUnreferenced(delay, BATCH);
            for (UUID id : forgotten) {
                blobs.delete(id);
            }
            collected += forgotten.size();
        } while (!forgotten.isEmpty());
        return collected;
    }

    /**
     * Removes what interrupted processes left on the disk: drafts, and blobs of which the database knows nothing.
     *
     * @param age how old they must be; longer than the longest pause of an upload
     * @return how many
     */
    public int sweepOrphans(Duration age) throws IOException {
        Instant before = Instant.now(clock).minus(age);
        int swept = blobs.discardDrafts(before);
        List<UUID> batch = new ArrayList<>();
        try (var all = blobs.list()) {
            for (Blobs.Blob blob : (Iterable<Blobs.Blob>) all::iterator) {
                if (blob.written().isAfter(before)) {
                    continue;
                }
                batch.add(blob.id());
                if (batch.size() == BATCH) {
                    swept += sweep(batch);
                    batch.clear();
                }
            }
        }
        return swept + sweep(batch);
    }

    /**
     * Wraps again, under the current key-encryption key, every key that a former one wraps; the contents are not
     * touched. The former key can be thrown away afterwards.
     *
     * @return how many keys
     */
    public int rewrap() throws GeneralSecurityException {
        int rewrapped = 0;
        List<ObjectRepository.Row> rows;
        do {
            rows = objects.wrappedByOthers(keyring.current(), BATCH);
            for (ObjectRepository.Row row : rows) {
                byte[] madeFor = ObjectCipher.bytes(row.id());
                objects.rewrap(row.id(), row.key(), keyring.wrap(keyring.unwrap(row.key(), madeFor), madeFor));
                rewrapped++;
            }
        } while (!rows.isEmpty());
        var wrapped = objects.digestKey();
        if (wrapped.isPresent() && !wrapped.get().keyId().equals(keyring.current())) {
            objects.rewrapDigestKey(keyring.wrap(keyring.unwrap(wrapped.get(), DIGEST_KEY), DIGEST_KEY));
            rewrapped++;
        }
        return rewrapped;
    }

    private int sweep(List<UUID> candidates) throws IOException {
        Set<UUID> known = objects.known(candidates);
        Set<UUID> orphans =
                candidates.stream().filter(id -> !known.contains(id)).collect(Collectors.toSet());
        for (UUID orphan : orphans) {
            blobs.delete(orphan);
        }
        return orphans.size();
    }

    private ObjectRepository.Row find(UUID id) throws NoSuchFileException {
        return objects.find(id).orElseThrow(() -> new NoSuchFileException(id.toString()));
    }

    private SeekableByteChannel open(ObjectRepository.Row row) throws IOException {
        SeekableByteChannel encrypted = null;
        try {
            byte[] key = keyring.unwrap(row.key(), ObjectCipher.bytes(row.id()));
            encrypted = blobs.open(row.id());
            return new ObjectCipher(key, row.id()).decrypt(encrypted);
        } catch (GeneralSecurityException e) {
            if (encrypted != null) {
                encrypted.close();
            }
            throw new IOException("the object " + row.id() + " could not be decrypted", e);
        }
    }

    private Verification.@Nullable Fault fault(ObjectRepository.Row row) {
        try {
            keyring.unwrap(row.key(), ObjectCipher.bytes(row.id()));
        } catch (GeneralSecurityException e) {
            return Verification.Fault.KEY;
        }
        try (SeekableByteChannel content = open(row)) {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            long size = 0;
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                hash.update(piece.flip());
                piece.clear();
                size += read;
            }
            boolean same = size == row.size() && MessageDigest.isEqual(digest(hash), row.digest());
            return same ? null : Verification.Fault.ALTERED;
        } catch (NoSuchFileException e) {
            return Verification.Fault.ABSENT;
        } catch (IOException | GeneralSecurityException e) {
            return Verification.Fault.ALTERED;
        }
    }

    private byte[] digest(MessageDigest content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(digestKey());
        return mac.doFinal(content.digest());
    }

    private SecretKeySpec digestKey() throws GeneralSecurityException {
        SecretKeySpec known = digestKey;
        if (known == null) {
            if (objects.digestKey().isEmpty()) {
                byte[] fresh = new byte[32];
                random.nextBytes(fresh);
                objects.addDigestKey(keyring.wrap(fresh, DIGEST_KEY));
            }
            known = new SecretKeySpec(keyring.unwrap(objects.digestKey().orElseThrow(), DIGEST_KEY), "HmacSHA256");
            digestKey = known;
        }
        return known;
    }

    private static StoredObject stored(ObjectRepository.Row row) {
        String tag = Base64.getUrlEncoder().withoutPadding().encodeToString(row.digest());
        return new StoredObject(row.id(), row.size(), tag.substring(0, 22));
    }
}
