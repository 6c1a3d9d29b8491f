package dev.estimator.benchmarks;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.QuantityFormatException;
import java.math.BigDecimal;
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

/** What it costs to read a number: one as people type it, and one so long that it is refused. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParsingBenchmark {
    /** A number as people type it. */
    @State(Scope.Benchmark)
    public static class Usual {
        String text = "1234567.5";
    }

    /** A number of many digits. */
    @State(Scope.Benchmark)
    public static class Many {
        /** How many. */
        @Param({"1000", "10000", "100000"})
        int digits = 100_000;

        String text = "";

        /** Writes the digits. */
        @Setup
        public void write() {
            text = "1234567890".repeat(digits / 10) + "7";
        }
    }

    /** The baseline: the number alone, by the JDK. */
    @Benchmark
    public double decimal(Usual in) {
        return new BigDecimal(in.text).doubleValue();
    }

    /** The same text as a quantity. */
    @Benchmark
    public Count parse(Usual in) {
        return Count.parse(in.text);
    }

    /** The baseline of {@link #refuse}: what reading all digits would take. */
    @Benchmark
    public double decimalOfAllDigits(Many in) {
        return new BigDecimal(in.text).doubleValue();
    }

    /** A text of too many digits is refused by its length. */
    @Benchmark
    public String refuse(Many in) {
        try {
            return Count.parse(in.text).toString();
        } catch (QuantityFormatException e) {
            return e.problem();
        }
    }
}
