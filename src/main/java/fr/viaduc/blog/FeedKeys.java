package fr.viaduc.blog;

import fr.viaduc.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The secret addresses at which people's programs read the blog in their name. Only fingerprints of them are kept. */
@Repository
class FeedKeys {
    private static final int MOST = 5;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final JdbcClient database;
    private final JdbcClient system;
    private final Clock clock;

    FeedKeys(JdbcClient database, @Qualifier("system") JdbcClient system, Clock clock) {
        this.database = database;
        this.system = system;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<FeedKey> of(Viewer viewer) {
        return database.sql("""
                        select id, created_at from blog.feed_key where person_id = :viewer and revoked_at is null order by id
                        """)
                .param("viewer", viewer.id())
                .query((row, number) -> new FeedKey(
                        row.getLong("id"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Makes a secret, which is never told again; the oldest goes when there are too many. */
    @Transactional
    String make(Viewer viewer) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql("insert into blog.feed_key (person_id, hash, created_at) values (:viewer, :hash, :now)")
                .param("viewer", viewer.id())
                .param("hash", hash(secret))
                .param("now", OffsetDateTime.now(clock))
                .update();
        database.sql("""
                        update blog.feed_key set revoked_at = :now
                         where id in (select id from blog.feed_key where person_id = :viewer and revoked_at is null
                                       order by id desc offset :most)
                        """)
                .param("viewer", viewer.id())
                .param("now", OffsetDateTime.now(clock))
                .param("most", MOST)
                .update();
        return secret;
    }

    @Transactional
    void revoke(Viewer viewer, long id) {
        database.sql(
                        "update blog.feed_key set revoked_at = :now where id = :id and person_id = :viewer and revoked_at is null")
                .param("id", id)
                .param("viewer", viewer.id())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Whose secret it is; nobody's once it is revoked or its person has left. */
    Optional<Long> reader(String secret) {
        return system.sql("select blog.reader_of(:hash)")
                .param("hash", hash(secret))
                .query(Long.class)
                .optional();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
