package dev.estimator.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** RC-ROBUST 3: parameters of any size. */
@Timeout(20)
class BetaQuantileExtremesTest {
    /** The expansion begins where the continued fraction still answers: both sides of 1e9 are alike. */
    @Test
    void ofMean_noStepWhereTheExpansionBegins() {
        for (double above : new double[] {0.001, 0.3, 0.5, 0.9}) {
            double below = BetaQuantile.ofMean(Math.nextDown(1e9), 6e9, above);
            assertThat(BetaQuantile.ofMean(1e9, 6e9, above)).isCloseTo(below, within(1e-11));
        }
    }

    @Test
    void ofMean_extreme() {
        for (double a : new double[] {1, 3, 1e5, 1e12, 1e100, 1e308, Double.MAX_VALUE}) {
            for (double b : new double[] {1, 7, 1e6, 1e100, Double.MAX_VALUE, Double.POSITIVE_INFINITY}) {
                for (double above : new double[] {1e-300, 0.005, 0.5, 0.995}) {
                    assertThat(BetaQuantile.ofMean(a, b, above))
                            .as("%s, %s, %s", a, b, above)
                            .isBetween(0.0, 1000.0);
                }
            }
        }
    }
}
