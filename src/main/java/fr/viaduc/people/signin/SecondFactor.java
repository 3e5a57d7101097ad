package fr.viaduc.people.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import fr.viaduc.web.Organisation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second factor: a code of an authenticator application (RFC 6238), or a recovery code. */
@Service
class SecondFactor {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final byte[] ANY_DEVICE = new byte[0];
    private static final int STEP_SECONDS = 30;

    private final SecondFactorRepository repository;
    private final SessionRepository sessions;
    private final TriesRepository tries;
    private final EventLog log;
    private final Tokens tokens;
    private final Clock clock;
    private final Organisation organisation;
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    SecondFactor(
            SecondFactorRepository repository,
            SessionRepository sessions,
            TriesRepository tries,
            EventLog log,
            Tokens tokens,
            Clock clock,
            Organisation organisation) {
        this.repository = repository;
        this.sessions = sessions;
        this.tries = tries;
        this.log = log;
        this.tokens = tokens;
        this.clock = clock;
        this.organisation = organisation;
    }

    /** What to show to whoever sets up an application. */
    Enrolment begin(long personId, long sessionId, String name) {
        String secret = base32(repository.begin(personId, sessionId));
        String issuer = "Viaduc " + organisation.name();
        String address =
                "otpauth://totp/" + encode(issuer + ":" + name) + "?secret=" + secret + "&issuer=" + encode(issuer);
        return new Enrolment(QrCode.of(address), secret.replaceAll("(.{4})(?=.)", "$1 "));
    }

    /** Confirms the application by a first code: the recovery codes, to show once; empty when the code is wrong. */
    @Transactional("systemTransactionManager")
    public Optional<List<String>> enrol(long personId, long sessionId, String code, Device device) {
        if (!repository.isBegunBy(personId, sessionId) || !rightCode(personId, code)) {
            return Optional.empty();
        }
        repository.confirm(personId);
        sessions.secondFactorGiven(sessionId);
        log.add(SignInKind.SECOND_FACTOR_ADDED, personId, device);
        return Optional.of(repository.newRecoveryCodes(personId));
    }

    /** Ten new recovery codes, to show once; those before are worth nothing any more. */
    @Transactional("systemTransactionManager")
    public List<String> newRecoveryCodes(long personId, Device device) {
        log.add(SignInKind.RECOVERY_CODES_MADE, personId, device);
        return repository.newRecoveryCodes(personId);
    }

    /** Whether the code, of the application or for recovery, is right; tries are counted as those of passwords. */
    boolean give(long personId, long sessionId, String code, Device device) {
        byte[] subject = tokens.signature("tries", "second factor " + personId);
        if (!tries.take(subject, ANY_DEVICE)) {
            log.add(SignInKind.SECOND_FACTOR_REFUSED, personId, device);
            return false;
        }
        boolean recovered = false;
        boolean right = rightCode(personId, code);
        if (!right) {
            recovered = repository.useRecoveryCode(personId, LetterCode.typed(code));
        }
        if (!right && !recovered) {
            log.add(SignInKind.SECOND_FACTOR_REFUSED, personId, device);
            return false;
        }
        tries.giveBack(subject, ANY_DEVICE);
        sessions.secondFactorGiven(sessionId);
        if (recovered) {
            log.add(SignInKind.RECOVERY_CODE_USED, personId, device);
        }
        return true;
    }

    /** The step under way and its neighbours: clocks of telephones are not all right. Each step serves once. */
    private boolean rightCode(long personId, String typed) {
        String code = typed.replaceAll("\\D", "");
        Optional<byte[]> secret = repository.secret(personId);
        if (secret.isEmpty() || code.length() != 6) {
            return false;
        }
        var key = new SecretKeySpec(secret.get(), generator.getAlgorithm());
        Instant now = clock.instant();
        for (int shift = -1; shift <= 1; shift++) {
            Instant moment = now.plusSeconds((long) shift * STEP_SECONDS);
            if (Tokens.same(code(key, moment), code)) {
                return repository.takeStep(personId, moment.getEpochSecond() / STEP_SECONDS);
            }
        }
        return false;
    }

    private String code(SecretKeySpec key, Instant moment) {
        try {
            return generator.generateOneTimePasswordString(key, moment, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte part : bytes) {
            buffer = (buffer << 8) | (part & 0xff);
            bits += 8;
            while (bits >= 5) {
                text.append(BASE32.charAt((buffer >> (bits - 5)) & 31));
                bits -= 5;
            }
            buffer &= (1 << bits) - 1;
        }
        return text.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
