package dev.estimator.benchmarks;

import dev.estimator.latency.Latencies;
import dev.estimator.latency.Latency;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Units;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
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
    private static final double Z99 = 2.3263478740408408;

    /** What is asked of ten calls made anew, so that nothing is known from before. */
    @Benchmark
    public double composition() {
        Latency sum = Arrays.stream(CALLS)
                .map(call -> Latencies.latencyP50P99(Quantities.ms(call[0]), Quantities.ms(call[1])))
                .reduce(Latency::plus)
                .orElseThrow();
        return sum.p50().plus(sum.p95()).plus(sum.p99()).plus(sum.p999()).to(Units.SECONDS);
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
