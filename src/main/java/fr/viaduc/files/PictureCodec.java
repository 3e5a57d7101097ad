package fr.viaduc.files;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Decodes pictures, upright and no larger than needed, and writes them anew: pixels only, no place, no camera. */
final class PictureCodec {

    private static final float QUALITY = 0.82f;

    /** How much taller than wide a picture may be before its height is what limits it. */
    private static final int TALLEST = 3;

    static {
        ImageIO.setUseCache(false);
    }

    /** The bytes are no picture that can be decoded. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A picture written anew. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Encoded(byte[] bytes, String mediaType, String extension) {}

    private interface Reading<T> {
        T read(ImageReader reader, ImageInputStream input) throws IOException;
    }

    private PictureCodec() {}

    /** How many pixels the picture has, from its header alone. */
    static long pixels(SeekableByteChannel channel) throws IOException {
        return reading(channel, (reader, input) -> (long) reader.getWidth(0) * reader.getHeight(0));
    }

    /** The first picture in the content, upright, in sRGB, at most as wide as that (or half as wide again). */
    static BufferedImage decode(SeekableByteChannel channel, int width) throws IOException {
        int orientation = orientation(channel);
        channel.position(0);
        boolean turned = orientation >= 5;
        BufferedImage decoded = reading(channel, (reader, input) -> {
            int acrossWidth = turned ? reader.getHeight(0) : reader.getWidth(0);
            int acrossHeight = turned ? reader.getWidth(0) : reader.getHeight(0);
            double shrink = 1 / scale(acrossWidth, acrossHeight, width);
            ImageReadParam parameters = reader.getDefaultReadParam();
            // a coarse reduction while reading keeps a 100 megapixel picture out of the memory; the fine one follows
            int step = Math.max(1, (int) (shrink / 2));
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        });
        BufferedImage plain = standardColours(decoded);
        BufferedImage resized = resize(plain, turned ? plain.getHeight() : plain.getWidth(), turned, width);
        return orientation == 1
                ? resized
                : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation))
                        .apply(resized);
    }

    /** The picture made narrower; as it is when it is narrow enough. */
    static BufferedImage resize(BufferedImage image, int width) throws IOException {
        return resize(image, image.getWidth(), false, width);
    }

    /** Writes the picture as JPEG, or as PNG where something is transparent. */
    static Encoded encode(BufferedImage image) throws IOException {
        if (isTransparent(image)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return new Encoded(bytes.toByteArray(), "image/png", "png");
        }
        return new Encoded(jpeg(opaque(image)), "image/jpeg", "jpg");
    }

    private static BufferedImage resize(BufferedImage image, int across, boolean turned, int width) throws IOException {
        int down = turned ? image.getWidth() : image.getHeight();
        double scale = scale(across, down, width);
        if (scale >= 1) {
            return image;
        }
        return Thumbnails.of(image)
                .forceSize(Math.max(1, (int) Math.round(image.getWidth() * scale)), Math.max(1, (int)
                        Math.round(image.getHeight() * scale)))
                .imageType(image.getType())
                .asBufferedImage();
    }

    private static double scale(int across, int down, int width) {
        return Math.min(1, Math.min((double) width / across, (double) TALLEST * width / down));
    }

    private static <T> T reading(SeekableByteChannel channel, Reading<T> reading) throws IOException {
        try (ImageInputStream input = new ChannelInput(channel)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new Unreadable("no decoder", new IOException("unknown format"));
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, false, true);
                return reading.read(reader, input);
            } catch (ChannelInput.Failure e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                throw new Unreadable(String.valueOf(e.getMessage()), e);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Converts to sRGB (telephones write in wider colour spaces) and to a plain layout of pixels. */
    private static BufferedImage standardColours(BufferedImage image) {
        boolean alpha = image.getColorModel().hasAlpha();
        int type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        if (image.getType() == type) {
            return image;
        }
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), type);
        ColorSpace colours = image.getColorModel().getColorSpace();
        if (colours.getType() == ColorSpace.TYPE_RGB && !colours.isCS_sRGB()) {
            return new ColorConvertOp(null).filter(image, plain);
        }
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return plain;
    }

    private static boolean isTransparent(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return false;
        }
        int[] line = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, line.length, 1, line, 0, line.length);
            if (Arrays.stream(line).anyMatch(pixel -> pixel >>> 24 != 0xff)) {
                return true;
            }
        }
        return false;
    }

    private static BufferedImage opaque(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return image;
        }
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The EXIF orientation, 1 to 8; 1 when there is none or it cannot be read. */
    private static int orientation(SeekableByteChannel channel) throws IOException {
        try (ImageInputStream input = new ChannelInput(channel)) {
            byte[] start = new byte[12];
            input.readFully(start);
            input.seek(0);
            byte[] exif;
            if (start[0] == (byte) 0xff) {
                exif = jpegExif(input);
            } else if (new String(start, 8, 4, StandardCharsets.US_ASCII).equals("WEBP")) {
                exif = chunk(input, 12, "EXIF", ByteOrder.LITTLE_ENDIAN, false);
            } else if (start[0] == (byte) 0x89) {
                exif = chunk(input, 8, "eXIf", ByteOrder.BIG_ENDIAN, true);
            } else {
                exif = new byte[0];
            }
            return exif.length == 0 ? 1 : orientation(exif);
        } catch (ChannelInput.Failure e) {
            throw e;
        } catch (IOException | RuntimeException unreadable) {
            return 1;
        }
    }

    private static int orientation(byte[] exif) throws IOException {
        int start = exif.length > 6 && exif[0] == 'E' && exif[1] == 'x' ? 6 : 0;
        Entry entry = new TIFFReader()
                .read(new MemoryCacheImageInputStream(new ByteArrayInputStream(exif, start, exif.length - start)))
                .getEntryById(TIFF.TAG_ORIENTATION);
        int value = entry != null && entry.getValue() instanceof Number number ? number.intValue() : 1;
        return value >= 1 && value <= 8 ? value : 1;
    }

    private static byte[] jpegExif(ImageInputStream input) throws IOException {
        var segments = JPEGSegmentUtil.readSegments(input, JPEG.APP1, "Exif");
        if (segments.isEmpty()) {
            return new byte[0];
        }
        try (var data = segments.getFirst().data()) {
            byte[] padded = data.readAllBytes();
            return Arrays.copyOfRange(padded, Math.min(1, padded.length), padded.length);
        }
    }

    /** The chunk of that name in a PNG (length, name, data, sum) or in a WebP (name, length, data, evened). */
    private static byte[] chunk(ImageInputStream input, long first, String name, ByteOrder order, boolean lengthFirst)
            throws IOException {
        input.setByteOrder(order);
        input.seek(first);
        byte[] word = new byte[4];
        while (input.getStreamPosition() + 8 <= input.length()) {
            long length = lengthFirst ? input.readUnsignedInt() : 0;
            input.readFully(word);
            length = lengthFirst ? length : input.readUnsignedInt();
            if (new String(word, StandardCharsets.US_ASCII).equals(name)) {
                byte[] data = new byte[(int) Math.min(length, 1 << 16)];
                input.readFully(data);
                return data;
            }
            input.seek(input.getStreamPosition() + length + (lengthFirst ? 4 : length % 2));
        }
        return new byte[0];
    }

    /** Lets ImageIO read from the store directly, without a temporary file. The channel stays open. */
    private static final class ChannelInput extends ImageInputStreamImpl {

        /** The store failed, not the picture. */
        static final class Failure extends IOException {
            private static final long serialVersionUID = 1L;

            Failure(IOException cause) {
                super(cause);
            }
        }

        private final SeekableByteChannel channel;

        ChannelInput(SeekableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            bitOffset = 0;
            try {
                if (channel.position() != streamPos) {
                    channel.position(streamPos);
                }
                int read = channel.read(ByteBuffer.wrap(bytes, offset, length));
                streamPos += Math.max(read, 0);
                return read;
            } catch (IOException e) {
                throw new Failure(e);
            }
        }

        @Override
        public long length() {
            try {
                return channel.size();
            } catch (IOException e) {
                return -1;
            }
        }
    }
}
