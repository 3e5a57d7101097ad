package fr.viaduc.content;

import fr.viaduc.database.SystemListener;
import fr.viaduc.web.Dates;
import fr.viaduc.web.MailServer;
import fr.viaduc.web.Organisation;
import fr.viaduc.web.RestDays;
import fr.viaduc.web.Texts;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Component;

/**
 * Reminds by e-mail those who have a professional address and have not acknowledged what is due. It says what awaits them
 * and where, never its title nor its text: these stay in the house. Never in the evening, at weekends, on public holidays.
 */
@Component
class AcknowledgementMail {
    private static final Logger LOG = LoggerFactory.getLogger(AcknowledgementMail.class);
    private static final LocalTime FROM = LocalTime.of(8, 0);
    private static final LocalTime UNTIL = LocalTime.of(18, 0);
    private final MailServer server;
    private final AcknowledgementReminders reminders;
    private final Texts texts;
    private final Organisation organisation;
    private final Clock clock;
    private final String address;
    private final String from;

    AcknowledgementMail(
            MailServer server,
            AcknowledgementReminders reminders,
            Texts texts,
            Organisation organisation,
            Clock clock,
            @Value("${viaduc.sign-in.address:}") String address,
            @Value("${viaduc.mail.from:}") String from) {
        this.server = server;
        this.reminders = reminders;
        this.texts = texts;
        this.organisation = organisation;
        this.clock = clock;
        this.address = address;
        this.from = from;
    }

    @SystemListener
    public void due(Events.AcknowledgementDue due) {
        remind(due.itemId());
    }

    void remind(long itemId) {
        if (server.sender().isEmpty() || address.isBlank() || resting()) {
            return;
        }
        SimpleMailMessage[] messages =
                reminders.mailable(itemId).stream().map(this::message).toArray(SimpleMailMessage[]::new);
        if (messages.length == 0) {
            return;
        }
        try {
            server.sender().orElseThrow().send(messages);
        } catch (MailSendException refused) {
            // When none has left, the event is given again; a second time for those who have it would be once too
            // often.
            int lost = refused.getFailedMessages().size();
            if (lost == messages.length) {
                throw refused;
            }
            LOG.warn("{} rappels sur {} n’ont pas pu être envoyés", lost, messages.length);
        }
    }

    private boolean resting() {
        var now = clock.instant().atZone(clock.getZone());
        return RestDays.include(now.toLocalDate())
                || now.toLocalTime().isBefore(FROM)
                || now.toLocalTime().isAfter(UNTIL);
    }

    private SimpleMailMessage message(AcknowledgementReminders.Mailable to) {
        String day = new Dates(clock, Locale.FRENCH).weekday(to.dueOn());
        var message = new SimpleMailMessage();
        message.setTo(to.email());
        if (!from.isEmpty()) {
            message.setFrom(from);
        }
        message.setSubject(texts.of(Locale.FRENCH, "content.acknowledgement.mail.subject." + to.kind(), day));
        message.setText(texts.of(
                Locale.FRENCH,
                "content.acknowledgement.mail.text",
                to.firstName(),
                texts.of(Locale.FRENCH, "content.acknowledgement.mail.subject." + to.kind(), day),
                address + "/publications/" + to.itemId(),
                organisation.name()));
        return message;
    }
}
