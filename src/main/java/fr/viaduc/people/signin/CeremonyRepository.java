package fr.viaduc.people.signin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What must last a few minutes between two requests, encrypted; found again by the secret of a cookie. */
@Repository
class CeremonyRepository {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Tokens tokens;

    CeremonyRepository(@Qualifier("system") JdbcClient jdbc, Clock clock, Tokens tokens) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.tokens = tokens;
    }

    void keep(String token, String kind, @Nullable Long personId, Serializable content, Duration life) {
        jdbc.sql("""
                insert into people.ceremony (token_hash, kind, person_id, content, expires_at)
                values (:token, :kind, :person, :content, :expires)
                """)
                .param("token", Tokens.fingerprint(token))
                .param("kind", kind)
                .param("person", personId)
                .param("content", tokens.encrypt(bytes(content), kind + " " + token))
                .param("expires", clock.instant().plus(life).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whose it is; empty when it has expired. */
    Optional<Long> personOf(String token, String kind) {
        return jdbc.sql("""
                select person_id from people.ceremony
                 where token_hash = :token and kind = :kind and person_id is not null and expires_at > :now
                """)
                .param("token", Tokens.fingerprint(token))
                .param("kind", kind)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    <T extends Serializable> Optional<T> find(String token, String kind, Class<T> type) {
        return jdbc.sql("""
                select content from people.ceremony
                 where token_hash = :token and kind = :kind and expires_at > :now
                """)
                .param("token", Tokens.fingerprint(token))
                .param("kind", kind)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(byte[].class)
                .optional()
                .map(content -> type.cast(object(tokens.decrypt(content, kind + " " + token))));
    }

    /** As {@link #find}, but only once. */
    <T extends Serializable> Optional<T> take(String token, String kind, Class<T> type) {
        Optional<T> found = find(token, kind, type);
        return found.isPresent() && remove(token) ? found : Optional.empty();
    }

    boolean remove(String token) {
        return jdbc.sql("delete from people.ceremony where token_hash = ?")
                        .param(Tokens.fingerprint(token))
                        .update()
                == 1;
    }

    private static byte[] bytes(Serializable content) {
        var bytes = new ByteArrayOutputStream();
        try (var output = new ObjectOutputStream(bytes)) {
            output.writeObject(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Only what this program has written: the bytes are authenticated by their encryption. */
    private static Object object(byte[] bytes) {
        try (var input = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return input.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
