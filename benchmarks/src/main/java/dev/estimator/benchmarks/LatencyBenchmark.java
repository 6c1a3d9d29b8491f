package dev.estimator.benchmarks;

import dev.estimator.analysis.Drivers;
import dev.estimator.latency.Latencies;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Units;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Ten calls one after another, from 100 ns to 300 ms: percentiles 50, 95, 99 and 99.9 of the whole. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LatencyBenchmark {
    /** Median and 99th percentile of each call in milliseconds. */
    private static final double[][] CALLS = {
        {1e-4, 1e-3}, {1e-3, 5e-3}, {0.01, 0.2}, {0.1, 10}, {0.5, 2}, {2, 30}, {5, 40}, {20, 60}, {80, 900}, {300, 3000}
    };

    private static final int DRAWS = 100_000;
    private static final int SLOW_DRAWS = 1024;
    private static final double FACTOR = 1.25;

    /** A range is between the 5th and the 95th percentile. */
    private static final double SPREAD = Math.log(FACTOR) / 1.6448536269514722;

    private static final double Z99 = 2.3263478740408408;

    /** What is asked of ten calls made anew, so that nothing is known from before. */
    @Benchmark
    public double composition() {
        Latency sum = sum(call -> Latencies.latencyP50P99(Quantities.ms(call[0]), Quantities.ms(call[1])));
        return sum.p50().plus(sum.p95()).plus(sum.p99()).plus(sum.p999()).to(Units.SECONDS);
    }

    /**
     * The 99th percentile of ten calls whose medians are ranges, with its range; {@link #p99OneByOne} is the baseline.
     */
    @Benchmark
    public String p99WithRange() {
        return withRanges().p99().toString();
    }

    /** The same from one composition at its best guess for each of as many draws. */
    @Benchmark
    public double p99OneByOne() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        double[] found = new double[SLOW_DRAWS];
        for (int i = 0; i < SLOW_DRAWS; i++) {
            found[i] = sum(call -> Latencies.latencyP50P99(
                            Quantities.ms(call[0] * Math.exp(SPREAD * random.nextGaussian())), Quantities.ms(call[1])))
                    .p99()
                    .to(Units.SECONDS);
        }
        Arrays.sort(found);
        return found[SLOW_DRAWS / 20] + found[SLOW_DRAWS - SLOW_DRAWS / 20];
    }

    /** The mean with its range. */
    @Benchmark
    public String meanWithRange() {
        return withRanges().mean().toString();
    }

    /** What the 99th percentile depends on most, of ten ranges. */
    @Benchmark
    public String drivers() {
        return Drivers.of(withRanges().p99()).toString();
    }

    private static Latency withRanges() {
        return sum(call -> {
            var median = Quantities.assume(
                    "median " + call[0],
                    Quantities.between(Quantities.ms(call[0] / FACTOR), Quantities.ms(call[0] * FACTOR)));
            return Latencies.latencyP50P99(median, median.times(call[1] / call[0]));
        });
    }

    private static Latency sum(Function<double[], Latency> each) {
        return Arrays.stream(CALLS).map(each).reduce(Latency::plus).orElseThrow();
    }

    /** The baseline: 100,000 draws, whose p99.9 has a standard error of 2.9 %. */
    @Benchmark
    public double monteCarlo() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        double[] sums = new double[DRAWS];
        for (double[] call : CALLS) {
            double mu = Math.log(call[0] / 1e3);
            double sigma = Math.log(call[1] / call[0]) / Z99;
            for (int i = 0; i < DRAWS; i++) {
                sums[i] += Math.exp(mu + sigma * random.nextGaussian());
            }
        }
        Arrays.sort(sums);
        return sums[DRAWS / 2] + sums[DRAWS * 95 / 100] + sums[DRAWS * 99 / 100] + sums[DRAWS * 999 / 1000];
    }
}
