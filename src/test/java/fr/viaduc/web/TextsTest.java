package fr.viaduc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Interface texts: the same in French and in English, and set as French is. */
class TextsTest {
    private final Texts texts = new Texts();

    @Test
    void everyTextExistsInFrenchAndInEnglish() {
        assertThat(new TreeSet<>(texts.keys("en"))).isEqualTo(new TreeSet<>(texts.keys("fr")));
    }

    @Test
    void frenchTextsHaveTheirSpacesAndApostrophes() {
        for (String key : texts.keys("fr")) {
            String text = texts.raw(key);
            assertThat(text).as(key).doesNotMatch("(?s).*\\p{L}'\\p{L}.*").doesNotMatch("(?s).*\\p{L} [;:!?»].*");
        }
    }

    @Test
    void pluralsFollowTheNumber() {
        assertThat(texts.of(Locale.FRENCH, "content.comment.count", 1)).isEqualTo("1 commentaire");
        assertThat(texts.of(Locale.FRENCH, "content.comment.count", 3)).isEqualTo("3 commentaires");
    }
}
