package fr.viaduc.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a post, a poll and the form of a post say by themselves. */
class PostTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Instant NOON = Instant.parse("2026-11-25T11:00:00Z");

    @Test
    void anEmptyPostSaysWhatIsMissing() {
        assertThat(errors(Map.of()))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("audience", "posts.error.audience", "texte", "posts.error.blank"));
    }

    @Test
    void anEmptyParagraphOfTheEditorIsNoText() {
        assertThat(errors(Map.of("audience", "c1", "texte", "<p></p><p>&nbsp;</p>", "texteFormat", "html")))
                .containsOnlyKeys("texte");
        assertThat(errors(Map.of("audience", "c1", "texte", "<p>Bonjour</p>", "texteFormat", "html")))
                .isEmpty();
    }

    @Test
    void aPictureAFileALinkOrAPollNeedsNoText() {
        assertThat(errors(Map.of("audience", "c1", "photos", "7", "photosAlternative", "Une haie taillée")))
                .isEmpty();
        assertThat(errors(Map.of("audience", "c1", "fichiers", "8"))).isEmpty();
        assertThat(errors(Map.of("audience", "c1", "lien", "https://www.legifrance.gouv.fr")))
                .isEmpty();
        assertThat(errors(poll("Quel jour ?", "2026-12-01", "Lundi", "Mardi"))).isEmpty();
    }

    @Test
    void eachPictureIsDescribedOrSaidToBeDecorative() {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("audience", List.of("c1"));
        fields.put("photos", List.of("7", "8", "9"));
        fields.put("photosAlternative", List.of("Une haie taillée", "  ", ""));
        fields.put("photosDecorative", List.of("8"));
        PostForm form = PostForm.of(field -> fields.getOrDefault(field, List.of()));

        assertThat(form.pictures())
                .containsExactly(
                        new PostForm.Picture(7, "Une haie taillée", false),
                        new PostForm.Picture(8, "", true),
                        new PostForm.Picture(9, "", false));
        assertThat(form.errors(TODAY)).containsExactly(Map.entry("photos-9", "posts.error.alternative"));
    }

    @Test
    void twentyPicturesAtMostEachOnce() {
        String[] twentyOne =
                IntStream.rangeClosed(1, 21).mapToObj(String::valueOf).toArray(String[]::new);
        Map<String, List<String>> fields = Map.of(
                "audience",
                List.of("c1"),
                "photos",
                List.of(twentyOne),
                "photosAlternative",
                Arrays.stream(twentyOne).map(n -> "Photo " + n).toList());
        assertThat(PostForm.of(field -> fields.getOrDefault(field, List.of())).errors(TODAY))
                .containsEntry("photos", "posts.error.pictures");
        assertThat(PostForm.of(field -> field.equals("photos") ? List.of("5", "5", "x", "-1") : List.of())
                        .pictures())
                .extracting(PostForm.Picture::id)
                .containsExactly(5L);
    }

    @Test
    void aLinkIsAWholeAddressOfTheWeb() {
        for (String wrong : List.of("javascript:alert(1)", "www.chaumont.fr", "ftp://depot", "https://")) {
            assertThat(errors(Map.of("audience", "c1", "lien", wrong)))
                    .as(wrong)
                    .containsOnlyKeys("lien");
        }
    }

    @Test
    void aPollHasAQuestionTwoToSixDifferentAnswersAndADayToCome() {
        assertThat(errors(poll("", "2026-12-01", "Lundi", "Mardi"))).containsOnlyKeys("question");
        assertThat(errors(poll("Quel jour ?", "2026-12-01", "Lundi"))).containsOnlyKeys("reponse-1");
        assertThat(errors(poll("Quel jour ?", "2026-12-01", "a", "b", "c", "d", "e", "f", "g")))
                .containsOnlyKeys("reponse-1");
        assertThat(errors(poll("Quel jour ?", "2026-12-01", "Lundi", " lundi")))
                .containsEntry("reponse-1", "posts.error.sameOptions");
        for (String wrong : List.of("", "2026-11-25", "2026-02-30", "2028-01-01")) {
            assertThat(errors(poll("Quel jour ?", wrong, "Lundi", "Mardi")))
                    .as(wrong)
                    .containsOnlyKeys("jusquau");
        }
    }

    @Test
    void thanksSayWhy() {
        assertThat(errors(Map.of("audience", "c1", "bravo", "12"))).containsEntry("texte", "posts.error.thanks");
        assertThat(errors(Map.of("audience", "c1", "bravo", "12", "texte", "Bravo Didier, l’eau est revenue.")))
                .isEmpty();
    }

    @Test
    void aPollIsAnonymousUnlessSaidOtherwise() {
        assertThat(PostForm.of(field -> List.of()).anonymous()).isTrue();
        assertThat(PostForm.of(field -> field.equals("anonyme") ? List.of("false") : List.of())
                        .anonymous())
                .isFalse();
    }

    @Test
    void resultsAreForThoseWhoHaveVotedAndForAllOnceItIsOver() {
        Poll open = new Poll("Quel jour ?", true, false, NOON.plusSeconds(60), 3, false, List.of());
        assertThat(open.showsResults(NOON)).isFalse();
        assertThat(open.acceptsVote(NOON)).isTrue();
        assertThat(open.showsResults(NOON.plusSeconds(60))).isTrue();
        assertThat(open.acceptsVote(NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void oneChangesAVoteOnlyWhereVotesBearNames() {
        Poll named = new Poll("Quel jour ?", false, false, NOON.plusSeconds(60), 3, true, List.of());
        Poll anonymous = new Poll("Quel jour ?", true, false, NOON.plusSeconds(60), 3, true, List.of());
        assertThat(named.acceptsVote(NOON)).isTrue();
        assertThat(anonymous.acceptsVote(NOON)).isFalse();
        assertThat(anonymous.showsResults(NOON)).isTrue();
    }

    @Test
    void sharesAreThoseOfTheVotersEvenWhenThereAreNone() {
        var lundi = new Poll.Option(1, "Lundi", 2, false);
        assertThat(new Poll("?", true, false, NOON, 3, false, List.of(lundi)).percent(lundi))
                .isEqualTo(67);
        assertThat(new Poll("?", true, false, NOON, 0, false, List.of(lundi)).percent(lundi))
                .isZero();
    }

    @Test
    void aLinkWithoutTitleIsCalledByItsHost() {
        assertThat(new Post(1, "https://www.chaumont.fr/", null, null, List.of()).linkWords())
                .isEqualTo("chaumont.fr");
        assertThat(new Post(1, "https://www.chaumont.fr/", "La ville", null, List.of()).linkWords())
                .isEqualTo("La ville");
    }

    private static Map<String, String> errors(Map<String, String> fields) {
        return PostForm.of(field -> fields.containsKey(field) ? List.of(fields.get(field)) : List.of())
                .errors(TODAY);
    }

    private static Map<String, String> errors(PostForm form) {
        return form.errors(TODAY);
    }

    private static PostForm poll(String question, String lastDay, String... answers) {
        Map<String, List<String>> fields = Map.of(
                "audience",
                List.of("c1"),
                "question",
                List.of(question),
                "jusquau",
                List.of(lastDay),
                "reponse",
                List.of(answers));
        return PostForm.of(field -> fields.getOrDefault(field, List.of()));
    }
}
