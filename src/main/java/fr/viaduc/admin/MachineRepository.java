package fr.viaduc.admin;

import fr.viaduc.admin.MachineState.Durability;
import fr.viaduc.admin.MachineState.Health;
import fr.viaduc.admin.MachineState.Helper;
import fr.viaduc.admin.MachineState.Job;
import fr.viaduc.database.DataFolder;
import fr.viaduc.files.VirusScanner;
import fr.viaduc.web.MailServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how the machine is. */
@Repository
class MachineRepository {
    private static final Duration LATE = Duration.ofMinutes(15);
    private static final List<String> OFFICE = List.of("soffice", "libreoffice");

    private final JdbcClient system;
    private final VirusScanner scanner;
    private final MailServer mail;
    private final DataFolder folder;
    private final Clock clock;

    MachineRepository(
            @Qualifier("system") JdbcClient system,
            VirusScanner scanner,
            MailServer mail,
            DataFolder folder,
            Clock clock) {
        this.system = system;
        this.scanner = scanner;
        this.mail = mail;
        this.folder = folder;
        this.clock = clock;
    }

    MachineState state() {
        try {
            FileStore disk = Files.getFileStore(folder.path());
            return system.sql("""
                            select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
                                   current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit,
                                   current_setting('full_page_writes') as full_page_writes, current_setting('data_checksums') as data_checksums,
                                   (select count(*) from files.object) as objects,
                                   (select coalesce(sum(size), 0) from files.object) as object_bytes,
                                   (select count(*) from files.object where state = 'lost') as lost,
                                   (select count(*) from files.file where state = 'processing') as waiting_files,
                                   (select count(*) from database.event_publication where completion_date is null) as waiting_events
                            """)
                    .query((row, number) -> new MachineState(
                            helpers(),
                            row.getString("version"),
                            row.getLong("bytes"),
                            List.of(
                                    durability(row, "fsync"),
                                    durability(row, "synchronous_commit"),
                                    durability(row, "full_page_writes"),
                                    durability(row, "data_checksums")),
                            row.getLong("objects"),
                            row.getLong("object_bytes"),
                            row.getLong("lost"),
                            row.getLong("waiting_files"),
                            row.getLong("waiting_events"),
                            jobs(),
                            total(disk),
                            free(disk)))
                    .single();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Helper> helpers() {
        return List.of(
                new Helper("mail", mail.sender().isEmpty() ? Health.ABSENT : Health.READY),
                new Helper(
                        "antivirus",
                        switch (scanner.state()) {
                            case READY -> Health.READY;
                            case AWAY -> Health.AWAY;
                            case NOT_CONFIGURED -> Health.ABSENT;
                        }),
                new Helper("office", officeIsInstalled() ? Health.READY : Health.ABSENT));
    }

    private List<Job> jobs() {
        Instant now = clock.instant();
        return system.sql("""
                        select task_name, last_success, last_failure, coalesce(consecutive_failures, 0) as failures, execution_time, picked
                          from database.job where task_instance = 'recurring' order by task_name
                        """)
                .query((row, number) -> {
                    Instant next = Objects.requireNonNull(moment(row, "execution_time"));
                    return new Job(
                            row.getString("task_name"),
                            moment(row, "last_success"),
                            moment(row, "last_failure"),
                            row.getInt("failures"),
                            next,
                            !row.getBoolean("picked") && next.plus(LATE).isBefore(now));
                })
                .list();
    }

    private static Durability durability(ResultSet row, String name) throws SQLException {
        String value = row.getString(name);
        // "local" and above wait for this server's own disk. Checksums tell of a disk that alters, they keep nothing.
        return new Durability(name, value, !value.equals("off") || name.equals("data_checksums"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static boolean officeIsInstalled() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> OFFICE.stream()
                        .anyMatch(name -> Files.isExecutable(Path.of(entry).resolve(name))));
    }

    private static long total(FileStore disk) {
        try {
            return disk.getTotalSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long free(FileStore disk) {
        try {
            return disk.getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
