package fr.viaduc.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** Where the encrypted bytes lie: a folder, or a bucket. Knows names and bytes, no keys and no meaning. */
interface Blobs {

    /** Begins to write a blob; nothing is visible under its name until {@link Draft#keep()}. */
    Draft draft(UUID id) throws IOException;

    /**
     * Opens a blob for reading at any position.
     *
     * @throws java.nio.file.NoSuchFileException when there is none of that name
     */
    SeekableByteChannel open(UUID id) throws IOException;

    /** Removes a blob; does nothing when there is none. */
    void delete(UUID id) throws IOException;

    /** Every blob, and when it was last written. To be closed. */
    Stream<Blob> list() throws IOException;

    /** Removes what was begun before that instant and never kept, and says how many there were. */
    int discardDrafts(Instant before) throws IOException;

    record Blob(UUID id, Instant written) {}

    /** A blob being written. Closing it without having kept it leaves no trace. */
    interface Draft extends Closeable {
        OutputStream stream();

        /** Makes the blob lasting: when this returns, it survives a power cut. The stream must be complete. */
        void keep() throws IOException;
    }
}
