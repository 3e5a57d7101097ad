package fr.viaduc.people;

/** Telephone numbers as people read them and as telephones dial them. */
public final class Telephone {
    private static final int FRENCH_LENGTH = 10;
    private static final char NBSP = '\u00a0';

    private Telephone() {}

    /** « 03 25 03 00 01 »; what is not a French number of ten figures stays as it was written. */
    public static String show(String number) {
        String digits = digits(number);
        if (digits.length() != FRENCH_LENGTH || digits.charAt(0) != '0') {
            return number;
        }
        var said = new StringBuilder(digits);
        for (int i = FRENCH_LENGTH - 2; i > 0; i -= 2) {
            said.insert(i, NBSP);
        }
        return said.toString();
    }

    /** What a "tel:" link dials: "+33325030001". */
    public static String dial(String number) {
        String digits = digits(number);
        return digits.length() == FRENCH_LENGTH && digits.charAt(0) == '0' ? "+33" + digits.substring(1) : digits;
    }

    private static String digits(String number) {
        String kept = number.replaceAll("[^0-9+]", "");
        return kept.replaceFirst("^(\\+|00)33", "0");
    }
}
