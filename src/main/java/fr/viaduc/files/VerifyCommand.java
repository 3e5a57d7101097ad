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
        boolean sound = others.stream().map(Verified::verify).allMatch(report -> {
            report.lines().forEach(out::println);
            return report.sound();
        });
        int objects = report(store.verify(), out);
        int code = sound ? objects : 1;
        System.exit(SpringApplication.exit(context, () -> code));
    }

    /** Says what was found, in French; returns the command's exit code. */
    static int report(Verification found, PrintStream out) {
        out.println("Objets relus : " + found.objects() + ", soit " + found.bytes() / 1_000_000 + " Mo.");
        for (Verification.Problem problem : found.problems()) {
            out.println("  " + problem.object() + " : "
                    + switch (problem.fault()) {
                        case ABSENT -> "absent";
                        case ALTERED -> "modifié ou coupé";
                        case KEY -> "sa clé ne s’ouvre plus";
                    });
        }
        out.println(
                found.sound() ? "Tous les fichiers sont intacts." : "Restaurez ces fichiers depuis une sauvegarde.");
        return found.sound() ? 0 : 1;
    }
}
