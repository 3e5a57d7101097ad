package fr.viaduc.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.viaduc.database.ViewerContext;
import fr.viaduc.testing.TestClock;
import fr.viaduc.testing.ViaducTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ViaducTest
class UploadsTest {

    private static final long NADIA = 101;
    private static final long KARIM = 102;

    @Autowired
    Uploads uploads;

    @Autowired
    StoredFiles files;

    @Autowired
    Pictures pictures;

    @Autowired
    FileWork work;

    @Autowired
    FileRepository repository;

    @Autowired
    Store store;

    @Autowired
    JdbcClient web;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @Qualifier("system")
    JdbcClient system;

    @Autowired
    TestClock clock;

    @Test
    void nadiaSendsAPdfAndFindsItAgain() throws Exception {
        StoredFile sent =
                receive(NADIA, "C:\\Bureau\\Arrêté.pdf", "%PDF-1.7 arrêté".getBytes(UTF_8), Purpose.ATTACHMENT);

        assertThat(sent.state()).isEqualTo(StoredFile.State.READY);
        assertThat(sent.name()).isEqualTo("Arrêté.pdf");
        assertThat(sent.mediaType()).isEqualTo("application/pdf");
        assertThat(seenBy(NADIA, sent)).isTrue();
        assertThat(read(NADIA, sent, Rendition.ORIGINAL)).isEqualTo("%PDF-1.7 arrêté".getBytes(UTF_8));
    }

    @Test
    void karimSeesNothingOfWhatNadiaSent() throws Exception {
        StoredFile sent = receive(NADIA, "a.txt", "confidentiel".getBytes(UTF_8), Purpose.ATTACHMENT);

        assertThat(seenBy(KARIM, sent)).isFalse();
        assertThat(files.find(sent.id())).as("nobody").isEmpty();
        assertThat(ViewerContext.as(KARIM, () -> files.remove(sent.id()))).isFalse();
        assertThat(ViewerContext.as(KARIM, () -> files.rename(sent.id(), "à moi.txt")))
                .isFalse();
        assertThat(ViewerContext.as(KARIM, () -> files.keep(List.of(sent.id()))))
                .isFalse();
        assertThat(seenBy(NADIA, sent)).isTrue();
    }

    @Test
    void karimCannotMakeAFileOfAContentHeDoesNotHold() throws Exception {
        receive(NADIA, "a.txt", "le contenu de Nadia".getBytes(UTF_8), Purpose.ATTACHMENT);
        StoredFile own = receive(KARIM, "b.txt", "le contenu de Karim".getBytes(UTF_8), Purpose.ATTACHMENT);

        assertThatThrownBy(() -> asKarim("select digest from files.object")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> asKarim("update files.file set object_id = gen_random_uuid() where id = " + own.id()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> asKarim("update files.file set owner_id = 101 where id = " + own.id()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> asKarim("insert into files.file (owner_id) values (102)"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aPhotographBecomesUprightAndForgetsWhereItWasTaken() throws Exception {
        byte[] photograph = SamplePictures.photograph(2400, 1200, 6);
        assertThat(new String(photograph, ISO_8859_1)).contains(SamplePictures.CAMERA);

        StoredFile sent = receive(NADIA, "IMG_0042.JPG", photograph, Purpose.AVATAR);
        StoredFile ready = prepared(NADIA, sent);

        assertThat(ready.width()).isEqualTo(1200);
        assertThat(ready.height()).isEqualTo(2400);
        for (Rendition rendition : Rendition.values()) {
            byte[] served = read(NADIA, ready, rendition);
            assertThat(new String(served, ISO_8859_1))
                    .doesNotContain(SamplePictures.CAMERA)
                    .doesNotContain("Exif");
        }
        BufferedImage thumb = image(NADIA, ready, Rendition.THUMB);
        assertThat(thumb.getWidth()).isEqualTo(320);
        assertThat(thumb.getHeight()).isEqualTo(640);
        assertThat(isRed(thumb, 160, 20)).as("top").isTrue();
        assertThat(isRed(thumb, 160, 620)).as("bottom").isFalse();
        assertThat(image(NADIA, ready, Rendition.MEDIUM).getWidth()).isEqualTo(960);
        assertThat(image(NADIA, ready, Rendition.FACE).getWidth()).isEqualTo(96);
    }

    @Test
    void whatWasUploadedWithItsPlaceIsNotKept() throws Exception {
        byte[] photograph = SamplePictures.photograph(700, 500, 1);
        StoredFile ready = prepared(NADIA, receive(NADIA, "lieu.jpg", photograph, Purpose.PICTURE));
        store.collectGarbage(Duration.ZERO);

        int same = system.sql("select count(*) from files.object where size = :size")
                .param("size", photograph.length)
                .query(Integer.class)
                .single();
        assertThat(same).isZero();
        assertThat(read(NADIA, ready, Rendition.ORIGINAL)).isNotEmpty();
    }

    @Test
    void pngWebpAndGifArePreparedToo() throws Exception {
        StoredFile opaque =
                prepared(NADIA, receive(NADIA, "capture.png", SamplePictures.png(2000, 1000), Purpose.PICTURE));
        assertThat(opaque.mediaType()).isEqualTo("image/jpeg");
        assertThat(opaque.name()).isEqualTo("capture.jpg");
        assertThat(opaque.width()).isEqualTo(1920);

        StoredFile logo =
                prepared(NADIA, receive(NADIA, "logo.png", SamplePictures.transparentPng(500, 200), Purpose.PICTURE));
        assertThat(logo.mediaType()).isEqualTo("image/png");
        assertThat(image(NADIA, logo, Rendition.THUMB).getColorModel().hasAlpha())
                .isTrue();

        StoredFile webp = prepared(NADIA, receive(NADIA, "vue.webp", SamplePictures.WEBP, Purpose.PICTURE));
        assertThat(webp.width()).isEqualTo(40);
        assertThat(isRed(image(NADIA, webp, Rendition.LARGE), 5, 15)).isTrue();

        StoredFile gif = prepared(NADIA, receive(NADIA, "anime.gif", SamplePictures.gif(300, 200), Purpose.PICTURE));
        assertThat(gif.width()).isEqualTo(300);
    }

    @Test
    void aPictureJoinedAsAFileForgetsItsPlaceToo() throws Exception {
        StoredFile sent = receive(NADIA, "constat.jpg", SamplePictures.photograph(600, 400, 1), Purpose.ATTACHMENT);
        assertThat(new String(read(NADIA, prepared(NADIA, sent), Rendition.ORIGINAL), ISO_8859_1))
                .doesNotContain(SamplePictures.CAMERA);
    }

    @Test
    void aDamagedPictureIsRefusedAtOnceOrOnceItIsRead() throws Exception {
        refused(UploadRefused.Reason.UNREADABLE, "vide.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2
        });

        byte[] cut = java.util.Arrays.copyOf(SamplePictures.png(3000, 2000), 2000);
        StoredFile sent = receive(NADIA, "coupée.png", cut, Purpose.PICTURE);
        StoredFile refused = settled(NADIA, sent);
        assertThat(refused.state()).isEqualTo(StoredFile.State.REFUSED);
        assertThat(refused.refusal()).isEqualTo("files.refused.unreadable");
    }

    @Test
    void emptyDangerousTooLargeAndMisnamedFilesAreRefused() throws Exception {
        refused(UploadRefused.Reason.EMPTY, "vide.jpg", new byte[0]);
        refused(UploadRefused.Reason.NOT_A_PICTURE, "texte.jpg", "du texte".getBytes(UTF_8));
        refused(UploadRefused.Reason.TOO_MANY_PIXELS, "bombe.png", SamplePictures.hugePng(30_000, 30_000));
        refused(UploadRefused.Reason.PICTURE_KIND, "iphone.heic", heic());
        assertThatThrownBy(() -> receive(NADIA, "outil.exe", "MZ".getBytes(UTF_8), Purpose.ATTACHMENT))
                .isInstanceOf(UploadRefused.class);
    }

    @Test
    void readingStopsAtTheLimit() {
        var endless = new InputStream() {
            private long count;

            @Override
            public int read() {
                count++;
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                java.util.Arrays.fill(bytes, offset, offset + length, (byte) 'x');
                count += length;
                return length;
            }
        };
        assertThatThrownBy(() -> uploads.receive(NADIA, "trop.txt", endless, Purpose.ATTACHMENT))
                .isInstanceOfSatisfying(UploadRefused.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(UploadRefused.Reason.TOO_LARGE);
                    assertThat(refusal.status().value()).isEqualTo(413);
                    assertThat(refusal.arguments()).containsExactly("trop.txt", "100\u00a0Mo");
                });
        assertThat(endless.count).isLessThan(101L << 20);
    }

    @Test
    void aSquareIsCutOutOfNadiasPictureAndOfNobodyElses() throws Exception {
        StoredFile whole = prepared(NADIA, receive(NADIA, "moi.jpg", SamplePictures.jpeg(1000, 600), Purpose.PICTURE));

        StoredFile face =
                ViewerContext.as(NADIA, () -> crop(whole, 600, 100, 300)).orElseThrow();

        assertThat(face.ready()).isTrue();
        assertThat(face.purpose()).isEqualTo(Purpose.AVATAR);
        assertThat(face.width()).isEqualTo(300);
        assertThat(face.height()).isEqualTo(300);
        assertThat(isRed(image(NADIA, face, Rendition.LARGE), 10, 10)).isFalse();
        assertThat(ViewerContext.as(KARIM, () -> crop(whole, 0, 0, 100))).isEmpty();
        assertThat(ViewerContext.as(NADIA, () -> crop(whole, 950, 590, 5000))
                        .orElseThrow()
                        .width())
                .isEqualTo(50);
    }

    @Test
    void aPictureWhoseNodeDiedIsTakenUpByAnother() throws Exception {
        StoredObject object = store.put(new ByteArrayInputStream(SamplePictures.jpeg(400, 300)));
        StoredFile sent = repository.add(
                NADIA, "x.jpg", "image/jpeg", Purpose.PICTURE, object, StoredFile.State.PROCESSING, clock.instant());
        assertThat(repository.take(sent.id(), clock.instant(), Duration.ofMinutes(5)))
                .isPresent();
        assertThat(repository.take(sent.id(), clock.instant(), Duration.ofMinutes(5)))
                .isEmpty();

        clock.advance(Duration.ofMinutes(6));
        work.prepareDue();

        assertThat(settled(NADIA, sent).ready()).isTrue();
    }

    @Test
    void aPictureThatCannotBePreparedIsGivenUpAfterSeveralTries() throws Exception {
        StoredObject object = store.put(new ByteArrayInputStream(SamplePictures.jpeg(401, 301)));
        StoredFile sent = repository.add(
                NADIA, "x.jpg", "image/jpeg", Purpose.PICTURE, object, StoredFile.State.PROCESSING, clock.instant());
        for (int i = 0; i < 5; i++) {
            assertThat(repository.take(sent.id(), clock.instant(), Duration.ofMinutes(5)))
                    .isPresent();
            clock.advance(Duration.ofMinutes(6));
        }
        work.prepare(sent.id());

        assertThat(settled(NADIA, sent).state()).isEqualTo(StoredFile.State.REFUSED);
    }

    @Test
    void anUploadThatNothingTookUpGoesAfterAWeekAndOneThatWasKeptStays() throws Exception {
        StoredFile forgotten = receive(NADIA, "brouillon.txt", "brouillon".getBytes(UTF_8), Purpose.ATTACHMENT);
        StoredFile kept = receive(NADIA, "joint.txt", "joint".getBytes(UTF_8), Purpose.ATTACHMENT);
        assertThat(ViewerContext.as(NADIA, () -> files.keep(List.of(kept.id(), kept.id()))))
                .isTrue();

        work.keepHouse();
        assertThat(seenBy(NADIA, forgotten)).isTrue();
        clock.advance(Duration.ofDays(8));
        work.keepHouse();

        assertThat(seenBy(NADIA, forgotten)).isFalse();
        assertThat(seenBy(NADIA, kept)).isTrue();
    }

    private StoredFile receive(long owner, String name, byte[] content, Purpose purpose) throws IOException {
        return uploads.receive(owner, name, new ByteArrayInputStream(content), purpose);
    }

    private void refused(UploadRefused.Reason reason, String name, byte[] content) {
        assertThatThrownBy(() -> receive(NADIA, name, content, Purpose.PICTURE))
                .isInstanceOfSatisfying(
                        UploadRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private StoredFile prepared(long owner, StoredFile sent) {
        StoredFile settled = settled(owner, sent);
        assertThat(settled.state()).isEqualTo(StoredFile.State.READY);
        return settled;
    }

    private StoredFile settled(long owner, StoredFile sent) {
        return Awaitility.await()
                .pollInSameThread()
                .until(
                        () -> ViewerContext.as(owner, () -> files.find(sent.id()))
                                .orElseThrow(),
                        file -> file.state() != StoredFile.State.PROCESSING);
    }

    private boolean seenBy(long viewer, StoredFile file) {
        return ViewerContext.as(viewer, () -> files.find(file.id())).isPresent();
    }

    private byte[] read(long viewer, StoredFile file, Rendition rendition) throws IOException {
        var content = ViewerContext.as(viewer, () -> files.content(file.id(), rendition))
                .orElseThrow();
        try (var channel = store.open(content.object())) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }

    private BufferedImage image(long viewer, StoredFile file, Rendition rendition) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(read(viewer, file, rendition)));
    }

    private java.util.Optional<StoredFile> crop(StoredFile file, int x, int y, int size) {
        try {
            return pictures.crop(file.id(), x, y, size);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void asKarim(String sql) {
        ViewerContext.run(
                KARIM,
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> web.sql(sql).update()));
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        int pixel = image.getRGB(x, y);
        return (pixel >> 16 & 0xff) > (pixel & 0xff);
    }

    private static byte[] heic() {
        byte[] start = new byte[64];
        byte[] box = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(ISO_8859_1);
        System.arraycopy(box, 0, start, 0, box.length);
        return start;
    }
}
