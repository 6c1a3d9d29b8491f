package dev.estimator.reliability;

import static dev.estimator.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonBoundsTest {
    /**
     * E. S. Pearson and H. O. Hartley, Biometrika Tables for Statisticians I, table 40: 95 % limits, 2.5 % on either
     * side.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 3.69",
        "1, 0.0253, 5.57",
        "2, 0.242, 7.22",
        "5, 1.62, 11.67",
        "10, 4.80, 18.39",
        "30, 20.24, 42.83"
    })
    void bounds_tabulated(double count, double lower, double upper) {
        assertThat(Math.abs(PoissonBounds.lower(count, 0.975) - lower)).isLessThanOrEqualTo(0.00501);
        assertThat(Math.abs(PoissonBounds.upper(count, 0.975) - upper)).isLessThanOrEqualTo(0.00501);
    }

    /** Nothing happens with {@code e^−mean}. */
    @Test
    void upper_ofNothing() {
        assertNear(-Math.log(0.05), PoissonBounds.upper(0, 0.95));
        assertNear(-Math.log(0.001), PoissonBounds.upper(0, 0.999));
    }

    /**
     * At the bounds what was counted, or more extreme, has just the probability that is left: Poisson sums in 40
     * digits.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 57})
    void bounds_leaveTheRest(int count) {
        assertNear(0.05, atMost(count, PoissonBounds.upper(count, 0.95)), 1e-12);
        assertNear(0.95, atMost(count - 1, PoissonBounds.lower(count, 0.95)), 1e-12);
    }

    /**
     * mpmath, 30 digits: {@code findroot(gammainc(1e6, 0, x, regularized=True) - p)} at 5 % and 95 %; on both sides of
     * it alike.
     */
    @Test
    void bounds_large() {
        assertNear(998_355.7150837178, PoissonBounds.lower(1e6, 0.95));
        assertNear(1_001_645.42194519, PoissonBounds.upper(999_999, 0.95));
        assertNear(
                PoissonBounds.lower(499_999, 0.95) + PoissonBounds.lower(500_001, 0.95),
                2 * PoissonBounds.lower(500_000, 0.95),
                1e-11);
    }

    private static double atMost(int count, double mean) {
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = term;
        for (int k = 1; k <= count; k++) {
            term = term.multiply(new BigDecimal(mean)).divide(BigDecimal.valueOf(k), MathContext.DECIMAL128);
            sum = sum.add(term);
        }
        return sum.doubleValue() * Math.exp(-mean);
    }
}
