package fr.viaduc.admin;

import fr.viaduc.web.Organisation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The organisation with what administrators have changed. Every page asks for it: it is kept in memory, read again in
 * the background after a minute (another node may have changed it), and never waits for a database that is away.
 */
@Component
class CurrentOrganisation implements Organisation.Current {
    private static final Logger log = LoggerFactory.getLogger(CurrentOrganisation.class);
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Organisation configured;
    private final SettingsRepository settings;
    private final Clock clock;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Organisation current;
    private volatile Instant read = Instant.EPOCH;

    CurrentOrganisation(Organisation configured, SettingsRepository settings, Clock clock) {
        this.configured = configured;
        this.settings = settings;
        this.clock = clock;
        this.current = configured;
    }

    @Override
    public Organisation get() {
        if (clock.instant().isAfter(read.plus(KEPT)) && reading.compareAndSet(false, true)) {
            Thread.ofVirtual().name("organisation").start(() -> {
                try {
                    refresh();
                } finally {
                    reading.set(false);
                }
            });
        }
        return current;
    }

    @EventListener(ApplicationReadyEvent.class)
    void refresh() {
        read = clock.instant();
        try {
            Map<String, String> changed = settings.all();
            current = configured.withHelp(
                    changed.getOrDefault(SettingsForm.HELP_PHONE, configured.helpPhone()),
                    changed.getOrDefault(SettingsForm.HELP_EMAIL, configured.helpEmail()));
        } catch (DataAccessException e) {
            log.debug("The settings could not be read", e);
        }
    }
}
