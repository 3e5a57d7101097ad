package fr.viaduc.people.hrimport;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as HR systems and spreadsheets write them. */
final class Dates {
    private static final Pattern FRENCH =
            Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4}|\\d{2})(?:[ T].*)?");
    private static final Pattern ISO = Pattern.compile("(\\d{4})[/.\\-](\\d{1,2})[/.\\-](\\d{1,2})(?:[ T].*)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:[.,]\\d+)?");
    private static final LocalDate SPREADSHEET_EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(2099, 1, 1);

    private Dates() {}

    /** What a cell says: nothing, a day, a day that stands for "no end", or something that is no date. */
    sealed interface Cell {
        record None() implements Cell {}

        record Day(LocalDate date) implements Cell {}

        record Wrong() implements Cell {}
    }

    static Cell read(String text) {
        String value = text.strip();
        if (value.isEmpty()) {
            return new Cell.None();
        }
        try {
            LocalDate date = parse(value);
            if (date == null || date.isBefore(EARLIEST)) {
                return new Cell.Wrong();
            }
            return date.isBefore(NEVER) ? new Cell.Day(date) : new Cell.None();
        } catch (DateTimeException impossible) {
            return new Cell.Wrong();
        }
    }

    private static @Nullable LocalDate parse(String value) {
        Matcher found = FRENCH.matcher(value);
        if (found.matches()) {
            int year = Integer.parseInt(found.group(3));
            if (found.group(3).length() == 2) {
                year += year < 70 ? 2000 : 1900;
            }
            return LocalDate.of(year, Integer.parseInt(found.group(2)), Integer.parseInt(found.group(1)));
        }
        found = ISO.matcher(value);
        if (!found.matches()) {
            found = COMPACT.matcher(value);
        }
        if (found.matches()) {
            return LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3)));
        }
        found = SERIAL.matcher(value);
        return found.matches() ? SPREADSHEET_EPOCH.plusDays(Long.parseLong(found.group(1))) : null;
    }
}
