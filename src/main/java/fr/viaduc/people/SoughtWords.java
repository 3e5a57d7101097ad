package fr.viaduc.people;

import fr.viaduc.text.Passage;
import fr.viaduc.text.Passage.Part;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words one looks for in the directory, to be shown where they are found: « épis » in « Épis de faîtage ». */
public final class SoughtWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int SHORTEST = 2;

    private final List<String> sought = new ArrayList<>();

    SoughtWords(String typed) {
        Matcher word = WORD.matcher(typed);
        while (word.find()) {
            if (word.group().length() >= SHORTEST) {
                sought.add(plain(word.group()));
            }
        }
    }

    /** The text with these words marked; one counts when it begins with one of those looked for, accents and case aside. */
    public Passage in(String text) {
        if (sought.isEmpty()) {
            return new Passage(List.of(new Part(text, false)));
        }
        List<Part> parts = new ArrayList<>();
        int done = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (sought.stream().anyMatch(plain(word.group())::startsWith)) {
                if (word.start() > done) {
                    parts.add(new Part(text.substring(done, word.start()), false));
                }
                parts.add(new Part(word.group(), true));
                done = word.end();
            }
        }
        if (done < text.length()) {
            parts.add(new Part(text.substring(done), false));
        }
        return new Passage(parts);
    }

    private static String plain(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
    }
}
