package fr.viaduc.bench;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What travels: the home page with all it asks for, the faces beside every name included though those out of sight wait,
 * then a page whose files the browser already has.
 */
final class Weight {

    private static final Pattern ASKED =
            Pattern.compile("(?:src|href)=\"(/(?:assets|fichiers/\\d+/face)/[^\"#]+)|url\\(\"?(\\.{0,2}/[^\")]+)");

    /** Fonts that browsers fetch only for the pages that have such letters. */
    private static final Pattern RARE_FONTS =
            Pattern.compile("@font-face\\s*\\{[^}]*(?:unicode-range|font-style:\\s*italic)[^}]*}");

    private Weight() {}

    static List<String> measured(Server server, Visitor visitor) throws IOException, InterruptedException {
        var page = visitor.packed("/");
        long files = 0;
        var detail = new StringBuilder();
        Set<String> asked = asked(visitor.text("/"), "/");
        for (String file : List.copyOf(asked)) {
            if (file.endsWith(".css")) {
                asked.addAll(asked(RARE_FONTS.matcher(visitor.text(file)).replaceAll(""), file));
            }
        }
        for (String file : asked) {
            int bytes = visitor.packed(file).body().length;
            files += bytes;
            detail.append(detail.isEmpty() ? "" : ", ")
                    .append(file.substring(file.lastIndexOf('/') + 1))
                    .append(' ')
                    .append(Math.round(bytes / 100.0) / 10.0);
        }
        Bench.output(detail.toString());
        return List.of(
                "- première visite : %.1f ko sur le réseau, dont la page %.1f ko, en %d requêtes ; page suivante : %.1f ko"
                        .formatted(
                                (page.body().length + files) / 1000.0,
                                page.body().length / 1000.0,
                                asked.size() + 1,
                                page.body().length / 1000.0));
    }

    private static Set<String> asked(String text, String from) {
        var asked = new LinkedHashSet<String>();
        var matcher = ASKED.matcher(text);
        while (matcher.find()) {
            String path = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            asked.add(java.net.URI.create(from).resolve(String.valueOf(path)).getPath());
        }
        return asked;
    }
}
