package fr.viaduc.files;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of files.
 *
 * @param maximumPicture the largest picture accepted, as uploaded
 * @param maximumAttachment the largest file accepted otherwise
 * @param maximumMegapixels the largest picture that is decoded, in millions of pixels; a quarter for WebP and GIF, which are decoded
 *     as a whole
 * @param formerKeys key-encryption keys used before the present one, base64, until everything is rewrapped
 * @param garbageDelay how long a content that nothing refers to is kept
 * @param orphanAge how old a blob unknown to the database must be to be removed
 * @param unkeptAge after how long an upload that nothing took up is removed
 * @param clamav where clamd listens: a socket's path, or host:port; empty when there is none
 */
@ConfigurationProperties("viaduc.files")
record FilesSettings(
        @DefaultValue("25MB") DataSize maximumPicture,
        @DefaultValue("100MB") DataSize maximumAttachment,
        @DefaultValue("100") int maximumMegapixels,
        @DefaultValue List<String> formerKeys,
        @DefaultValue("1h") Duration garbageDelay,
        @DefaultValue("1d") Duration orphanAge,
        @DefaultValue("7d") Duration unkeptAge,
        @DefaultValue("") String clamav) {

    DataSize maximum(Purpose purpose) {
        return purpose.picturesOnly() ? maximumPicture : maximumAttachment;
    }
}
