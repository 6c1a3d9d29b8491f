package dev.estimator.internal.numeric;

import static dev.estimator.Near.assertNear;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaQuantileTest {
    /** With a = 1 it is closed: {@code 1 − above^(1 ÷ b)}. */
    @ParameterizedTest
    @CsvSource({"1, 0.3", "4, 0.005", "9, 0.995", "99, 1e-12", "999999, 0.5"})
    void ofMean_exponentialLike(double b, double above) {
        assertNear(-Math.expm1(Math.log(above) / b) * (1 + b), BetaQuantile.ofMean(1, b, above), 1e-9);
    }

    /** With b = 1 as well: {@code (1 − above)^(1 ÷ a)}. */
    @ParameterizedTest
    @CsvSource({"3, 0.3", "40, 0.005", "7, 0.995"})
    void ofMean_power(double a, double above) {
        assertNear(Math.pow(1 - above, 1 / a) * (1 + a) / a, BetaQuantile.ofMean(a, 1, above), 1e-10);
    }

    /** With equal parameters half is below half. */
    @Test
    void ofMean_symmetric() {
        assertNear(1, BetaQuantile.ofMean(100, 100, 0.5), 1e-12);
    }
}
