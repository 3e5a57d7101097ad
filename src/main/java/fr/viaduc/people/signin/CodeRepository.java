package fr.viaduc.people.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Activation codes and reset links: what gives the right to choose a password, once. */
@Repository
class CodeRepository {

    private static final Duration CODE_LIFE = Duration.ofDays(30);
    private static final Duration LINK_LIFE = Duration.ofMinutes(30);
    private static final Duration BETWEEN_LINKS = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Tokens tokens;

    CodeRepository(@Qualifier("system") JdbcClient jdbc, Clock clock, Tokens tokens) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.tokens = tokens;
    }

    /** A new code for a person; the one before is worth nothing any more. Only its signature is stored. */
    LetterCode issue(long personId, String issuedAs, @Nullable Long issuedBy) {
        jdbc.sql("""
                update people.activation_code set closed_at = :now, closed_because = 'replaced'
                 where person_id = :person and closed_at is null
                """).param("now", now()).param("person", personId).update();
        LetterCode code = LetterCode.random();
        jdbc.sql("""
                insert into people.activation_code (person_id, code_hash, issued_as, issued_by, issued_at, expires_at)
                values (:person, :hash, :as, :by, :now, :expires)
                """)
                .param("person", personId)
                .param("hash", hash(personId, code))
                .param("as", issuedAs)
                .param("by", issuedBy)
                .param("now", now())
                .param("expires", now().plus(CODE_LIFE))
                .update();
        return code;
    }

    /** The open code's id when it is the right one; a wrong one costs a try, and the fifth closes the code. */
    Optional<Long> check(long personId, LetterCode code) {
        return jdbc.sql("""
                update people.activation_code
                   set tries_left = tries_left - case when code_hash = :hash then 0 else 1 end,
                       closed_at = case when code_hash <> :hash and tries_left <= 1 then :now end,
                       closed_because = case when code_hash <> :hash and tries_left <= 1 then 'tries' end
                 where person_id = :person and closed_at is null and expires_at > :now
                returning id, code_hash = :hash as is_right
                """)
                .param("hash", hash(personId, code))
                .param("now", now())
                .param("person", personId)
                .query((row, number) -> row.getBoolean("is_right") ? row.getLong("id") : 0L)
                .optional()
                .filter(id -> id > 0);
    }

    /** Uses the code up: false when it was used, replaced or has expired meanwhile. */
    boolean use(long codeId, long personId) {
        return jdbc.sql("""
                        update people.activation_code set closed_at = :now, closed_because = 'used'
                         where id = :id and person_id = :person and closed_at is null and expires_at > :now
                        """)
                        .param("now", now())
                        .param("id", codeId)
                        .param("person", personId)
                        .update()
                == 1;
    }

    /** A new link in place of the one before; false when one was sent a moment ago: a mailbox is not to be filled. */
    boolean openLink(String token, long personId) {
        jdbc.sql("delete from people.reset_link where person_id = :person and sent_at <= :before")
                .param("person", personId)
                .param("before", now().minus(BETWEEN_LINKS))
                .update();
        return jdbc.sql("""
                        insert into people.reset_link (token_hash, person_id, sent_at, expires_at)
                        select :token, :person, :now, :expires
                         where not exists (select from people.reset_link where person_id = :person)
                        """)
                        .param("token", Tokens.fingerprint(token))
                        .param("person", personId)
                        .param("now", now())
                        .param("expires", now().plus(LINK_LIFE))
                        .update()
                == 1;
    }

    Optional<Long> personOfLink(String token) {
        return jdbc.sql("select person_id from people.reset_link where token_hash = :token and expires_at > :now")
                .param("token", Tokens.fingerprint(token))
                .param("now", now())
                .query(Long.class)
                .optional();
    }

    boolean useLink(String token) {
        return jdbc.sql("delete from people.reset_link where token_hash = :token and expires_at > :now")
                        .param("token", Tokens.fingerprint(token))
                        .param("now", now())
                        .update()
                == 1;
    }

    private byte[] hash(long personId, LetterCode code) {
        return tokens.signature("letter code", personId + ":" + code.characters());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
