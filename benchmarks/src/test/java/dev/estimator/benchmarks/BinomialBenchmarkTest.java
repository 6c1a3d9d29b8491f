package dev.estimator.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A benchmark compares what computes the same. */
class BinomialBenchmarkTest {
    @ParameterizedTest
    @ValueSource(ints = {3, 9, 60})
    void baseline(int trials) {
        var benchmark = new BinomialBenchmark();
        benchmark.trials = trials;
        double expected = benchmark.incompleteBeta();
        assertThat(benchmark.moreThan()).isPositive().isCloseTo(expected, within(1e-12 * expected));
    }
}
