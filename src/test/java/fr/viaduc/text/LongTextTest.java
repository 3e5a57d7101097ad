package fr.viaduc.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long texts keep their structure, and nothing that runs, styles, identifies or watches. */
class LongTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<p onclick=\"alert(1)\" onmouseover=alert(1)>bonjour</p>",
                "<a href=\"javascript:alert(1)\">ici</a>",
                "<a href=\"jav&#x09;ascript:alert(1)\">ici</a>",
                "<a href=\"&#106;avascript:alert(1)\">ici</a>",
                "<a href=\" javascript:alert(1)\">ici</a>",
                "<a href=\"vbscript:msgbox(1)\">ici</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">ici</a>",
                "<a href=\"//evil.example\">ici</a>",
                "<a href=\"/\\evil.example\">ici</a>",
                "<a href=\"/&#9;/evil.example\">ici</a>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"https://evil.example/pixel.gif\">",
                "<img src=\"/fichiers/12/medium/x.jpg\" onload=\"alert(1)\" style=\"position:fixed\" id=\"a\">",
                "<img src=\"/fichiers/12/medium/../../../deconnexion\">",
                "<img src=\"/fichiers/12/medium/x.jpg?evil=1\">",
                "<figure onclick=alert(1) data-controller=\"dialog\"><img src=\"/fichiers/12/medium/x.jpg\"></figure>",
                "<div role=\"note\" style=\"position:fixed\" data-action=\"evil#run\" class=\"x\"><p>Encadré</p></div>",
                "<div role=\"alert\" id=\"contenu\"><p>faux</p></div>",
                "<table background=\"javascript:alert(1)\"><tr><td background=\"evil\">x</td></tr></table>",
                "<th scope=\"col\" onclick=\"alert(1)\">x</th>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<object data=\"evil.swf\"></object><embed src=\"evil.swf\">",
                "<svg onload=alert(1)><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
                "<svg><style><img src=x onerror=alert(1)></style></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<style>p{background:url(//evil.example)}</style><link rel=stylesheet href=//evil.example>",
                "<base href=\"//evil.example/\"><meta http-equiv=refresh content=\"0;url=//evil.example\">",
                "<form action=\"/deconnexion\" data-turbo-method=\"post\"><button formaction=\"evil\">ok</button></form>",
                "<input autofocus onfocus=alert(1)><textarea autofocus onfocus=alert(1)></textarea>",
                "<video src=x onerror=alert(1)></video><audio src=x onerror=alert(1)></audio>",
                "<template><img src=x onerror=alert(1)></template>",
                "<turbo-stream action=\"append\" target=\"toasts\"><template><b>evil</b></template></turbo-stream>",
                "<a href=\"/blog\" data-turbo-method=\"delete\" data-controller=\"clipboard\" target=\"_top\">ici</a>",
                "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
                "<p>${7*7}</p><p title='\"><script>alert(1)</script>'>x</p>",
                "<details open ontoggle=alert(1)><summary>x</summary></details>",
                "<marquee onstart=alert(1)>x</marquee><isindex onfocus=alert(1)>",
            })
    void nothingThatRunsStylesIdentifiesOrWatchesIsKept(String html) {
        for (String clean : java.util.List.of(
                LongText.clean(html, LongTextTest::twelve),
                LongText.fromForm(html, "", LongTextTest::twelve),
                LongText.clean("<p>avant</p>" + html + "<p>après</p>", LongTextTest::twelve))) {
            assertThat(clean.toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("<script", "javascript:", "vbscript:", "evil.example", "data-", " style=", " id=")
                    .doesNotContain(
                            "<style", "<svg", "<form", "<input", "<iframe", "<object", "<embed", "<base", "<meta")
                    .doesNotContain("<turbo", "<template", "<video", " class=", "alert\"")
                    .doesNotContainPattern("<[^>]*\\son[a-z]+\\s*=");
            assertThat(Jsoup.parse(clean).select("img"))
                    .allSatisfy(image -> assertThat(image.attr("src")).isEqualTo("/fichiers/12/medium/benne.jpg"));
        }
    }

    @Test
    void theStructureOfAnArticleIsKept() {
        String html = "<h2>Titre</h2><p>Un <strong>mot</strong></p><ul><li><p>a</p></li></ul>"
                + "<figure><img src=\"/fichiers/12/medium/benne.jpg\" alt=\"La benne 7\" width=\"960\" height=\"640\""
                + " loading=\"lazy\" /><figcaption>À l’aube</figcaption></figure>"
                + "<div role=\"note\"><p>Encadré</p></div>";

        assertThat(LongText.clean(html, LongTextTest::twelve).replace("\" />", "\">"))
                .isEqualTo(html.replace("\" />", "\">"));
    }

    @Test
    void savingAgainChangesNothing() {
        String once = LongText.clean(
                "<h1>Titre</h1><p>Qui vient ? « Moi » : c'est dit.</p><table><tr><th>Jour</th></tr><tr><td>lundi</td></tr>"
                        + "</table><p>a&nbsp;b &amp; c &lt; d</p><img src='/fichiers/12/large/x.jpg' alt='b'>",
                LongTextTest::twelve);

        assertThat(LongText.clean(once, LongTextTest::twelve)).isEqualTo(once);
        assertThat(LongText.fromForm(LongText.typed(once), "", LongTextTest::twelve))
                .isEqualTo(once);
    }

    @Test
    void aPictureOfNobodysOwnIsNotShown() {
        assertThat(LongText.clean(
                        "<figure><img src=\"/fichiers/13/medium/x.jpg\" alt=\"\"><figcaption>Volée</figcaption></figure>",
                        LongTextTest::twelve))
                .doesNotContain("<img", "<figure")
                .contains("Volée");
    }

    @Test
    void aHeaderSaysWhatItHeads() {
        assertThat(LongText.clean(
                        "<table><tr><th>Jour</th><th>Heure</th></tr><tr><th>Lundi</th><td>6 h</td></tr></table>",
                        LongTextTest::twelve))
                .contains("<th scope=\"col\">Jour</th>", "<th scope=\"row\">Lundi</th>");
    }

    @Test
    void whatIsTypedWithoutScriptsIsMarkdownInWhichTablesMayStand() {
        String clean = LongText.fromForm(
                "## Horaires\n\nUn *mot*.\n\n<table><tr><th>Jour</th></tr></table>\n\n![La benne](/fichiers/12/medium/x.jpg)",
                "",
                LongTextTest::twelve);

        assertThat(clean)
                .contains("<h2>Horaires</h2>", "<em>mot</em>", "<th scope=\"col\">Jour</th>", "alt=\"La benne\"");
    }

    @Test
    void headingsCanBeReachedAndTablesScrolled() {
        LongText.Shown shown =
                LongText.shown("<h2>Un &amp; deux</h2><p>a</p><h3>Trois</h3><table><tbody></tbody></table>", "Tableau");

        assertThat(shown.html())
                .isEqualTo("<h2 id=\"partie-1\">Un &amp; deux</h2><p>a</p><h3 id=\"partie-2\">Trois</h3>"
                        + "<div class=\"table-wrap\" tabindex=\"0\" role=\"region\" aria-label=\"Tableau\">"
                        + "<table class=\"table\"><tbody></tbody></table></div>");
        assertThat(shown.headings())
                .containsExactly(
                        new LongText.Heading("partie-1", "Un & deux", 2), new LongText.Heading("partie-2", "Trois", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"word.html", "libreoffice.html"})
    void adocumentOfAWordProcessorKeepsItsStructureAndLosesItsStyles(String file) throws IOException {
        String clean = LongText.clean(pasted(file), LongTextTest::twelve);

        assertThat(Jsoup.parse(clean).select("h2, h3")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(Jsoup.parse(clean).select("table tr")).hasSize(2);
        assertThat(Jsoup.parse(clean).select("h1")).isEmpty();
        assertThat(clean)
                .doesNotContain(
                        "mso", "Mso", "style", "class", "font", "<img", "file:", "mouchard", "<o:p", "width", "<p></p>")
                .doesNotContain("StartFragment", "generator", "name=");
    }

    @Test
    void aTextOf200KilobytesIsKeptWhole() {
        String paragraph = "<p>" + "La lame biaise est montée. ".repeat(30) + "</p>";
        String html = paragraph.repeat(260);
        assertThat(html.length()).isGreaterThan(200_000);

        assertThat(Jsoup.parse(LongText.clean(html, LongTextTest::twelve)).select("p"))
                .hasSize(260);
    }

    @Test
    void wordsAndMinutesAreCounted() {
        assertThat(LongText.words("<h2>Un titre</h2><p>et trois mots</p>")).isEqualTo(5);
        assertThat(LongText.words("")).isZero();
        assertThat(LongText.minutes(0)).isEqualTo(1);
        assertThat(LongText.minutes(1100)).isEqualTo(5);
    }

    @Test
    void anAddressIsMadeOfTheTitlesWords() {
        assertThat(Slug.of("Karim, 4 h 30, la tournée qui réveille le plateau"))
                .isEqualTo("karim-4-h-30-la-tournee-qui-reveille-le-plateau");
        assertThat(Slug.of("Le cœur de l’été !")).isEqualTo("le-coeur-de-l-ete");
        assertThat(Slug.of("…")).isEmpty();
        assertThat(Slug.of("déneigement ".repeat(20)))
                .hasSizeLessThanOrEqualTo(80)
                .doesNotEndWith("-");
    }

    private static String pasted(String file) throws IOException {
        try (InputStream content = Objects.requireNonNull(LongTextTest.class.getResourceAsStream("/pasted/" + file))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<Long, LongText.Picture> twelve(Set<Long> ids) {
        return ids.contains(12L)
                ? Map.of(12L, new LongText.Picture("/fichiers/12/medium/benne.jpg", 960, 640))
                : Map.of();
    }
}
