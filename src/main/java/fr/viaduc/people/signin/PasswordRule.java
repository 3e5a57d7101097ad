package fr.viaduc.people.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Twelve characters or more, and not what anybody would try first. No composition rules, no forced renewal (CNIL
 * recommendation of 2022, NIST SP 800-63B).
 */
@Component
class PasswordRule {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;
    private static final int FEWEST_DIFFERENT = 5;
    private static final int FEWEST_OF_ONES_OWN = 6;
    private static final int WORDS_OF_A_PHRASE = 3;

    private final List<String> words;

    PasswordRule() {
        try (var lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("people/signin/common-passwords.txt").getInputStream(), UTF_8))) {
            words = lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(PasswordRule::plain)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is wrong with a new password, as the key of a text; empty when it will do.
     *
     * @param context words that the person's colleagues know: names, matricule, the authority's name
     */
    Optional<String> objection(String password, Collection<String> context) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("signin.password.short");
        }
        if (length > LONGEST) {
            return Optional.of("signin.password.long");
        }
        String plain = plain(password);
        if (plain.chars().distinct().count() < FEWEST_DIFFERENT || isEasy(plain, context)) {
            return Optional.of("signin.password.easy");
        }
        return Optional.empty();
    }

    /** One or two known words with a few characters around; three words and more make a phrase, which is good. */
    private boolean isEasy(String plain, Collection<String> context) {
        var known = new ArrayList<>(words);
        context.stream()
                .map(PasswordRule::plain)
                .filter(word -> word.length() > 2)
                .forEach(known::add);
        known.sort(Comparator.comparingInt(String::length).reversed());
        String rest = plain;
        int found = 0;
        for (String word : known) {
            for (int at = rest.indexOf(word); at >= 0; at = rest.indexOf(word)) {
                rest = rest.substring(0, at) + rest.substring(at + word.length());
                found++;
            }
        }
        // A year is nobody's own: « Viaduc2026!! ».
        String own = rest.replaceAll("(?:19|20)\\d\\d", "");
        return found > 0 && found < WORDS_OF_A_PHRASE && own.length() < FEWEST_OF_ONES_OWN;
    }

    /** Lower case, without accents, spaces and the usual disguises (0 for o, @ for a, 3 for e). */
    private static String plain(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        boolean hasLetters = bare.chars().anyMatch(Character::isLetter);
        String undisguised = hasLetters
                ? bare.replace('@', 'a').replace('3', 'e').replace('$', 's').replaceAll("(?<=[a-z])0|0(?=[a-z])", "o")
                : bare;
        return undisguised.replaceAll("[\\s._-]", "");
    }
}
