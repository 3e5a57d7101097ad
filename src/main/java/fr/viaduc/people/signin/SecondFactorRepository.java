package fr.viaduc.people.signin;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Secrets of authenticator applications (encrypted) and recovery codes (signed). */
@Repository
class SecondFactorRepository {

    private static final int RECOVERY_CODES = 10;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Tokens tokens;

    SecondFactorRepository(@Qualifier("system") JdbcClient jdbc, Clock clock, Tokens tokens) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.tokens = tokens;
    }

    /**
     * The secret to confirm: the one that this session has begun, or a new one, so that whoever knew the password
     * yesterday has not seen it. Never replaces a confirmed one.
     */
    byte[] begin(long personId, long sessionId) {
        byte[] fresh = tokens.encrypt(Tokens.randomBytes(20), context(personId));
        byte[] kept = jdbc.sql("""
                insert into people.account as a (person_id, totp_secret, totp_session)
                values (:person, :secret, :session)
                on conflict (person_id) do update
                   set totp_secret = case when a.totp_secret is null
                                            or (a.totp_since is null and a.totp_session is distinct from :session)
                                          then excluded.totp_secret else a.totp_secret end,
                       totp_session = case when a.totp_since is null then :session else a.totp_session end
                returning totp_secret
                """)
                .param("session", sessionId)
                .param("person", personId)
                .param("secret", fresh)
                .query(byte[].class)
                .single();
        return tokens.decrypt(kept, context(personId));
    }

    Optional<byte[]> secret(long personId) {
        return jdbc.sql("select totp_secret from people.account where person_id = ? and totp_secret is not null")
                .param(personId)
                .query(byte[].class)
                .optional()
                .map(secret -> tokens.decrypt(secret, context(personId)));
    }

    /** Whether that session has seen the secret that awaits its confirmation. */
    boolean isBegunBy(long personId, long sessionId) {
        return jdbc.sql("""
                select exists (select from people.account
                                where person_id = :person and totp_since is null and totp_session = :session)
                """)
                .param("person", personId)
                .param("session", sessionId)
                .query(Boolean.class)
                .single();
    }

    void confirm(long personId) {
        jdbc.sql("update people.account set totp_since = :now where person_id = :person and totp_since is null")
                .param("now", now())
                .param("person", personId)
                .update();
    }

    /** Takes a code's time step: false when it, or a later one, has served already. */
    boolean takeStep(long personId, long step) {
        return jdbc.sql("""
                        update people.account set totp_last_step = :step
                         where person_id = :person and (totp_last_step is null or totp_last_step < :step)
                        """).param("step", step).param("person", personId).update() == 1;
    }

    /** Ten new codes in place of those before; they are shown once. */
    List<String> newRecoveryCodes(long personId) {
        jdbc.sql("delete from people.recovery_code where person_id = ?")
                .param(personId)
                .update();
        var codes = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            LetterCode code = LetterCode.random();
            jdbc.sql("insert into people.recovery_code (person_id, code_hash) values (:person, :hash)")
                    .param("person", personId)
                    .param("hash", hash(personId, code))
                    .update();
            codes.add(code.grouped());
        }
        return codes;
    }

    int recoveryCodesLeft(long personId) {
        return jdbc.sql("select count(*) from people.recovery_code where person_id = ? and used_at is null")
                .param(personId)
                .query(Integer.class)
                .single();
    }

    boolean useRecoveryCode(long personId, LetterCode code) {
        return jdbc.sql("""
                        update people.recovery_code set used_at = :now
                         where person_id = :person and code_hash = :hash and used_at is null
                        """)
                        .param("now", now())
                        .param("person", personId)
                        .param("hash", hash(personId, code))
                        .update()
                == 1;
    }

    void forgetApplication(long personId) {
        jdbc.sql("""
                update people.account set totp_secret = null, totp_since = null, totp_last_step = null
                 where person_id = ?
                """).param(personId).update();
        forgetUselessCodes(personId);
    }

    /** Recovery codes stand in for a second factor: without any, they serve nothing. */
    void forgetUselessCodes(long personId) {
        jdbc.sql("""
                delete from people.recovery_code c
                 where c.person_id = :person
                   and not exists (select from people.passkey k where k.person_id = :person)
                   and not exists (select from people.account a
                                    where a.person_id = :person and a.totp_since is not null)
                """).param("person", personId).update();
    }

    void forget(long personId) {
        jdbc.sql("delete from people.passkey where person_id = ?")
                .param(personId)
                .update();
        forgetApplication(personId);
    }

    private byte[] hash(long personId, LetterCode code) {
        return tokens.signature("recovery code", personId + ":" + code.characters());
    }

    private static String context(long personId) {
        return "totp " + personId;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
