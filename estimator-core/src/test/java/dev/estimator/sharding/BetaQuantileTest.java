package dev.estimator.sharding;

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

    /**
     * Where the parameters are beyond what a continued fraction reaches, against scipy's inverse of the beta
     * distribution.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 1000000000000.0, 0.005, 5.2983173665392989",
        "1, 1e+300, 0.25, 1.3862943611198906",
        "2, 1e15, 0.01, 3.3191760339969001",
        "2000000000.0, 6000000000.0, 0.005, 1.0000498811895424",
        "10000000000.0, 10000000000.0, 0.975, 0.99998614096175709"
    })
    void ofMean_large(double a, double b, double above, double expected) {
        assertNear(expected, BetaQuantile.ofMean(a, b, above), 1e-7);
    }

    /** All the same where the spread is less than a rounding. */
    @ParameterizedTest
    @CsvSource({"1e308, 1e308, 0.005", "1e308, 6e308, 0.995", "1e200, 1e308, 1e-12"})
    void ofMean_perfectlyEven(double a, double b, double above) {
        assertNear(1, BetaQuantile.ofMean(a, b, above), 1e-15);
    }

    /** With equal parameters half is below half. */
    @Test
    void ofMean_symmetric() {
        assertNear(1, BetaQuantile.ofMean(100, 100, 0.5), 1e-12);
    }
}
