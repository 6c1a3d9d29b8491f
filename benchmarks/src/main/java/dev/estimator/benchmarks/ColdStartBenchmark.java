package dev.estimator.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long the first estimate takes in a JVM that has loaded nothing of the library. JMH itself has warmed up a part of
 * the JDK; {@link FirstEstimate} measures whole processes.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(10)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ColdStartBenchmark {
    /** The baseline: a formula over doubles, formatted by the JDK. */
    @Benchmark
    public String doubles() {
        return FirstEstimate.doubles();
    }

    /** A first estimate without ranges. */
    @Benchmark
    public String plain() {
        return FirstEstimate.plain();
    }

    /** A first estimate with ranges that needs no draws: all outputs of {@link Capacity10}. */
    @Benchmark
    public String exact() {
        return FirstEstimate.exact();
    }

    /** A first estimate of which a part is drawn: {@link Uploads}. */
    @Benchmark
    public String split() {
        return FirstEstimate.split();
    }

    /** A first estimate that is drawn: all outputs of {@link Capacity10}, 16,384 times. */
    @Benchmark
    public String sampled() {
        return FirstEstimate.sampled();
    }
}
