package fr.viaduc.files;

import fr.viaduc.database.Verified;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * {@code verify}: reads every stored object and every sealed log again, says what is missing or altered, and ends with 1
 * if anything is.
 */
@Component
class VerifyCommand implements ApplicationRunner {
    static final String NAME = "verify";

    private final Store store;
    private final ObjectProvider<Verified> others;
    private final ApplicationContext context;

    VerifyCommand(Store store, ObjectProvider<Verified> others, ApplicationContext context) {
        this.store = store;
        this.others = others;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var words = arguments.getNonOptionArgs();
        if (words.isEmpty() || !words.getFirst().equals(NAME)) {
            return;
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // All of them, even after one that is not sound.
        var reports = others.stream().map(Verified::verify).toList();
        reports.forEach(report -> report.lines().forEach(out::println));
        boolean sound = reports.stream().allMatch(Verified.Report::sound);
        int objects = report(store.verify(), out);
        int code = sound ? objects : 1;
        System.exit(SpringApplication.exit(context, () -> code));
    }

    /** Says what was found, in French; returns the command's exit code. */
    static int report(Verification found, PrintStream out) {
        long megabytes = (found.bytes() + 999_999) / 1_000_000;
        out.println("Objets relus : " + found.objects() + ", soit " + megabytes + " Mo au plus.");
        for (Verification.Problem problem : found.problems()) {
            out.println("  " + BlobFolder.name(problem.object()) + " : "
                    + switch (problem.fault()) {
                        case ABSENT -> "absent";
                        case ALTERED -> "modifié ou coupé";
                        case KEY -> "sa clé ne s’ouvre plus";
                    });
        }
        out.println(
                found.sound()
                        ? "Tous les fichiers sont intacts."
                        : "Reprenez ces fichiers d’une sauvegarde, au même endroit, puis vérifiez de nouveau.");
        return found.sound() ? 0 : 1;
    }
}
