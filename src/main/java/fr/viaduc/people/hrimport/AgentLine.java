package fr.viaduc.people.hrimport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one line of the file says of one agent, cleaned; nothing in it may not be kept. */
record AgentLine(
        int line,
        int lines,
        String staffNumber,
        @Nullable String civility,
        String lastName,
        String firstName,
        @Nullable String job,
        String unitCode,
        String unitName,
        String pole,
        String site,
        String commune,
        @Nullable BigDecimal quota,
        @Nullable LocalDate arrival,
        @Nullable LocalDate departure,
        boolean departureKnown,
        @Nullable String email,
        @Nullable String phone,
        String manager,
        List<Reason> warnings) {
    String name() {
        return firstName + " " + lastName;
    }

    /** The same person writes to the same key, whatever the capitals and accents. */
    String personKey() {
        return Plain.of(lastName) + "|" + Plain.of(firstName);
    }
}
