package fr.viaduc.files;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The key-encryption keys: the current one wraps, the former ones still unwrap until everything is rewrapped. */
final class Keyring {

    /** A data key as the database holds it: encrypted, with the name of the key that opens it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Wrapped(byte[] key, String keyId) {}

    private final String current;
    private final Map<String, Aead> keys = new LinkedHashMap<>();

    /**
     * @param current the key in use, 32 bytes
     * @param former keys used before, 32 bytes each
     */
    Keyring(byte[] current, List<byte[]> former) throws GeneralSecurityException {
        this.current = id(current);
        keys.put(this.current, new AesGcmJce(current));
        for (byte[] key : former) {
            keys.putIfAbsent(id(key), new AesGcmJce(key));
        }
    }

    /** The name of the key in use. */
    String current() {
        return current;
    }

    /** Encrypts a data key so that it opens only what it was made for. */
    Wrapped wrap(byte[] key, byte[] madeFor) throws GeneralSecurityException {
        return new Wrapped(aead(current).encrypt(key, madeFor), current);
    }

    byte[] unwrap(Wrapped wrapped, byte[] madeFor) throws GeneralSecurityException {
        return aead(wrapped.keyId()).decrypt(wrapped.key(), madeFor);
    }

    private Aead aead(String id) throws GeneralSecurityException {
        Aead aead = keys.get(id);
        if (aead == null) {
            throw new GeneralSecurityException("the key-encryption key " + id + " is not in the keyring");
        }
        return aead;
    }

    /** A name that tells keys apart and says nothing of the key. */
    private static String id(byte[] key) throws GeneralSecurityException {
        if (key.length != 32) {
            throw new GeneralSecurityException("a key-encryption key has 32 bytes, not " + key.length);
        }
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(ByteBuffer.allocate(48)
                        .put("viaduc key name\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .put(key)
                        .array());
        return HexFormat.of().formatHex(hash, 0, 6);
    }
}
