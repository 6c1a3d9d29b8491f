package dev.estimator.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A benchmark compares what computes the same: every variant adds up to the sum over doubles. */
class QuantityBenchmarkTest {
    private static final QuantityBenchmark BENCHMARK = new QuantityBenchmark();
    private static final QuantityBenchmark.Plain PLAIN = new QuantityBenchmark.Plain();
    private static final QuantityBenchmark.AfterAssumption AFTER = new QuantityBenchmark.AfterAssumption();

    @Test
    void quantities() {
        assertIsSumOfDoubles(BENCHMARK.quantities(PLAIN));
        assertIsSumOfDoubles(BENCHMARK.quantitiesAfterAssumption(AFTER));
    }

    @Test
    void made() {
        assertIsSumOfDoubles(BENCHMARK.made(PLAIN));
        assertIsSumOfDoubles(BENCHMARK.madeAfterAssumption(AFTER));
    }

    @Test
    void method() {
        assertIsSumOfDoubles(BENCHMARK.method(PLAIN));
        assertIsSumOfDoubles(BENCHMARK.methodAfterAssumption(AFTER));
    }

    @Test
    void indriya() {
        assertIsSumOfDoubles(BENCHMARK.indriya(PLAIN));
    }

    private static void assertIsSumOfDoubles(double sum) {
        double expected = BENCHMARK.raw(PLAIN);
        assertThat(sum).isCloseTo(expected, within(expected * 1e-12));
    }
}
