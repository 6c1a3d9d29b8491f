package dev.estimator.benchmarks;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;

import dev.estimator.analysis.Drivers;
import dev.estimator.quantity.Count;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How the cost of an answer grows with the number of assumptions: sums of ranges that are all different. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AssumptionsBenchmark {
    static final int DRAWS = 1 << 14;

    /** How many ranges are added up. */
    @Param({"100", "200", "400", "800", "1600", "5000"})
    int assumptions = 100;

    /** The baseline of {@link #sum}: every range drawn by hand, added up, sorted once; without an interval. */
    @Benchmark
    public double sumByHand() {
        var random = new SplittableRandom(20_260_101);
        double[] sums = new double[DRAWS];
        for (int i = 0; i < assumptions; i++) {
            LogNormal range = LogNormal.between(low(i), high(i));
            for (int k = 0; k < DRAWS; k++) {
                sums[k] += range.draw(random);
            }
        }
        Arrays.sort(sums);
        return sums[(int) Math.ceil(0.95 * DRAWS) - 1];
    }

    /** The 95th percentile of the sum, which is made anew each time. */
    @Benchmark
    public Count sum() {
        return described().percentile(95);
    }

    /** What the sum depends on most. */
    @Benchmark
    public Drivers<Count> drivers() {
        return Drivers.of(described());
    }

    private Count described() {
        Count sum = count(0);
        for (int i = 0; i < assumptions; i++) {
            sum = sum.plus(assume("part " + i, between(count(low(i)), count(high(i)))));
        }
        return sum;
    }

    private static double low(int i) {
        return 1 + i % 7;
    }

    private static double high(int i) {
        return 9 + i % 5 + i * 1e-3;
    }
}
