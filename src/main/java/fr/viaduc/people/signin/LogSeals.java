package fr.viaduc.people.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.viaduc.database.Verified;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the log of connections: whoever changes, adds or takes away one of its lines in the database cannot make the
 * seal that goes with it, whose key is not there.
 */
@Component
class LogSeals implements Verified {

    private static final Logger logger = LoggerFactory.getLogger(LogSeals.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);
    private static final int A_GLANCE = 8;

    private final JdbcClient jdbc;
    private final Tokens tokens;
    private final ZoneId zone;
    private final TransactionTemplate transaction;

    LogSeals(
            @Qualifier("system") JdbcClient jdbc,
            Tokens tokens,
            java.time.Clock clock,
            @Qualifier("systemTransactionManager") PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.zone = clock.getZone();
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Seals what is new. When somebody writes to the log for long at this instant, the next hour does it. */
    void seal() {
        try {
            transaction.executeWithoutResult(status -> sealNew());
        } catch (PessimisticLockingFailureException | QueryTimeoutException busy) {
            logger.debug("The log of connections is being written to", busy);
        }
    }

    private void sealNew() {
        // Numbers are given before lines are committed: once nobody is writing, none can appear below the last.
        jdbc.sql("set local lock_timeout = '500ms'").update();
        jdbc.sql("lock table people.sign_in_event in share mode").update();
        Seal last = last().orElse(Seal.NONE);
        Digest lines = digest(last.lastId(), null);
        if (lines.count == 0) {
            return;
        }
        jdbc.sql("""
                insert into people.sign_in_seal (after_id, last_id, lines, newest_at, previous, seal)
                values (:after, :last, :lines, :newest, :previous, :seal)
                """)
                .param("after", last.lastId())
                .param("last", lines.lastId)
                .param("lines", lines.count)
                .param("newest", lines.newest.atOffset(ZoneOffset.UTC))
                .param("previous", last.seal())
                .param("seal", sealOf(last.seal(), last.lastId(), lines))
                .update();
    }

    /** Reads all sealed lines again. The first seal kept is believed about the one before, which went with its lines. */
    @Override
    public Report verify() {
        List<Seal> seals =
                jdbc.sql(COLUMNS + " order by last_id").query(this::seal).list();
        Seal before = null;
        for (Seal seal : seals) {
            boolean follows = before == null
                    || (seal.afterId() == before.lastId() && MessageDigest.isEqual(seal.previous(), before.seal()));
            Digest lines = digest(seal.afterId(), seal.lastId());
            if (!follows
                    || lines.count != seal.lines()
                    || !MessageDigest.isEqual(seal.seal(), sealOf(seal.previous(), seal.afterId(), lines))) {
                return new Report(
                        false,
                        List.of("Journal des connexions : MODIFIÉ après coup, parmi les lignes " + (seal.afterId() + 1)
                                + " à " + seal.lastId() + " (scellées le " + day(seal.newest()) + ")."));
            }
            before = seal;
        }
        return new Report(
                true,
                List.of(
                        before == null
                                ? "Journal des connexions : rien n’est encore scellé."
                                : "Journal des connexions : intact du "
                                        + day(seals.getFirst().newest()) + " au " + day(before.newest())
                                        + ", dernier sceau " + glance(before.seal()) + "."));
    }

    /** The lines after one number, to another (null: all that follow), as a fingerprint. */
    private Digest digest(long after, @Nullable Long last) {
        var digest = new Digest();
        jdbc.sql("""
                select id, at, kind, person_id, actor_id, device_label, detail from people.sign_in_event
                 where id > :after and (cast(:last as bigint) is null or id <= :last) order by id
                """)
                .param("after", after)
                .param("last", last, java.sql.Types.BIGINT)
                .query(row -> {
                    digest.add(
                            row.getLong("id"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("kind"),
                            String.valueOf(row.getObject("person_id")),
                            String.valueOf(row.getObject("actor_id")),
                            row.getString("device_label"),
                            row.getString("detail"));
                });
        return digest;
    }

    private byte[] sealOf(byte[] previous, long after, Digest lines) {
        var hex = HexFormat.of();
        return tokens.signature(
                "sign-in log",
                hex.formatHex(previous)
                        + ' '
                        + after
                        + ' '
                        + lines.lastId
                        + ' '
                        + lines.count
                        + ' '
                        + hex.formatHex(lines.value()));
    }

    private Optional<Seal> last() {
        return jdbc.sql(COLUMNS + " order by last_id desc limit 1")
                .query(this::seal)
                .optional();
    }

    private static final String COLUMNS =
            "select after_id, last_id, lines, newest_at, previous, seal from people.sign_in_seal";

    private Seal seal(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Seal(
                row.getLong("after_id"),
                row.getLong("last_id"),
                row.getInt("lines"),
                row.getObject("newest_at", OffsetDateTime.class).toInstant(),
                row.getBytes("previous"),
                row.getBytes("seal"));
    }

    private String day(Instant instant) {
        return DAY.format(LocalDate.ofInstant(instant, zone));
    }

    private static String glance(byte[] seal) {
        return HexFormat.of().formatHex(seal, 0, A_GLANCE);
    }

    private record Seal(long afterId, long lastId, int lines, Instant newest, byte[] previous, byte[] seal) {
        static final Seal NONE = new Seal(0, 0, 0, Instant.EPOCH, new byte[0], new byte[0]);
    }

    private static final class Digest {
        private final MessageDigest sha256;
        private int count;
        private long lastId;
        private Instant newest = Instant.EPOCH;

        Digest() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        void add(long id, Instant at, String... fields) {
            count++;
            lastId = id;
            newest = at.isAfter(newest) ? at : newest;
            sha256.update(ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                    .putLong(id)
                    .putLong(at.getEpochSecond())
                    .putInt(at.getNano())
                    .flip());
            for (String field : fields) {
                byte[] bytes = field.getBytes(UTF_8);
                sha256.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                sha256.update(bytes);
            }
        }

        byte[] value() {
            return sha256.digest();
        }
    }
}
