package dev.estimator.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonQuantileTest {
    /** mpmath, 30 digits: probabilities added up from 12 standard deviations below the mean. */
    @ParameterizedTest
    @CsvSource({
        "1000000, 0.01, 997674",
        "1000000, 0.5, 1000000",
        "1000000, 0.99, 1002327",
        "1000000, 0.999999, 1004757",
        "2345678, 0.01, 2342116",
        "2345678, 0.99, 2349242",
        "2345678, 0.999999, 2352962",
        "40000000, 0.01, 39985288",
        "40000000, 0.99, 40014714",
        "40000000, 0.999999, 40030067"
    })
    void of_largeMean(double mean, double probability, double quantile) {
        assertThat(PoissonQuantile.of(mean, probability)).isEqualTo(quantile);
    }

    /** The expansion goes on where the search ends. */
    @Test
    void of_bothSidesOfTheLimit() {
        for (double probability : new double[] {0.001, 0.3, 0.9, 0.99, 0.99999}) {
            double below = PoissonQuantile.of(Math.nextDown(1e6), probability);
            assertThat(PoissonQuantile.of(1e6, probability)).isEqualTo(below);
        }
    }

    /** The mean and 2.3263… of its root, and (2.3263…² − 1) ÷ 6 more. */
    @Test
    void of_huge() {
        assertThat(PoissonQuantile.of(1e14, 0.99)).isEqualTo(Math.ceil(1e14 + 23_263_478.74040841 + 0.735 - 0.5));
        assertThat(PoissonQuantile.of(1e300, 0.99)).isEqualTo(1e300);
    }
}
