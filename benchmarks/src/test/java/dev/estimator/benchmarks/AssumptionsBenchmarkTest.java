package dev.estimator.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class AssumptionsBenchmarkTest {
    @Test
    void sum_isThatByHand() {
        var benchmark = new AssumptionsBenchmark();
        assertThat(benchmark.sum().value()).isCloseTo(benchmark.sumByHand(), withinPercentage(0.5));
    }
}
