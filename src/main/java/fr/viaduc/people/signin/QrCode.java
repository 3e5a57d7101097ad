package fr.viaduc.people.signin;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code as an SVG path, sharp on paper and on any screen.
 *
 * @param path the dark squares, one unit each
 * @param size the side, in squares, quiet zone included
 */
public record QrCode(String path, int size) {

    static QrCode of(String text) {
        try {
            BitMatrix matrix = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
            var path = new StringBuilder();
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    int start = x;
                    while (x < matrix.getWidth() && matrix.get(x, y)) {
                        x++;
                    }
                    if (x > start) {
                        path.append('M')
                                .append(start)
                                .append(' ')
                                .append(y)
                                .append('h')
                                .append(x - start);
                        path.append("v1h-").append(x - start).append('z');
                    }
                }
            }
            return new QrCode(path.toString(), matrix.getWidth());
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never prints what may hold a secret. */
    @Override
    public String toString() {
        return "QrCode";
    }
}
