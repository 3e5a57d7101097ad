package fr.viaduc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void fiveHoursAgoInTheAfternoonIsThatMorning() {
        assertThat(moment("2026-11-25T15:00", "-5h")).isEqualTo("2026-11-25T10:00");
    }

    @Test
    void fiveHoursAgoAtDawnIsTheEveningBefore() {
        assertThat(moment("2026-11-25T07:10", "-5h")).isEqualTo("2026-11-24T17:00");
    }

    @Test
    void threeHoursAgoInTheMiddleOfTheNightIsTheEveningBefore() {
        assertThat(moment("2026-11-25T03:00", "-3h")).isEqualTo("2026-11-24T18:30");
    }

    @Test
    void anIncidentOfSomeMinutesAgoIsNeverMoved() {
        assertThat(moment("2026-11-25T03:00", "-38m")).isEqualTo("2026-11-25T02:22");
    }

    private static LocalDateTime moment(String now, String when) {
        var calendar = new Calendar(LocalDateTime.parse(now).atZone(PARIS).toInstant(), PARIS);
        return LocalDateTime.ofInstant(calendar.moment(when), PARIS);
    }
}
