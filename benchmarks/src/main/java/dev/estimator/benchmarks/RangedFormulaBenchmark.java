package dev.estimator.benchmarks;

import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;

import dev.estimator.quantity.Qps;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.ErlangC;
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

/** A formula that arithmetic cannot express, of one and of two ranges: the mean wait for one of 100 servers. */
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

    /** The baseline: draws of both ranges through the textbook's recurrence, sorted; without an interval. */
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
}
