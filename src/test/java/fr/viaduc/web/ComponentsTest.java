package fr.viaduc.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The components: all of them are shown at {@code /aide/composants}, and they name icons that exist. */
class ComponentsTest {
    private static final Path TEMPLATES = Path.of("src", "main", "jte");
    private static final Path SPRITE = Path.of("src", "main", "frontend", "img", "icons.svg");
    private static final Pattern CALL = Pattern.compile("@template\\.ui\\.(\\w+)\\(");

    @Test
    void everyComponentIsShown() throws IOException {
        var shown = new TreeSet<String>();
        // The page of components, the picture it opens, and what surrounds every page.
        var toRead = new ArrayDeque<>(List.of(
                TEMPLATES.resolve("help/components.jte"),
                TEMPLATES.resolve("help/photo.jte"),
                TEMPLATES.resolve("layout/page.jte")));
        while (!toRead.isEmpty()) {
            for (String name : all(CALL, Files.readString(toRead.pop(), UTF_8))) {
                if (shown.add(name)) {
                    toRead.push(TEMPLATES.resolve("ui").resolve(name + ".jte"));
                }
            }
        }
        try (Stream<Path> components = Files.list(TEMPLATES.resolve("ui"))) {
            assertThat(shown)
                    .containsExactlyInAnyOrderElementsOf(components
                            .map(path -> path.getFileName().toString().replace(".jte", ""))
                            .toList());
        }
    }

    @Test
    void everyIconIsInTheSpriteAndStandsThereOnce() throws IOException {
        List<String> drawn = all(Pattern.compile("<symbol id=\"i-([^\"]+)\""), Files.readString(SPRITE, UTF_8));
        assertThat(drawn).doesNotHaveDuplicates();
        var named = new TreeSet<String>();
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            for (Path template :
                    templates.filter(path -> path.toString().endsWith(".jte")).toList()) {
                named.addAll(all(
                        Pattern.compile("(?:ui\\.icon\\(name|icon) = \"([^\"]+)\""),
                        Files.readString(template, UTF_8)));
            }
        }
        named.removeAll(drawn);
        assertThat(named).as("icons that are not drawn").isEmpty();
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
