package fr.viaduc.forum;

import static org.assertj.core.api.Assertions.assertThat;

import fr.viaduc.content.Item;
import fr.viaduc.text.RichText;
import fr.viaduc.web.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be done with a topic, and by whom. */
class TopicTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private final Viewer author = viewer(1, false);
    private final Viewer colleague = viewer(2, false);
    private final Viewer preview = viewer(0, true);

    @Test
    void anAddressIsMadeOfTheTitle() {
        assertThat(Topic.slug("Où trouver les EPI ?")).isEqualTo("ou-trouver-les-epi");
        assertThat(Topic.slug("  L’œuf, à 14 h 30 — déjà !  ")).isEqualTo("l-oeuf-a-14-h-30-deja");
        assertThat(Topic.slug("???")).isEmpty();
        assertThat(Topic.slug("mot ".repeat(40))).hasSizeLessThanOrEqualTo(70).doesNotEndWith("-");
        assertThat(Topic.address(12, "???")).isEqualTo("/forum/12");
    }

    @Test
    void itsAuthorAcceptsAnAnswerAndNotAColleague() {
        Topic topic = topic(true, false, null, 0, null);
        assertThat(topic.acceptsAnswerFrom(author)).isTrue();
        assertThat(topic.acceptsAnswerFrom(colleague)).isFalse();
        assertThat(topic.acceptsAnswerFrom(preview)).isFalse();
        assertThat(topic(false, false, null, 0, null).acceptsAnswerFrom(author))
                .as("a discussion")
                .isFalse();
        assertThat(topic(true, true, null, 0, null).acceptsAnswerFrom(colleague))
                .as("the referent")
                .isTrue();
    }

    @Test
    void itsAuthorMovesItUntilSomebodyHasAnswered() {
        assertThat(topic(true, false, null, 0, null).movableBy(author)).isTrue();
        assertThat(topic(true, false, null, 1, null).movableBy(author)).isFalse();
        assertThat(topic(true, true, null, 1, null).movableBy(colleague)).isTrue();
    }

    @Test
    void itsAuthorOpensAgainWhatTheyClosedThemselves() {
        assertThat(topic(true, false, 1L, 0, null).reopenableBy(author)).isTrue();
        assertThat(topic(true, false, 9L, 0, null).reopenableBy(author)).isFalse();
        assertThat(topic(true, true, 9L, 0, null).reopenableBy(colleague)).isTrue();
    }

    @Test
    void readingsAreToldFromTenOn() {
        assertThat(topic(true, false, null, 0, null).tellableReadings()).isZero();
        assertThat(new Topic(item(null), null, true, false, null, 0, false, 0, 10, null, null, false, null)
                        .tellableReadings())
                .isEqualTo(10);
    }

    @Test
    void nothingIsNewToWhoOpensATopicForTheFirstTime() {
        assertThat(topic(true, false, null, 3, null).isNew(7)).isFalse();
        assertThat(topic(true, false, null, 3, 6L).isNew(7)).isTrue();
        assertThat(topic(true, false, null, 3, 7L).isNew(7)).isFalse();
    }

    @Test
    void aQuoteNamesWhomItQuotesAndLeadsToTheirWords() {
        Quote quote = Quote.of(
                "Nadège *Pernot*",
                "Nadège *Pernot* a écrit :",
                "/forum/5-livret?reponse=7#commentaire-7",
                "<blockquote><p>Avant</p></blockquote><p>Il faut <b>les deux</b> : [a](b) &lt;i&gt;</p><ol><li>une pièce</li></ol>");
        String stored = RichText.fromForm(quote.markdown() + "D’accord.", "");
        String fromEditor = RichText.fromForm(quote.html().replace("<p></p>", "<p>D’accord.</p>"), "html");
        for (String html : List.of(stored, fromEditor)) {
            var page = org.jsoup.Jsoup.parse(html);
            assertThat(page.select("blockquote a").attr("href")).isEqualTo("/forum/5-livret?reponse=7#commentaire-7");
            assertThat(page.select("blockquote a").text()).isEqualTo("Nadège *Pernot*");
            assertThat(page.select("blockquote p").eachText().stream().map(text -> text.replace('\u00a0', ' ')))
                    .containsExactly("Nadège *Pernot* a écrit :", "Il faut les deux : [a](b) <i>", "une pièce");
            assertThat(page.body().children().eachText().getLast()).isEqualTo("D’accord.");
        }
    }

    @Test
    void aLongTextIsQuotedByItsBeginning() {
        Quote quote = Quote.of("Odile", "Odile a écrit :", "/forum/1", "<p>" + "mot ".repeat(2000) + "</p><p>fin</p>");
        assertThat(quote.markdown().length()).isLessThan(1700);
        assertThat(quote.markdown()).doesNotContain("fin");
    }

    @Test
    void aFormSaysWhatToTakeUpAgain() {
        var empty = new TopicForm("Où", null, "", "", true, "", "a,b,c,d,e,f,g", UUID.randomUUID());
        assertThat(empty.errors()).containsOnlyKeys("titre", "rubrique", "texte", "etiquettes");
        var tags = new TopicForm("Gants d’hiver", 1L, "Où ?", "", true, "", " EPI, epi ; hiver,, ", UUID.randomUUID());
        assertThat(tags.errors()).isEmpty();
        assertThat(tags.tagNames()).containsExactly("EPI", "hiver");
    }

    private Topic topic(boolean question, boolean led, @Nullable Long closedBy, int answers, @Nullable Long seen) {
        return new Topic(item(closedBy), null, question, false, closedBy, answers, false, 7, 9, null, null, led, seen);
    }

    private static Item item(@Nullable Long closedBy) {
        return new Item(
                5,
                Topic.KIND,
                1,
                1,
                "Tous les agents",
                700,
                false,
                Item.State.PUBLISHED,
                "Livret",
                "",
                "",
                1,
                closedBy == null,
                0,
                0,
                MONDAY,
                MONDAY,
                null,
                null,
                null,
                false,
                null,
                null);
    }

    private static Viewer viewer(long id, boolean preview) {
        return new Viewer(id, "", "", "", 1, null, true, false, Set.of(), Locale.FRENCH, "", "", false, null, preview);
    }
}
