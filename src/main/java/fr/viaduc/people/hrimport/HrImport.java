package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.ImportRun.State;
import fr.viaduc.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The use cases of the import: take a file, show the difference, apply it whole or not at all. */
@Service
class HrImport {
    static final Duration KEPT = Duration.ofHours(24);
    static final int MOST_BYTES = 30 << 20;
    private static final Duration FRESH = Duration.ofSeconds(60);
    private static final int REMEMBERED = 4;
    /** Any number, the same for all: two imports never run at once. */
    private static final long LOCK = 5_107_070L;

    private static final Logger LOG = LoggerFactory.getLogger(HrImport.class);

    private final ImportRepository repository;
    private final KeptFiles files;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final TransactionTemplate aside;
    private final Clock clock;
    private final Map<UUID, Preview> previews = new LinkedHashMap<>();

    /** A file read and compared, and when. */
    record Preview(AgentFile file, Difference difference, Instant at) {}

    HrImport(
            ImportRepository repository,
            KeptFiles files,
            @Qualifier("system") JdbcClient sql,
            @Qualifier("systemTransactionManager") PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.files = files;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    // ------------------------------------------------------------ taking a file

    /**
     * Takes a file: nothing is changed, and the file is kept encrypted for a day.
     *
     * @throws UnreadableFile when it is no table of agents
     */
    long open(byte[] bytes, String fileName, long by) {
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableFile(Reason.of("tooLarge"));
        }
        purge();
        AgentFile file = read(bytes);
        UUID key = UUID.randomUUID();
        files.keep(key, bytes);
        return transact(() ->
                repository.open(key, "page", by, clock.instant(), safeName(fileName), file.format(), file.lines()));
    }

    private AgentFile read(byte[] bytes) {
        return AgentFile.read(bytes, readOnly(repository::headings));
    }

    /** The name of the file, without a folder: it may say something of the machine it came from. */
    static String safeName(String fileName) {
        String name = fileName.replaceAll(".*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (name.isEmpty() || Sensitive.isIdentityNumber(name)) {
            return "fichier";
        }
        return name.length() > 120 ? name.substring(0, 120) : name;
    }

    // ------------------------------------------------------------ looking

    List<ImportRun> runs(long before, int count) {
        return readOnly(() -> repository.before(before, count));
    }

    ImportRun run(long id) {
        return readOnly(() -> repository.find(id)).orElseThrow(NotFound::new);
    }

    /** The columns of a waiting file, as they are understood today. */
    Columns columns(ImportRun run) {
        return preview(run, false).file().columns();
    }

    Preview preview(ImportRun run) {
        return preview(run, true);
    }

    private Preview preview(ImportRun run, boolean compared) {
        synchronized (previews) {
            Preview kept = previews.get(run.key());
            if (kept != null && kept.at().plus(FRESH).isAfter(clock.instant())) {
                return kept;
            }
        }
        byte[] bytes = files.open(run.key()).orElseThrow(() -> new UnreadableFile(Reason.of("fileGone")));
        AgentFile file = read(bytes);
        if (!compared || !file.columns().missing().isEmpty()) {
            return new Preview(file, nothing(file), clock.instant());
        }
        Network network = readOnly(repository::network);
        Preview preview = new Preview(file, Comparison.of(network, file, today()), clock.instant());
        synchronized (previews) {
            previews.put(run.key(), preview);
            while (previews.size() > REMEMBERED) {
                previews.remove(previews.keySet().iterator().next());
            }
        }
        return preview;
    }

    private static Difference nothing(AgentFile file) {
        return new Difference(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), file.lines(), 0);
    }

    List<Network.Commune> communes() {
        return readOnly(repository::communes);
    }

    private void forgetPreview(ImportRun run) {
        synchronized (previews) {
            previews.remove(run.key());
        }
    }

    // ------------------------------------------------------------ correcting

    /** What each column means, from now on and for the next files. */
    void correct(ImportRun run, Map<Integer, Field> choices) {
        Columns columns = columns(run).corrected(choices);
        transact(() -> {
            repository.remember(columns.memory());
            return true;
        });
        forgetPreview(run);
    }

    void rememberCommune(ImportRun run, String written, String insee) {
        transact(() -> {
            repository.rememberCommune(written, insee);
            return true;
        });
        forgetPreview(run);
    }

    void abandon(ImportRun run) {
        transact(() -> {
            repository.abandon(run.id());
            return true;
        });
        files.forget(run.key());
        forgetPreview(run);
    }

    // ------------------------------------------------------------ applying

    /** What stands between a difference and its application; null when nothing does. */
    @Nullable
    Reason obstacle(Difference difference, @Nullable String confirmation) {
        if (difference.needsConfirmation() && !isConfirmed(difference, confirmation)) {
            return Reason.of("toConfirm", difference.closures(), difference.activeAgents());
        }
        return null;
    }

    static boolean isConfirmed(Difference difference, @Nullable String typed) {
        String plain = Plain.of(typed == null ? "" : typed);
        return plain.equals(Plain.of(phrase(difference, Locale.FRENCH)))
                || plain.equals(Plain.of(phrase(difference, Locale.ENGLISH)));
    }

    /** What a person types to close many accounts: « Fermer 120 comptes ». */
    static String phrase(Difference difference, Locale locale) {
        return locale.getLanguage().equals("en")
                ? "Close " + difference.closures() + " accounts"
                : "Fermer " + difference.closures() + " comptes";
    }

    /**
     * Applies in the background what was shown; the run tells how far it is.
     *
     * @param print of the difference that the person saw: when Viaduc has changed since, nothing is applied
     * @return what stands in the way, or null when it has begun (also by an earlier click)
     */
    @Nullable
    Reason begin(ImportRun run, long by, String print, boolean keepAbsent, @Nullable String confirmation) {
        Preview preview = preview(run);
        Difference difference = shown(preview.difference(), keepAbsent);
        if (!preview.difference().print().equals(print)) {
            forgetPreview(run);
            return Reason.of("changedSince");
        }
        if (difference.isEmpty()) {
            return Reason.of("nothingToApply");
        }
        Reason obstacle = obstacle(difference, confirmation);
        if (obstacle != null) {
            return obstacle;
        }
        if (transact(() -> repository.begin(run.id(), by, clock.instant(), difference))) {
            Thread.ofVirtual()
                    .name("import " + run.id())
                    .start(() -> applyQuietly(run, preview.file(), keepAbsent, print));
        }
        return null;
    }

    private static Difference shown(Difference difference, boolean keepAbsent) {
        return keepAbsent ? difference.keepingTheAbsent() : difference;
    }

    private void applyQuietly(ImportRun run, AgentFile file, boolean keepAbsent, String print) {
        Reason failure;
        try {
            failure =
                    apply(run.id(), file, keepAbsent, print, done -> aside(() -> repository.progress(run.id(), done)));
        } catch (RuntimeException broken) {
            // The message of a database error may hold a person's data: only its kind is written down.
            LOG.error("HR import {} failed: {}", run.id(), broken.getClass().getSimpleName());
            failure = Reason.of("failed");
        }
        forgetPreview(run);
        if (failure == null) {
            files.forget(run.key());
        } else {
            Reason why = failure;
            aside(() -> repository.failed(run.id(), clock.instant(), why));
        }
    }

    /** Everything in one transaction: the comparison is made again under the lock, and must be the one that was shown. */
    private @Nullable Reason apply(
            long run, AgentFile file, boolean keepAbsent, @Nullable String print, IntConsumer progress) {
        return transact(() -> {
                    boolean alone = sql.sql("select pg_try_advisory_xact_lock(:lock)")
                            .param("lock", LOCK)
                            .query(Boolean.class)
                            .single();
                    if (!alone) {
                        return Optional.of(Reason.of("anotherRuns"));
                    }
                    Network network = repository.network();
                    Difference whole = Comparison.of(network, file, today());
                    if (print != null && !whole.print().equals(print)) {
                        return Optional.of(Reason.of("changedSince"));
                    }
                    Difference difference = shown(whole, keepAbsent);
                    new DifferenceWriter(sql, network, difference, progress).run();
                    repository.applied(run, clock.instant(), difference.figures());
                    LOG.info("HR import {} applied: {}", run, new TreeMap<>(difference.figures()));
                    return Optional.<Reason>empty();
                })
                .orElse(null);
    }

    // ------------------------------------------------------------ the command line

    /** Reads and compares a file without keeping it. */
    Preview compare(byte[] bytes) {
        AgentFile file = read(bytes);
        if (!file.columns().missing().isEmpty()) {
            throw new UnreadableFile(Reason.of("columnsMissing"));
        }
        Network network = readOnly(repository::network);
        return new Preview(file, Comparison.of(network, file, today()), clock.instant());
    }

    /** Applies at once what {@link #compare} found; the run is recorded without a person. */
    @Nullable
    Reason applyNow(Preview preview, String fileName, IntConsumer progress) {
        AgentFile file = preview.file();
        long run = transact(() -> repository.open(
                UUID.randomUUID(), "command", null, clock.instant(), safeName(fileName), file.format(), file.lines()));
        transact(() -> repository.begin(run, null, clock.instant(), preview.difference()));
        Reason failure;
        try {
            failure = apply(run, file, false, preview.difference().print(), progress);
        } catch (RuntimeException broken) {
            LOG.error("HR import {} failed: {}", run, broken.getClass().getSimpleName());
            failure = Reason.of("failed");
        }
        if (failure != null) {
            Reason why = failure;
            aside(() -> repository.failed(run, clock.instant(), why));
        }
        return failure;
    }

    // ------------------------------------------------------------ small things

    /** Forgets the files of yesterday. */
    void purge() {
        var limit = clock.instant().minus(KEPT);
        transact(() -> repository.abandonBefore(limit)).forEach(files::forget);
        files.forgetBefore(limit);
    }

    boolean isWaiting(ImportRun run) {
        return run.is(State.WAITING) || run.is(State.FAILED);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private <T> T readOnly(Supplier<T> work) {
        return Objects.requireNonNull(reading.execute(status -> work.get()));
    }

    private <T> T transact(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private void aside(Runnable work) {
        aside.executeWithoutResult(status -> work.run());
    }
}
