package dev.estimator.benchmarks;

import dev.estimator.internal.numeric.Binomial;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.special.Beta;
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

/** What it costs that too many of some are down: of 3 more than 1, of 9 more than 4, of 60 more than 29. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class BinomialBenchmark {
    /** How many there are, of which most must be up. */
    @Param({"3", "9", "60"})
    int trials;

    /** How much of the time one is down. */
    double down = 0.002;

    private int allowed() {
        return (trials - 1) / 2;
    }

    /** The baseline of {@link #moreThan}: the incomplete beta function. */
    @Benchmark
    public double incompleteBeta() {
        return Beta.regularizedBeta(down, allowed() + 1.0, trials - (double) allowed());
    }

    /** The sum that few trials take. */
    @Benchmark
    public double moreThan() {
        return Binomial.moreThan(allowed(), trials, down);
    }
}
