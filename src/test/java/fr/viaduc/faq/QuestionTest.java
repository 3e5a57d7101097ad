package fr.viaduc.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a question says of itself. */
class QuestionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Test
    void itsAddressIsReadable() {
        assertThat(Question.slug("Où trouver les EPI ?")).isEqualTo("ou-trouver-les-epi");
        assertThat(Question.slug("« Congés », reportés : jusqu’à quand ?")).isEqualTo("conges-reportes-jusqu-a-quand");
        assertThat(Question.slug("Une question vraiment très longue que personne ne poserait jamais ainsi, sauf ici"))
                .hasSizeLessThanOrEqualTo(60)
                .isEqualTo("une-question-vraiment-tres-longue-que-personne-ne-poserait");
        assertThat(Question.slug("???")).isEmpty();
    }

    @Test
    void aFormSaysWhatIsMissing() {
        var empty = new QuestionForm("", " ", "html", "", "x", "", null, null, UUID.randomUUID());
        assertThat(empty.errors(TODAY))
                .containsOnlyKeys("question", "reponse", "categorie", "service", "verifierAvant");
    }

    @Test
    void anAnswerIsCheckedWithinThreeYears() {
        assertThat(form(TODAY).errors(TODAY)).containsOnlyKeys("verifierAvant");
        assertThat(form(TODAY.plusYears(4)).errors(TODAY)).containsOnlyKeys("verifierAvant");
        assertThat(form(TODAY.plusDays(1)).errors(TODAY)).isEmpty();
    }

    private static QuestionForm form(LocalDate review) {
        return new QuestionForm("Quand ?", "<p>Demain.</p>", "html", "1", "2", "c3", review, null, UUID.randomUUID());
    }
}
