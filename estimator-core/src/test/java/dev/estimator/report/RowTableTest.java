package dev.estimator.report;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.uniform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.estimator.analysis.Sweep;
import dev.estimator.analysis.SweepRow;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import dev.estimator.queueing.ErlangC;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowTableTest {
    private static final Count USERS = assume("users", million(10));
    private static final Bytes SIZE = assume("size", kb(4));
    private static final Ratio COPIES = assume("copies", uniform(ratio(2), ratio(5)));
    private static final Bytes STORED = USERS.times(SIZE).times(COPIES).named("disk, \"raw\"");
    private static final Sweep SWEEP = Sweep.of(STORED).over(USERS, SIZE);

    @TempDir
    Path directory;

    private static Map<String, Quantity<?>> values(int i) {
        return Map.of("users", count(1000 + i), "size", kb(1 / (i + 1.0)));
    }

    private static Stream<SweepRow> rows(Sweep sweep, int rows) {
        return sweep.rows(IntStream.range(0, rows).mapToObj(RowTableTest::values));
    }

    @Test
    void csv() {
        var text = new StringBuilder();
        RowTable.writeCsv(
                SWEEP.rows(Stream.of(
                        Map.of("users", count(3), "size", kb(0.1)), Map.of("users", count(7), "size", kb(0)))),
                text);
        assertThat(text)
                .hasToString("users,size in B,\"disk, \"\"raw\"\" in B\"\r\n"
                        + "3,100,1050\r\n" // × 3.5
                        + "7,0,0\r\n");
    }

    @Test
    void jsonLines() {
        var text = new StringBuilder();
        RowTable.writeJsonLines(
                SWEEP.rows(Stream.of(
                        Map.of("users", count(3), "size", kb(0.1)), Map.of("users", count(7), "size", kb(0)))),
                text);
        assertThat(text).hasToString("""
                        {"users":3,"size in B":100,"disk, \\"raw\\" in B":1050}
                        {"users":7,"size in B":0,"disk, \\"raw\\" in B":0}
                        """);
    }

    /** More rows than are computed at a time, each read back as the same number. */
    @Test
    void write_toTheLastDigit() throws IOException {
        Sweep sweep = SWEEP.withPercentiles(5, 95).withThreads(2);
        RowTable.write(rows(sweep, 900), directory.resolve("new/rows.csv"));
        RowTable.write(rows(sweep, 900), directory.resolve("rows.jsonl"));
        List<String> csv = Files.readAllLines(directory.resolve("new/rows.csv"));
        List<String> json = Files.readAllLines(directory.resolve("rows.jsonl"));
        assertThat(csv).hasSize(901);
        assertThat(json).hasSize(900);
        for (int i = 0; i < json.size(); i++) {
            SweepRow row = sweep.row(values(i));
            double p95 = row.percentile(STORED, 95).to(Units.B);
            String[] cells = csv.get(i + 1).split(",", -1);
            JsonObject object = JsonParser.parseString(json.get(i)).getAsJsonObject();
            assertThat(Double.parseDouble(cells[2])).isEqualTo(row.at(STORED).to(Units.B));
            assertThat(Double.parseDouble(cells[4])).isEqualTo(p95);
            assertThat(object.get("disk, \"raw\" p95 in B").getAsDouble()).isEqualTo(p95);
        }
    }

    @Test
    void beyondEveryNumber_isNotMissing() {
        Qps rate = assume("rate", qps(300));
        TimeSpan wait = ErlangC.of(rate, ms(7), count(3)).meanWait().named("wait");
        Sweep sweep = Sweep.of(wait).over(rate);
        var csv = new StringBuilder();
        RowTable.writeCsv(sweep.rows(Stream.of(Map.of("rate", qps(500)))), csv);
        assertThat(csv).hasToString("rate in req/s,wait in s\r\n500,Infinity\r\n");
        var json = new StringBuilder();
        RowTable.writeJsonLines(sweep.rows(Stream.of(Map.of("rate", qps(500)))), json);
        assertThat(json).hasToString("{\"rate in req/s\":500,\"wait in s\":\"Infinity\"}\n");
    }

    /** Whoever reads the file meanwhile or afterwards finds the old rows, or all of the new ones. */
    @Test
    void write_failure_leavesTheOldFile() throws IOException {
        Path file = Files.writeString(directory.resolve("rows.csv"), "old");
        Sweep left = Sweep.of(tb(5).minus(SIZE).named("left")).over(SIZE);
        var isClosed = new AtomicBoolean();
        Stream<Map<String, Bytes>> sizes =
                Stream.of(kb(3), tb(4), tb(6)).map(size -> Map.of("size", size)).onClose(() -> isClosed.set(true));
        assertThatThrownBy(() -> RowTable.write(left.rows(sizes), file))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("row 2: ");
        assertThat(file).hasContent("old");
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
        assertThat(isClosed).isTrue();
    }

    @Test
    void write_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowTable.write(rows(SWEEP, 3), Path.of("rows.xls")))
                .withMessage("file must end with .csv or .jsonl but was 'rows.xls'");
    }

    @Test
    void writeCsv_toWhatFails() {
        Appendable broken = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                return append(text);
            }

            @Override
            public Appendable append(char letter) throws IOException {
                return append("" + letter);
            }
        };
        assertThatThrownBy(() -> RowTable.writeCsv(rows(SWEEP, 3), broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("cannot write rows: disk full");
    }
}
