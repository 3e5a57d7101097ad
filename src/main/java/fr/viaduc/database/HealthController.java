package fr.viaduc.database;

import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a supervisor, without sign-in, whether Viaduc can serve. */
@RestController
class HealthController {

    private final JdbcClient system;
    private final ApplicationAvailability availability;

    HealthController(@Qualifier("system") JdbcClient system, ApplicationAvailability availability) {
        this.system = system;
        this.availability = availability;
    }

    @GetMapping("/sante")
    ResponseEntity<Map<String, String>> health() {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return away("starting", "ready");
        }
        try {
            system.sql("select 1").query(Integer.class).single();
            return ResponseEntity.ok(Map.of("state", "ready", "database", "ready"));
        } catch (DataAccessException e) {
            return away("away", "away");
        }
    }

    private static ResponseEntity<Map<String, String>> away(String state, String database) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "10")
                .body(Map.of("state", state, "database", database));
    }
}
