package fr.viaduc.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.text.Passage.Part;
import org.junit.jupiter.api.Test;

class SoughtWordsTest {

    @Test
    void wordsAreMarkedWhereTheyBeginAWordAccentsAndCaseAside() {
        assertThat(new SoughtWords("eglise THEV")
                        .in("Jean-Marc Thévenot, Deux-Églises")
                        .parts())
                .containsExactly(
                        new Part("Jean-Marc ", false),
                        new Part("Thévenot", true),
                        new Part(", Deux-", false),
                        new Part("Églises", true));
    }

    @Test
    void aLetterAloneAndWhatIsInsideAWordMarkNothing() {
        assertThat(new SoughtWords("e venot").in("Élodie Thévenot").parts())
                .containsExactly(new Part("Élodie Thévenot", false));
    }

    @Test
    void withoutWordsTheTextIsWhole() {
        assertThat(new SoughtWords("").in("Voirie").parts()).containsExactly(new Part("Voirie", false));
    }
}
