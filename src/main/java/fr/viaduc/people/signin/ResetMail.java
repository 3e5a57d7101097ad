package fr.viaduc.people.signin;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import fr.viaduc.web.MailServer;
import fr.viaduc.web.Organisation;
import fr.viaduc.web.Texts;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends the link by which one chooses a new password, when the address is an account's. */
@Component
class ResetMail {

    static final TaskDescriptor<String> TASK = TaskDescriptor.of("reset-mail", String.class);

    private final MailServer server;
    private final AccountRepository accounts;
    private final CodeRepository codes;
    private final Texts texts;
    private final Organisation organisation;
    private final SignInSettings settings;
    private final String from;

    ResetMail(
            MailServer server,
            AccountRepository accounts,
            CodeRepository codes,
            Texts texts,
            Organisation organisation,
            SignInSettings settings,
            @Value("${viaduc.mail.from:}") String from) {
        this.server = server;
        this.accounts = accounts;
        this.codes = codes;
        this.texts = texts;
        this.organisation = organisation;
        this.settings = settings;
        this.from = from;
    }

    /** Needs a mail server, and the network's own address: one taken from the request could be anybody's. */
    boolean possible() {
        return server.sender().isPresent() && !settings.address().isBlank();
    }

    void send(String email) {
        Optional<Account> account = accounts.find(email, Device.of(null, null)).filter(Account::mayEnter);
        Optional<JavaMailSender> mail = server.sender();
        if (account.isEmpty() || mail.isEmpty() || !email.contains("@")) {
            return;
        }
        String token = Tokens.random();
        if (!codes.openLink(token, account.get().personId())) {
            return;
        }
        String link = settings.address() + "/mot-de-passe-oublie/lien?l=" + token;
        var message = new SimpleMailMessage();
        message.setTo(email);
        if (!from.isEmpty()) {
            message.setFrom(from);
        }
        message.setSubject(texts.of(Locale.FRENCH, "signin.mail.subject"));
        message.setText(
                texts.of(Locale.FRENCH, "signin.mail.text", account.get().firstName(), link, organisation.name()));
        mail.get().send(message);
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        OneTimeTask<String> resetMailTask(ResetMail mail) {
            return Tasks.oneTime(TASK).execute((instance, context) -> mail.send(instance.getData()));
        }
    }
}
