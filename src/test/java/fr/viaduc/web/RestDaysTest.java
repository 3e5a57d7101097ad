package fr.viaduc.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When nobody is disturbed. */
class RestDaysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01", // New Year
                "2026-04-06", // Easter Monday
                "2026-05-01", // Labour Day
                "2026-05-14", // Ascension Day
                "2026-05-25", // Whit Monday
                "2026-07-14", // Bastille Day
                "2026-11-11", // Armistice
                "2026-12-25", // Christmas
                "2025-04-21", // Easter Monday
                "2027-03-29", // Easter Monday
                "2038-04-26", // Easter Monday, at its latest
                "2026-11-28", // a Saturday
                "2026-11-29" // a Sunday
            })
    void weekendsAndPublicHolidaysAreForRest(String day) {
        assertThat(RestDays.include(LocalDate.parse(day))).isTrue();
    }

    @Test
    void theOthersAreForWork() {
        assertThat(RestDays.include(LocalDate.parse("2026-11-25"))).isFalse();
        assertThat(RestDays.include(LocalDate.parse("2026-04-03")))
                .as("Good Friday is one in Alsace and Moselle only")
                .isFalse();
    }
}
