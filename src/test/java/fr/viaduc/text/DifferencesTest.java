package fr.viaduc.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What changed is said word by word, and nothing in it runs. */
class DifferencesTest {

    @Test
    void aChangedWordIsStruckOutAndItsSuccessorMarked() {
        List<Differences.Line> lines =
                Differences.between("<p>Réunion mardi à 9 h.</p>", "<p>Réunion mercredi à 9 h.</p>");

        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().html()).contains("<del>mardi</del>", "<ins>mercredi</ins>", "à 9 h.");
        assertThat(lines.getFirst().changed()).isTrue();
    }

    @Test
    void onlyTheSurroundingsOfAChangeAreShown() {
        String before = "<p>un</p>".repeat(10) + "<p>fin</p>";
        List<Differences.Line> lines = Differences.between(before, before.replace("fin", "suite"));

        assertThat(lines).hasSize(2);
    }

    @Test
    void theSameTextHasNoDifference() {
        assertThat(Differences.between("<h2>Titre</h2><p>Texte</p>", "<h2>Titre</h2><p>Texte</p>"))
                .isEmpty();
    }

    @Test
    void signsOfHtmlInATextStayText() {
        List<Differences.Line> lines =
                Differences.between("<p>a &lt;script&gt; &amp; b</p>", "<p>a &lt;img onerror=x&gt; &amp; b</p>");

        assertThat(lines.getFirst().html()).doesNotContain("<script", "<img").contains("&amp; b");
    }

    @Test
    void aNewPictureIsSaidByItsDescription() {
        assertThat(Differences.between("<p>a</p>", "<p>a</p><figure><img src=\"x\" alt=\"La benne\"></figure>")
                        .getLast()
                        .html())
                .contains("<ins>", "La benne");
    }
}
