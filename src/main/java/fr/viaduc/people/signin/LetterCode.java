package fr.viaduc.people.signin;

import java.util.Locale;

/**
 * A code one can read on paper and type without doubt: ten characters out of twenty-five that look like no other (no 0
 * and O, 1, I and L, 2 and Z, 5 and S, 8 and B). Forty-six bits: with five tries, enough.
 */
record LetterCode(String characters) {

    private static final String ALPHABET = "ACDEFGHJKMNPQRTUVWXY34679";
    private static final int LENGTH = 10;

    static LetterCode random() {
        var characters = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            characters.append(ALPHABET.charAt(Tokens.randomBelow(ALPHABET.length())));
        }
        return new LetterCode(characters.toString());
    }

    /** What was typed, whatever the case, the dashes and the spaces. */
    static LetterCode typed(String text) {
        return new LetterCode(text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }

    /** In two groups: "ACDEF-GHJKM". */
    String grouped() {
        return characters.substring(0, LENGTH / 2) + "-" + characters.substring(LENGTH / 2);
    }

    /** Never prints the code. */
    @Override
    public String toString() {
        return "LetterCode";
    }
}
