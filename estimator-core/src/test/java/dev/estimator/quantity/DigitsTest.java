package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.money;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Units.COST_PER_HOUR;
import static dev.estimator.quantity.Units.COST_PER_MONTH;
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
        assertThat(usd(12_961_234).format(9)).isEqualTo("$12,961,234");
        assertThat(usd(12_961_234).format(10)).isEqualTo("$12,961,234.00");
        assertThat(usd(123_456_789.5).format(10)).isEqualTo("$123,456,789.50");
    }

    /** A fifth digit of $3,030 would be half of its cents. */
    @Test
    void cents_areTwoDigitsOrNone() {
        assertThat(usd(3_030).format(4)).isEqualTo("$3,030");
        assertThat(usd(3_030).format(5)).isEqualTo("$3,030");
        assertThat(usd(3_030).format(6)).isEqualTo("$3,030.00");
        assertThat(usd(3_030.5).format(5)).isEqualTo("$3,030.50");
        assertThat(usd(4).format(2)).isEqualTo("$4");
        assertThat(usd(4).format(3)).isEqualTo("$4.00");
        assertThat(usd(3_030).per(MONTH).format(COST_PER_MONTH, 5)).isEqualTo("$3,030/month");
    }

    @Test
    void yen_haveNoCents() {
        assertThat(money(3_030, "JPY").format(5)).isEqualTo("3,030 JPY");
        assertThat(money(3_030, "JPY").format(7)).isEqualTo("3,030 JPY");
        assertThat(money(7, "JPY").format(3)).isEqualTo("7 JPY");
        assertThat(money(7, "JPY").per(HOUR).format(COST_PER_HOUR, 4)).isEqualTo("7 JPY/h");
    }

    /** √(3 × 4) = 3.46410162, and of 3,030 and 4,040 dollars 3,498.7426. */
    @Test
    void ranges() {
        assertThat(between(gb(3), gb(4)).format(6)).isEqualTo("3.4641 GB (3 … 4)");
        assertThat(between(gb(3.123456), gb(4.654321)).format(6)).isEqualTo("3.81282 GB (3.12346 … 4.65432)");
        assertThat(between(usd(3_030), usd(4_040)).format(6)).isEqualTo("$3,498.74 ($3,030 … $4,040)");
        assertThat(between(count(3_030), count(4_040)).format(5)).isEqualTo("3,498.7 (3,030 … 4,040)");
        assertThat(between(usd(3_030), usd(4_040)).format(3)).isEqualTo("$3.5k ($3.03k … $4.04k)");
        assertThat(between(nines(9), nines(11)).times(nines(10)).format(5)).isEqualTo("9.699 nines (8.9586 … 9.9586)");
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
