package fr.viaduc.people.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** Passkeys in PostgreSQL. Authenticators know a person by a random handle, never by name or matricule. */
@Repository
class PasskeyRepository implements UserCredentialRepository {

    private static final int HANDLE = 32;

    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyRepository(@Qualifier("system") JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Passkey> of(long personId) {
        return jdbc.sql("select credential_id, label, created_at from people.passkey where person_id = ? order by"
                        + " created_at")
                .param(personId)
                .query((row, number) -> new Passkey(
                        new Bytes(row.getBytes("credential_id")).toBase64UrlString(),
                        row.getString("label"),
                        row.getObject("created_at", OffsetDateTime.class)
                                .atZoneSameInstant(clock.getZone())
                                .toLocalDate()))
                .list();
    }

    void remove(long personId, String handle) {
        jdbc.sql("delete from people.passkey where person_id = ? and credential_id = ?")
                .param(personId)
                .param(Bytes.fromBase64(handle).getBytes())
                .update();
    }

    /** The person whom an authenticator knows by that handle, or null. */
    @Nullable
    Long personOf(Bytes handle) {
        return jdbc.sql("select person_id from people.account where passkey_handle = ?")
                .param(handle.getBytes())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    @Override
    public void save(CredentialRecord record) {
        jdbc.sql("""
                insert into people.passkey (credential_id, person_id, public_key, signature_count, user_verified,
                    transports, backup_eligible, backup_state, attestation, client_data, label, created_at, last_used_on)
                select :id, a.person_id, :key, :count, :verified, :transports, :eligible, :backup, :attestation, :client,
                       :label, :now, :today
                  from people.account a where a.passkey_handle = :handle
                on conflict (credential_id) do update
                   set signature_count = excluded.signature_count, user_verified = excluded.user_verified,
                       backup_state = excluded.backup_state, last_used_on = excluded.last_used_on
                """)
                .param("id", record.getCredentialId().getBytes())
                .param("key", record.getPublicKey().getBytes())
                .param("count", record.getSignatureCount())
                .param("verified", record.isUvInitialized())
                .param("transports", transports(record))
                .param("eligible", record.isBackupEligible())
                .param("backup", record.isBackupState())
                .param("attestation", bytes(record.getAttestationObject()))
                .param("client", bytes(record.getAttestationClientDataJSON()))
                .param("label", record.getLabel())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("today", LocalDate.now(clock))
                .param("handle", record.getUserEntityUserId().getBytes())
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return jdbc.sql(COLUMNS + " where k.credential_id = ?")
                .param(id.getBytes())
                .query(PasskeyRepository::credential)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql(COLUMNS + " where a.passkey_handle = ?")
                .param(handle.getBytes())
                .query(PasskeyRepository::credential)
                .list();
    }

    @Override
    public void delete(Bytes id) {
        jdbc.sql("delete from people.passkey where credential_id = ?")
                .param(id.getBytes())
                .update();
    }

    PublicKeyCredentialUserEntityRepository users() {
        return new Users();
    }

    private static final String COLUMNS = """
            select k.*, a.passkey_handle from people.passkey k join people.account a on a.person_id = k.person_id
            """;

    private static CredentialRecord credential(ResultSet row, int number) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(new Bytes(row.getBytes("passkey_handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("user_verified"))
                .transports(Arrays.stream(row.getString("transports").split(",", -1))
                        .filter(name -> !name.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .label(row.getString("label"))
                .created(row.getObject("created_at", OffsetDateTime.class).toInstant())
                .lastUsed(row.getObject("created_at", OffsetDateTime.class).toInstant())
                .build();
    }

    private static String transports(CredentialRecord record) {
        return record.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .collect(Collectors.joining(","));
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    /** People, as authenticators know them; the name of a person here is their id. */
    private final class Users implements PublicKeyCredentialUserEntityRepository {

        @Override
        public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
            return jdbc.sql("""
                    select p.id, p.name, a.passkey_handle from people.account a join people.person p on p.id = a.person_id
                     where a.passkey_handle = ?
                    """)
                    .param(handle.getBytes())
                    .query(this::user)
                    .optional()
                    .orElse(null);
        }

        @Override
        public @Nullable PublicKeyCredentialUserEntity findByUsername(String personId) {
            jdbc.sql("update people.account set passkey_handle = ? where person_id = ? and passkey_handle is null")
                    .param(Tokens.randomBytes(HANDLE))
                    .param(Long.parseLong(personId))
                    .update();
            return jdbc.sql("""
                    select p.id, p.name, a.passkey_handle from people.account a join people.person p on p.id = a.person_id
                     where p.id = ?
                    """)
                    .param(Long.parseLong(personId))
                    .query(this::user)
                    .optional()
                    .orElse(null);
        }

        @Override
        public void save(PublicKeyCredentialUserEntity user) {
            throw new UnsupportedOperationException("Accounts are not made by authenticators");
        }

        @Override
        public void delete(Bytes handle) {
            throw new UnsupportedOperationException("Accounts are not removed by authenticators");
        }

        private PublicKeyCredentialUserEntity user(ResultSet row, int number) throws SQLException {
            return ImmutablePublicKeyCredentialUserEntity.builder()
                    .id(new Bytes(row.getBytes("passkey_handle")))
                    .name(row.getString("name"))
                    .displayName(row.getString("name"))
                    .build();
        }
    }
}
