package fr.viaduc.people.signin;

import fr.viaduc.web.Organisation;
import fr.viaduc.web.Texts;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * {@code administrator MATRICULE [PRÉNOM NOM] [--forget-factors]}: names an administrator and prints the code by which
 * they enter. Without a command, a network that has no administrator says how to name one.
 */
@Component
class AdministratorCommand implements ApplicationRunner {
    static final String NAME = "administrator";
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private final Administrators administrators;
    private final SignInSettings settings;
    private final Organisation organisation;
    private final Texts texts;
    private final ApplicationContext context;

    AdministratorCommand(
            Administrators administrators,
            SignInSettings settings,
            Organisation organisation,
            Texts texts,
            ApplicationContext context) {
        this.administrators = administrators;
        this.settings = settings;
        this.organisation = organisation;
        this.texts = texts;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> words = arguments.getNonOptionArgs();
        if (words.isEmpty() && !organisation.demo() && administrators.missing()) {
            out.println(text("signin.command.missing"));
        }
        if (words.isEmpty() || !words.getFirst().equals(NAME)) {
            return;
        }
        int code = run(words.subList(1, words.size()), arguments.containsOption("forget-factors"), out);
        System.exit(SpringApplication.exit(context, () -> code));
    }

    int run(List<String> words, boolean forgetFactors, PrintStream out) {
        if ((words.size() != 1 && words.size() != 3) || words.stream().anyMatch(String::isBlank)) {
            out.println(text("signin.command.usage"));
            return MISUSED;
        }
        var name = words.size() == 3
                ? new Administrators.Name(words.get(1).strip(), words.get(2).strip())
                : null;
        Optional<Administrators.Named> named = administrators.name(words.getFirst(), name, forgetFactors);
        if (named.isEmpty()) {
            out.println(text("signin.command.unknown", words.getFirst()));
            return FAILED;
        }
        out.println(text(
                "signin.command.done",
                named.get().name(),
                named.get().staffNumber(),
                named.get().code(),
                settings.address().isEmpty() ? text("signin.command.address") : settings.address() + "/activation"));
        return DONE;
    }

    private String text(String key, @Nullable Object... arguments) {
        return texts.of(Locale.FRENCH, key, arguments);
    }
}
