package fr.viaduc.files;

import fr.viaduc.database.SystemTransactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about files and their renditions: as the viewer for what people see, as the system for the work behind. */
@Repository
class FileRepository {

    /** What to send for an address: a content and its kind. */
    record Content(UUID object, String mediaType) {}

    /** A file whose background work is due. */
    record Work(long id, UUID object, String name, String mediaType, Purpose purpose, int attempts) {}

    /** A picture in one size. */
    record Size(Rendition kind, StoredObject object, String mediaType, int width, int height) {}

    private static final String FILES = "select " + FileColumns.of("f") + " from files.file f ";

    private final JdbcClient viewer;
    private final JdbcClient system;

    FileRepository(JdbcClient viewer, @Qualifier("system") JdbcClient system) {
        this.viewer = viewer;
        this.system = system;
    }

    // As the viewer, under row-level security

    List<StoredFile> find(Collection<Long> ids) {
        return viewer.sql(FILES + "where f.id = any (:ids) order by f.id")
                .param("ids", ids.toArray(Long[]::new))
                .query(FileRepository::file)
                .list();
    }

    Optional<Content> content(long id, Rendition rendition) {
        if (rendition == Rendition.ORIGINAL) {
            return viewer.sql("select object_id, media_type from files.file where id = :id and state = 'ready'")
                    .param("id", id)
                    .query(FileRepository::content)
                    .optional();
        }
        return viewer.sql("select object_id, media_type from files.rendition where file_id = :id and kind = :kind")
                .param("id", id)
                .param("kind", rendition.word())
                .query(FileRepository::content)
                .optional();
    }

    int keep(Collection<Long> ids, Instant now) {
        return viewer.sql("update files.file set kept_at = coalesce(kept_at, :now) where id = any (:ids)")
                .param("now", at(now))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    int rename(long id, String name) {
        return viewer.sql("update files.file set name = :name where id = :id")
                .param("name", name)
                .param("id", id)
                .update();
    }

    int remove(long id) {
        return viewer.sql("delete from files.file where id = :id")
                .param("id", id)
                .update();
    }

    // As the system

    StoredFile add(
            long owner,
            String name,
            String mediaType,
            Purpose purpose,
            StoredObject object,
            StoredFile.State state,
            Instant now) {
        return system.sql("""
                insert into files.file as f (object_id, owner_id, name, media_type, size, state, purpose, created_at, due_at)
                values (:object, :owner, :name, :type, :size, :state, :purpose, :now, :due)
                returning
                """ + FileColumns.of("f"))
                .param("object", object.id())
                .param("owner", owner)
                .param("name", name)
                .param("type", mediaType)
                .param("size", object.size())
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("purpose", purpose.column())
                .param("now", at(now))
                .param(
                        "due",
                        state == StoredFile.State.PROCESSING ? at(now) : null,
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .query(FileRepository::file)
                .single();
    }

    /** A picture that is ready at once, in all its sizes. */
    @SystemTransactional
    StoredFile addPicture(long owner, String name, Purpose purpose, List<Size> sizes, Instant now) {
        Size largest = sizes.getFirst();
        StoredFile file =
                add(owner, name, largest.mediaType(), purpose, largest.object(), StoredFile.State.PROCESSING, now);
        finishPicture(file.id(), name, sizes);
        return system.sql(FILES + "where f.id = :id")
                .param("id", file.id())
                .query(FileRepository::file)
                .single();
    }

    /** The files whose work is due, the oldest first. */
    List<Long> due(Instant now) {
        return system.sql("""
                select id from files.file where state = 'processing' and due_at <= :now order by due_at limit 100
                """).param("now", at(now)).query(Long.class).list();
    }

    /** Takes a file whose work is due, and puts it off for the others as long as the lease lasts. */
    Optional<Work> take(long id, Instant now, Duration lease) {
        return system.sql("""
                update files.file set attempts = attempts + 1, due_at = :until
                where id = :id and state = 'processing' and due_at <= :now
                returning id, object_id, name, media_type, purpose, attempts
                """)
                .param("until", at(now.plus(lease)))
                .param("id", id)
                .param("now", at(now))
                .query((row, number) -> new Work(
                        row.getLong("id"),
                        row.getObject("object_id", UUID.class),
                        row.getString("name"),
                        row.getString("media_type"),
                        Purpose.of(row.getString("purpose")),
                        row.getInt("attempts")))
                .optional();
    }

    void postpone(long id, Instant until) {
        system.sql("update files.file set due_at = :until where id = :id and state = 'processing'")
                .param("until", at(until))
                .param("id", id)
                .update();
    }

    void finish(long id) {
        system.sql("update files.file set state = 'ready', due_at = null where id = :id and state = 'processing'")
                .param("id", id)
                .update();
    }

    /** Replaces what was uploaded by the largest size, written anew; the rest of the picture goes with it. */
    @SystemTransactional
    void finishPicture(long id, String name, List<Size> sizes) {
        Size largest = sizes.getFirst();
        int found = system.sql("""
                update files.file set
                    object_id = :object, name = :name, media_type = :type, size = :size,
                    width = :width, height = :height, state = 'ready', due_at = null
                where id = :id and state = 'processing'
                """)
                .param("object", largest.object().id())
                .param("name", name)
                .param("type", largest.mediaType())
                .param("size", largest.object().size())
                .param("width", largest.width())
                .param("height", largest.height())
                .param("id", id)
                .update();
        if (found == 0) {
            return; // removed by its owner meanwhile, or finished by another node
        }
        for (Size size : sizes) {
            system.sql("""
                    insert into files.rendition (file_id, kind, object_id, media_type, width, height)
                    values (:id, :kind, :object, :type, :width, :height)
                    """)
                    .param("id", id)
                    .param("kind", size.kind().word())
                    .param("object", size.object().id())
                    .param("type", size.mediaType())
                    .param("width", size.width())
                    .param("height", size.height())
                    .update();
        }
    }

    void refuse(long id, UploadRefused.Reason reason) {
        system.sql("""
                update files.file set state = 'refused', refusal = :refusal, object_id = null, due_at = null
                where id = :id and state = 'processing'
                """).param("refusal", reason.key()).param("id", id).update();
    }

    List<Long> unkeptSince(Instant before, int limit) {
        return system.sql("""
                select id from files.file where kept_at is null and created_at < :before order by created_at limit :limit
                """)
                .param("before", at(before))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    void removeUnkept(long id) {
        system.sql("delete from files.file where id = :id and kept_at is null")
                .param("id", id)
                .update();
    }

    void keepAsSystem(long id, Instant now) {
        system.sql("update files.file set kept_at = :now where id = :id")
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    private static Content content(ResultSet row, int number) throws SQLException {
        return new Content(row.getObject("object_id", UUID.class), row.getString("media_type"));
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return FileColumns.read(row);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
