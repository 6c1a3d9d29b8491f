package dev.estimator.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.internal.unit.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtilizationTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0%",
        "3.5e-6, 0.00035%",
        "0.006, 0.6%",
        "0.0874, 8.7%",
        "0.0949, 9.5%",
        "0.254, 25%",
        "0.9996, 100%",
        "2.484, 248%",
        "31.4159, 3140%",
        "Infinity, beyond any number"
    })
    void summary_twoDigits(double utilization, String expected) {
        assertThat(QuantityWriter.summary(Kind.UTILIZATION, utilization).replace(",", ""))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.006, 0.003, 0.012, 0.6% (0.3 … 1.2)",
        "3.5e-6, 1.5e-6, 7.9e-6, 0.00035% (0.00015 … 0.00079)",
        "0.9, 0.25, 1.31, 90% (25 … 131)",
        "1, 1, 2, 100% (100 … 200)",
        "0.5, 0.4998, 0.5002, 50%",
        "0.5, 0.497, 0.5031, 50% (49.7 … 50.31)"
    })
    void range_endsApart(double best, double low, double high, String expected) {
        assertThat(QuantityWriter.range(Kind.UTILIZATION, best, low, high)).isEqualTo(expected);
    }

    @Test
    void statedRange_fourDigitsOfTheValue() {
        assertThat(QuantityWriter.statedRange(Kind.UTILIZATION, 0.24803, 0.1084, 0.5677))
                .isEqualTo("24.8% (11 … 57)");
        assertThat(QuantityWriter.statedRange(Kind.UTILIZATION, 0.34722, 0.1084, 0.5677))
                .isEqualTo("34.72% (11 … 57)");
    }

    /** An edge of a bar, in the unit of what it stands beside. */
    @Test
    void beside_inPercent() {
        assertThat(UnitOfText.beside(Kind.RATIO, "25%", 0.25, 0.061)).isEqualTo("6.1%");
        assertThat(UnitOfText.beside(Kind.RATIO, "25%", 0.25, 0.0000061)).isEqualTo("0.00061%");
        assertThat(UnitOfText.beside(Kind.RATIO, "×0.25", 0.25, 0.061)).isEqualTo("×0.061");
    }
}
