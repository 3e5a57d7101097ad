package fr.viaduc.database;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the whole house: from the environment ({@code VIADUC_*}) or {@code viaduc.yml} in the data folder.
 *
 * @param data the folder of everything that lasts
 * @param demo whether the network is filled with demonstration data
 * @param timeZone the zone in which people read dates
 * @param masterKey 32 bytes in base64; when absent, a key is generated once and kept in the data folder
 */
@ConfigurationProperties("viaduc")
public record Settings(
        @DefaultValue("data") Path data,
        @DefaultValue("false") boolean demo,
        @DefaultValue("Europe/Paris") ZoneId timeZone,
        @Nullable String masterKey,
        @DefaultValue Database database) {

    /** Never prints the key. */
    @Override
    public String toString() {
        return "Settings[data=" + data + ", demo=" + demo + ", timeZone=" + timeZone + ", database=" + database + "]";
    }

    /**
     * The database.
     *
     * @param url JDBC address of a server of one's own; when absent, PostgreSQL runs embedded in the data folder
     * @param user owner of the schema on that server
     * @param webConnections most connections of the web pool
     * @param systemConnections most connections of the pool of jobs, sign-in and imports
     * @param sharedBuffers memory of the embedded server's cache, as PostgreSQL writes it
     * @param joins whether to work on the embedded server of a Viaduc that runs already, as commands do
     */
    public record Database(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("16") int webConnections,
            @DefaultValue("4") int systemConnections,
            @DefaultValue("128MB") String sharedBuffers,
            @DefaultValue("false") boolean joins) {

        /** Never prints the password. */
        @Override
        public String toString() {
            return "Database[url=" + url + ", user=" + user + ", webConnections=" + webConnections
                    + ", systemConnections=" + systemConnections + ", sharedBuffers=" + sharedBuffers + "]";
        }
    }
}
