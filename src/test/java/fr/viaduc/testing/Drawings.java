package fr.viaduc.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures to send. */
public final class Drawings {
    private Drawings() {}

    /** A green field under a grey sky. */
    public static byte[] png(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setColor(Color.LIGHT_GRAY);
        brush.fillRect(0, 0, width, height);
        brush.setColor(Color.GREEN.darker());
        brush.fillRect(0, height / 2, width, height);
        brush.dispose();
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
