package dev.estimator.quantity;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.check.Checks.check;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.billion;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.mbitPerSecond;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.perDay;
import static dev.estimator.quantity.Quantities.perHour;
import static dev.estimator.quantity.Quantities.perMinute;
import static dev.estimator.quantity.Quantities.perMonth;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.thousand;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** It was '$151 ($86.20 … $264)': cents of an end of which the middle has none. What somebody typed has them. */
    @ParameterizedTest
    @CsvSource({
        "43.1, 131.9, $151 ($86 … $264)",
        "1.22, 4500, $148 ($2.44 … $9k)",
        "12, 60.12, $53.72 ($24 … $120)",
        "43_100, 131_900, $151k ($86k … $264k)",
        "49.7, 50.5, $100 ($99 … $101)",
        "1.22, 4567.8, $149 ($2.44 … $9.14k)"
    })
    void toString_centsOfEnds(String low, String high, String text) {
        Money least = usd(Double.parseDouble(low.replace("_", "")));
        Money most = usd(Double.parseDouble(high.replace("_", "")));
        Money twice = assume("price", between(least, most)).times(2);
        assertThat(twice).hasToString(text);
        assertThat(between(usd(86.2), usd(264))).hasToString("$151 ($86.20 … $264)");
    }

    @Test
    void toString_tenthsOfEnds() {
        assertThat(assume("factor", between(ratio(43.1), ratio(131.9))).times(ratio(2)))
                .hasToString("×151 (×86 … ×264)");
        assertThat(assume("factor", between(ratio(1.21), ratio(1319))).times(ratio(9)))
                .hasToString("×360 (×11 … ×11.9k)");
        assertThat(assume(
                                "rent",
                                between(
                                        usd(43.1).per(Quantities.MONTH),
                                        usd(131.9).per(Quantities.MONTH)))
                        .times(ratio(2)))
                .hasToString("$151/month ($86 … $264)");
    }

    /** Of five digits somebody may have typed all, but more likely a calculation left them. */
    @Test
    void toString_rangeOfManyDigits() {
        assertThat(between(count(96_512), count(104_507))).hasToString("100k (97k … 105k)");
        assertThat(between(thousand(610), million(1.35)).times(1)).hasToString("907k (610k … 1,350k)");
    }

    /** It was '969k (900k … 1M)' of 1,044k, and '889 (702 … 1,000)' of 1,042. */
    @Test
    void toString_rangeToAThousandOfAMultiple() {
        Count count = between(thousand(900), thousand(1044)); // p50 969,330
        Ratio twice = ratio(2);
        assertThat(count).hasToString("969.3k (900k … 1,044k)");
        assertThat(count.div(twice).times(twice)).hasToString("969k (900k … 1,040k)");
        assertThat(between(thousand(450), thousand(525)).times(twice)).hasToString("972k (900k … 1,050k)");
        assertThat(between(billion(450), billion(521)).times(twice)).hasToString("968bn (900bn … 1,040bn)");
        assertThat(between(qps(450_000), qps(523_000)).times(twice)).hasToString("970k req/s (900k … 1,050k)");
        assertThat(between(kb(450), kb(521.5)).times(twice)).hasToString("969 kB (900 … 1,040)");
        assertThat(between(usd(450_000), usd(499_990)).times(twice)).hasToString("$949k ($900k … $1M)");
        assertThat(between(ratio(45_000), ratio(49_999)).times(ratio(20))).hasToString("×949k (×900k … ×1M)");
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

    /**
     * They were '100 Mbit/s (99.95 … 100)', '$1k ($0.999k … $1k)', '1,000 req/s (999 … 1,000)' and '1,024 MiB (512 …
     * 2,048)'.
     */
    @Test
    void toString_rangeWhoseEndsLookLikeItsValue() {
        assertThat(between(mbitPerSecond(99.95), mbitPerSecond(100.05))).hasToString("100 Mbit/s (99.95 … 100.05)");
        assertThat(between(usd(999.5), usd(1000.5))).hasToString("$1,000 ($999.50 … $1,000.50)");
        assertThat(stated(between(qps(999.5), qps(1000.5)))).endsWith("b = 1,000 req/s (999.5 … 1,000.5)");
        assertThat(stated(between(gib(0.5), gib(2)))).endsWith("b = 1 GiB (0.5 … 2)");
        assertThat(between(gib(0.5), gib(2))).hasToString("1 GiB (0.5 … 2)");
    }

    /** They were '(40 MB … 51 GB)' and '(0.36 req/y … 4.2 req/h)'. */
    @Test
    void toString_rangeOfEndsFarApart() {
        assertThat(between(mb(40.25), gb(50.5))).hasToString("1.4 GB (40.25 MB … 50.5 GB)");
        assertThat(between(perDay(0.001), perDay(100))).hasToString("115 req/y (0.365 req/y … 4.2 req/h)");
        assertThat(between(mb(40.25), gb(50.5)).times(2)).hasToString("2.9 GB (81 MB … 101 GB)");
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
        assertThat(Count.parse("1.351M users")).hasToString("1.351M users");
        assertThat(assume("users", million(2.4567))).hasToString("2.4567M");
        assertThat(assume("users", million(2.45)).times(3)).hasToString("7.4M");
    }

    /** They were '1.4M users', '1.4k req/s', '1.4 GB', '1.4 d' and '99.57%': a text that was read is no calculation. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Count        | 1.351M users    | 1.351M users
            Count        | 1351000         | 1.351M
            Count        | 1,234,567       | 1.234567M
            Count        | 12.3456M users  | 12.3456M users
            Count        | 1562.5 servers  | 1,562.5 servers
            Qps          | 1.351k req/s    | 1,351 req/s
            Qps          | 1234.5 req/s    | 1,234.5 req/s
            Qps          | 123456 writes/s | 123,456 writes/s
            Bytes        | 1.35123 GB      | 1.35123 GB
            Bytes        | 13.512 GB       | 13.512 GB
            Bytes        | 1351.25 MiB     | 1,351.25 MiB
            TimeSpan     | 12.345 ms       | 12.345 ms
            TimeSpan     | 1234.56 ms      | 1.23456 s
            TimeSpan     | 123456 s        | 123,456 s
            Bandwidth    | 12.345 Mbit/s   | 12.345 Mbit/s
            Bandwidth    | 4,750 Mbps      | 4,750 Mbit/s
            Bandwidth    | 12.5 Gbps       | 12.5 Gbit/s
            StoredBytes  | 13.512 GB-month | 13.512 GB-month
            Ratio        | 1.23456         | ×1.23456
            Share        | 12.3456%        | 12.3456%
            Availability | 99.56789%       | 99.56789% (2.4 nines)
            Money        | $1.351M         | $1.351M
            Money        | $12.3456M       | $12.3456M
            Money        | $1,234,567.89   | $1,234,567.89
            Spending     | $7.2345/day     | $7.2345/d ($220/month)
            TimeSpan     | 1.5 weeks       | 252 h
            TimeSpan     | 36.5 h          | 36.5 h
            Bandwidth    | 12.345 GB/h     | 12.345 GB/h
            Bandwidth    | 5 GB/h          | 120 GB/d
            """)
    void toString_text(String type, String text, String written) throws ReflectiveOperationException {
        Method parse = Class.forName("dev.estimator.quantity." + type).getMethod("parse", String.class);
        Object read = parse.invoke(null, text);
        assertThat(read).hasToString(written).isEqualTo(parse.invoke(null, written));
    }

    /** They were '14 req/s', and '1.2M req/d' where they were assumed. */
    @Test
    void toString_byTheHour() {
        assertThat(perHour(50_000)).hasToString("50k req/h");
        assertThat(Qps.parse("50,000 requests per hour")).hasToString("50k req/h");
        assertThat(Qps.parse("50k events/h")).hasToString("50k events/h");
        assertThat(Qps.parse("100k rpm")).hasToString("100k req/min");
        assertThat(Qps.parse("50k req/h").toString())
                .isEqualTo(Qps.parse("50k req/h").named("a").toString());
        assertThat(assume("a", perHour(50_000)).explain()).hasToString("assumed\n  a = 50k req/h");
        assertThat(assume("a", perDay(1_200_000)).explain()).hasToString("assumed\n  a = 1.2M req/d");
        assertThat(perMinute(90_000)).hasToString("90k req/min");
        assertThat(assume("a", perMinute(90_000)).explain()).hasToString("assumed\n  a = 90k req/min");
        assertThat(limit(assume("a", perHour(90_000))).atMost(perHour(50_000)))
                .hasToString("a ≤ 50k req/h: fails, 90k req/h");
        assertThat(perHour(50_000).times(2)).hasToString("28 req/s");
        assertThat(Qps.parse("50k events/h").times(2)).hasToString("28 events/s");
        assertThat(perHour(50_000).plus(qps(1))).hasToString("15 req/s");
        assertThat(between(perHour(50_000), perHour(100_000))).hasToString("20 req/s (14 … 28)");
        assertThat(perHour(50_000)).isEqualTo(perDay(1_200_000));
    }

    /** They were '29.616k req/d', '2.88M req/d', '16.2k req/y', '205.75 req/s' and '316 req/month (1 req/month … '. */
    @Test
    void toString_clockOfWhatWasTyped() {
        assertThat(limit(assume("r", perHour(1350))).atMost(perHour(1234)))
                .hasToString("r ≤ 1,234 req/h: fails, 1,350 req/h");
        assertThat(limit(assume("r", perMinute(900))).atMost(perMinute(2000)))
                .hasToString("r ≤ 2k req/min: holds, 900 req/min");
        assertThat(limit(assume("r", perMonth(900))).atMost(perMonth(1350)))
                .hasToString("r ≤ 1,350 req/month: holds, 900 req/month");
        assertThat(limit(count(50, "clicks").per(SECOND)).atMost(perHour(1234)))
                .hasToString("the rate ≤ 1,234 clicks/h: fails, 180k clicks/h");
        assertThat(between(perMonth(1), perMonth(100_000))).hasToString("316 req/month (1 … 100k)");
        assertThat(between(perDay(1), perDay(1_000_000))).hasToString("1k req/d (1 … 1M)");
        assertThat(assume("r", between(perHour(50_000), perHour(100_000))).explain())
                .hasToString("assumed\n  r = 70.71k req/h (50k … 100k)");
        assertThat(Qps.parse("12,345 req/min")).hasToString("12,345 req/min");
        assertThat(perMonth(123_456)).hasToString("123.456k req/month");
        assertThat(perHour(600)).hasToString("600 req/h");
        assertThat(perHour(3600)).hasToString("1 req/s");
        assertThat(perHour(3000).plus(perHour(300))).hasToString("0.92 req/s");
    }

    /** They had two or three clocks. */
    @Test
    void assertHolds_clockOfTheBound() {
        assertThatThrownBy(() -> check(assume("rate", perHour(3000))).atMost(perHour(1234)))
                .hasMessageContainingAll(
                        "at most  1,234 req/h",
                        "is            3k req/h",
                        "over by           1,766 req/h (it is ×2.43 the limit)",
                        "at most 1,234 req/h  now 3k req/h");
        assertThatThrownBy(() -> check(assume("r", perMonth(2000))).atMost(perMonth(1)))
                .hasMessageContainingAll("at most  1 req/month", "is            2k req/month");
        assertThatThrownBy(() -> check(perMonth(270_000).named("x")).atMost(perMonth(123_456)))
                .hasMessageContainingAll("at most  123.456k req/month", "is            270k req/month");
    }

    /** The last were '10 req/d' above '50k req/h', and '3.142 req/s' above '50k req/h'. */
    @Test
    void assertHolds_boundOfNoClock() {
        assertThatThrownBy(() -> check(perHour(50_000)).atMost(qps(10)))
                .hasMessageContainingAll("at most  10 req/s", "is            13.89 req/s");
        assertThatThrownBy(() -> check(perHour(50_000)).atMost(perDay(10)))
                .hasMessageContainingAll("at most  10 req/d", "is            1.2M req/d");
        assertThatThrownBy(() -> check(perHour(50_000)).atMost(qps(Math.PI)))
                .hasMessageContainingAll("at most  3.142 req/s", "is            13.89 req/s");
    }

    @Test
    void toString_calculated() {
        assertThat(Count.parse("1.351M users").times(1)).hasToString("1.4M users");
        assertThat(Qps.parse("1.351k req/s").times(1)).hasToString("1.4k req/s");
        assertThat(count(1_351_000, "users")).hasToString("1.351M users");
        assertThat(million(1.351).times(count(1, "users"))).hasToString("1.4M users");
    }

    /** It was said to be a result. */
    @Test
    void given_text() {
        assertThatThrownBy(() -> million(3).given(Count.parse("1.351M"), million(2)))
                .hasMessageContaining("1.351M is a plain number");
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
