package dev.estimator.benchmarks;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Units.B;
import static dev.estimator.quantity.Units.ONES;

import dev.estimator.analysis.Sweep;
import dev.estimator.analysis.SweepColumn;
import dev.estimator.analysis.SweepRow;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a row of a table costs: two assumptions in, two estimates out, each sum over all rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RowsBenchmark {
    static final int ROWS = 4096;

    private static final Count USERS = assume("users", million(10));
    private static final Bytes SIZE = assume("size", kb(4));
    private static final Ratio PEAK = assume("peak", between(ratio(2), ratio(5)));
    private static final Count SERVERS =
            USERS.times(count(20)).per(DAY).times(PEAK).div(qps(700)).ceil().named("servers");
    private static final Bytes STORED =
            USERS.times(SIZE).times(ratio(365)).times(ratio(3)).named("stored");

    private final Sweep sweep = Sweep.of(SERVERS, STORED).over(USERS, SIZE);
    private final Sweep percentiles = sweep.withPercentiles(5, 95);
    private final double[] users =
            new SplittableRandom(7).doubles(ROWS, 1e5, 1e8).toArray();
    private final double[] sizes =
            new SplittableRandom(11).doubles(ROWS, 1e3, 1e6).toArray();

    private Map<String, Quantity<?>> values(int i) {
        return Map.of("users", count(users[i]), "size", bytes(sizes[i]));
    }

    private Stream<Map<String, Quantity<?>>> values() {
        return IntStream.range(0, ROWS).mapToObj(this::values);
    }

    private static double sum(SweepRow row) {
        return row.at(SERVERS).to(ONES) + row.at(STORED).to(B);
    }

    /** The baseline: one loop over doubles. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double byHand() {
        double peak = Math.sqrt(2 * 5);
        double sum = 0;
        for (int i = 0; i < ROWS; i++) {
            sum += Math.ceil(users[i] * 20 / 86_400 * peak / 700) + users[i] * sizes[i] * 365 * 3;
        }
        return sum;
    }

    /** Numbers that are there as arrays. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double columns() {
        var table = sweep.evaluate(SweepColumn.of(USERS, ONES, users), SweepColumn.of(SIZE, B, sizes));
        double[] servers = table.values(SERVERS, ONES);
        double[] stored = table.values(STORED, B);
        double sum = 0;
        for (int i = 0; i < ROWS; i++) {
            sum += servers[i] + stored[i];
        }
        return sum;
    }

    /** A stream of rows by name. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double rows() {
        return sweep.rows(values()).mapToDouble(RowsBenchmark::sum).sum();
    }

    /** Rows by name, one at a time. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double row() {
        return values().map(sweep::row).mapToDouble(RowsBenchmark::sum).sum();
    }

    /** Without a sweep: a what-if for each row. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double whatIfs() {
        return IntStream.range(0, ROWS)
                .mapToDouble(i -> SERVERS.given(USERS, count(users[i])).to(ONES)
                        + STORED.given(USERS, count(users[i]))
                                .given(SIZE, bytes(sizes[i]))
                                .to(B))
                .sum();
    }

    /** A stream of rows with p5 and p95. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double rowsWithPercentiles() {
        return percentiles.rows(values()).mapToDouble(RowsBenchmark::sum).sum();
    }
}
