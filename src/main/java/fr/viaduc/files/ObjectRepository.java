package fr.viaduc.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL about stored contents. Runs as the system: the web role has no right on them. */
@Repository
class ObjectRepository {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(UUID id, byte[] digest, long size, Keyring.Wrapped key) {}

    private static final String COLUMNS = "id, digest, size, wrapped_key, key_id";

    private final JdbcClient jdbc;

    ObjectRepository(@Qualifier("system") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records a content whose blob is safely stored, or finds the one that is already known by that digest and renews
     * its delay, in one statement: the garbage collection sees either or neither. A lost object is replaced.
     *
     * @return the object to refer to; when its id is another than the given one, the given blob is of no use
     */
    Row record(Row object, Instant now) {
        return jdbc.sql("""
                insert into files.object (id, digest, size, wrapped_key, key_id, created_at)
                values (:id, :digest, :size, :wrapped, :keyId, :now)
                on conflict (digest) do update set
                    released_at = clock_timestamp(),
                    id = case when object.state = 'lost' then excluded.id else object.id end,
                    wrapped_key = case when object.state = 'lost' then excluded.wrapped_key else object.wrapped_key end,
                    key_id = case when object.state = 'lost' then excluded.key_id else object.key_id end,
                    state = 'stored'
                returning id, digest, size, wrapped_key, key_id
                """)
                .param("id", object.id())
                .param("digest", object.digest())
                .param("size", object.size())
                .param("wrapped", object.key().key())
                .param("keyId", object.key().keyId())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query(ObjectRepository::row)
                .single();
    }

    /** Finds a sound content by its digest and keeps the garbage collection off it for another delay. */
    Optional<Row> hold(byte[] digest) {
        return jdbc.sql("""
                update files.object set released_at = clock_timestamp()
                where digest = :digest and state = 'stored'
                returning id, digest, size, wrapped_key, key_id
                """)
                .param("digest", digest)
                .query(ObjectRepository::row)
                .optional();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from files.object where id = :id")
                .param("id", id)
                .query(ObjectRepository::row)
                .optional();
    }

    /** The objects after that one, in the order of their ids. */
    List<Row> after(@Nullable UUID id, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from files.object
                where cast(:id as uuid) is null or id > :id
                order by id limit :limit
                """)
                .param("id", id, java.sql.Types.OTHER)
                .param("limit", limit)
                .query(ObjectRepository::row)
                .list();
    }

    /** Those of the ids that are objects. */
    Set<UUID> known(Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql("select id from files.object where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** Forgets objects that nothing has referred to for that long; their blobs are then to be removed. */
    List<UUID> forgetUnreferenced(Duration delay, int limit) {
        return jdbc.sql("""
                delete from files.object
                where reference_count = 0
                  and released_at <= clock_timestamp() - make_interval(secs => :seconds)
                  and id in (
                    select id from files.object
                    where reference_count = 0
                      and released_at <= clock_timestamp() - make_interval(secs => :seconds)
                    order by released_at limit :limit)
                returning id
                """)
                .param("seconds", delay.toMillis() / 1000.0)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    void markLost(UUID id) {
        jdbc.sql("update files.object set state = 'lost' where id = :id")
                .param("id", id)
                .update();
    }

    /** The objects whose key is wrapped by another key-encryption key than that one. */
    List<Row> wrappedByOthers(String keyId, int limit) {
        return jdbc.sql("select " + COLUMNS
                        + " from files.object where key_id <> :keyId order by key_id, id limit :limit")
                .param("keyId", keyId)
                .param("limit", limit)
                .query(ObjectRepository::row)
                .list();
    }

    void rewrap(UUID id, Keyring.Wrapped before, Keyring.Wrapped after) {
        jdbc.sql("""
                update files.object set wrapped_key = :after, key_id = :keyId
                where id = :id and wrapped_key = :before
                """)
                .param("after", after.key())
                .param("keyId", after.keyId())
                .param("id", id)
                .param("before", before.key())
                .update();
    }

    Optional<Keyring.Wrapped> digestKey() {
        return jdbc.sql("select wrapped_key, key_id from files.digest_key")
                .query((row, number) -> new Keyring.Wrapped(row.getBytes(1), row.getString(2)))
                .optional();
    }

    void addDigestKey(Keyring.Wrapped key) {
        jdbc.sql("""
                insert into files.digest_key (wrapped_key, key_id) values (:wrapped, :keyId)
                on conflict do nothing
                """).param("wrapped", key.key()).param("keyId", key.keyId()).update();
    }

    void rewrapDigestKey(Keyring.Wrapped key) {
        jdbc.sql("update files.digest_key set wrapped_key = :wrapped, key_id = :keyId")
                .param("wrapped", key.key())
                .param("keyId", key.keyId())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getBytes("digest"),
                row.getLong("size"),
                new Keyring.Wrapped(row.getBytes("wrapped_key"), row.getString("key_id")));
    }
}
