package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gbPerSecond;
import static dev.estimator.quantity.Quantities.gbitPerSecond;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.mbitPerSecond;
import static dev.estimator.quantity.Quantities.perDay;
import static dev.estimator.quantity.Quantities.perMonth;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The range of an assumption reads as it was given, with all of its digits and in its unit. */
class AssumedRangesTest {
    static Stream<Arguments> explain() {
        return Stream.of(
                Arguments.of(between(gb(74.88), gb(174.25)), "114.2 GB (74.88 … 174.25)"),
                Arguments.of(between(gb(74.88).per(MONTH), gb(174.25).per(MONTH)), "114.2 GB/month (74.88 … 174.25)"),
                Arguments.of(between(gb(7.4).per(DAY), gb(17.43).per(DAY)), "11.36 GB/d (7.4 … 17.43)"),
                Arguments.of(between(gib(31.25), gib(103.68)), "56.92 GiB (31.25 … 103.68)"),
                Arguments.of(between(count(96_512), count(104_507)), "100,400 (96,512 … 104,507)"),
                Arguments.of(between(qps(12_345), qps(76_543)), "30,740 req/s (12,345 … 76,543)"),
                Arguments.of(between(perMonth(74_880), perMonth(174_250)), "114.2k req/month (74.88k … 174.25k)"),
                Arguments.of(between(usd(1234.56), usd(7654.32)), "$3,074 ($1,234.56 … $7,654.32)"),
                Arguments.of(between(seconds(7425.5), seconds(17_431.5)), "11,380 s (7,425.5 … 17,431.5)"),
                Arguments.of(between(ratio(1.23456), ratio(7.65432)), "×3.074 (×1.23456 … ×7.65432)"),
                Arguments.of(between(percent(12.3456), percent(65.4321)), "34.05% (12.3456% … 65.4321%)"),
                Arguments.of(between(gb(123.4567), gb(123.4568)), "123.4567 GB (123.4567 … 123.4568)"),
                Arguments.of(between(perDay(1_234_567), perDay(7_654_321)), "3.074M req/d (1.234567M … 7.654321M)"),
                Arguments.of(between(hours(20_000), hours(45_000)), "30,000 h (20,000 … 45,000)"),
                Arguments.of(between(percentUp(99.9123), percentUp(99.99871)), "99.98936% (99.9123% … 99.99871%)"),
                Arguments.of(between(percent(98.123), percent(99.1234)), "98.72% (98.123% … 99.1234%)"),
                Arguments.of(
                        between(
                                usd(0.02345).per(gb(1)).per(MONTH),
                                usd(0.034567).per(gb(1)).per(MONTH)),
                        "$0.02847/GB-month ($0.02345 … $0.034567)"),
                Arguments.of(between(usd(12.3456).per(HOUR), usd(23.4567).per(HOUR)), "$17.02/h ($12.3456 … $23.4567)"),
                Arguments.of(between(count(1.5), count(1_234_567)), "1.361k (1.5 … 1.234567M)"),
                Arguments.of(uniform(count(12_345), count(76_543)), "44,444 (16,000 … 73,000)"),
                Arguments.of(between(count(12_345_678), count(87_654_321)), "32.9M (12M … 88M)"));
    }

    /** They were '43.47 kB/s (28 … 66)' and '114.2 GB (75 … 174)'; the geometric means by hand. */
    @ParameterizedTest
    @MethodSource
    <Q extends Quantity<Q>> void explain(Q range, String text) {
        assertThat(assume("x", range).explain()).hasToString("assumed\n  x = " + text);
    }

    /** Ends in bytes were told in bits where these have fewer digits, and links in bytes: '791 MB/s (125 … 5,000)'. */
    @Test
    void toString_bits() {
        assertThat(between(gbPerSecond(275), gbPerSecond(1050))).hasToString("537 GB/s (275 … 1,050)");
        assertThat(between(mbPerSecond(0.275), mbPerSecond(3.25))).hasToString("945 kB/s (275 … 3,250)");
        assertThat(between(gbitPerSecond(1), gbitPerSecond(40))).hasToString("6.3 Gbit/s (1 … 40)");
        assertThat(between(mbitPerSecond(100), gbitPerSecond(1.5))).hasToString("387 Mbit/s (100 … 1,500)");
        assertThat(between(mbitPerSecond(100), gbitPerSecond(1))).hasToString("316 Mbit/s (100 … 1,000)");
        assertThat(between(mbPerSecond(100), gbitPerSecond(1.6))).hasToString("1.1 Gbit/s (0.8 … 1.6)");
    }

    /**
     * Of a range that nobody assumed, nobody knows whether its ends were calculated: more than four digits are rounded.
     */
    @Test
    void toString_rangeOfManyDigitsInItsUnit() {
        assertThat(between(gb(74.88).per(MONTH), gb(174.25).per(MONTH))).hasToString("43 kB/s (28 … 66)");
        assertThat(between(gib(31.25), gib(103.68))).hasToString("61 GB (34 … 111)");
        assertThat(assume("x", between(gb(74.88).per(MONTH), gb(174.25).per(MONTH))))
                .hasToString("114.2 GB/month (74.88 … 174.25)");
    }
}
