package fr.viaduc.web;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** The server that sends mail, when the settings name one. */
@Component
public class MailServer {
    private final Optional<JavaMailSender> sender;

    /** The host is looked at here: which parts Viaduc has is decided when it is built, before any setting is known. */
    MailServer(ObjectProvider<JavaMailSender> sender, @Value("${spring.mail.host:}") String host) {
        this.sender = host.isBlank() ? Optional.empty() : Optional.ofNullable(sender.getIfAvailable());
    }

    /** What sends, or empty when no mail can be sent. */
    public Optional<JavaMailSender> sender() {
        return sender;
    }
}
