package fr.viaduc.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write is made safe and set right. */
class RichTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<p onclick=\"alert(1)\">bonjour</p>",
                "<a href=\"javascript:alert(1)\">ici</a>",
                "<a href=\"//evil.example\">ici</a>",
                "<a href=\"/\\evil.example\">ici</a>",
                "<img src=x onerror=alert(1)>",
                "<p style=\"position:fixed\" id=\"x\" data-controller=\"dialog\" class=\"x\">bonjour</p>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<svg><a xlink:href=\"javascript:alert(1)\"></a></svg>",
                "<math><mtext></mtext></math><style>p{}</style>",
                "<form action=\"/deconnexion\"><button>ok</button></form>"
            })
    void nothingThatRunsStylesOrIdentifiesIsKept(String html) {
        assertThat(RichText.clean(html))
                .doesNotContain(
                        "script",
                        "onclick",
                        "onerror",
                        "javascript",
                        "evil",
                        "style",
                        "data-",
                        "id=",
                        "class",
                        "<form",
                        "<svg");
    }

    @Test
    void anExcerptKeepsTheSpacesThatDoNotBreak() {
        assertThat(RichText.excerpt("<p>Avant 9\u00a0h\u00a0: <b>verglas</b></p>"))
                .isEqualTo("Avant 9\u00a0h\u00a0: verglas");
    }

    @Test
    void theStructureOfATextIsKept() {
        String html = "<h2>Titre</h2><p>Un <strong>mot</strong> et <em>un autre</em></p><ul><li>a</li><li>b</li></ul>";

        assertThat(RichText.clean(html)).isEqualTo(html);
    }

    @Test
    void aPlainFieldIsMarkdownAndShowsItsTagsAsTheyWereTyped() {
        assertThat(RichText.fromPlain("Un **mot**\n<b>gras</b>")).contains("<strong>mot</strong>", "&lt;b&gt;");
    }

    @Test
    void frenchSpacesDoNotBreak() {
        assertThat(RichText.fromPlain("Qui vient ? « Moi » : c'est dit !"))
                .contains("vient\u202f?", "«\u00a0Moi\u00a0»", "\u00a0:", "c’est", "dit\u202f!");
    }

    @Test
    void mentionsAreTheLinkedPeopleEachOnce() {
        assertThat(
                        RichText.mentions(
                                RichText.clean(
                                        "<p><a href=\"/annuaire/personnes/12\">a</a> <a href=\"/annuaire/personnes/7\">b</a> <a href=\"/annuaire/personnes/12\">a</a></p>")))
                .containsExactly(12L, 7L);
    }

    @Test
    void anExcerptIsCutBetweenWords() {
        String excerpt = RichText.excerpt("<p>" + "déneigement ".repeat(60) + "</p>");

        assertThat(excerpt).hasSizeLessThanOrEqualTo(300).endsWith("déneigement…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Bonjour à tous.</p>",
                "<p>La <strong>lame</strong> est <em>montée</em>.</p>",
                "<p>Première ligne<br />seconde ligne</p><p>Autre paragraphe</p>",
                "<h2>Titre</h2><p>Texte</p><h3>Sous-titre</h3>",
                "<ul><li>un</li><li>deux<ul><li>deux bis</li></ul></li></ul><p>après</p>",
                "<ol><li>un</li><li>deux</li></ol>",
                "<blockquote><p>On a dit</p><p>deux choses</p></blockquote>",
                "<p>Voir <a href=\"https://www.chaumont.fr/a_b\" rel=\"noopener noreferrer nofollow\">la ville (centre)</a></p>",
                "<p>2 * 3 * 4, a_b_c, [note], 1 &lt; 2, &amp;amp; `code`</p>",
                "<p># pas un titre</p><p>1. pas une liste</p><p>- non plus</p>",
                "<pre><code>a  &lt; b\n  c\n</code></pre>",
                "<hr /><p>fin</p>"
            })
    void whatIsTypedWithoutScriptsIsTheSameTextAgain(String html) {
        assertThat(RichText.fromPlain(RichText.typed(html)).replace("\n", ""))
                .isEqualTo(RichText.clean(html).replace("\n", ""));
    }

    @Test
    void theEditorsParagraphsInListsAreListsAgain() {
        assertThat(RichText.typed("<ul><li><p>un</p></li><li><p>deux</p></li></ul>"))
                .isEqualTo("- un\n- deux");
    }
}
