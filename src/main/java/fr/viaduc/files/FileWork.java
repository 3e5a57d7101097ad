package fr.viaduc.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * The work behind uploads: virus scan, pictures, housekeeping. What is to be done is told by the files' own rows, so
 * that it survives a restart and is never at odds with them; the jobs only say when to look.
 */
@Component
class FileWork {

    private static final Logger log = LoggerFactory.getLogger(FileWork.class);

    /** How long one node keeps a file for itself; another takes it when that node has died. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int TRIES = 5;

    private final FileRepository files;
    private final Store store;
    private final Pictures pictures;
    private final VirusScanner scanner;
    private final FilesSettings settings;
    private final Clock clock;

    FileWork(
            FileRepository files,
            Store store,
            Pictures pictures,
            VirusScanner scanner,
            FilesSettings settings,
            Clock clock) {
        this.files = files;
        this.store = store;
        this.pictures = pictures;
        this.scanner = scanner;
        this.settings = settings;
        this.clock = clock;
    }

    /** Prepares that file, if it is due and no other node has it. */
    void prepare(long id) {
        files.take(id, clock.instant(), LEASE).ifPresent(this::process);
    }

    /** Prepares everything that is due: what a crash interrupted, what is to be tried again. */
    int prepareDue() {
        List<Long> due = files.due(clock.instant());
        due.forEach(this::prepare);
        return due.size();
    }

    /** Removes the uploads that nothing took up, the contents that nothing refers to, and what crashes left. */
    void keepHouse() throws IOException {
        for (long id : files.unkeptSince(clock.instant().minus(settings.unkeptAge()), 1000)) {
            try {
                files.removeUnkept(id);
            } catch (DataIntegrityViolationException referredTo) {
                files.keepAsSystem(id, clock.instant());
            }
        }
        int collected = store.collectGarbage(settings.garbageDelay());
        int swept = store.sweepOrphans(settings.orphanAge());
        if (collected + swept > 0) {
            log.info("Object store: {} unreferenced contents and {} orphans removed", collected, swept);
        }
    }

    private void process(FileRepository.Work work) {
        try {
            if (work.attempts() > TRIES && MediaTypes.isDecodable(work.mediaType())) {
                // it may be what kills the process: do not try for ever
                files.refuse(work.id(), UploadRefused.Reason.UNREADABLE);
            } else if (isInfected(work)) {
                files.refuse(work.id(), UploadRefused.Reason.INFECTED);
            } else if (MediaTypes.isDecodable(work.mediaType())) {
                pictures.prepare(work);
            } else {
                files.finish(work.id());
            }
        } catch (PictureCodec.Unreadable e) {
            log.info("The picture {} cannot be read: {}", work.id(), e.getMessage());
            files.refuse(work.id(), UploadRefused.Reason.UNREADABLE);
        } catch (IOException | RuntimeException e) {
            Duration wait = Duration.ofSeconds(10L << Math.min(work.attempts(), 10));
            log.warn("The file {} will be tried again", work.id(), e);
            files.postpone(work.id(), clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
        }
    }

    private boolean isInfected(FileRepository.Work work) throws IOException {
        if (!scanner.isConfigured()) {
            return false;
        }
        try (InputStream content = Channels.newInputStream(store.open(work.object()))) {
            Optional<String> virus = scanner.scan(content);
            virus.ifPresent(name -> log.warn("The file {} carries {}", work.id(), name));
            return virus.isPresent();
        }
    }
}
