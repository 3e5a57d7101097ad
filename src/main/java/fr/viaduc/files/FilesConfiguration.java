package fr.viaduc.files;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.viaduc.database.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the store together: where the bytes lie, and the keys that come from outside the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FilesSettings.class)
class FilesConfiguration {

    @Bean
    Store store(DataFolder folder, ObjectRepository objects, FilesSettings settings, Clock clock)
            throws IOException, GeneralSecurityException {
        var keyring = new Keyring(
                folder.secret("files"),
                settings.formerKeys().stream().map(Base64.getDecoder()::decode).toList());
        return new Store(new BlobFolder(folder.path().resolve("objects")), objects, keyring, clock);
    }

    /** Prepares one file, as soon as it is received. */
    @Bean
    OneTimeTask<Void> prepareFile(FileWork work) {
        return Tasks.oneTime("prepare-file")
                .execute((instance, context) -> work.prepare(Long.parseLong(instance.getId())));
    }

    /** Takes up what was interrupted or has to be tried again. */
    @Bean
    RecurringTask<Void> prepareDueFiles(FileWork work) {
        return Tasks.recurring("prepare-due-files", FixedDelay.ofSeconds(30))
                .execute((instance, context) -> work.prepareDue());
    }

    @Bean
    RecurringTask<Void> keepFilesHouse(FileWork work) {
        return Tasks.recurring("keep-files-house", FixedDelay.ofHours(1)).execute((instance, context) -> {
            try {
                work.keepHouse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
