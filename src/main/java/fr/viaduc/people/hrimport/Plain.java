package fr.viaduc.people.hrimport;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text reduced to what makes two spellings the same: no accents, capitals, punctuation or double spaces. */
final class Plain {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern LINKS = Pattern.compile("\\b(de|du|des|d|la|le|les|l|a|au|aux|et|en)\\b");

    private Plain() {}

    /** « Colombey-les-Deux-Églises » and « COLOMBEY LES DEUX EGLISES » → « colombey les deux eglises ». */
    static String of(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String small = bare.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
        return OTHER.matcher(small).replaceAll(" ").strip();
    }

    /** The same without the small words: « Dépôt de Bologne » and « Dépôt Bologne » are one place. */
    static String keyOf(String label) {
        String plain = of(label);
        String key = OTHER.matcher(LINKS.matcher(plain).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return key.isEmpty() ? plain : key;
    }

    /** Without marks but otherwise as written, to know whether only accents differ. */
    static boolean hasMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).find();
    }
}
