package fr.viaduc.files;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import fr.viaduc.files.UploadRefused.Reason;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/** Receives files: checks them while they stream into the store, so that nothing unencrypted is kept anywhere. */
@Service
public class Uploads {

    private final Store store;
    private final FileRepository files;
    private final SchedulerClient jobs;
    private final OneTimeTask<Void> prepareFile;
    private final FileWork work;
    private final VirusScanner scanner;
    private final FilesSettings settings;
    private final Clock clock;

    Uploads(
            Store store,
            FileRepository files,
            SchedulerClient jobs,
            OneTimeTask<Void> prepareFile,
            FileWork work,
            VirusScanner scanner,
            FilesSettings settings,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.jobs = jobs;
        this.prepareFile = prepareFile;
        this.work = work;
        this.scanner = scanner;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Stores a file for its owner. A picture is then prepared in the background ({@link StoredFile.State#PROCESSING});
     * anything else is ready at once, unless it is to be scanned for viruses.
     *
     * @param sentName the name as the browser sent it
     * @param content read to its end at most, not closed
     * @throws UploadRefused when it is empty, too large, dangerous, or no readable picture where one is asked
     * @throws IOException when the connection or the disk fails; nothing is kept then
     */
    public StoredFile receive(long ownerId, String sentName, InputStream content, Purpose purpose) throws IOException {
        String name = FileName.clean(sentName);
        byte[] prefix = content.readNBytes(MediaTypes.PREFIX);
        if (prefix.length == 0) {
            throw new UploadRefused(Reason.EMPTY, name);
        }
        String type = MediaTypes.detect(prefix, name);
        checkType(prefix, name, type, purpose);

        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(prefix), content);
        StoredObject object = store.put(new Limited(whole, settings.maximum(purpose), name));
        if (MediaTypes.isDecodable(type)) {
            checkPicture(object, name, type);
        }
        boolean prepared = !MediaTypes.isDecodable(type) && !scanner.isConfigured();
        var state = prepared ? StoredFile.State.READY : StoredFile.State.PROCESSING;
        StoredFile file = files.add(ownerId, name, type, purpose, object, state, clock.instant());
        if (!prepared) {
            jobs.scheduleIfNotExists(prepareFile.instance(String.valueOf(file.id())), Instant.EPOCH);
        }
        return file;
    }

    /** The same for a part of a form. */
    public StoredFile receive(long ownerId, MultipartFile part, Purpose purpose) throws IOException {
        @Nullable String name = part.getOriginalFilename();
        try (InputStream content = part.getInputStream()) {
            return receive(ownerId, name == null ? "" : name, content, purpose);
        }
    }

    /** Prepares a file at once, for whoever has nothing to show meanwhile; nothing when it is being prepared already. */
    public void prepareNow(long fileId) {
        work.prepare(fileId);
    }

    private static void checkType(byte[] prefix, String name, String type, Purpose purpose) {
        // HEIC carries the place where it was taken, and cannot be written anew without it
        if (MediaTypes.isHeic(type)) {
            throw new UploadRefused(Reason.PICTURE_KIND, name);
        }
        if (purpose.picturesOnly() && !MediaTypes.isDecodable(type)) {
            throw new UploadRefused(MediaTypes.isPicture(type) ? Reason.PICTURE_KIND : Reason.NOT_A_PICTURE, name);
        }
        if (MediaTypes.isDangerous(prefix, name)) {
            throw new UploadRefused(Reason.DANGEROUS, name);
        }
    }

    /** Reads the picture's size from its header: a small file can hold enough pixels to fill the memory. */
    private void checkPicture(StoredObject object, String name, String type) throws IOException {
        int megapixels = settings.maximumMegapixels() / (MediaTypes.isReadByLines(type) ? 1 : 4);
        try (SeekableByteChannel channel = store.open(object.id())) {
            if (PictureCodec.pixels(channel) > megapixels * 1_000_000L) {
                throw new UploadRefused(Reason.TOO_MANY_PIXELS, name, String.valueOf(megapixels));
            }
        } catch (PictureCodec.Unreadable e) {
            throw new UploadRefused(Reason.UNREADABLE, name);
        }
    }

    /** Stops reading, with a refusal, beyond the limit. */
    private static final class Limited extends FilterInputStream {
        private final DataSize limit;
        private final String name;
        private long count;

        Limited(InputStream in, DataSize limit, String name) {
            super(in);
            this.limit = limit;
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            count += Math.max(read, 0);
            if (count > limit.toBytes()) {
                throw new UploadRefused(Reason.TOO_LARGE, name, limit.toMegabytes() + "\u00a0Mo");
            }
        }
    }
}
