package dev.estimator.benchmarks;

import dev.estimator.caching.LruCache;
import dev.estimator.caching.Popularity;
import dev.estimator.quantity.Quantities;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What Che's approximation of an LRU cache costs: a hundredth of all objects is cached, and they follow Zipf's law. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CheBenchmark {
    private static final double EXPONENT = 0.9;
    private static final int PART = 100;
    private static final double DIGITS = 1e-12;

    /** How many objects there are. */
    @Param({"1000000", "10000000"})
    public int objects;

    private double[] shares = {};

    /** Computes the popularity of every object, which the baseline does not have to do then. */
    @Setup
    public void shares() {
        shares = new double[objects];
        double all = 0;
        for (int k = objects; k >= 1; k--) {
            shares[k - 1] = Math.pow(k, -EXPONENT);
            all += shares[k - 1];
        }
        for (int i = 0; i < objects; i++) {
            shares[i] /= all;
        }
    }

    /** Newton's method on the sum over every object, and the hit ratio as another such sum. */
    @Benchmark
    public double baseline() {
        double cached = (double) objects / PART;
        double time = cached;
        double step = Double.POSITIVE_INFINITY;
        while (Math.abs(step) > DIGITS * time) {
            double held = 0;
            double slope = 0;
            for (double share : shares) {
                double absent = Math.exp(-share * time);
                held += 1 - absent;
                slope += share * absent;
            }
            step = (cached - held) / slope;
            time += step;
        }
        double hits = 0;
        for (double share : shares) {
            hits += share * (1 - Math.exp(-share * time));
        }
        return hits;
    }

    /** The hit ratio as a quantity, with everything that leads to it. */
    @Benchmark
    public double lruCache() {
        Popularity popularity = Popularity.of(Quantities.count(objects), Quantities.ratio(EXPONENT));
        return LruCache.of(popularity, Quantities.count((double) objects / PART))
                .hitRatio()
                .value();
    }
}
