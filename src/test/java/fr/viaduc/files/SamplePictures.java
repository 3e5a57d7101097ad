package fr.viaduc.files;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Pictures as telephones and computers make them: red on the left, blue on the right. */
final class SamplePictures {

    /** What the camera writes beside the picture, and must not be found afterwards. */
    static final String CAMERA = "Telephone de Nadia";

    /** 40 × 30, lossy, made by a browser. */
    static final byte[] WEBP = Base64.getDecoder()
            .decode(
                    "UklGRlQCAABXRUJQVlA4WAoAAAAgAAAAJwAAHQAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggZgAAAFAFAJ0BKigAHgA+bSySRaQioZgEAEAGxKAHip8A/GD8ZuQCGAfgBXf+4AAa2yCL7oKjAAD+899n/+512Zjr//+9gjWy577npmZ6JsDLEJd0pJ637y1tJOd35r5hnKBvPfzs0AAAAA==");

    private SamplePictures() {}

    static byte[] jpeg(int width, int height) throws IOException {
        return written(drawn(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static byte[] png(int width, int height) throws IOException {
        return written(drawn(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    static byte[] gif(int width, int height) throws IOException {
        return written(drawn(width, height, BufferedImage.TYPE_INT_RGB), "gif");
    }

    static byte[] transparentPng(int width, int height) throws IOException {
        BufferedImage image = drawn(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0);
        return written(image, "png");
    }

    /** A photograph held sideways, with the camera's name and the place. */
    static byte[] photograph(int width, int height, int orientation) throws IOException {
        byte[] plain = jpeg(width, height);
        byte[] exif = exif(orientation);
        return ByteBuffer.allocate(plain.length + exif.length + 4)
                .put(plain, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    /** A PNG of a few bytes that says it is that large. */
    static byte[] hugePng(int width, int height) throws IOException {
        byte[] png = png(8, 8);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        var sum = new java.util.zip.CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }

    private static byte[] exif(int orientation) {
        byte[] camera = (CAMERA + "\0").getBytes(US_ASCII);
        int first = 8;
        int place = first + 2 + 3 * 12 + 4;
        int text = place + 2 + 12 + 4;
        ByteBuffer exif = ByteBuffer.allocate(6 + text + camera.length).order(ByteOrder.LITTLE_ENDIAN);
        exif.put("Exif\0\0".getBytes(US_ASCII));
        exif.put("II".getBytes(US_ASCII)).putShort((short) 42).putInt(first);
        exif.putShort((short) 3);
        entry(exif, 0x0110, 2, camera.length, text);
        entry(exif, 0x0112, 3, 1, orientation);
        entry(exif, 0x8825, 4, 1, place);
        exif.putInt(0);
        exif.putShort((short) 1);
        entry(exif, 0x0001, 2, 2, 'N');
        exif.putInt(0);
        exif.put(camera);
        return exif.array();
    }

    private static void entry(ByteBuffer exif, int tag, int type, int count, int value) {
        exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static BufferedImage drawn(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return image;
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }
}
