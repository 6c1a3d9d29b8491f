package dev.estimator.report;

import static java.util.Objects.requireNonNull;

import dev.estimator.analysis.Sweep;
import dev.estimator.analysis.SweepRow;
import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.json.JsonLines;
import dev.estimator.internal.numeric.ShortestDecimal;
import dev.estimator.internal.optional.OptionalLibrary;
import dev.estimator.internal.text.SafeFile;
import dev.estimator.quantity.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the rows of a {@link Sweep} as a table for other programs, one row after the other, so that there may be more
 * of them than fit into memory.
 *
 * <pre>{@code
 * var sweep = Sweep.of(servers, storage).over(users).withPercentiles(5, 95);
 * var launches = Stream.of(1, 2, 5).map(n -> Map.of("daily active users", million(n)));
 * RowTable.write(sweep.rows(launches), Path.of("target/launches.csv"));
 * }</pre>
 *
 * <p>There is a column for each assumption that varies, and for each output and each of its percentiles, in this order.
 * Numbers are in the canonical unit of their type, which stands in the name of the column, as in 'disk p95 in B'; of an
 * availability it is the share of time down. They have as many digits as lead back to the very number. What is beyond
 * every number is 'Infinity', which is a text in JSON.
 */
public final class RowTable {
    private static final Map<String, Form> FORMS = Map.of(".csv", RowTable::csv, ".jsonl", RowTable::jsonLines);

    private RowTable() {}

    private interface Form {
        void write(Stream<SweepRow> rows, Appendable out) throws IOException;
    }

    /**
     * Writes rows to a file, as comma-separated values (RFC 4180) if its name ends with '.csv', and as JSON Lines, an
     * object to each line, if it ends with '.jsonl'. Until the last row is there, an old file stays as it was.
     *
     * @param rows the rows, in whose order they are written; closed at the end
     * @param file the file; directories are made if need be
     * @throws IllegalArgumentException if the name has another ending, or two columns have one name
     * @throws IllegalStateException if JSON is asked for and Gson is missing, which is optional
     * @throws ArithmeticException if some row has no answer
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Stream<SweepRow> rows, Path file) {
        requireNonNull(rows, "rows");
        String name = String.valueOf(requireNonNull(file, "file").getFileName());
        Form form = FORMS.entrySet().stream()
                .filter(candidate -> name.endsWith(candidate.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("file must end with .csv or .jsonl but was '" + file + "'"));
        try (rows) {
            SafeFile.write(file, out -> form.write(rows, out));
        }
    }

    /**
     * Writes rows as comma-separated values.
     *
     * @param rows the rows; closed at the end
     * @param out where to, such as {@code System.out}
     * @throws IllegalArgumentException if two columns have one name
     * @throws ArithmeticException if some row has no answer
     * @throws UncheckedIOException if it cannot be written there
     */
    public static void writeCsv(Stream<SweepRow> rows, Appendable out) {
        write(RowTable::csv, rows, out);
    }

    /**
     * Writes rows as JSON Lines.
     *
     * @param rows the rows; closed at the end
     * @param out where to, such as {@code System.out}
     * @throws IllegalArgumentException if two columns have one name
     * @throws IllegalStateException if Gson is missing, which is optional
     * @throws ArithmeticException if some row has no answer
     * @throws UncheckedIOException if it cannot be written there
     */
    public static void writeJsonLines(Stream<SweepRow> rows, Appendable out) {
        write(RowTable::jsonLines, rows, out);
    }

    private static void write(Form form, Stream<SweepRow> rows, Appendable out) {
        requireNonNull(out, "out");
        try (Stream<SweepRow> all = requireNonNull(rows, "rows")) {
            form.write(all, out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write rows: " + e.getMessage(), e);
        }
    }

    private static void csv(Stream<SweepRow> rows, Appendable out) throws IOException {
        boolean isFirst = true;
        for (Iterator<SweepRow> all = rows.iterator(); all.hasNext(); isFirst = false) {
            Map<String, Double> numbers = numbers(all.next());
            if (isFirst) {
                out.append(numbers.keySet().stream().map(CsvPage::cell).collect(Collectors.joining(",")));
                out.append(CsvPage.LINE_END);
            }
            out.append(numbers.values().stream().map(RowTable::text).collect(Collectors.joining(",")));
            out.append(CsvPage.LINE_END);
        }
    }

    private static void jsonLines(Stream<SweepRow> rows, Appendable out) throws IOException {
        OptionalLibrary.GSON.require("JSON");
        for (Iterator<SweepRow> all = rows.iterator(); all.hasNext(); ) {
            out.append(JsonLines.line(numbers(all.next())));
        }
    }

    private static Map<String, Double> numbers(SweepRow row) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (Map.Entry<String, Quantity<?>> value : row.values().entrySet()) {
            String unit = Inside.kind(value.getValue()).unit();
            numbers.put(
                    unit.isEmpty() ? value.getKey() : value.getKey() + " in " + unit, Inside.value(value.getValue()));
        }
        return numbers;
    }

    private static String text(double number) {
        return Double.isInfinite(number)
                ? Double.toString(number)
                : ShortestDecimal.of(number).toString();
    }
}
