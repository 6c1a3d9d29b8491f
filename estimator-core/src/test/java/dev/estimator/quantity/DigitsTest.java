package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every type is written with as many digits as the author wants. */
class DigitsTest {
    @Test
    void chosen() {
        assertThat(ratio(5 / 3.0).format(5)).isEqualTo("×1.6667");
        assertThat(ratio(5 / 3.0).format(1)).isEqualTo("×2");
        assertThat(usd(1_234.5).format(5)).isEqualTo("$1,234.50");
        assertThat(usd(1_356.8).format(6)).isEqualTo("$1,356.80");
        assertThat(usd(1_296).format(3)).isEqualTo("$1.30k");
        assertThat(count(833_333.3).format(6)).isEqualTo("833,333");
        assertThat(count(833_333.3).format(5)).isEqualTo("833.33k");
        assertThat(usd(0.0457).per(count(1)).format(1)).isEqualTo("$0.05 each");
        assertThat(usd(23.456).per(tb(1)).format(4)).isEqualTo("$0.02346/GB");
        assertThat(percent(12.3456).format(5)).isEqualTo("12.346%");
        assertThat(percentUp(99.955249).format(2)).isEqualTo("99.955%");
        assertThat(percent(99.955249).format(2)).isEqualTo("99.955%");
        assertThat(percent(99.955249).format(1)).isEqualTo("99.96%");
        assertThat(percent(100).format(3)).isEqualTo("100%");
        assertThat(gb(46_296).format(3)).isEqualTo("46.3 TB");
        assertThat(gb(999.96).format(3)).isEqualTo("1.00 TB");
        assertThat(gb(999.96).format(5)).isEqualTo("999.96 GB");
        assertThat(qps(2_314.8).format(4)).isEqualTo("2.315k req/s");
        assertThat(count(1_562.5, "servers").format(3)).isEqualTo("1.56k servers");
        assertThat(hours(25).format(4)).isEqualTo("1.042 d");
    }

    /** Ten millions and more, of which a page without a choice has an exponent. */
    @Test
    void manyDigits_areAllThere() {
        assertThat(usd(12_961_234).format(8)).isEqualTo("$12,961,234");
        assertThat(usd(12_961_234).format(9)).isEqualTo("$12,961,234.00");
        assertThat(usd(123_456_789.5).format(10)).isEqualTo("$123,456,789.50");
    }

    @Test
    void wholeThings_stayWhole() {
        assertThat(count(1_234_567).format(9)).isEqualTo("1.234567M");
        assertThat(count(1_500_000).format(3)).isEqualTo("1.50M");
        assertThat(count(12).format(4)).isEqualTo("12");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16})
    void refused(int digits) {
        assertThat(assertThrows(IllegalArgumentException.class, () -> ratio(2).format(digits)))
                .hasMessage("digits must be between 1 and 15 but was " + digits);
    }
}
