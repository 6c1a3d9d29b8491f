package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.mbitPerSecond;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.thousand;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What somebody typed is not rounded: a page would have one number under two names, and a range that is not theirs. */
class TypedDigitsTest {
    @Test
    void toString_range() {
        assertThat(between(thousand(610), million(1.35))).hasToString("907k (610k … 1,350k)");
        assertThat(between(count(9_650), count(10_450))).hasToString("10,040 (9,650 … 10,450)");
        assertThat(between(qps(1_150), qps(1_250))).hasToString("1.2k req/s (1.15k … 1.25k)");
        assertThat(between(qps(12_500), qps(13_500))).hasToString("13k req/s (12.5k … 13.5k)");
        assertThat(between(gb(640), tb(1.28))).hasToString("905 GB (640 … 1,280)");
        assertThat(between(ms(640), seconds(1.38))).hasToString("940 ms (640 … 1,380)");
        assertThat(between(thousand(850), million(1.25))).hasToString("1.03M (0.85M … 1.25M)");
        assertThat(between(million(5), million(20))).hasToString("10M (5M … 20M)");
    }

    /** Of five digits somebody may have typed all, but more likely a calculation left them. */
    @Test
    void toString_rangeOfManyDigits() {
        assertThat(between(count(96_512), count(104_507))).hasToString("100k (97k … 105k)");
        assertThat(between(thousand(610), million(1.35)).times(1)).hasToString("907k (610k … 1,400k)");
    }

    /** It was '1,000 req/s (999.5 … 1,000)': five digits where four are not what was typed. */
    @Test
    void toString_rangeNearAPowerOfTen() {
        assertThat(Qps.parse("999.5 to 1000.5 req/s")).hasToString("1,000 req/s (999.5 … 1,000.5)");
        assertThat(Qps.parse(Qps.parse("999.5 to 1000.5 req/s").toString()))
                .hasToString("1,000 req/s (999.5 … 1,000.5)");
        assertThat(Count.parse("999.5 to 1000.5")).hasToString("1,000 (999.5 … 1,000.5)");
        assertThat(Bytes.parse("999.5 to 1000.5 GB")).hasToString("1 TB (0.9995 … 1.001)");
    }

    /** It was '1.4 partitions (1 partition … 2 partitions)'. */
    @Test
    void toString_rangeFromOneThing() {
        assertThat(between(count(1, "partitions"), count(2, "partitions"))).hasToString("1.4 partitions (1 … 2)");
        Count one = Count.parse("1 partition (1 … 2)");
        assertThat(one).hasToString("1 partition (1 … 2)");
        assertThat(Count.parse(one.toString())).hasToString("1 partition (1 … 2)");
    }

    /** Counted in the unit that is written. */
    @Test
    void toString_rangeInItsUnit() {
        assertThat(between(mbitPerSecond(500), mbitPerSecond(900))).hasToString("671 Mbit/s (500 … 900)");
        assertThat(stated(between(mbitPerSecond(500), mbitPerSecond(900)))).endsWith("b = 670.8 Mbit/s (500 … 900)");
        assertThat(stated(between(hours(27), hours(54)))).endsWith("b = 38.18 h (27 … 54)");
        assertThat(TimeSpan.parse("0.5 d to 999.5 d")).hasToString("22 d (12 h … 2.7 y)");
        assertThat(Bandwidth.parse("2.25 Mbit/s to 999.5 Mbit/s")).hasToString("47.42 Mbit/s (2.25 … 999.5)");
        assertThat(Bandwidth.parse("1.25 to 31.25 Gbit/s")).hasToString("6.25 Gbit/s (1.25 … 31.25)");
    }

    private static String stated(Quantity<?> range) {
        return range.named("b").explain().toString();
    }

    @Test
    void toString_number() {
        assertThat(million(1.35)).hasToString("1.35M");
        assertThat(million(24.5)).hasToString("24.5M");
        assertThat(qps(1_350)).hasToString("1,350 req/s");
        assertThat(qps(12_500)).hasToString("12,500 req/s");
        assertThat(qps(12_000)).hasToString("12k req/s");
        assertThat(qps(2_315)).hasToString("2.3k req/s");
    }

    /** Nobody calculated an assumption. */
    @Test
    void toString_assumption() {
        assertThat(assume("rate", qps(2_315))).hasToString("2,315 req/s");
        assertThat(assume("users", million(2.456))).hasToString("2.456M");
        assertThat(qps(2_315).named("rate")).hasToString("2,315 req/s");
        assertThat(qps(1_351_000).named("rate")).hasToString("1.351M req/s");
        assertThat(Count.parse("1.351M users").named("users")).hasToString("1.351M users");
        assertThat(Count.parse("1.35M users")).hasToString("1.35M users");
        assertThat(Count.parse("1.351M users")).hasToString("1.4M users");
        assertThat(assume("users", million(2.4567))).hasToString("2.5M");
        assertThat(assume("users", million(2.45)).times(3)).hasToString("7.4M");
    }

    /** It was '6.035e-5%'; a dozen zeros are counted by nobody. */
    @Test
    void toString_smallShare() {
        assertThat(Quantities.percent(6.035e-5)).hasToString("0.00006035%");
        assertThat(Quantities.percent(6e-5)).hasToString("0.00006%");
        assertThat(Share.parse("0.00006035%")).isEqualTo(Quantities.percent(6.035e-5));
        assertThat(Quantities.percent(6e-6)).hasToString("6e-6%");
    }
}
