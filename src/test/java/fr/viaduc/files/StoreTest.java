package fr.viaduc.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.testing.ViaducTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ViaducTest
class StoreTest {

    private static final byte[] KEY = key(1);

    @TempDir
    Path folder;

    @Autowired
    ObjectRepository objects;

    @Autowired
    @Qualifier("system")
    JdbcClient system;

    @Autowired
    @Qualifier("systemTransactionManager")
    PlatformTransactionManager transactions;

    @BeforeEach
    void emptyStore() {
        system.sql("delete from files.file").update();
        objects.forgetUnreferenced(Duration.ZERO, 100_000);
    }

    @Test
    void whatNadiaStoresComesBackAsItWas() throws Exception {
        byte[] plan = bytes(3_500_000, 1);
        StoredObject stored = store().put(new ByteArrayInputStream(plan));

        assertThat(stored.size()).isEqualTo(plan.length);
        try (var channel = store().open(stored.id())) {
            assertThat(Channels.newInputStream(channel).readAllBytes()).isEqualTo(plan);
        }
    }

    @Test
    void aPartInTheMiddleIsReadWithoutTheRest() throws Exception {
        byte[] film = bytes(5_000_000, 2);
        StoredObject stored = store().put(new ByteArrayInputStream(film));

        try (var channel = store().open(stored.id())) {
            ByteBuffer part = ByteBuffer.allocate(1000);
            channel.position(3_999_500);
            while (part.hasRemaining()) {
                channel.read(part);
            }
            byte[] expected = new byte[1000];
            System.arraycopy(film, 3_999_500, expected, 0, 1000);
            assertThat(part.array()).isEqualTo(expected);
        }
    }

    @Test
    void theSameContentIsStoredOnce() throws Exception {
        StoredObject first = store().put(text("Compte rendu du conseil"));
        StoredObject second = store().put(text("Compte rendu du conseil"));

        assertThat(second).isEqualTo(first);
        assertThat(blobs()).hasSize(1);
    }

    @Test
    void theSameContentSentTwiceAtOnceIsStoredOnce() throws Exception {
        Store store = store();
        byte[] content = bytes(2_000_000, 3);
        var start = new CountDownLatch(1);
        List<Future<StoredObject>> puts = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                puts.add(threads.submit(() -> {
                    start.await();
                    return store.put(new ByteArrayInputStream(content));
                }));
            }
            start.countDown();
        }
        var ids = new ArrayList<UUID>();
        for (Future<StoredObject> put : puts) {
            ids.add(put.get().id());
        }
        assertThat(ids).containsOnly(ids.getFirst());
        assertThat(blobs()).hasSize(1);
    }

    @Test
    void neitherTheDiskNorTheDatabaseConfirmsAKnownFile() throws Exception {
        byte[] known = "Un tract que tout le monde connaît".repeat(50).getBytes(UTF_8);
        StoredObject stored = store().put(new ByteArrayInputStream(known));
        byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(known);

        assertThat(new String(Files.readAllBytes(blobs().getFirst()), UTF_8)).doesNotContain("tract");
        assertThat(blobs().getFirst().getFileName()).hasToString(stored.id().toString());
        assertThat(objects.find(stored.id()).orElseThrow().digest()).isNotEqualTo(hash);
    }

    @Test
    void twoBlobsThatWereExchangedAreNotTakenForOneAnother() throws Exception {
        StoredObject salary = store().put(text("Fiche de paie de Karim"));
        StoredObject menu = store().put(text("Menu de la cantine"));
        Path first = blob(salary.id());
        Path second = blob(menu.id());
        Path aside = folder.resolve("aside");
        Files.move(first, aside);
        Files.move(second, first);
        Files.move(aside, second);

        assertThatThrownBy(() -> read(menu.id())).isInstanceOf(IOException.class);
    }

    @Test
    void oneChangedByteIsNoticed() throws Exception {
        StoredObject stored = store().put(new ByteArrayInputStream(bytes(100_000, 4)));
        alter(stored.id());

        assertThatThrownBy(() -> read(stored.id())).isInstanceOf(IOException.class);
    }

    @Test
    void verificationNamesWhatIsAbsentAndWhatIsAltered() throws Exception {
        Store store = store();
        StoredObject sound = store.put(text("intact"));
        StoredObject absent = store.put(text("perdu"));
        StoredObject altered = store.put(text("abîmé"));
        StoredObject cut = store.put(new ByteArrayInputStream(bytes(2_500_000, 5)));
        Path missing = blob(absent.id());
        Files.delete(missing);
        alter(altered.id());
        try (var channel = Files.newByteChannel(blob(cut.id()), StandardOpenOption.WRITE)) {
            channel.truncate(1 << 20);
        }

        Verification verification = store.verify();

        assertThat(verification.objects()).isEqualTo(4);
        assertThat(verification.problems())
                .containsExactlyInAnyOrder(
                        new Verification.Problem(absent.id(), Verification.Fault.ABSENT),
                        new Verification.Problem(altered.id(), Verification.Fault.ALTERED),
                        new Verification.Problem(cut.id(), Verification.Fault.ALTERED));
        var said = new ByteArrayOutputStream();
        assertThat(VerifyCommand.report(verification, new PrintStream(said, true, UTF_8)))
                .as("the command's exit code")
                .isOne();
        assertThat(said.toString(UTF_8))
                .contains("objects/" + folder.relativize(blob(altered.id())) + " : modifié ou coupé")
                .contains("objects/" + folder.relativize(missing) + " : absent")
                .doesNotContain(sound.id().toString());
        assertThat(read(sound.id())).isEqualTo("intact".getBytes(UTF_8));
    }

    @Test
    void aLostContentIsHealedWhenItIsSentAgain() throws Exception {
        Store store = store();
        StoredObject lost = store.put(text("Le règlement intérieur"));
        long file = fileOf(lost.id());
        Files.delete(blob(lost.id()));
        store.verify();

        store.put(text("Le règlement intérieur"));

        UUID healed = objectOf(file);
        assertThat(read(healed)).isEqualTo("Le règlement intérieur".getBytes(UTF_8));
        assertThat(references(healed)).isEqualTo(1);
        assertThat(store.verify().sound()).isTrue();
    }

    @Test
    void aNewKeyEncryptionKeyOpensEverythingOnceRewrapped() throws Exception {
        StoredObject stored = store().put(text("Avant le changement de clé"));
        Store rotated = store(new Keyring(key(2), List.of(KEY)), step -> {});
        assertThat(rotated.verify().sound()).isTrue();

        rotated.rewrap();

        Store withoutTheFormer = store(new Keyring(key(2), List.of()), step -> {});
        assertThat(withoutTheFormer.verify().sound()).isTrue();
        assertThat(withoutTheFormer.put(text("Avant le changement de clé"))).isEqualTo(stored);
        assertThat(store().verify().problems())
                .containsExactly(new Verification.Problem(stored.id(), Verification.Fault.KEY));
        withoutTheFormer = store(new Keyring(KEY, List.of(key(2))), step -> {});
        withoutTheFormer.rewrap();
    }

    @Test
    void whatNothingRefersToGoesAfterTheDelayAndNotBefore() throws Exception {
        Store store = store();
        StoredObject used = store.put(text("joint à une publication"));
        StoredObject unused = store.put(text("envoi abandonné"));
        fileOf(used.id());

        assertThat(store.collectGarbage(Duration.ofHours(1))).isZero();
        assertThat(store.collectGarbage(Duration.ZERO)).isEqualTo(1);

        assertThat(read(used.id())).isNotEmpty();
        assertThatThrownBy(() -> store.open(unused.id())).isInstanceOf(NoSuchFileException.class);
        assertThat(blobs()).hasSize(1);
    }

    @Test
    void aContentSharedByTwoFilesGoesWithTheSecond() throws Exception {
        Store store = store();
        StoredObject shared = store.put(text("Affiche de la fête"));
        long nadia = fileOf(shared.id());
        long karim = fileOf(shared.id());

        remove(nadia);
        assertThat(store.collectGarbage(Duration.ZERO)).isZero();
        remove(karim);
        assertThat(store.collectGarbage(Duration.ZERO)).isEqualTo(1);
    }

    /** The upload finds its content stored; collection begins before the upload has referred to it. */
    @Test
    void collectionWaitsForAnUploadThatHasJustFoundItsContent() throws Exception {
        Store store = store();
        StoredObject old = store.put(text("Affiche de la fête"));
        system.sql("update files.object set released_at = released_at - interval '2 hours'")
                .update();
        var transaction = new TransactionTemplate(transactions);

        StoredObject found = store.put(text("Affiche de la fête"));
        int collected = store.collectGarbage(Duration.ofHours(1));
        long file = fileOf(found.id());

        assertThat(found).isEqualTo(old);
        assertThat(collected).isZero();
        assertThat(read(objectOf(file))).isNotEmpty();

        // and with the reference not yet committed, collection without any delay waits for it and then leaves it
        remove(file);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> collection = transaction.execute(status -> {
                fileOf(found.id());
                Future<Integer> running = threads.submit(() -> store.collectGarbage(Duration.ZERO));
                awaitWaiting();
                return running;
            });
            assertThat(java.util.Objects.requireNonNull(collection).get()).isZero();
        }
        assertThat(read(found.id())).isNotEmpty();
    }

    @Test
    void aFileCannotReferToAContentThatWasCollected() throws Exception {
        Store store = store();
        StoredObject stored = store.put(text("trop tard"));
        store.collectGarbage(Duration.ZERO);

        assertThatThrownBy(() -> fileOf(stored.id())).isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Any interleaving of uploads and of the most impatient collection: never a file without its content. */
    @Test
    void uploadsAndCollectionTogetherNeverLoseAFile() throws Exception {
        Store store = store();
        List<Long> kept = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Future<?>> running = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int person = 0; person < 4; person++) {
                running.add(threads.submit(() -> sendAndRemove(store, kept)));
            }
            running.add(threads.submit(() -> {
                for (int i = 0; i < 200; i++) {
                    store.collectGarbage(Duration.ZERO);
                }
                return true;
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        assertThat(kept).isNotEmpty();
        for (long file : kept) {
            assertThat(read(objectOf(file))).isNotEmpty();
        }
        assertThat(store.verify().sound()).isTrue();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws Exception {
        InputStream broken = new InputStream() {
            private int left = 300_000;

            @Override
            public int read() throws IOException {
                return read(new byte[1], 0, 1) < 0 ? -1 : 0;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (left <= 0) {
                    throw new IOException("connection lost");
                }
                left -= length;
                return length;
            }
        };
        assertThatThrownBy(() -> store().put(broken)).hasMessage("connection lost");

        assertThat(blobs()).isEmpty();
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
        assertThat(store().verify().objects()).isZero();
    }

    @Test
    void orphansAreSweptOnceOldAndNothingElseIs() throws Exception {
        Store store = store();
        StoredObject stored = store.put(text("connu"));
        UUID unknown = UUID.randomUUID();
        try (Blobs.Draft blob = new BlobFolder(folder).draft(unknown)) {
            blob.stream().write(1);
            blob.keep();
        }
        Path orphan = blob(unknown);
        Path draft = Files.createFile(
                folder.resolve("incoming").resolve(UUID.randomUUID().toString()));

        assertThat(store.sweepOrphans(Duration.ofHours(1))).isZero();
        assertThat(store.sweepOrphans(Duration.ofMinutes(-1))).isEqualTo(2);

        assertThat(orphan).doesNotExist();
        assertThat(draft).doesNotExist();
        assertThat(read(stored.id())).isNotEmpty();
    }

    @Test
    void theBlobIsForcedThenNamedThenItsFolderForcedBeforeTheRow() throws Exception {
        List<String> order = new ArrayList<>();
        Store store = store(
                new Keyring(KEY, List.of()),
                step -> order.add(step + " " + objects.after(null, 10).size()));

        store.put(text("dans l’ordre"));

        assertThat(order).containsExactly("WRITTEN 0", "FORCED 0", "RENAMED 0", "FOLDER_FORCED 0");
        assertThat(objects.after(null, 10)).hasSize(1);
    }

    private boolean sendAndRemove(Store store, List<Long> kept) throws IOException {
        for (int i = 0; i < 60; i++) {
            StoredObject object = store.put(text("contenu " + i % 3));
            try {
                long file = fileOf(object.id());
                if (i % 5 == 0) {
                    kept.add(file);
                } else {
                    remove(file);
                }
            } catch (DataIntegrityViolationException collectedBetween) {
                // without any delay this may happen; it is an error for the sender, never a hollow file
            }
        }
        return true;
    }

    private Store store() throws IOException, GeneralSecurityException {
        return store(new Keyring(KEY, List.of(key(0))), step -> {});
    }

    private Store store(Keyring keyring, Consumer<BlobFolder.Step> after) throws IOException {
        return new Store(new BlobFolder(folder, after), objects, keyring, Clock.systemUTC());
    }

    private byte[] read(UUID id) throws Exception {
        try (var channel = store().open(id)) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }

    private long fileOf(UUID object) {
        return system.sql("""
                insert into files.file (object_id, owner_id, name, media_type, size, state, purpose, created_at)
                values (:object, 1, 'essai.txt', 'text/plain', 1, 'ready', 'attachment', now()) returning id
                """).param("object", object).query(Long.class).single();
    }

    private UUID objectOf(long file) {
        return system.sql("select object_id from files.file where id = :id")
                .param("id", file)
                .query(UUID.class)
                .single();
    }

    private int references(UUID object) {
        return system.sql("select reference_count from files.object where id = :id")
                .param("id", object)
                .query(Integer.class)
                .single();
    }

    private void remove(long file) {
        system.sql("delete from files.file where id = :id").param("id", file).update();
    }

    /** Waits until some statement waits for a lock. */
    private void awaitWaiting() {
        org.awaitility.Awaitility.await()
                .until(() -> system.sql("select count(*) from pg_locks where not granted")
                                .query(Integer.class)
                                .single()
                        > 0);
    }

    private void alter(UUID id) throws IOException {
        byte[] blob = Files.readAllBytes(blob(id));
        blob[blob.length / 2 + 20] ^= 1;
        Files.write(blob(id), blob);
    }

    private Path blob(UUID id) throws IOException {
        return blobs().stream()
                .filter(path -> path.endsWith(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> blobs() throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !path.getParent().endsWith("incoming"))
                    .toList();
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] key(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return key;
    }
}
