package dev.estimator.benchmarks;

import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.queueing.ErlangC;
import dev.estimator.queueing.Staffing;
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

/**
 * What Erlang's formulas cost for few and for a million servers, beside the recurrence of the textbooks.
 *
 * <p>Each server is busy 100 ms with a request. As many come as leave two square roots of the load free, so that about
 * 3 % wait.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ErlangBenchmark {
    private static final TimeSpan SERVICE_TIME = ms(100);
    private static final TimeSpan WAIT = ms(1);
    private static final double PER_SERVER = 10;

    /** How many servers there are. */
    @Param({"20", "1000", "1000000"})
    int servers;

    private double load() {
        return servers - 2 * Math.sqrt(servers);
    }

    private Qps arrivalRate() {
        return qps(load() * PER_SERVER);
    }

    /** The baseline of {@link #waitProbability}: {@code B ← aB/(k + aB)} for all k. */
    @Benchmark
    public double recurrence() {
        double load = load();
        double blocking = 1;
        for (int k = 1; k <= servers; k++) {
            blocking = load * blocking / (k + load * blocking);
        }
        return servers * blocking / (servers - load * (1 - blocking));
    }

    /** The share that waits. */
    @Benchmark
    public double waitProbability() {
        return ErlangC.of(arrivalRate(), SERVICE_TIME, count(servers))
                .waitProbability()
                .value();
    }

    /**
     * The baseline of {@link #staffing}: one server more after the other, by the recurrence, until 99 % wait less than
     * 1 ms.
     */
    @Benchmark
    public double recurrenceUntilEnough() {
        double load = load();
        double blocking = 1;
        for (int k = 1; ; k++) {
            blocking = load * blocking / (k + load * blocking);
            double free = k - load;
            if (free > 0) {
                double waits = k * blocking / (k - load * (1 - blocking));
                if (waits * Math.exp(-free * WAIT.div(SERVICE_TIME).value()) <= 0.01) {
                    return k;
                }
            }
        }
    }

    /** The fewest servers of which 99 % of the requests wait less than 1 ms, exact and by the rule. */
    @Benchmark
    public Count staffing() {
        return Staffing.of(arrivalRate(), SERVICE_TIME).forWait(99, WAIT).servers();
    }
}
