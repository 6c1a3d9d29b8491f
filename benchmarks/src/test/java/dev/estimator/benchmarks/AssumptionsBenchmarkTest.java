package dev.estimator.benchmarks;

import static dev.estimator.quantity.Quantities.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class AssumptionsBenchmarkTest {
    @Test
    void sum_isThatByHand() {
        var benchmark = new AssumptionsBenchmark();
        assertThat(benchmark.sum().value()).isCloseTo(benchmark.sumByHand(), withinPercentage(0.5));
    }

    /** The wait rises so steeply that by hand a million draws are needed for 1 %. */
    @Test
    void wait_isThatByHand() {
        double byHand = RangedFormulaBenchmark.byHand(1 << 20);
        assertThat(new RangedFormulaBenchmark().ofTwoRanges().div(seconds(1)).value())
                .isCloseTo(byHand, withinPercentage(3));
    }
}
