package fr.viaduc.people.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.viaduc.database.DataFolder;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Random tokens, their fingerprints, and what is signed or encrypted with the house's keys. */
@Component
class Tokens {

    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec signing;
    private final SecretKeySpec encryption;

    Tokens(DataFolder folder) {
        signing = new SecretKeySpec(folder.secret("sign-in signatures"), "HmacSHA256");
        encryption = new SecretKeySpec(folder.secret("sign-in encryption"), "AES");
    }

    /** 256 random bits, as 43 characters that a cookie and an address can carry. */
    static String random() {
        return BASE64.encodeToString(randomBytes(32));
    }

    static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static int randomBelow(int bound) {
        return RANDOM.nextInt(bound);
    }

    /** SHA-256: enough for a token of 256 random bits, never for what a person chose or could guess. */
    static byte[] fingerprint(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HMAC with the house's key; the purpose keeps one use's signatures from serving another. */
    byte[] signature(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(signing);
            return mac.doFinal((purpose + '\n' + value).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String signatureText(String purpose, String value) {
        return BASE64.encodeToString(signature(purpose, value));
    }

    /** A value with its signature, that only {@link #opened} gives back. */
    String sealed(String purpose, String value) {
        return BASE64.encodeToString(value.getBytes(UTF_8)) + '.' + signatureText(purpose, value);
    }

    /** The value that was sealed for this purpose, or null when it was not, or was altered. */
    @Nullable
    String opened(String purpose, @Nullable String sealed) {
        int dot = sealed == null ? -1 : sealed.indexOf('.');
        if (sealed == null || dot < 0) {
            return null;
        }
        try {
            String value = new String(Base64.getUrlDecoder().decode(sealed.substring(0, dot)), UTF_8);
            return same(signatureText(purpose, value), sealed.substring(dot + 1)) ? value : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** Compares without telling by the time taken how much was right. */
    static boolean same(String one, @Nullable String other) {
        return other != null && MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    /** AES-256-GCM; the context is not stored, but decryption fails with another one. */
    byte[] encrypt(byte[] plain, String context) {
        byte[] nonce = randomBytes(NONCE);
        byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, plain, 0, context);
        return ByteBuffer.allocate(NONCE + encrypted.length)
                .put(nonce)
                .put(encrypted)
                .array();
    }

    /**
     * What {@link #encrypt} was given.
     *
     * @throws IllegalStateException when it was altered or encrypted for another context
     */
    byte[] decrypt(byte[] encrypted, String context) {
        byte[] nonce = new byte[NONCE];
        System.arraycopy(encrypted, 0, nonce, 0, NONCE);
        return cipher(Cipher.DECRYPT_MODE, nonce, encrypted, NONCE, context);
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] bytes, int offset, String context) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, encryption, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(context.getBytes(UTF_8));
            return cipher.doFinal(bytes, offset, bytes.length - offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
