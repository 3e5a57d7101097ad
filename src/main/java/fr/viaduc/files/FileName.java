package fr.viaduc.files;

import java.text.Normalizer;
import java.util.Locale;

/** Makes a harmless name of what a browser sends: no path, no control or direction-changing character, not too long. */
final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    static String clean(String sent) {
        String name = Normalizer.normalize(sent, Normalizer.Form.NFC)
                .replace('\\', '/')
                .codePoints()
                .map(c -> isSpace(c) ? ' ' : c)
                .filter(FileName::isVisible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        name = name.substring(name.lastIndexOf('/') + 1)
                .replaceAll("[<>:\"|?*]", "-")
                .replaceAll(" {2,}", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        return name.isEmpty() ? "fichier" : shorten(name);
    }

    /** What follows the last dot, in lower case; empty when there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The name with another extension: what « IMG_12.webp » is called once it is a JPEG. */
    static String withExtension(String name, String extension) {
        int dot = name.lastIndexOf('.');
        return shorten((dot > 0 ? name.substring(0, dot) : name) + "." + extension);
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /** Format characters (bidirectional overrides, zero-width signs) make « photo[RLO]gpj.exe » look like a picture. */
    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String shorten(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        String extension = extension(name);
        String end = extension.isEmpty() || extension.length() > 10 ? "" : "." + extension;
        int kept = LONGEST - end.codePointCount(0, end.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)).stripTrailing() + end;
    }
}
