package fr.viaduc.people.signin;

import org.jspecify.annotations.Nullable;

/**
 * One letter, as it is printed.
 *
 * @param qr the QR code's dark squares as an SVG path, one unit a square
 * @param qrSize its side, in squares
 */
public record Letter(Addressee to, String code, String qr, int qrSize) {

    public @Nullable String contacts() {
        return to.contacts();
    }

    /** Never prints the code. */
    @Override
    public String toString() {
        return "Letter[" + to.id() + "]";
    }
}
