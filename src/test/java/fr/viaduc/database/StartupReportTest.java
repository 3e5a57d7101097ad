package fr.viaduc.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class StartupReportTest {
    private final StartupReport report = new StartupReport();

    @Test
    void whatCannotStartSaysWhyInFrench() {
        var deep = new IllegalStateException(
                "bean", new IllegalStateException("bean", new StartupFailure("Le disque est plein.")));
        assertThat(Objects.requireNonNull(report.analyze(deep)).getDescription())
                .isEqualTo("Le disque est plein.");
    }

    @Test
    void aBusyPortIsNamedWithAWayOut() {
        var busy = Objects.requireNonNull(report.analyze(new IllegalStateException(new PortInUseException(8080))));
        assertThat(busy.getDescription()).contains("8080");
        assertThat(busy.getAction()).contains("--port");
    }

    @Test
    void whatHasNoWordsOfItsOwnIsLeftToOthers() {
        assertThat(report.analyze(new IllegalStateException("défaut"))).isNull();
    }
}
