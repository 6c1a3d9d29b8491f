package dev.estimator.quantity;

import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.mib;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.pb;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.model.Servers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No figure in a unit that the author chose looks exact and is not (RC-EXACT-TEXT). */
class FormatTest {
    @Test
    void wholeFiguresAreWhole() {
        assertThat(count(1437).format(Units.ONES)).isEqualTo("1437");
        assertThat(bytes(8192).format(Units.B)).isEqualTo("8192 B");
        assertThat(mib(1031).format(Units.MIB)).isEqualTo("1031 MiB");
        assertThat(pb(1825).format(Units.PB)).isEqualTo("1825 PB");
        assertThat(bytes(123_456_789_012L).format(Units.B)).isEqualTo("123,456,789,012 B");
        assertThat(count(99.96).format(Units.ONES)).isEqualTo("100");
        assertThat(count(100.4).format(Units.ONES)).isEqualTo("100");
        assertThat(seconds(12.345).format(Units.SECONDS)).isEqualTo("12.3 s");
    }

    /**
     * 2⁶⁰, 2⁶⁴ and 62⁹ by exact arithmetic: all of their digits are those of a double. 62¹⁰ and 62¹¹ have more, so that
     * nobody knows which of the last are right.
     */
    @Test
    void wholeFiguresBeyondDoubles() {
        assertThat(bytes(0x1p60).format(Units.B)).isEqualTo("1,152,921,504,606,846,976 B");
        assertThat(count(0x1p64).format(Units.ONES)).isEqualTo("18,446,744,073,709,551,616");
        assertThat(count(Math.pow(62, 9)).format(Units.ONES)).isEqualTo("13,537,086,546,263,552");
        assertThat(count(Math.pow(62, 8)).format(Units.ONES)).isEqualTo("218,340,105,584,896");
        assertThat(count(Math.pow(62, 10)).format(Units.ONES)).isEqualTo("8.39e17");
        assertThat(bytes(Math.pow(62, 11)).format(Units.B)).isEqualTo("5.2e19 B");
        assertThat(count(3.65e17).format(Units.ONES)).isEqualTo("365,000,000,000,000,000");
        assertThat(bytes(0x1p90).format(Units.B)).isEqualTo("1.24e27 B");
    }

    @Test
    void lakhsAndCrores() {
        assertThat(count(1_250_000).format(Units.LAKHS)).isEqualTo("12.5 lakh");
        assertThat(count(1.8677e10).format(Units.CRORES, 5)).isEqualTo("1867.7 crore");
        Money paid = Quantities.money(2.064e13, "INR");
        assertThat(paid.format(Units.COST_IN_LAKH_CRORES)).isEqualTo("₹20.6 lakh crore");
        assertThat(paid.format(Units.COST_IN_LAKH_CRORES, 4)).isEqualTo("₹20.64 lakh crore");
        assertThat(Quantities.money(3.14e7, "INR").format(Units.COST_IN_CRORES)).isEqualTo("₹3.14 crore");
        assertThat(Quantities.money(45e4, "INR").format(Units.COST_IN_LAKHS)).isEqualTo("₹4.5 lakh");
        assertThat(between(count(3e5), count(12e5)).format(Units.LAKHS)).isEqualTo("6 lakh (3 … 12)");
    }

    @Test
    void moneyInUnits() {
        assertThat(usd(1_234_567.891).format(Units.COST)).isEqualTo("$1,234,568");
        assertThat(usd(1_234_567.891).format(Units.COST, 9)).isEqualTo("$1,234,567.89");
        assertThat(usd(12.345).format(Units.COST)).isEqualTo("$12.35");
        assertThat(usd(6_789_000).format(Units.COST_IN_THOUSANDS)).isEqualTo("$6,789k");
        assertThat(usd(2.5e9).format(Units.COST_IN_MILLIONS)).isEqualTo("$2,500M");
        assertThat(usd(7.25e8).format(Units.COST_IN_BILLIONS)).isEqualTo("$0.725bn");
        assertThat(between(usd(1e6), usd(4e6)).format(Units.COST_IN_MILLIONS)).isEqualTo("$2M ($1M … $4M)");
        assertThat(between(usd(1e6), usd(4e6)).format(Units.COST)).isEqualTo("$2,000,000 ($1,000,000 … $4,000,000)");
    }

    /** ⌈718,500 ÷ 500⌉ = 1437. */
    @Test
    void servers() {
        Count servers = Servers.builder()
                .limit("requests", qps(718_500), qps(500))
                .targetUtilization(percent(100))
                .build()
                .servers();
        assertThat(servers.format(Units.ONES)).isEqualTo("1437");
    }

    @Test
    void digitsCanBeChosen() {
        assertThat(pb(1825).format(Units.EB, 3)).isEqualTo("1.83 EB");
        assertThat(pb(1825).format(Units.PB, 2)).isEqualTo("1800 PB");
        assertThat(count(1437).format(Units.THOUSANDS, 4)).isEqualTo("1.437k");
        assertThat(qps(1234.5678).format(Units.PER_SECOND, 6)).isEqualTo("1234.57 req/s");
        assertThat(seconds(1 / 3.0).format(Units.SECONDS, 15)).isEqualTo("0.333333333333333 s");
    }

    /** In a chosen unit, but not where nobody chose it. */
    @Test
    void rangesOfManyDigits() {
        assertThat(between(bytes(2000), bytes(8000)).format(Units.TB))
                .isEqualTo("0.000000004 TB (0.000000002 … 0.000000008)");
        assertThat(between(million(100), million(400)).format(Units.ONES))
                .isEqualTo("200,000,000 (100,000,000 … 400,000,000)");
        assertThat(between(Quantities.years(1e8), Quantities.years(4e8))).hasToString("2e8 y (1e8 … 4e8)");
    }

    /** √(4 × 25) = 10, √(1 × 4) = 2, √(50 × 200) = 100. */
    @Test
    void rangesStay() {
        Bytes disk = assume("photos", between(pb(4), pb(25))).times(ratio(3));
        assertThat(disk.format(Units.PB)).isEqualTo("30 PB (12 … 75)");
        assertThat(disk.format(Units.TB, 2)).isEqualTo("30,000 TB (12,000 … 75,000)");
        assertThat(disk.format(2)).isEqualTo("30 PB (12 … 75)");
        assertThat(disk.bestGuess().format(Units.PB)).isEqualTo("30 PB");
        assertThat(between(million(1), million(4)).per(Quantities.DAY).format(Units.PER_DAY))
                .isEqualTo("2M/d (1M … 4M)");
        assertThat(between(usd(50), usd(200)).format(4)).isEqualTo("$100 ($50 … $200)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -3, 16})
    void digitsOutOfRange(int digits) {
        assertRefused(
                "digits must be between 1 and 15 but was " + digits,
                () -> count(1437).format(Units.ONES, digits));
    }
}
