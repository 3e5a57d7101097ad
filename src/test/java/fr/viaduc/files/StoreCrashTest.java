package fr.viaduc.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.viaduc.testing.ViaducTest;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process that stores a content dies at each step: no row ever speaks of a content that is not there. */
@ViaducTest
class StoreCrashTest {

    @TempDir
    Path folder;

    @Autowired
    ObjectRepository objects;

    @Autowired
    @Qualifier("systemDataSource")
    HikariDataSource system;

    @ParameterizedTest
    @ValueSource(strings = {"WRITTEN", "FORCED", "RENAMED", "FOLDER_FORCED", "RECORDED"})
    void aProcessKilledAfterAnyStepLeavesNoRowWithoutItsContent(String step) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString(),
                        step,
                        system.getJdbcUrl(),
                        system.getUsername())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try (var password = process.outputWriter()) {
            password.write(system.getPassword());
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("output")))
                .isEqualTo(Victim.KILLED);

        Store store = Victim.store(folder.resolve("objects"), objects, ignored -> {});
        Verification verification = store.verify();
        assertThat(verification.problems()).isEmpty();
        assertThat(verification.objects()).isEqualTo(step.equals("RECORDED") ? 1 : 0);

        // what the dead process left does no harm: the same content is stored, the rest is swept
        StoredObject stored = store.put(new ByteArrayInputStream(Victim.CONTENT));
        store.sweepOrphans(Duration.ofMinutes(-1));
        assertThat(store.verify().sound()).isTrue();
        try (var paths = Files.walk(folder.resolve("objects"))) {
            assertThat(paths.filter(Files::isRegularFile)
                            .map(path -> path.getFileName().toString()))
                    .containsExactly(stored.id().toString());
        }
        store.collectGarbage(Duration.ZERO);
    }

    /** The process that dies: at once, without closing anything, at the given step. */
    static final class Victim {
        static final int KILLED = 9;
        static final byte[] CONTENT =
                "Arrêté de circulation, rue de la Gare".repeat(1000).getBytes(UTF_8);

        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            String step = arguments[1];
            String password = new String(System.in.readAllBytes(), UTF_8);
            var jdbc = JdbcClient.create(new DriverManagerDataSource(arguments[2], arguments[3], password));
            Store store = store(Path.of(arguments[0], "objects"), new ObjectRepository(jdbc), done -> {
                if (done.name().equals(step)) {
                    Runtime.getRuntime().halt(KILLED);
                }
            });
            store.put(new ByteArrayInputStream(CONTENT));
            Runtime.getRuntime().halt(step.equals("RECORDED") ? KILLED : 1);
        }

        static Store store(Path folder, ObjectRepository objects, java.util.function.Consumer<BlobFolder.Step> after)
                throws Exception {
            byte[] key = new byte[32];
            key[0] = 1;
            return new Store(
                    new BlobFolder(folder, after), objects, new Keyring(key, List.of(new byte[32])), Clock.systemUTC());
        }
    }
}
