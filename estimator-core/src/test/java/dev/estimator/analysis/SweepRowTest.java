package dev.estimator.analysis;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mib;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.KB;
import static dev.estimator.quantity.Units.MILLIONS;
import static dev.estimator.quantity.Units.ONES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.Serial;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Money;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepRowTest {
    private static final Count USERS = assume("users", million(10));
    private static final Bytes SIZE = assume("size", kb(4));
    private static final Ratio PEAK = assume("peak", between(ratio(2), ratio(5)));

    private static final Count SERVERS =
            USERS.times(count(20)).per(DAY).times(PEAK).div(qps(700)).ceil().named("servers");
    private static final Bytes STORED = USERS.times(SIZE).times(PEAK).named("stored");

    private static final Sweep SWEEP =
            Sweep.of(SERVERS, STORED).over(USERS, SIZE).withPercentiles(5, 95);

    /** So many that they come in several blocks, the last of which is not full. */
    private static final int MANY = 700;

    private static Map<String, Quantity<?>> values(int i) {
        return Map.of("users", million(1 + i / 7.0), "size", kb(3 + i % 11));
    }

    private static List<SweepRow> manyByColumns() {
        double[] users = IntStream.range(0, MANY).mapToDouble(i -> 1 + i / 7.0).toArray();
        double[] sizes = IntStream.range(0, MANY).mapToDouble(i -> 3 + i % 11).toArray();
        SweepTable table = SWEEP.evaluate(SweepColumn.of(USERS, MILLIONS, users), SweepColumn.of(SIZE, KB, sizes));
        return IntStream.range(0, MANY).mapToObj(table::row).toList();
    }

    private static List<String> exact(Stream<SweepRow> rows) {
        return rows.map(row ->
                        row.at(STORED).to(B) + " " + row.percentile(STORED, 5).to(B) + " "
                                + row.percentile(STORED, 95).to(B) + " "
                                + row.percentile(SERVERS, 95).to(ONES))
                .toList();
    }

    /** A log-normal: p5 and p95 are the ends of the range, and the best guess is the median. */
    @Test
    void row_bestGuessAndPercentiles() {
        SweepRow row = SWEEP.row(Map.of("size", kb(5), "users", million(3)));
        double perRatio = 3e6 * 5e3;
        assertThat(row.at(STORED).to(B)).isCloseTo(perRatio * Math.sqrt(10), within(perRatio * 1e-12));
        assertThat(row.percentile(STORED, 5).to(B)).isCloseTo(perRatio * 2, within(perRatio * 0.004));
        assertThat(row.percentile(STORED, 95).to(B)).isCloseTo(perRatio * 5, within(perRatio * 0.01));
        assertThat(row.at(SERVERS)).isEqualTo(count(4)); // 3e6 × 20 ÷ 86,400 × √10 ÷ 700 = 3.14
        assertThat(row.percentile(SERVERS, 95)).isEqualTo(count(5)); // … × 5 ÷ 700 = 4.96
        assertThat(row.at(STORED).isUncertain()).isFalse();
    }

    @Test
    void row_inWords() {
        assertThat(SWEEP.row(Map.of("users", million(3), "size", kb(5))))
                .hasToString("users 3M, size 5 kB, servers 4, servers p5 2, servers p95 5,"
                        + " stored 47 GB, stored p5 30 GB, stored p95 75 GB");
    }

    @Test
    void values_inUnitsOfOutputs() {
        Bytes memory = assume("session", mib(1.3)).times(USERS).div(count(7)).named("memory");
        Bytes disk = assume("field", bytes(40)).times(USERS).times(PEAK).named("disk");
        Sweep sweep = Sweep.of(memory, disk).over(USERS).withPercentiles(95);
        assertThat(sweep.row(Map.of("users", count(1536)))) // 285.3 MiB, and 307,200 B by chance
                .hasToString("users 1,536, memory 285 MiB, memory p95 285 MiB, disk 194 kB, disk p95 307 kB");
    }

    @Test
    void values_byName() {
        Map<String, Quantity<?>> values =
                SWEEP.withPercentiles(2.5).row(values(9)).values();
        assertThat(values.keySet())
                .containsExactly("users", "size", "servers", "servers p2.5", "stored", "stored p2.5");
        assertThat(values).containsEntry("size", kb(12));
        assertThatThrownBy(() -> values.remove("size")).isInstanceOf(UnsupportedOperationException.class);
    }

    /** The 5th percentile of an availability is a low one. */
    @Test
    void row_ofAvailability() {
        Availability web = assume("web", percentUp(99.9));
        Availability both =
                web.times(assume("db", between(percentUp(99), percentUp(99.9)))).named("both");
        SweepRow row = Sweep.of(both).over(web).withPercentiles(5, 95).row(Map.of("web", percentUp(99.99)));
        assertThat(row.percentile(both, 5).value()).isCloseTo(0.9999 * 0.99, within(1e-4));
        assertThat(row.percentile(both, 95).value()).isCloseTo(0.9999 * 0.999, within(1e-4));
    }

    @Test
    void row_inParallel_sameBitsAsColumns() {
        Stream<SweepRow> rows = IntStream.range(0, MANY)
                .parallel()
                .mapToObj(SweepRowTest::values)
                .map(SWEEP::row);
        assertThat(exact(rows)).isEqualTo(exact(manyByColumns().stream()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void rows_sameBitsAsColumns(int threads) {
        Sweep sweep = SWEEP.withThreads(threads);
        List<String> expected = exact(manyByColumns().stream());
        assertThat(exact(sweep.rows(IntStream.range(0, MANY).mapToObj(SweepRowTest::values))))
                .isEqualTo(expected);
        assertThat(exact(sweep.rows(IntStream.range(0, MANY).parallel().mapToObj(SweepRowTest::values))
                        .parallel()))
                .isEqualTo(expected);
    }

    @Test
    void rows_areTakenAsTheyAreAskedFor() {
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        Stream<Map<String, Quantity<?>>> endless = Stream.generate(taken::getAndIncrement)
                .map(SweepRowTest::values)
                .onClose(closed::incrementAndGet);
        try (Stream<SweepRow> rows = SWEEP.rows(endless)) {
            assertThat(taken).hasValue(0);
            assertThat(exact(rows.limit(5))).hasSize(5);
        }
        assertThat(taken.get()).isBetween(5, 8);
        assertThat(closed).hasValue(1);
        assertThat(SWEEP.rows(Stream.empty())).isEmpty();
    }

    @Test
    void rows_failures_nameTheRow() {
        Sweep left = Sweep.of(tb(5).minus(SIZE).named("left")).over(SIZE);
        Stream<Map<String, Bytes>> sizes = IntStream.range(0, 100).mapToObj(i -> Map.of("size", gb(i * 100)));
        assertThatThrownBy(() -> left.rows(sizes).toList())
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("row 51: ")
                .hasMessageContaining("would be below zero");
        Stream<Map<String, Count>> users = Stream.of(1, 2, 3, 4, 5).map(i -> Map.of("size", count(i)));
        assertRefused(
                "row 0: size must be a Bytes but was 1, a Count",
                () -> left.rows(users).toList());
        Stream<Map<String, Bytes>> missing = Stream.of("size", "size", "sise").map(name -> Map.of(name, kb(7)));
        assertRefused(
                "row 2: values must have one for each assumption but there is none for size among [sise]",
                () -> left.rows(missing).toList());
    }

    @Test
    void row_refused() {
        assertRefused(
                "values must have one for each assumption but there is none for size among [users]",
                () -> SWEEP.row(Map.of("users", million(3))));
        assertRefused(
                "size must be a Bytes but was 3M, a Count",
                () -> Sweep.of(STORED).over(SIZE).row(Map.of("size", million(3))));
        Sweep sizes = Sweep.of(STORED).over(SIZE);
        assertThatThrownBy(() -> sizes.row(Map.of("size", kb(3), "users", million(3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("values must be of the assumptions that vary, [size], and of no other");
        assertRefused(
                "peak must be a number but was ×3.16 (×2 … ×5)",
                () -> Sweep.of(STORED).over(PEAK).row(Map.of("peak", PEAK)));
        Money cost = assume("cost", usd(3));
        assertRefused(
                "currencies must be the same but were USD and EUR: convert one at a rate of your choice",
                () -> Sweep.of(cost.times(2)).over(cost).row(Map.of("cost", eur(2))));
        Count a = assume("servers", count(3));
        Count b = assume("servers", count(4));
        assertRefused(
                "assumptions of rows must have different names but were [servers, servers]: name them otherwise, or use"
                        + " columns",
                () -> Sweep.of(a.plus(b)).over(a, b).row(Map.of("servers", count(2))));
        Sweep twice = Sweep.of(SERVERS, SERVERS.plus(count(1)).named("servers")).over(USERS);
        assertRefused(
                "names must be different in a row but was 'servers' twice",
                () -> twice.row(Map.of("users", million(3))).values());
    }

    @Test
    void percentile_notAskedFor() {
        Sweep servers = Sweep.of(SERVERS).over(USERS);
        assertThatThrownBy(() -> servers.row(Map.of("users", million(3))).percentile(SERVERS, 95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "percent must be one that was asked for, and none was, but was 95.0: say withPercentiles(95.0)");
    }

    @Test
    void serialized_computesTheSame() {
        SweepRow row = SWEEP.row(values(5));
        assertThat(Serial.roundTrip(row)).hasToString(row.toString());
        Sweep copy = Serial.roundTrip(SWEEP.withThreads(2));
        assertThat(exact(Stream.of(copy.row(values(5))))).isEqualTo(exact(Stream.of(row)));
        assertThat(Serial.write(SWEEP)).hasSizeLessThan(10_000); // what was drawn is drawn anew, not sent
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
