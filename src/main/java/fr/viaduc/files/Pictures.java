package fr.viaduc.files;

import fr.viaduc.database.ViewerContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Prepares pictures: upright, without place or camera, in the sizes in which they are shown; and crops them. */
@Service
public class Pictures {

    private static final List<Rendition> SIZES = List.of(Rendition.LARGE, Rendition.MEDIUM, Rendition.THUMB);
    private static final List<Rendition> AVATAR_SIZES =
            List.of(Rendition.LARGE, Rendition.MEDIUM, Rendition.THUMB, Rendition.FACE);

    private final Store store;
    private final StoredFiles viewed;
    private final FileRepository files;
    private final Clock clock;

    Pictures(Store store, StoredFiles viewed, FileRepository files, Clock clock) {
        this.store = store;
        this.viewed = viewed;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Cuts a square out of a picture of the viewer, for an avatar.
     *
     * @param x left edge, in pixels of the picture ({@link StoredFile#width()})
     * @param y top edge
     * @param size side of the square; cut to what the picture holds
     * @return a new file of the viewer, ready; empty when the viewer has no such picture that is ready
     */
    public Optional<StoredFile> crop(long fileId, int x, int y, int size) throws IOException {
        return crop(fileId, x, y, size, size, Purpose.AVATAR);
    }

    /** The same with another shape, for a cover. */
    public Optional<StoredFile> crop(long fileId, int x, int y, int width, int height, Purpose purpose)
            throws IOException {
        Optional<StoredFile> file = viewed.find(fileId)
                .filter(found -> Long.valueOf(found.ownerId()).equals(ViewerContext.current()))
                .filter(found -> found.ready() && found.picture());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Optional<FileRepository.Content> content = viewed.content(fileId, Rendition.LARGE);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        BufferedImage whole = decode(content.get().object());
        int left = Math.clamp(x, 0, whole.getWidth() - 1);
        int top = Math.clamp(y, 0, whole.getHeight() - 1);
        BufferedImage part = whole.getSubimage(
                left,
                top,
                Math.clamp(width, 1, whole.getWidth() - left),
                Math.clamp(height, 1, whole.getHeight() - top));
        List<FileRepository.Size> sizes = store(part, purpose);
        return Optional.of(files.addPicture(
                file.get().ownerId(), name(file.get().name(), sizes), purpose, sizes, clock.instant()));
    }

    /** Prepares what was uploaded. The upload itself, with what it tells of a place, is given up. */
    void prepare(FileRepository.Work picture) throws IOException {
        List<FileRepository.Size> sizes = store(decode(picture.object()), picture.purpose());
        files.finishPicture(picture.id(), name(picture.name(), sizes), sizes);
    }

    private BufferedImage decode(UUID object) throws IOException {
        try (SeekableByteChannel channel = store.open(object)) {
            return PictureCodec.decode(channel, Rendition.LARGE.width());
        }
    }

    private List<FileRepository.Size> store(BufferedImage picture, Purpose purpose) throws IOException {
        List<FileRepository.Size> sizes = new ArrayList<>();
        BufferedImage image = picture;
        for (Rendition kind : purpose == Purpose.AVATAR ? AVATAR_SIZES : SIZES) {
            image = PictureCodec.resize(image, kind.width());
            PictureCodec.Encoded encoded = PictureCodec.encode(image);
            StoredObject object = store.put(new ByteArrayInputStream(encoded.bytes()));
            sizes.add(new FileRepository.Size(kind, object, encoded.mediaType(), image.getWidth(), image.getHeight()));
        }
        return sizes;
    }

    private static String name(String name, List<FileRepository.Size> sizes) {
        boolean png = sizes.getFirst().mediaType().equals("image/png");
        boolean jpegAlready = !png && FileName.extension(name).matches("jpe?g");
        return jpegAlready ? name : FileName.withExtension(name, png ? "png" : "jpg");
    }
}
