package fr.viaduc.files;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A size in which a picture is served; the original is the file itself. */
public enum Rendition {
    /** A portrait beside a name, at twice the 48 pixels that it is shown in; of avatars only. */
    FACE(96),
    THUMB(320),
    MEDIUM(960),
    LARGE(1920),
    ORIGINAL(0);

    private final int width;

    Rendition(int width) {
        this.width = width;
    }

    /** The greatest width, in pixels; a smaller picture is never enlarged. */
    public int width() {
        return width;
    }

    /** The word that names it in addresses and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Rendition> of(String word) {
        return Arrays.stream(values())
                .filter(value -> value.word().equals(word))
                .findFirst();
    }
}
