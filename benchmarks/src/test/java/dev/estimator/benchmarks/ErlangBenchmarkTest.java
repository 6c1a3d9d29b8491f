package dev.estimator.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A benchmark compares what computes the same. */
class ErlangBenchmarkTest {
    @ParameterizedTest
    @ValueSource(ints = {20, 1000, 1_000_000})
    void baselines(int servers) {
        var benchmark = new ErlangBenchmark();
        benchmark.servers = servers;
        assertThat(benchmark.waitProbability()).isCloseTo(benchmark.recurrence(), within(1e-13));
        assertThat(benchmark.staffing().value()).isEqualTo(benchmark.recurrenceUntilEnough());
    }
}
