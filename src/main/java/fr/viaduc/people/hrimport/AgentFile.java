package fr.viaduc.people.hrimport;

import fr.viaduc.people.hrimport.LineOutcome.Fate;
import fr.viaduc.people.hrimport.RowSource.Rows;
import fr.viaduc.people.hrimport.RowSource.SourceRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An HR file once read: the agents' lines, what became of the others, and whether the file seems cut short. Birth dates
 * are compared with dates of arrival here and go no further; forbidden columns are not even looked at.
 */
record AgentFile(
        String format,
        int lines,
        Columns columns,
        List<AgentLine> agents,
        List<LineOutcome> others,
        Set<String> refusedNumbers,
        List<Reason> truncation) {
    private static final Pattern TOTAL =
            Pattern.compile("(?:total|nombre|nb|effectif)\\b[^0-9]*([0-9][0-9 \\u00A0\\u202F]*)?.*");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");
    private static final Set<String> NO_VALUE = Set.of(
            "neant", "aucun", "aucune", "na", "n a", "nc", "sans", "sans objet", "so", "non", "vide", "null", "x");
    private static final Set<String> PERSONAL_PROVIDERS = Set.of(
            "gmail.com",
            "hotmail.com",
            "hotmail.fr",
            "outlook.com",
            "outlook.fr",
            "yahoo.fr",
            "yahoo.com",
            "orange.fr",
            "wanadoo.fr",
            "free.fr",
            "sfr.fr",
            "laposte.net",
            "icloud.com",
            "live.fr",
            "bbox.fr",
            "neuf.fr",
            "gmx.fr",
            "protonmail.com",
            "proton.me",
            "aol.com",
            "numericable.fr",
            "club-internet.fr");
    private static final int LONGEST_TEXT = 200;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static AgentFile read(byte[] bytes, Map<String, Field> remembered) {
        Rows rows = RowSource.read(bytes);
        if (rows.rows().stream().allMatch(SourceRow::blank)) {
            throw new UnreadableFile(Reason.of("emptyFile"));
        }
        return read(rows, Columns.recognise(rows.rows(), remembered));
    }

    static AgentFile read(Rows rows, Columns columns) {
        List<AgentLine> agents = new ArrayList<>();
        List<LineOutcome> others = new ArrayList<>();
        List<SourceRow> all = rows.rows();
        Set<String> refusedNumbers = new HashSet<>();
        @Nullable Integer announced = null;
        int complete = 0;
        int cut = 0;
        boolean lastIsShort = false;
        boolean lastIsTotal = false;
        for (int i = 0; i < all.size(); i++) {
            SourceRow row = all.get(i);
            if (i < columns.headerIndex()) {
                others.add(other(row, row.blank() ? "emptyLine" : "titleLine"));
            } else if (i == columns.headerIndex()) {
                others.add(other(row, "headings"));
            } else if (row.blank()) {
                others.add(other(row, "emptyLine"));
            } else if (isTotal(row, columns)) {
                announced = announcedBy(row, announced);
                others.add(other(row, "totalLine"));
                lastIsTotal = true;
            } else if (repeatsHeadings(row, all.get(columns.headerIndex()))) {
                others.add(other(row, "headingsAgain"));
            } else {
                lastIsTotal = false;
                lastIsShort = isShort(row, columns, rows);
                if (lastIsShort) {
                    cut++;
                    refusedNumbers.add(columns.cell(row, Field.STAFF_NUMBER));
                    others.add(refused(
                            row, columns, Reason.of("shortLine", row.cells().size(), columns.width())));
                    continue;
                }
                complete++;
                LineReader reader = new LineReader(row, columns);
                Reason refusal = reader.refusal();
                if (refusal != null) {
                    refusedNumbers.add(columns.cell(row, Field.STAFF_NUMBER));
                    others.add(refused(row, columns, refusal));
                } else {
                    agents.add(reader.line());
                }
            }
        }
        List<Reason> truncation = new ArrayList<>();
        if (lastIsShort && !lastIsTotal) {
            truncation.add(Reason.of("endsInTheMiddle", all.getLast().line()));
        }
        if (announced != null && announced > complete + cut) {
            truncation.add(Reason.of("fewerThanAnnounced", announced, complete + cut));
        }
        return new AgentFile(
                rows.format(),
                rows.lines(),
                columns,
                List.copyOf(agents),
                List.copyOf(others),
                Set.copyOf(refusedNumbers),
                List.copyOf(truncation));
    }

    private static LineOutcome other(SourceRow row, String reason) {
        return new LineOutcome(row.line(), row.lines(), Fate.NOT_AN_AGENT, "", Reason.of(reason), List.of());
    }

    private static LineOutcome refused(SourceRow row, Columns columns, Reason reason) {
        String first = Names.firstName(columns.cell(row, Field.FIRST_NAME));
        String last = Names.lastName(columns.cell(row, Field.LAST_NAME) + columns.cell(row, Field.FULL_NAME));
        boolean safe = !Sensitive.isIdentityNumber(first + " " + last);
        String who = safe ? (first + " " + last).strip() : "";
        return new LineOutcome(
                row.line(), row.lines(), Fate.REFUSED, isShort(row, columns) ? "" : who, reason, List.of());
    }

    private static boolean isShort(SourceRow row, Columns columns) {
        return row.cells().size() < columns.width();
    }

    /** A workbook leaves out the empty cells at the end of a row; a text file that does so was cut. */
    private static boolean isShort(SourceRow row, Columns columns, Rows rows) {
        if (!rows.format().equals("Excel")) {
            return isShort(row, columns);
        }
        return columns.cell(row, Field.STAFF_NUMBER).isEmpty()
                && columns.cell(row, Field.LAST_NAME).isEmpty()
                && columns.cell(row, Field.FULL_NAME).isEmpty();
    }

    private static boolean isTotal(SourceRow row, Columns columns) {
        List<String> filled =
                row.cells().stream().filter(cell -> !cell.isBlank()).toList();
        return filled.size() <= Math.max(2, columns.width() / 4)
                && TOTAL.matcher(Plain.of(filled.getFirst())).matches();
    }

    private static @Nullable Integer announcedBy(SourceRow row, @Nullable Integer before) {
        Matcher found = Pattern.compile("\\d[\\d \\u00A0\\u202F]*").matcher(String.join(" ", row.cells()));
        if (!found.find()) {
            return before;
        }
        String digits = found.group().replaceAll("\\D", "");
        return digits.length() > 7 ? before : Integer.valueOf(digits);
    }

    private static boolean repeatsHeadings(SourceRow row, SourceRow header) {
        return row.cells().equals(header.cells());
    }

    /** Reads one row; knows birth dates no longer than its constructor. */
    private static final class LineReader {
        private final SourceRow row;
        private final Columns columns;
        private final List<Reason> warnings = new ArrayList<>();

        private LineReader(SourceRow row, Columns columns) {
            this.row = row;
            this.columns = columns;
        }

        @Nullable
        Reason refusal() {
            String number = staffNumber();
            if (number.isEmpty()) {
                return Reason.of("noStaffNumber");
            }
            if (!number.matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,19}") || number.matches("0+|\\d[.,]\\d+[eE]\\+?\\d+")) {
                return Reason.of("oddStaffNumber");
            }
            if (Sensitive.isIdentityNumber(number)) {
                return Reason.of("identityNumber");
            }
            if (lastName().isEmpty()) {
                return Reason.of("noLastName");
            }
            if (firstName().isEmpty()) {
                return Reason.of("noFirstName");
            }
            if (Sensitive.isIdentityNumber(lastName() + " " + firstName())) {
                return Reason.of("identityNumber");
            }
            if (dateOf(Field.ARRIVAL) instanceof Dates.Cell.Day(LocalDate arrival)
                    && dateOf(Field.DEPARTURE) instanceof Dates.Cell.Day(LocalDate departure)
                    && departure.isBefore(arrival)) {
                return Reason.of("leftBeforeArrival", day(departure), day(arrival));
            }
            return null;
        }

        AgentLine line() {
            LocalDate arrival = arrival();
            Dates.Cell departure = dateOf(Field.DEPARTURE);
            if (departure instanceof Dates.Cell.Wrong) {
                warnings.add(Reason.of("wrongDeparture", text(Field.DEPARTURE)));
            }
            return new AgentLine(
                    row.line(),
                    row.lines(),
                    staffNumber(),
                    Names.civility(text(Field.CIVILITY)),
                    lastName(),
                    firstName(),
                    job(),
                    text(Field.UNIT_CODE),
                    Names.label(text(Field.UNIT_NAME)),
                    Names.label(text(Field.POLE)),
                    Names.label(text(Field.SITE)),
                    text(Field.COMMUNE),
                    quota(),
                    arrival,
                    departure instanceof Dates.Cell.Day(LocalDate date) ? date : null,
                    columns.has(Field.DEPARTURE) && !(departure instanceof Dates.Cell.Wrong),
                    email(),
                    phone(),
                    text(Field.MANAGER).replaceAll("\\s", ""),
                    List.copyOf(warnings));
        }

        private String staffNumber() {
            return text(Field.STAFF_NUMBER).replaceAll("\\s", "");
        }

        private String lastName() {
            return columns.has(Field.LAST_NAME)
                    ? Names.lastName(text(Field.LAST_NAME))
                    : Names.lastName(splitName()[0]);
        }

        private String firstName() {
            return columns.has(Field.FIRST_NAME)
                    ? Names.firstName(text(Field.FIRST_NAME))
                    : Names.firstName(splitName()[1]);
        }

        /** « LE GALL Anne-Marie »: the words in capitals are the last name; else the first word is. */
        private String[] splitName() {
            String[] words = Names.tidy(text(Field.FULL_NAME)).split(" ", -1);
            int last = 0;
            while (last < words.length - 1 && words[last].equals(words[last].toUpperCase(Locale.FRENCH))) {
                last++;
            }
            last = Math.max(last, 1);
            List<String> list = List.of(words);
            int cut = Math.min(last, words.length);
            return new String[] {
                String.join(" ", list.subList(0, cut)), String.join(" ", list.subList(cut, words.length))
            };
        }

        private @Nullable String job() {
            String written = Names.tidy(text(Field.JOB));
            String job = Names.label(Names.tidy(Sensitive.withoutHealth(written)));
            if (!job.equals(Names.label(written))) {
                warnings.add(Reason.of("healthNote"));
            }
            return job.isEmpty() ? null : job;
        }

        private @Nullable BigDecimal quota() {
            String written = text(Field.QUOTA).replaceAll("[\\s%]", "").replace(',', '.');
            if (written.isEmpty()) {
                return null;
            }
            if (written.matches("\\d{1,3}(\\.\\d{1,4})?")) {
                BigDecimal quota = new BigDecimal(written);
                if (quota.signum() > 0 && quota.compareTo(BigDecimal.ONE) <= 0) {
                    quota = quota.multiply(HUNDRED); // 0,8 or 1: full-time equivalents
                }
                if (quota.signum() > 0 && quota.compareTo(HUNDRED) <= 0) {
                    return quota.setScale(2, RoundingMode.HALF_UP);
                }
            }
            warnings.add(Reason.of("wrongQuota", text(Field.QUOTA)));
            return null;
        }

        private @Nullable LocalDate arrival() {
            Dates.Cell cell = dateOf(Field.ARRIVAL);
            if (cell instanceof Dates.Cell.Wrong) {
                warnings.add(Reason.of("wrongArrival", text(Field.ARRIVAL)));
            }
            if (!(cell instanceof Dates.Cell.Day(LocalDate arrival))) {
                return null;
            }
            if (dateOf(Field.BIRTH_DATE) instanceof Dates.Cell.Day(LocalDate birth) && !birth.isBefore(arrival)) {
                warnings.add(Reason.of("arrivalBeforeBirth", day(arrival)));
                return null;
            }
            return arrival;
        }

        private @Nullable String email() {
            String written = text(Field.EMAIL);
            if (written.isEmpty() || NO_VALUE.contains(Plain.of(written))) {
                return null;
            }
            String email = written.toLowerCase(Locale.ROOT).replaceFirst("^mailto:", "");
            if (!EMAIL.matcher(email).matches()) {
                warnings.add(Reason.of("wrongEmail", written));
                return null;
            }
            if (PERSONAL_PROVIDERS.contains(email.substring(email.indexOf('@') + 1))) {
                warnings.add(Reason.of("personalEmail"));
                return null;
            }
            return email;
        }

        private @Nullable String phone() {
            String written = text(Field.PHONE);
            if (written.isEmpty() || NO_VALUE.contains(Plain.of(written))) {
                return null;
            }
            String phone = Names.phone(written);
            if (phone == null) {
                warnings.add(Reason.of("wrongPhone", written));
            }
            return phone;
        }

        private Dates.Cell dateOf(Field field) {
            return Dates.read(columns.cell(row, field));
        }

        /** The text of a cell, unless it holds what must not enter. */
        private String text(Field field) {
            String value = columns.cell(row, field);
            if (value.length() > LONGEST_TEXT) {
                value = value.substring(0, LONGEST_TEXT);
            }
            if (field != Field.STAFF_NUMBER
                    && field != Field.LAST_NAME
                    && field != Field.FIRST_NAME
                    && Sensitive.isIdentityNumber(value)) {
                Reason reason = Reason.of("identityNumberDropped");
                if (!warnings.contains(reason)) {
                    warnings.add(reason);
                }
                return "";
            }
            return value;
        }
    }

    static String day(LocalDate date) {
        return "%02d/%02d/%04d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }
}
