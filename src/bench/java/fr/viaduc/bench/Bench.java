package fr.viaduc.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures Viaduc on a generated network and prints the figures as Markdown. Run by {@code bin/bench}, from the root of
 * the sources, with the application's own classes.
 */
final class Bench {

    private Bench() {}

    /** Runs with the options that {@code bin/bench --help} explains. */
    public static void main(String[] words) throws Exception {
        Options options = Options.of(List.of(words));
        var network = new Network(options.size(), options.data());
        if (!network.exists()) {
            network.make(options.port());
        }
        if (options.prepare()) {
            return;
        }
        String report = measure(options, network);
        output(report);
        if (options.write()) {
            Section.write(Path.of("docs/bench.md"), options.size().name(), report);
        }
    }

    private static String measure(Options options, Network network) throws Exception {
        var report = new ArrayList<String>();
        double ready = Server.medianStart(options.data(), options.port(), 3);
        try (Server server = Server.start(options.data(), options.port())) {
            report.add(Machine.description(options.size(), network));
            report.add("");
            report.addAll(new Pages(server, network, options).measured());
            var posting = new Posting(server, network);
            report.addAll(posting.measured());
            report.add(new Reading(server, network).measured());
            report.addAll(Weight.measured(server, network.visitors(server, 1).getFirst()));
            report.add(
                    "- prêt en %.1f s, données présentes (médiane de 3 départs, du lancement à la réponse de `/sante`)"
                            .formatted(ready));
            report.add("- mémoire après la charge : application %d Mo résidents, base de données %d Mo (part propre)"
                    .formatted(
                            server.application().residentMegabytes(),
                            server.database().ownMegabytes()));
            if (options.rule()) {
                report.addAll(new AccessRule(server, network, options).measured());
            }
            // Last: its hundred thousand topics are not those of the network that is measured.
            report.addAll(new SimilarTopics(network).measured());
        }
        return String.join("\n", report) + "\n";
    }

    @SuppressWarnings("SystemOut") // the report is for the person at the console
    static void output(String text) {
        System.out.println(text);
    }

    /** What the command line asks for. */
    record Options(Size size, Path data, int port, int seconds, List<String> only, boolean rule, boolean write, boolean prepare) {

        static Options of(List<String> words) {
            Size size = words.contains("--large") ? Size.LARGE : Size.SMALL;
            String only = value(words, "--pages", "");
            return new Options(
                    size,
                    Path.of(value(words, "--data", "target/bench/" + size.folder())),
                    Integer.parseInt(value(words, "--port", "8110")),
                    Integer.parseInt(value(words, "--seconds", "10")),
                    only.isEmpty() ? List.of() : List.of(only.split(",", -1)),
                    !words.contains("--no-rule"),
                    words.contains("--write"),
                    words.contains("--prepare"));
        }

        private static String value(List<String> words, String name, String usual) {
            int at = words.indexOf(name);
            return at >= 0 && at + 1 < words.size() ? words.get(at + 1) : usual;
        }
    }

    /** The two networks. */
    enum Size {
        SMALL(700, 60, 25, 0, 40, 50, 2_000, 5, 22, 8),
        LARGE(99_000, 1_000, 400, 7, 2_000, 10_000, 5_000_000, 3, 3, 3);

        final int people;
        final int elected;
        final int services;
        final int teams;
        final int sites;
        final int groups;
        final int items;
        final int sentences;
        final int comments;
        final int reactions;

        Size(
                int people,
                int elected,
                int services,
                int teams,
                int sites,
                int groups,
                int items,
                int sentences,
                int comments,
                int reactions) {
            this.people = people;
            this.elected = elected;
            this.services = services;
            this.teams = teams;
            this.sites = sites;
            this.groups = groups;
            this.items = items;
            this.sentences = sentences;
            this.comments = comments;
            this.reactions = reactions;
        }

        String folder() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A part of a document, between two comments that bear its name. */
    static final class Section {
        private Section() {}

        static void write(Path file, String name, String text) throws java.io.IOException {
            String begin = "<!-- " + name + " -->\n";
            String end = "<!-- /" + name + " -->\n";
            String document = Files.exists(file) ? Files.readString(file) : "";
            int from = document.indexOf(begin);
            int to = document.indexOf(end);
            Files.writeString(
                    file,
                    from < 0 || to < 0
                            ? document + "\n" + begin + text + end
                            : document.substring(0, from + begin.length()) + text + document.substring(to));
        }
    }
}
