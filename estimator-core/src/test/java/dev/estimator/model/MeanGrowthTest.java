package dev.estimator.model;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanGrowthTest {
    /** (gᵀ − 1) ÷ (T ln g) by mpmath with 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "2,    365,  1.442695040888963407",
        "0.5,  365,  0.721347520444481704",
        "1.4,  1095, 1.727730463502625604",
        "1.4,  30,   1.013955981185422187",
        "0.25, 1825, 0.144128615901309528"
    })
    void over_days(double growth, double days, double expected) {
        assertNear(expected, MeanGrowth.over(days(days), ratio(growth)).value());
    }

    @Test
    void over_withoutGrowth() {
        assertThat(MeanGrowth.over(years(4), ratio(1)).value()).isEqualTo(1);
    }

    /** One in a thousand million a year, for four years: 1.000000002 to 18 digits. The naive quotient has seven. */
    @Test
    void over_hardlyAnyGrowth() {
        assertNear(1.000000002, MeanGrowth.over(years(4), ratio(1.000000001)).value(), 1e-15);
    }

    @Test
    void over_growthBeyondNumbers() {
        assertThatThrownBy(() -> MeanGrowth.over(years(100), ratio(1e9)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("average of 1bn^(t ÷ 1 y) for t = 0 … 100 y is too large for any Ratio");
    }

    @Property
    void over_isTheIntegral(
            @ForAll @DoubleRange(min = 0.1, max = 10) @Scale(6) double growth,
            @ForAll @DoubleRange(min = 0.01, max = 3) @Scale(6) double years) {
        assertNear(
                simpson(growth, years),
                MeanGrowth.over(years(years), ratio(growth)).value(),
                1e-12);
    }

    @Property
    void over_increasesWithGrowth(
            @ForAll @DoubleRange(min = 0.1, max = 10) @Scale(6) double growth,
            @ForAll @DoubleRange(min = 0.01, max = 10) @Scale(6) double years) {
        double mean = MeanGrowth.over(years(years), ratio(growth)).value();
        assertThat(MeanGrowth.over(years(years), ratio(growth * 1.001)).value()).isGreaterThan(mean);
        assertThat(mean).isBetween(Math.min(1, Math.pow(growth, years)), Math.max(1, Math.pow(growth, years)));
    }

    /** The mean of gᵗ by Simpson's rule; with x = T ln g below 7 its error is (x ÷ n)⁴ ÷ 180 < 1e-13. */
    private static double simpson(double growth, double years) {
        int n = 4000;
        double sum = 0;
        for (int i = 0; i <= n; i++) {
            int weight = i == 0 || i == n ? 1 : i % 2 == 0 ? 2 : 4;
            sum += weight * Math.pow(growth, years * i / n);
        }
        return sum / (3 * n);
    }
}
