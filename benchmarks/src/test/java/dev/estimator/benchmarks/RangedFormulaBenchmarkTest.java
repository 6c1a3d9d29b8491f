package dev.estimator.benchmarks;

import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** A benchmark compares what computes the same. */
class RangedFormulaBenchmarkTest {
    private final RangedFormulaBenchmark benchmark = new RangedFormulaBenchmark();

    /** The wait rises so steeply that by hand a million draws are needed for 1 %. */
    @Test
    void wait_isThatByHand() {
        double byHand = RangedFormulaBenchmark.byHand(1 << 20);
        assertThat(benchmark.ofTwoRanges().div(seconds(1)).value()).isCloseTo(byHand, withinPercentage(3));
    }

    @Test
    void hitRatio_isThatByHand() {
        assertThat(benchmark.hitRatio().value()).isCloseTo(benchmark.hitRatioByHand(), withinPercentage(0.5));
    }

    @Test
    void throughput_isThatByHand() {
        assertThat(benchmark.throughput().to(PER_SECOND))
                .isCloseTo(benchmark.throughputByHand(), withinPercentage(0.5));
    }

    /** Where the contention is at the low end of its range, 2%, it is {@code λ ÷ (σ − κ + 2√((1 − σ)κ))}. */
    @Test
    void peakThroughput_isTheGreatest() {
        assertThat(benchmark.peakThroughput().to(PER_SECOND))
                .isCloseTo(60 / (0.02 - 3e-4 + 2 * Math.sqrt(0.98 * 3e-4)), withinPercentage(1e-8));
    }
}
