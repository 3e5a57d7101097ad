package fr.viaduc.people.hrimport;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file whatever its format: CSV with any separator and encoding, TSV, or an Excel workbook. */
final class RowSource {
    private static final char[] SEPARATORS = {';', '\t', ',', '|'};
    private static final char NO_QUOTE = '\u0001';
    private static final int LONGEST_SIGNATURE = 8;
    private static final int SAMPLE = 60;
    private static final int LONGEST_CELL_IN_LINES = 20;
    private static final int MOST_ROWS = 200_000;
    private static final int MOST_COLUMNS = 500;
    private static final long MOST_UNPACKED_BYTES = 500L << 20;

    private RowSource() {}

    /** A row, the line of the file where it begins, and how many lines it covers (a quoted cell may hold several). */
    record SourceRow(int line, int lines, List<String> cells) {
        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }

        String cell(int index) {
            return index < cells.size() ? cells.get(index).strip() : "";
        }
    }

    /** The rows of a file, in order; every line of the file belongs to exactly one of them. */
    record Rows(String format, List<SourceRow> rows, int lines) {}

    static Rows read(byte[] bytes) {
        if (bytes.length == 0) {
            return new Rows("CSV", List.of(), 0);
        }
        if (bytes.length < LONGEST_SIGNATURE) {
            return text(bytes);
        }
        if (ReadableWorkbook.isOLE2Header(bytes)) {
            throw new UnreadableFile(Reason.of("oldExcel"));
        }
        return ReadableWorkbook.isOOXMLZipHeader(bytes) ? workbook(bytes) : text(bytes);
    }

    private static Rows text(byte[] bytes) {
        Encoding.Decoded decoded = Encoding.decode(bytes);
        String text = decoded.text();
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.chars().limit(2000).filter(c -> c == 0).count() > 10 || text.startsWith("%PDF")) {
            throw new UnreadableFile(Reason.of("notATable"));
        }
        char separator = separatorOf(text);
        int lines = linesOf(text);
        List<SourceRow> rows = parse(text, separator, '"', lines);
        if (rows == null) {
            // A quotation mark that is never closed would swallow people: then quotation marks mean nothing.
            rows = parse(text, separator, NO_QUOTE, lines);
        }
        String name = separator == '\t' ? "TSV" : "CSV « " + separator + " »";
        return new Rows(name + ", " + decoded.encoding(), rows == null ? List.of() : rows, lines);
    }

    private static @Nullable List<SourceRow> parse(String text, char separator, char quote, int lines) {
        List<SourceRow> rows = new ArrayList<>();
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quote)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(16 << 20);
        try (CsvReader<CsvRecord> reader = builder.ofCsvRecord(text)) {
            CsvRecord held = null;
            for (CsvRecord record : reader) {
                if (held != null && !add(rows, held, (int) record.getStartingLineNumber(), quote)) {
                    return null;
                }
                held = record;
            }
            if (held != null && !add(rows, held, lines + 1, quote)) {
                return null;
            }
        } catch (CsvParseException | IOException malformed) {
            if (quote == NO_QUOTE) {
                throw new UnreadableFile(Reason.of("notATable"));
            }
            return null;
        }
        return rows;
    }

    private static boolean add(List<SourceRow> rows, CsvRecord record, int next, char quote) {
        int first = (int) record.getStartingLineNumber();
        int lines = next - first;
        if (rows.size() >= MOST_ROWS || record.getFieldCount() > MOST_COLUMNS) {
            throw new UnreadableFile(Reason.of("tooLarge"));
        }
        List<String> cells = record.getFields();
        if (quote == NO_QUOTE) {
            cells = cells.stream().map(RowSource::unquoted).toList();
        }
        rows.add(new SourceRow(first, Math.max(lines, 1), List.copyOf(cells)));
        return quote == NO_QUOTE || lines <= LONGEST_CELL_IN_LINES;
    }

    private static String unquoted(String cell) {
        return cell.replaceAll("^\"|\"$", "").replace("\"\"", "\"");
    }

    /** The character that cuts the first lines into the most columns, and the same number each time. */
    private static char separatorOf(String text) {
        char best = ';';
        long bestScore = -1;
        List<String> sample =
                text.lines().filter(line -> !line.isBlank()).limit(SAMPLE).toList();
        for (char candidate : SEPARATORS) {
            List<Long> counts =
                    sample.stream().map(line -> count(line, candidate)).toList();
            long usual =
                    counts.stream().sorted().skip(counts.size() / 2).findFirst().orElse(0L);
            long agreeing = counts.stream().filter(count -> count == usual).count();
            long score = usual == 0 ? 0 : agreeing * 100 + Math.min(usual, 99);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static long count(String line, char separator) {
        boolean quoted = false;
        long count = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                count++;
            }
        }
        return count;
    }

    private static int linesOf(String text) {
        int lines = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                lines++;
            }
        }
        char last = text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
        return last == '\n' || last == '\r' ? lines : lines + 1;
    }

    private static Rows workbook(byte[] bytes) {
        refuseBombs(bytes);
        List<SourceRow> rows = new ArrayList<>();
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
                Stream<Row> stream = workbook.getFirstSheet().openStream()) {
            stream.forEach(row -> {
                if (rows.size() >= MOST_ROWS || row.getCellCount() > MOST_COLUMNS) {
                    throw new UnreadableFile(Reason.of("tooLarge"));
                }
                for (int missing = rows.size() + 1; missing < row.getRowNum() && missing < MOST_ROWS; missing++) {
                    rows.add(new SourceRow(missing, 1, List.of("")));
                }
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    cells.add(row.getOptionalCell(i).map(RowSource::textOf).orElse(""));
                }
                rows.add(new SourceRow(row.getRowNum(), 1, List.copyOf(cells)));
            });
        } catch (IOException | ExcelReaderException broken) {
            throw new UnreadableFile(Reason.of("brokenWorkbook"));
        }
        return new Rows("Excel", rows, rows.size());
    }

    private static String textOf(Cell cell) {
        if (cell.getType() == CellType.NUMBER || (cell.getType() == CellType.FORMULA && isNumber(cell))) {
            String format = cell.getDataFormatString();
            if (format != null && format.replaceAll("\\[[^]]*]|\"[^\"]*\"", "").matches("(?i).*[dy].*")) {
                LocalDateTime date = cell.asDate();
                return date.toLocalDate().toString();
            }
            BigDecimal number = new BigDecimal(cell.getRawValue());
            return number.stripTrailingZeros().toPlainString();
        }
        if (cell.getType() == CellType.ERROR) {
            return "";
        }
        return cell.getText() == null ? "" : cell.getText();
    }

    private static boolean isNumber(Cell cell) {
        return cell.getValue() instanceof BigDecimal;
    }

    /** A workbook is a ZIP: a small one may unpack to more than a disk holds. */
    private static void refuseBombs(byte[] bytes) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            long unpacked = 0;
            byte[] buffer = new byte[1 << 16];
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED_BYTES) {
                        throw new UnreadableFile(Reason.of("tooLarge"));
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableFile(Reason.of("brokenWorkbook"));
        }
    }
}
