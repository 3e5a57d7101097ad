package fr.viaduc.people.hrimport;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How names, labels and telephone numbers are written in Viaduc, whatever the capitals of the HR system. */
final class Names {
    private static final Set<String> PARTICLES =
            Set.of("de", "du", "des", "d", "von", "van", "der", "den", "ten", "ter", "zu");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F\\u200B\\uFEFF]+");

    private Names() {}

    /** One line, single spaces, a true apostrophe. */
    static String tidy(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip().replace('\'', '’');
    }

    /**
     * « DURAND » → « Durand », « DE LA FONTAINE » → « de La Fontaine », « LE GALL » → « Le Gall », « PRUD'HOMME » →
     * « Prud’homme », « D'HONDT » → « D’Hondt », « O'BRIEN » → « O’Brien ». What is already written with small letters
     * is left as it is.
     */
    static String lastName(String text) {
        String tidy = tidy(text);
        return isShouted(tidy) ? capitalised(tidy, true) : tidy.replaceFirst("^De La ", "de La ");
    }

    /** « MARIE-CLAUDE » → « Marie-Claude ». */
    static String firstName(String text) {
        String tidy = tidy(text);
        return isShouted(tidy) ? capitalised(tidy, false) : tidy;
    }

    /** « SCOLAIRE ET PÉRISCOLAIRE » → « Scolaire et périscolaire ». */
    static String label(String text) {
        String tidy = tidy(text);
        if (tidy.length() < 6
                || !isShouted(tidy)
                || tidy.toLowerCase(Locale.FRENCH).equals(tidy)) {
            return tidy;
        }
        return tidy.substring(0, 1) + tidy.substring(1).toLowerCase(Locale.FRENCH);
    }

    static @Nullable String civility(String text) {
        return switch (Plain.of(text)) {
            case "m", "mr", "monsieur", "h", "homme" -> "M.";
            case "mme", "mlle", "madame", "mademoiselle", "f", "femme", "mrs" -> "Mme";
            default -> null;
        };
    }

    /** « 0325226746 », « +33 3 25 22 67 46 » → « 03 25 22 67 46 »; null when it is no French number. */
    static @Nullable String phone(String text) {
        String digits = text.replaceAll("\\(0\\)", "").replaceAll("[^0-9+]", "");
        if (digits.startsWith("+33")) {
            digits = "0" + digits.substring(3);
        } else if (digits.startsWith("0033")) {
            digits = "0" + digits.substring(4);
        } else if (digits.length() == 9 && !digits.startsWith("0")) {
            digits = "0" + digits; // a spreadsheet took it for a number
        }
        if (!digits.matches("0[1-9][0-9]{8}")) {
            return null;
        }
        return digits.replaceAll("(..)(?!$)", "$1 ");
    }

    private static boolean isShouted(String text) {
        return text.equals(text.toUpperCase(Locale.FRENCH)) || text.equals(text.toLowerCase(Locale.FRENCH));
    }

    private static String capitalised(String text, boolean particles) {
        String small = text.toLowerCase(Locale.FRENCH);
        return WORD.matcher(small).replaceAll(found -> word(found, small, particles));
    }

    private static String word(MatchResult found, String text, boolean particles) {
        String word = found.group();
        boolean afterApostrophe = found.start() > 0 && text.charAt(found.start() - 1) == '’';
        boolean beforeApostrophe = found.end() < text.length() && text.charAt(found.end()) == '’';
        if (afterApostrophe && !isInitialWithApostrophe(text, found.start() - 1)) {
            return word; // Prud’homme
        }
        boolean standsAlone = (found.start() == 0 || text.charAt(found.start() - 1) == ' ')
                && found.end() < text.length()
                && text.charAt(found.end()) == ' ';
        if (particles && PARTICLES.contains(word) && standsAlone) {
            return word;
        }
        if (particles && word.equals("d") && beforeApostrophe && found.start() > 0) {
            return word; // Valéry Giscard d’Estaing
        }
        if (word.startsWith("mc") && word.length() > 3) {
            return "Mc" + initial(word.substring(2));
        }
        return initial(word);
    }

    private static boolean isInitialWithApostrophe(String text, int apostrophe) {
        return apostrophe == 1 || (apostrophe > 1 && !Character.isLetter(text.charAt(apostrophe - 2)));
    }

    private static String initial(String word) {
        return word.substring(0, 1).toUpperCase(Locale.FRENCH) + word.substring(1);
    }
}
