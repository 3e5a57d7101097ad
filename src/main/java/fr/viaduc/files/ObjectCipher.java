package fr.viaduc.files;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Encrypts one object under its own key: Tink streaming AEAD, AES256_GCM_HKDF_1MB, with the object's id as associated
 * data, so that exchanging two blobs is noticed. Any part can be read without reading what comes before it.
 */
final class ObjectCipher {

    static final int KEY_SIZE = 32;

    private final StreamingAead aead;
    private final byte[] associatedData;

    @AccessesPartialKey
    ObjectCipher(byte[] key, UUID id) throws GeneralSecurityException {
        this.aead = AesGcmHkdfStreaming.create(AesGcmHkdfStreamingKey.create(
                PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB,
                SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get())));
        this.associatedData = bytes(id);
    }

    /** A stream that encrypts; it must be closed for the last part to be written. */
    OutputStream encrypt(OutputStream out) throws GeneralSecurityException, IOException {
        return aead.newEncryptingStream(out, associatedData);
    }

    /** A channel over the plain bytes; reading altered ones throws IOException. */
    SeekableByteChannel decrypt(SeekableByteChannel encrypted) throws GeneralSecurityException, IOException {
        return aead.newSeekableDecryptingChannel(encrypted, associatedData);
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
