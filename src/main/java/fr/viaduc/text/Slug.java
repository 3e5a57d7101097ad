package fr.viaduc.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The readable end of an address. */
public final class Slug {
    private static final int LONGEST = 80;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    private Slug() {}

    /** « Karim, 4 h 30 » becomes "karim-4-h-30"; empty when nothing of the text can stand in an address. */
    public static String of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD))
                .replaceAll("")
                .replace("œ", "oe")
                .replace("æ", "ae");
        String slug = OTHERS.matcher(plain).replaceAll("-");
        if (slug.length() > LONGEST) {
            int cut = slug.lastIndexOf('-', LONGEST);
            slug = slug.substring(0, cut > 0 ? cut : LONGEST);
        }
        return slug.replaceAll("^-|-$", "");
    }
}
