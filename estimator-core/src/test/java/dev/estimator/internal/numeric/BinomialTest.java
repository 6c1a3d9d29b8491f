package dev.estimator.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {
    /** Σ C(n, j) pʲ (1 − p)ⁿ⁻ʲ over j > allowed, by mpmath with 40 digits or of fractions. */
    @ParameterizedTest
    @CsvSource({
        "1, 3, 0.01, 0.000298",
        "2, 5, 0.001, 9.985006e-9",
        "9, 10, 0.01, 1e-20",
        "40, 63, 0.37, 5.7308165011752525e-6",
        "63, 64, 0.6, 6.3340286662973128e-15",
        "31, 64, 0.999999999, 1",
        "2, 7, 1e-80, 3.4999999999999996e-239",
        "0, 3, 1, 1",
        "2, 3, 0, 0",
        "50, 100, 0.3, 9.0346861957206346e-6",
        "0, 1000, 0.000001, 9.9950066612559112e-4"
    })
    void moreThan(int allowed, int trials, double p, double expected) {
        assertThat(Binomial.moreThan(allowed, trials, p))
                .isCloseTo(expected, within(1e-12 * expected))
                .isBetween(0.0, 1.0);
    }
}
