package fr.viaduc.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;

/** Tells the person at the console why Viaduc did not start and what they can do, instead of pages of stack. */
public final class StartupReport implements FailureAnalyzer, FailureAnalysisReporter {

    /** The reason that has words of its own for the person at the console; null leaves the failure to others. */
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartupFailure) {
                return new FailureAnalysis(String.valueOf(cause.getMessage()), null, failure);
            }
            if (cause instanceof PortInUseException busy) {
                return new FailureAnalysis(
                        "Le port %d est déjà pris par un autre programme.".formatted(busy.getPort()),
                        "Arrêtez-le, ou choisissez un autre port : bin/start --port 8090",
                        failure);
            }
        }
        return null;
    }

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.printf("%nViaduc n’a pas démarré. %s%n", analysis.getDescription());
        if (analysis.getAction() != null) {
            System.err.println(analysis.getAction());
        }
    }
}
