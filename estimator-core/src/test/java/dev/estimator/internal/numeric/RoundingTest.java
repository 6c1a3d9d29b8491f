package dev.estimator.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
    @ParameterizedTest
    @CsvSource({
        "120.00000000000001, 120",
        "120.0000001, 121",
        "75.025, 76",
        "75, 75",
        "0, 0",
        "1e-300, 1",
        "1e18, 1e18",
        "3.0000000000000004, 3",
        "3.00000000001, 4"
    })
    void ceil(double x, double expected) {
        assertThat(Rounding.ceil(x)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "99.99999999999999, 100",
        "99.9999999, 99",
        "10.045, 10",
        "10, 10",
        "0, 0",
        "0.9999999999, 0",
        "1e18, 1e18",
        "2.9999999999999996, 3",
        "2.99999999999, 2"
    })
    void floor(double x, double expected) {
        assertThat(Rounding.floor(x)).isEqualTo(expected);
    }

    @Test
    void ceil_ofProductOnPaper() {
        assertThat(3720 / 100.0 / 0.31).isGreaterThan(120);
        assertThat(Rounding.ceil(3720 / 100.0 / 0.31)).isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource({
        "457.56, 2, DOWN, 450",
        "457.56, 2, HALF_UP, 460",
        "233333.333, 2, UP, 240000",
        "0.00123456, 3, HALF_UP, 0.00123",
        "2.5, 1, HALF_UP, 3",
        "1.0000000000000002, 1, UP, 1",
        "0, 4, UP, 0"
    })
    void significant(double x, int digits, RoundingMode mode, double expected) {
        assertThat(Rounding.significant(x, digits, mode)).isEqualTo(expected);
    }
}
