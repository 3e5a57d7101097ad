package fr.viaduc.people.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 46 MiB, one pass, one lane (the OWASP cheat sheet's first choice), a few at a time.
 *
 * <p>Each computation takes 46 MiB: without the limit a handful of requests would take the machine's memory.
 */
@Component
class Passwords {

    private static final int MEMORY_KIB = 46 * 1024;
    private static final int PASSES = 1;
    private static final int LANES = 1;
    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final int WAIT_SECONDS = 5;
    private static final int MOST_WAITING = 64;
    private static final int LONGEST = 256;

    private final Semaphore turns;
    private final AtomicLong computed = new AtomicLong();
    private final String nobodys;

    Passwords(SignInSettings settings) {
        turns = new Semaphore(settings.hashes(), true);
        nobodys = encode(new byte[SALT], new byte[LENGTH]);
    }

    /**
     * The hash to store, in the usual {@code $argon2id$} form.
     *
     * @throws TooManySignIns when the wait for one's turn is too long
     */
    String hash(String password) {
        byte[] salt = Tokens.randomBytes(SALT);
        return encode(salt, compute(password, salt));
    }

    /**
     * Whether this is the password, computing exactly once whatever is compared: null stands for an account that does
     * not exist, or has no password, and is never right.
     *
     * @throws TooManySignIns when the wait for one's turn is too long
     */
    boolean matches(String password, @Nullable String stored) {
        String[] parts = (stored == null ? nobodys : stored).split("\\$", -1);
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        return MessageDigest.isEqual(compute(password, salt), expected) && stored != null;
    }

    /** How many were computed since the start: the same number for each kind of refusal. */
    long computed() {
        return computed.get();
    }

    private byte[] compute(String password, byte[] salt) {
        takeTurn();
        try {
            computed.incrementAndGet();
            var argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(MEMORY_KIB)
                    .withIterations(PASSES)
                    .withParallelism(LANES)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[LENGTH];
            argon2.generateBytes(bytes(password), hash);
            return hash;
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (turns.getQueueLength() > MOST_WAITING || !turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new TooManySignIns();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManySignIns();
        }
    }

    /** NFKC: the same letters typed on a telephone and on a PC are the same bytes (NIST SP 800-63B, 3.1.1.2). */
    private static byte[] bytes(String password) {
        String kept = password.length() > LONGEST ? password.substring(0, LONGEST) : password;
        return Normalizer.normalize(kept, Normalizer.Form.NFKC).getBytes(UTF_8);
    }

    private static String encode(byte[] salt, byte[] hash) {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
    }
}
