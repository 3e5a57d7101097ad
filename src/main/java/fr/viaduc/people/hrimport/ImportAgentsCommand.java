package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.Difference.Change;
import fr.viaduc.people.hrimport.Difference.FieldChange;
import fr.viaduc.people.hrimport.Difference.Kind;
import fr.viaduc.people.hrimport.HrImport.Preview;
import fr.viaduc.people.hrimport.LineOutcome.Fate;
import fr.viaduc.web.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * {@code import-agents FILE [--apply]}: shows the difference between an HR file and the directory; with {@code --apply},
 * applies it, after a sentence typed by the person when many accounts would close.
 */
@Component
class ImportAgentsCommand implements ApplicationRunner {
    static final String NAME = "import-agents";
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;
    static final int TO_CONFIRM = 3;
    private static final Locale FRENCH = Locale.FRENCH;

    private final HrImport imports;
    private final Texts texts;
    private final ApplicationContext context;

    ImportAgentsCommand(HrImport imports, Texts texts, ApplicationContext context) {
        this.imports = imports;
        this.texts = texts;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        if (words.isEmpty() || !words.getFirst().equals(NAME)) {
            return;
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int code = run(words.subList(1, words.size()), arguments.containsOption("apply"), in, out);
        System.exit(SpringApplication.exit(context, () -> code));
    }

    int run(List<String> files, boolean apply, BufferedReader in, PrintStream out) {
        if (files.size() != 1) {
            out.println(text("hrimport.command.usage"));
            return MISUSED;
        }
        Path file = Path.of(files.getFirst());
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            out.println(text("hrimport.command.noFile", file.getFileName()));
            return MISUSED;
        }
        try {
            return run(Files.readAllBytes(file), String.valueOf(file.getFileName()), apply, in, out);
        } catch (UnreadableFile unreadable) {
            out.println(text(unreadable.reason()));
            return FAILED;
        } catch (IOException broken) {
            out.println(text("hrimport.command.noFile", file.getFileName()));
            return FAILED;
        }
    }

    private int run(byte[] bytes, String name, boolean apply, BufferedReader in, PrintStream out) throws IOException {
        if (bytes.length > HrImport.MOST_BYTES) {
            throw new UnreadableFile(Reason.of("tooLarge"));
        }
        Preview preview = imports.compare(bytes);
        show(preview, name, out);
        Difference difference = preview.difference();
        if (!apply) {
            out.println(text(difference.isEmpty() ? "hrimport.command.nothing" : "hrimport.command.dry"));
            return DONE;
        }
        if (difference.isEmpty()) {
            out.println(text("hrimport.command.nothing"));
            return DONE;
        }
        if (difference.needsConfirmation()) {
            out.println(text(Reason.of("toConfirm", difference.closures(), difference.activeAgents())));
            out.println(text("hrimport.command.type", HrImport.phrase(difference, FRENCH)));
            if (!HrImport.isConfirmed(difference, in.readLine())) {
                out.println(text("hrimport.command.notConfirmed"));
                return TO_CONFIRM;
            }
        }
        int total = difference.changes().size();
        Reason failure =
                imports.applyNow(preview, name, done -> out.println(text("hrimport.command.progress", done, total)));
        out.println(failure == null ? text("hrimport.command.applied") : text(failure));
        return failure == null ? DONE : FAILED;
    }

    private void show(Preview preview, String name, PrintStream out) {
        Difference difference = preview.difference();
        out.println(text("hrimport.command.file", name, preview.file().format(), difference.lines()));
        difference.truncation().forEach(reason -> out.println("! " + text(reason)));
        difference.notices().forEach(reason -> out.println("! " + text(reason)));
        out.println(text(
                "hrimport.command.summary",
                difference.count(Kind.ARRIVAL),
                difference.count(Kind.CHANGE) + difference.count(Kind.RETURN),
                difference.closures(),
                difference.refused().size()));
        for (Fate fate : Fate.values()) {
            out.println("  " + text("hrimport.fate." + fate.name()) + "\u00A0: " + difference.linesOf(fate));
        }
        difference.newUnits().forEach(unit -> out.println("+ " + text("hrimport.newUnit", unit.name())));
        difference
                .newSites()
                .forEach(site -> out.println("+ "
                        + (site.commune() == null
                                ? text("hrimport.newSiteNowhere", site.name())
                                : text("hrimport.newSite", site.name(), site.commune()))));
        for (Change change : difference.changes()) {
            out.println(mark(change.kind()) + " " + change.staffNumber() + " " + change.name() + "\u00A0: "
                    + fields(change));
        }
        for (LineOutcome outcome : difference.ledger()) {
            if (outcome.fate() == Fate.REFUSED) {
                out.println("x " + line(outcome, outcome.reason()));
            }
            outcome.warnings().forEach(warning -> out.println("? " + line(outcome, warning)));
        }
    }

    private String line(LineOutcome outcome, @Nullable Reason reason) {
        String who = outcome.who().isEmpty() ? "" : " (" + outcome.who() + ")";
        return text("hrimport.line", String.valueOf(outcome.line())) + who + "\u00A0: "
                + (reason == null ? "" : text(reason));
    }

    private String fields(Change change) {
        StringBuilder all = new StringBuilder();
        for (FieldChange field : change.fields()) {
            all.append(all.isEmpty() ? "" : " · ")
                    .append(text(field.label().key()))
                    .append(" ");
            if (!field.before().isEmpty()) {
                all.append("«\u00A0").append(field.before()).append("\u00A0» → ");
            }
            all.append(field.after().isEmpty() ? "–" : "«\u00A0" + field.after() + "\u00A0»");
        }
        return all.toString();
    }

    private static String mark(Kind kind) {
        return switch (kind) {
            case ARRIVAL -> "+";
            case CHANGE -> "~";
            case RETURN -> "<";
            case DEPARTURE, ABSENT -> "-";
        };
    }

    private String text(Reason reason) {
        return texts.of(FRENCH, reason.key(), reason.arguments().toArray());
    }

    private String text(String key, @Nullable Object... arguments) {
        return texts.of(FRENCH, key, arguments);
    }
}
