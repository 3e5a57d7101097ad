package fr.viaduc.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Blobs in a local folder: {@code ab/cd/<id>}, written in {@code incoming} first, forced to the disk, then renamed.
 *
 * <p>The order is what makes a crash harmless: bytes, fsync of the file, rename, fsync of the folder; only then may a
 * row of the database speak of the blob.
 */
final class BlobFolder implements Blobs {

    /** What has just been done; tests stop the process after each. */
    enum Step {
        WRITTEN,
        FORCED,
        RENAMED,
        FOLDER_FORCED
    }

    private final Path root;
    private final Path incoming;
    private final Consumer<Step> after;

    BlobFolder(Path root) throws IOException {
        this(root, step -> {});
    }

    BlobFolder(Path root, Consumer<Step> after) throws IOException {
        this.root = root;
        this.incoming = root.resolve("incoming");
        this.after = after;
        createFolder(incoming);
    }

    @Override
    public Draft draft(UUID id) throws IOException {
        Path temporary = incoming.resolve(id.toString());
        FileChannel channel = FileChannel.open(
                temporary,
                java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return new FileDraft(id, temporary, channel);
    }

    @Override
    public SeekableByteChannel open(UUID id) throws IOException {
        return FileChannel.open(place(id), StandardOpenOption.READ);
    }

    @Override
    public void delete(UUID id) throws IOException {
        Files.deleteIfExists(place(id));
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // the caller closes it
    public Stream<Blob> list() throws IOException {
        return Files.walk(root, 3)
                .filter(path -> path.getNameCount() == root.getNameCount() + 3)
                .filter(Files::isRegularFile)
                .map(BlobFolder::blob);
    }

    @Override
    public int discardDrafts(Instant before) throws IOException {
        int discarded = 0;
        try (Stream<Path> drafts = Files.list(incoming)) {
            for (Path draft : (Iterable<Path>) drafts::iterator) {
                if (blob(draft).written().isBefore(before) && Files.deleteIfExists(draft)) {
                    discarded++;
                }
            }
        }
        return discarded;
    }

    /** Where an object is in the data folder and in a backup. */
    static String name(UUID id) {
        return "objects/" + within(id);
    }

    private Path place(UUID id) {
        return root.resolve(within(id));
    }

    private static String within(UUID id) {
        String name = id.toString();
        return name.substring(0, 2) + "/" + name.substring(2, 4) + "/" + name;
    }

    /** Creates a folder and forces its name to the disk, its parents first. */
    private static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            createFolder(parent);
        }
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException createdMeanwhile) {
            // another upload was quicker; its name still has to be forced before ours depends on it
        }
        if (parent != null) {
            force(parent);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Blob blob(Path path) {
        try {
            return new Blob(
                    UUID.fromString(path.getFileName().toString()),
                    Files.getLastModifiedTime(path).toInstant());
        } catch (IOException removedMeanwhile) {
            return new Blob(UUID.fromString(path.getFileName().toString()), Instant.MAX);
        }
    }

    private final class FileDraft implements Draft {
        private final UUID id;
        private final Path temporary;
        private final FileChannel channel;
        private final OutputStream stream;

        FileDraft(UUID id, Path temporary, FileChannel channel) {
            this.id = id;
            this.temporary = temporary;
            this.channel = channel;
            // the encrypting stream closes what it writes to; the channel must stay open to be forced
            this.stream = new Uncloseable(Channels.newOutputStream(channel));
        }

        @Override
        public OutputStream stream() {
            return stream;
        }

        @Override
        public void keep() throws IOException {
            after.accept(Step.WRITTEN);
            channel.force(true);
            channel.close();
            after.accept(Step.FORCED);
            Path place = place(id);
            Path folder = root.resolve(root.relativize(place).subpath(0, 2));
            createFolder(folder);
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
            after.accept(Step.RENAMED);
            force(folder);
            after.accept(Step.FOLDER_FORCED);
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(temporary);
        }
    }

    private static final class Uncloseable extends java.io.FilterOutputStream {
        Uncloseable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {}
    }
}
