package fr.viaduc.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Interface texts: the same in French and in English, and set as French is. */
class TextsTest {
    private static final Path TEMPLATES = Path.of("src", "main", "jte");

    /** What French typography forbids, and what to write instead. */
    private static final Map<String, Pattern> FAULTS = new LinkedHashMap<>();

    static {
        FAULTS.put("’ in place of '", Pattern.compile("\\p{L}'\\p{L}"));
        FAULTS.put("« » in place of \"", Pattern.compile("(?<![=\\p{Alnum}])\"\\p{L}"));
        FAULTS.put("… in place of ...", Pattern.compile("\\.\\.\\."));
        FAULTS.put(
                "a narrow no-break space before ; ! ?",
                Pattern.compile("[^\u202f;!?\\s&][;!?](?=[\\s\u00a0»)]|$)| [;!?]"));
        FAULTS.put("a no-break space before :", Pattern.compile("[^\u00a0\\s:\\d]:(?=\\s|$)| :"));
        FAULTS.put("a no-break space inside « »", Pattern.compile("«[^\u00a0]|[^\u00a0]»"));
        FAULTS.put(
                "a no-break space between a number and its unit",
                Pattern.compile("[\\d}] ?(?:%|€)|[\\d}] (?:k?m|[kMG]o|h|min|s|px)\\b"));
        FAULTS.put("a narrow no-break space between thousands", Pattern.compile("\\d[ \u00a0]\\d{3}(?!\\d)"));
        FAULTS.put("one space at a time", Pattern.compile("[^\\s]  +[^\\s]"));
        FAULTS.put("no full stop in the middle of a word", Pattern.compile("\\p{L}·\\p{L}"));
    }

    private final Texts texts = new Texts();

    @Test
    void everyTextExistsInFrenchAndInEnglish() {
        assertThat(new TreeSet<>(texts.keys("en"))).isEqualTo(new TreeSet<>(texts.keys("fr")));
    }

    @Test
    void bothLanguagesAreFilledInWithTheSameThings() {
        // French joins « à » and the article: it takes the name without it where English takes it whole.
        for (String key : texts.keys("fr").stream()
                .filter(key -> !key.startsWith("circles.at."))
                .toList()) {
            assertThat(places(texts.raw(Locale.ENGLISH, key))).as(key).isEqualTo(places(texts.raw(Locale.FRENCH, key)));
        }
    }

    @Test
    void frenchTextsAreSetAsFrenchIs() {
        var faults = new ArrayList<String>();
        for (String key : texts.keys("fr")) {
            // What a command prints stands in columns.
            String text = words(texts.raw(Locale.FRENCH, key));
            faults.addAll(faults(key, key.contains(".command.") ? text.replaceAll("  +", " ") : text));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void helpPagesAreSetAsFrenchIs() throws IOException {
        var faults = new ArrayList<String>();
        try (Stream<Path> pages = Files.list(TEMPLATES.resolve(Path.of("help", "fr")))) {
            for (Path page : pages.sorted().toList()) {
                for (String line : Files.readAllLines(page, UTF_8)) {
                    if (!line.startsWith("@")) {
                        String words = line.replaceAll("<[^>]+>", "")
                                .replaceAll("@if\\(.*?\\)(?= )|@endif", "")
                                .replaceAll("\\$\\{[^}]*}", "x");
                        faults.addAll(faults(page.getFileName().toString(), words.strip()));
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theRulesSeeWhatIsWrong() {
        for (String wrong : List.of(
                "l'agent",
                "Bonjour !",
                "Bonjour!",
                "Quoi ?",
                "Voici :",
                "Voici: là",
                "« là »",
                "25 Mo",
                "12 %",
                "2 000 caractères",
                "Attendez...",
                "un \"mot\"",
                "agent·es",
                "deux  espaces")) {
            assertThat(faults("", wrong)).as(wrong).isNotEmpty();
        }
        for (String right : List.of(
                "l’agent : « Quoi\u202f? »"
                        .replace(" :", "\u00a0:")
                        .replace("« ", "«\u00a0")
                        .replace(" »", "\u00a0»"),
                "Par exemple https://www.service-public.gouv.fr",
                "25\u00a0Mo, 12\u00a0%, 2\u202f000 caractères, 14\u00a0h\u00a030",
                "Fait\u202f; bien\u202f!")) {
            assertThat(faults("", right)).as(right).isEmpty();
        }
    }

    /** Pages hold no words of their own: a reader of English would meet them in French. */
    @Test
    void templatesTakeTheirWordsFromTheTexts() throws IOException {
        var french = new ArrayList<String>();
        Pattern letters = Pattern.compile("[àâçéèêëîïôûùœÀÂÇÉÈÊÎÔÛ«»’]");
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            for (Path template : templates
                    .filter(path -> path.toString().endsWith(".jte"))
                    .filter(path -> !path.startsWith(TEMPLATES.resolve("help")))
                    // Printed and posted: to people who have chosen no language yet.
                    .filter(path -> !path.endsWith("letters.jte"))
                    .toList()) {
                String words = Files.readString(template, UTF_8)
                        .replaceAll("(?s)<%--.*?--%>", "")
                        .replace(">Français<", "");
                if (letters.matcher(words).find()) {
                    french.add(template.toString());
                }
            }
        }
        assertThat(french).isEmpty();
    }

    @Test
    void everyHelpPageIsThereInBothLanguages() throws IOException {
        try (Stream<Path> french = Files.list(TEMPLATES.resolve(Path.of("help", "fr")));
                Stream<Path> english = Files.list(TEMPLATES.resolve(Path.of("help", "en")))) {
            assertThat(english.map(Path::getFileName))
                    .containsExactlyInAnyOrderElementsOf(
                            french.map(Path::getFileName).toList());
        }
    }

    @Test
    void pluralsFollowTheNumber() {
        assertThat(texts.of(Locale.FRENCH, "content.comment.count", 1)).isEqualTo("1 commentaire");
        assertThat(texts.of(Locale.FRENCH, "content.comment.count", 3)).isEqualTo("3 commentaires");
    }

    private static List<String> faults(String where, String text) {
        return FAULTS.entrySet().stream()
                .filter(fault -> fault.getValue().matcher(text).find())
                .map(fault -> where + ": « " + text + " » wants " + fault.getKey())
                .toList();
    }

    /** The words that are read, without ICU's own: « {0, plural, one {# agent} other {# agents}} » becomes « # agent # agents ». */
    private static String words(String text) {
        return text.replaceAll("'(\\{\\w+})'", "x")
                .replaceAll("\\{\\w+, number, [^}]*}", "0")
                .replaceAll("\\{\\w+, (?:plural|select),\\s*", "")
                .replaceAll("(?:=\\d+|zero|one|two|few|many|other|\\w+) \\{(?=[^}]*})", "")
                .replaceAll("\\{\\w+(?:, \\w+)*}", "0")
                .replace("}", "")
                .replace("''", "’");
    }

    private static Set<String> places(String text) {
        var places = new TreeSet<String>();
        // The words of a plural are not places: « one {change} ».
        String outside = text.replaceAll("(?<=\\w )\\{[^{}]*}(?=\\s*(?:}|one|two|few|many|other|=\\d))", "");
        Matcher matcher = Pattern.compile("'?\\{(\\w+)(?=[,}])").matcher(outside);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }
}
