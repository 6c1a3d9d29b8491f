package dev.estimator.benchmarks;

import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;

import dev.estimator.caching.LruCache;
import dev.estimator.caching.Popularity;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.ErlangC;
import dev.estimator.scaling.Scalability;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Formulas that arithmetic cannot express, of ranges: the mean wait for one of 100 servers (Erlang C), of one range and
 * of two; the hit ratio of a cache for 1,000 items (Che) and the throughput of 64 threads (universal scalability law),
 * of one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RangedFormulaBenchmark {
    private static final int DRAWS = 1 << 14;
    private static final int SERVERS = 100;
    private static final Qps RATE = between(qps(500), qps(700));
    private static final TimeSpan SERVICE_TIME = between(ms(90), ms(110));

    private static final int ITEMS = 1_000;
    private static final double EXPONENT = 0.9;
    private static final double DIGITS = 1e-12;
    private static final Count CACHED = between(count(50), count(200));

    private static final int THREADS = 64;
    private static final double ALONE = 60;
    private static final double COHERENCY = 3e-4;
    private static final Share CONTENTION = between(Share.of(0.02), Share.of(0.08));

    /**
     * The baseline of {@link #ofTwoRanges}: draws of both ranges through the textbook's recurrence, sorted; without an
     * interval.
     */
    @Benchmark
    public double byHand() {
        return byHand(DRAWS);
    }

    static double byHand(int draws) {
        var random = new SplittableRandom(20_260_101);
        LogNormal rates = LogNormal.between(500, 700);
        LogNormal times = LogNormal.between(0.09, 0.11);
        double[] waits = new double[draws];
        for (int i = 0; i < draws; i++) {
            waits[i] = wait(rates.draw(random), times.draw(random));
        }
        Arrays.sort(waits);
        return waits[(int) Math.ceil(0.95 * draws) - 1];
    }

    private static double wait(double rate, double time) {
        double load = rate * time;
        double blocking = 1;
        for (int k = 1; k <= SERVERS; k++) {
            blocking = load * blocking / (k + load * blocking);
        }
        return SERVERS * blocking / (SERVERS - load * (1 - blocking)) * time / (SERVERS - load);
    }

    /** The 95th percentile for a range of rates, which is exact. */
    @Benchmark
    public TimeSpan ofOneRange() {
        return ErlangC.of(RATE, ms(100), count(SERVERS)).meanWait().percentile(95);
    }

    /** The 95th percentile for ranges of rates and of service times, which are drawn. */
    @Benchmark
    public TimeSpan ofTwoRanges() {
        return ErlangC.of(RATE, SERVICE_TIME, count(SERVERS)).meanWait().percentile(95);
    }

    /** The baseline of {@link #hitRatio}: for each draw Newton's method on the sum over all items; sorted. */
    @Benchmark
    public double hitRatioByHand() {
        var random = new SplittableRandom(20_260_101);
        LogNormal sizes = LogNormal.between(50, 200);
        double[] shares = shares();
        double[] ratios = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            ratios[i] = hitRatio(shares, sizes.draw(random));
        }
        Arrays.sort(ratios);
        return ratios[(int) Math.ceil(0.95 * DRAWS) - 1];
    }

    private static double[] shares() {
        double[] shares = new double[ITEMS];
        double all = 0;
        for (int k = 1; k <= ITEMS; k++) {
            shares[k - 1] = Math.pow(k, -EXPONENT);
            all += shares[k - 1];
        }
        for (int i = 0; i < ITEMS; i++) {
            shares[i] /= all;
        }
        return shares;
    }

    private static double hitRatio(double[] shares, double cached) {
        double time = cached;
        double step = Double.POSITIVE_INFINITY;
        double hits = 0;
        while (Math.abs(step) > DIGITS * time) {
            double held = 0;
            double slope = 0;
            hits = 0;
            for (double share : shares) {
                double absent = Math.exp(-share * time);
                held += 1 - absent;
                slope += share * absent;
                hits += share * (1 - absent);
            }
            step = (cached - held) / slope;
            time += step;
        }
        return hits;
    }

    /** The 95th percentile of the hit ratio for a range of cached items, which is exact. */
    @Benchmark
    public Share hitRatio() {
        return LruCache.of(Popularity.of(count(ITEMS), ratio(EXPONENT)), CACHED)
                .hitRatio()
                .percentile(95);
    }

    /**
     * The baseline of {@link #throughput}: draws through the law, sorted. A range of shares is log-normal in its odds.
     */
    @Benchmark
    public double throughputByHand() {
        var random = new SplittableRandom(20_260_101);
        LogNormal odds = LogNormal.between(0.02 / 0.98, 0.08 / 0.92);
        double[] throughputs = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            double drawn = odds.draw(random);
            double contention = drawn / (1 + drawn);
            throughputs[i] = ALONE * THREADS / (1 + contention * (THREADS - 1) + COHERENCY * THREADS * (THREADS - 1));
        }
        Arrays.sort(throughputs);
        return throughputs[(int) Math.ceil(0.95 * DRAWS) - 1];
    }

    /** The 95th percentile of the throughput for a range of contention, which is exact. */
    @Benchmark
    public Qps throughput() {
        return Scalability.of(qps(ALONE), CONTENTION, ratio(COHERENCY))
                .throughputAt(count(THREADS))
                .percentile(95);
    }

    /** The 95th percentile of the greatest throughput of any number of threads for the same range, which is exact. */
    @Benchmark
    public Qps peakThroughput() {
        return Scalability.of(qps(ALONE), CONTENTION, ratio(COHERENCY))
                .peakThroughput()
                .percentile(95);
    }
}
