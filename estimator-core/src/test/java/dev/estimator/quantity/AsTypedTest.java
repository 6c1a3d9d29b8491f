package dev.estimator.quantity;

import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.MINUTE;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gbitPerSecond;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.kib;
import static dev.estimator.quantity.Quantities.mbPerSecond;
import static dev.estimator.quantity.Quantities.mib;
import static dev.estimator.quantity.Quantities.months;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.tib;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.usd;
import static dev.estimator.quantity.Quantities.years;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Assumptions read as they were typed, and rates keep their noun (RC-TYPED, RC-NOUN, RC-WORDING). */
class AsTypedTest {
    /** What reads alike among assumptions and at the prompt. */
    static Stream<Arguments> asTypedAndEchoed() {
        return Stream.of(
                Arguments.of(mib(200).per(HOUR), "200 MiB/h"),
                Arguments.of(gb(1).per(DAY), "1 GB/d"),
                Arguments.of(gb(74.88).per(MONTH), "74.88 GB/month"),
                Arguments.of(gb(500).per(MONTH), "500 GB/month"),
                Arguments.of(gib(132).per(MONTH), "132 GiB/month"),
                Arguments.of(gib(5.15).per(DAY), "5.15 GiB/d"),
                Arguments.of(gb(43.21).per(HOUR), "43.21 GB/h"),
                Arguments.of(mbPerSecond(71.5), "71.5 MB/s (572 Mbit/s)"),
                Arguments.of(mbPerSecond(187.5), "187.5 MB/s (1.5 Gbit/s)"),
                Arguments.of(Bandwidth.parse("2000Kbps"), "2 Mbit/s"),
                Arguments.of(Bandwidth.parse("185.6 Kilobits per second"), "185.6 kbit/s"),
                Arguments.of(Bandwidth.parse("40GbE"), "40 Gbit/s"),
                Arguments.of(Quantities.mbitPerSecond(47.35), "47.35 Mbit/s"),
                Arguments.of(gib(3).per(SECOND), "3 GiB/s"),
                Arguments.of(mbPerSecond(37), "37 MB/s (296 Mbit/s)"),
                Arguments.of(gbitPerSecond(40), "40 Gbit/s"),
                Arguments.of(kib(4), "4 KiB"),
                Arguments.of(bytes(4097), "4,097 B"),
                Arguments.of(seconds(90_000), "25 h"),
                Arguments.of(Quantities.pb(1825), "1,825 PB"),
                Arguments.of(tb(46.31), "46.31 TB"),
                Arguments.of(Quantities.perDay(1500), "1.5k req/d"),
                Arguments.of(usd(1234.56), "$1,234.56"),
                Arguments.of(Quantities.percent(12.345), "12.345%"));
    }

    static Stream<Arguments> typed() {
        return Stream.concat(
                asTypedAndEchoed(),
                Stream.of(
                        Arguments.of(usd(6.25).per(tib(1)), "$6.25/TiB"),
                        Arguments.of(usd(0.021).per(gib(1)).per(MONTH), "$0.021/GiB-month"),
                        Arguments.of(tb(7).per(DAY), "7 TB/d"),
                        Arguments.of(gbitPerSecond(10), "10 Gbit/s"),
                        Arguments.of(kib(64), "64 KiB"),
                        Arguments.of(kb(4), "4 kB"),
                        Arguments.of(Quantities.qps(1234), "1,234 req/s"),
                        Arguments.of(Quantities.perHour(200), "200 req/h"),
                        Arguments.of(Quantities.perDay(144_000_000), "144M req/d"),
                        Arguments.of(Quantities.perDay(100_000_000), "100M req/d"),
                        Arguments.of(Quantities.percentUp(99.1234), "99.1234%"),
                        Arguments.of(usd(0.35).per(HOUR), "$0.35/h ($256/month)"),
                        Arguments.of(usd(10).per(HOUR), "$10/h ($7.3k/month)"),
                        Arguments.of(usd(0.12345).per(gb(1)), "$0.12345/GB"),
                        Arguments.of(usd(12).per(count(1_000)), "$12/1k"),
                        Arguments.of(usd(12.5).per(count(1_000, "calls")), "$0.0125/call"),
                        Arguments.of(usd(0.37).per(count(1)), "$0.37 each"),
                        Arguments.of(usd(17).per(count(1_000_000, "tokens")), "$17/1M tokens"),
                        Arguments.of(count(500, "samples"), "500 samples")));
    }

    @ParameterizedTest
    @MethodSource
    void typed(Quantity<?> quantity, String text) {
        assertThat(assumed(quantity)).hasToString("assumed\n  logs = " + text);
    }

    static Stream<Arguments> ofManyDigits() {
        return Stream.of(
                Arguments.of(gb(103.68), "103.68 GB"),
                Arguments.of(gib(5.1874), "5.1874 GiB"),
                Arguments.of(Quantities.qps(12_345.6), "12,345.6 req/s"),
                Arguments.of(count(1_234_567, "users"), "1.234567M users"),
                Arguments.of(ratio(1.23456), "×1.23456"),
                Arguments.of(Quantities.perDay(1_234_567), "1,234,567 req/d"),
                Arguments.of(count(12_345, "orders").per(MONTH), "12,345 orders/month"),
                Arguments.of(usd(12_345.67).per(MONTH), "$12,345.67/month"),
                Arguments.of(usd(1_234_567).per(YEAR), "$1,234,567/y"),
                Arguments.of(usd(0.1234567).per(gb(1)), "$0.1234567/GB"),
                Arguments.of(ms(1234.56), "1.23456 s"),
                Arguments.of(gb(1.23456).per(SECOND), "1.23456 GB/s (9.876 Gbit/s)"));
    }

    /** What was assumed has up to seven digits; it was '104 GB' and '103.7 GB'. What was calculated has more. */
    @ParameterizedTest
    @MethodSource("ofManyDigits")
    void assumptionOfManyDigits_isWrittenInFull(Quantity<?> quantity, String text) {
        assertThat(assumed(quantity)).hasToString("assumed\n  logs = " + text);
        assertThat(assume("third", gb(1).div(3))).hasToString("333 MB");
    }

    static Stream<Arguments> echoed() {
        return Stream.concat(
                asTypedAndEchoed(),
                Stream.of(
                        Arguments.of(mbPerSecond(500), "500 MB/s (4 Gbit/s)"),
                        Arguments.of(gbitPerSecond(1), "1 Gbit/s"),
                        Arguments.of(gbitPerSecond(2.5), "2.5 Gbit/s"),
                        Arguments.of(gbitPerSecond(25), "25 Gbit/s"),
                        Arguments.of(gbitPerSecond(100), "100 Gbit/s"),
                        Arguments.of(gib(64), "64 GiB"),
                        Arguments.of(mib(12_345), "12,345 MiB"),
                        Arguments.of(gib(103.68), "103.68 GiB"),
                        Arguments.of(gib(64).times(3), "192 GiB"),
                        Arguments.of(seconds(61), "61 s"),
                        Arguments.of(days(400), "400 d"),
                        Arguments.of(days(365), "1 y"),
                        Arguments.of(mib(1031), "1,031 MiB"),
                        Arguments.of(ms(1234), "1,234 ms"),
                        Arguments.of(Quantities.minutes(43.2), "43.2 min"),
                        Arguments.of(seconds(100_000), "100,000 s"),
                        Arguments.of(days(1000), "1,000 d"),
                        Arguments.of(days(1500), "1,500 d"),
                        Arguments.of(hours(1000), "1,000 h"),
                        Arguments.of(hours(1500), "1,500 h"),
                        Arguments.of(hours(36), "36 h"),
                        Arguments.of(seconds(90), "90 s"),
                        Arguments.of(hours(10_000), "10,000 h"),
                        Arguments.of(Quantities.perDay(100_000_000), "1.2k req/s"),
                        Arguments.of(usd(69.12), "$69.12"),
                        Arguments.of(Quantities.percent(99.9554), "99.9554%"),
                        Arguments.of(between(gib(4), gib(9)), "6 GiB (4 … 9)"),
                        Arguments.of(between(gib(1), gib(3)), "1.7 GiB (1 … 3)"),
                        Arguments.of(between(gb(2).per(DAY), gb(18).per(DAY)), "6 GB/d (2 … 18)"),
                        Arguments.of(between(gbitPerSecond(1), gbitPerSecond(25)), "5 Gbit/s (1 … 25)")));
    }

    /** As exact texts go, and read back as what they were. */
    @ParameterizedTest
    @MethodSource
    void echoed(Quantity<?> quantity, String text) {
        assertThat(quantity).hasToString(text);
        Quantity<?> again = switch (quantity.kind().dimension()) {
            case DATA -> Bytes.parse(text);
            case BANDWIDTH -> Bandwidth.parse(text);
            case RATE -> Qps.parse(text);
            case MONEY -> Money.parse(text);
            case SHARE -> Share.parse(text);
            default -> TimeSpan.parse(text);
        };
        assertThat(again).hasToString(text);
        boolean isRounded = text.equals("46 TB") || text.equals("43 min") || text.equals("1.2k req/s");
        double rounding = isRounded ? 0.05 : 1e-12;
        assertThat(again.p5().value).isCloseTo(quantity.p5().value, withinPercentage(100 * rounding));
        assertThat(again.p95().value).isCloseTo(quantity.p95().value, withinPercentage(100 * rounding));
    }

    /** What was calculated stays beside others of its kind: not 72 GB/h in a column of MB/s. */
    @Test
    void calculated() {
        Bytes day = assume("a day", gb(1_728));
        assertThat(day.per(DAY)).hasToString("20 MB/s (160 Mbit/s)");
        assertThat(assume("an hour", gb(71)).per(HOUR)).hasToString("20 MB/s (158 Mbit/s)");
    }

    /** The text was binary and what followed from it decimal, '223 GB'. */
    @Test
    void binaryOfManyDigits_staysBinary() {
        Bytes memory = assume("memory", gib(103.68));
        assertThat(memory).hasToString("103.68 GiB");
        assertThat(memory.times(2)).hasToString("207 GiB");
        assertThat(memory.p95()).hasToString("104 GiB");
        assertThat(memory.plus(gb(1))).hasToString("112 GB");
    }

    @SuppressWarnings("unchecked") // a quantity is of its own type
    private static <Q extends Quantity<Q>> Explanation assumed(Quantity<?> quantity) {
        return assume("logs", (Q) quantity).explain();
    }

    @Test
    void typed_inFormulas() {
        Bytes kept = assume("logs", mib(200).per(HOUR)).times(days(3)).named("kept");
        assertThat(kept.explain()).hasToString("""
                assumed
                  logs = 200 MiB/h
                calculated
                  kept = logs × 3 d
                       = 200 MiB/h × 3 d
                       = 14.06 GiB""");
    }

    @Test
    void rates_keepTheirNoun() {
        Qps tokens = count(6000, "tokens").per(SECOND);
        assertThat(tokens.toString()).isEqualTo("6k tokens/s");
        assertThat(tokens.format(Units.PER_DAY)).isEqualTo("518M tokens/d");
        assertThat(tokens.toLongString()).isEqualTo("6000.0 tokens/s");
        Qps samples = count(500, "samples").per(MINUTE).times(ratio(2));
        assertThat(samples.toString()).isEqualTo("17 samples/s");
        assertThat(assume("scraped", samples).times(days(15)).toString()).isEqualTo("22M samples");
        assertThat(tokens.plus(samples).toString()).isEqualTo("6k/s");
        assertThat(Qps.parse("12k payment events per minute").toString()).isEqualTo("200 payment events/s");
        assertThat(Qps.parse("12k requests per minute")).hasToString("200 req/s");
        assertThat(Qps.parse(tokens.toLongString()).toString()).isEqualTo("6k tokens/s");
        assertThat(assume("a", between(count(300, "tokens"), count(900, "tokens")))
                        .per(SECOND))
                .extracting(Object::toString)
                .isEqualTo("520 tokens/s (300 … 900)");
    }

    /** What is computed from numbers with a noun is a number with a noun, and can be assumed. */
    @Test
    void numbersWithANoun() {
        Count posts = count(500, "posts").times(3);
        assertThat(assume("posts", posts).explain()).hasToString("assumed\n  posts = 1,500 posts");
        assertThat(posts.times(bytes(7)).explain().steps()).isEmpty();
    }

    @Test
    void iops_arePerSecondAlready() {
        assertThat(count(6000, "IOPS").per(SECOND)).hasToString("6k IOPS");
        assertThat(count(6000, "IOPS").per(SECOND)).isEqualTo(Qps.parse("6k IOPS"));
    }

    /** Nobody types 8 in 30 ms as 23.04M a day. */
    @ParameterizedTest
    @CsvSource({"8, 30, 267/s, 266.7/s", "32, 45, 711/s, 711.1/s", "16, 6, 2.67k/s, 2.667k/s", "1, 7, 143/s, 142.9/s"})
    void rates_ofShortTimes(int number, int time, String echo, String page) {
        Qps rate = count(number).per(ms(time));
        assertThat(rate).hasToString(echo);
        assertThat(assumed(rate)).hasToString("assumed\n  logs = " + page);
    }

    /** A number of a day stays one. */
    @ParameterizedTest
    @CsvSource({
        "2_345_000, 2.345M req/d",
        "123_456, 123.456k req/d",
        "12_340_000, 12.34M req/d",
        "2_400_000, 2.4M req/d",
        "57_600_000, 57.6M req/d"
    })
    void rates_ofADay(String number, String page) {
        Qps rate = Quantities.perDay(Double.parseDouble(number.replace("_", "")));
        assertThat(assumed(rate)).hasToString("assumed\n  logs = " + page);
    }

    @Test
    void explain_rangeWithoutName() {
        assertThat(between(gib(1), gib(3)).explain())
                .hasToString("assumed\n  a range without a name = 1.732 GiB (1 … 3)");
    }

    /** Years of 365 d and months of 730 h, as they are read; and what was calculated is rounded. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7 years     | 7 y      | 14 y
            1 year      | 365 d    | 2 y
            2.5 years   | 2.5 y    | 5 y
            18 months   | 1.5 y    | 3 y
            15 months   | 15 months| 912.5 d
            3 months    | 3 months | 6 months
            1 month     | 730 h    | 2 months
            730 d       | 2 y      | 4 y
            6 weeks     | 42 d     | 84 d
            365.2425 d  | 365.2425 d | 730.485 d
            4000 s      | 4,000 s  | 2.222 h
            36 h        | 36 h     | 3 d
            90 s        | 90 s     | 3 min
            90 min      | 90 min   | 3 h
            10 min      | 10 min   | 20 min
            6.5 d       | 6.5 d    | 13 d
            365.25 d    | 365.25 d | 730.5 d
            105 min     | 105 min  | 3.5 h
            100000 s    | 100,000 s| 200,000 s
            """)
    void times_inExplanations(String typed, String given, String twice) {
        TimeSpan time = assume("kept", TimeSpan.parse(typed));
        assertThat(time.explain()).hasToString("assumed\n  kept = " + given);
        assertThat(time.times(ratio(2)).explain().toString())
                .endsWith("= kept × 2\n       = " + given + " × 2\n       = " + twice);
    }

    /** As many nanoseconds are beyond every number. */
    @Test
    void times_huge() {
        assertThat(assume("kept", seconds(1e300)).explain().toString()).startsWith("assumed\n  kept = 1.157e295 d");
    }

    @Test
    void times_ofARange() {
        assertThat(between(months(6), months(18))).hasToString("10 months (6 … 18)");
        assertThat(between(months(12), months(24))).hasToString("1.4 y (1 … 2)");
        assertThat(between(years(5), years(7))).hasToString("5.9 y (5 … 7)");
    }

    @Test
    void hourlyPrices_stayHourly() {
        assertThat(between(usd(0.35).per(HOUR), usd(0.6).per(HOUR))).hasToString("$0.458/h ($0.35 … $0.60)");
        assertThat(usd(0.35).per(HOUR)).hasToString("$0.35/h ($256/month)");
        assertThat(usd(15).per(Quantities.MONTH)).hasToString("$15/month ($0.0205/h)");
        assertThat(assume("price", between(usd(0.35).per(HOUR), usd(0.6).per(HOUR)))
                        .times(count(7)))
                .hasToString("$2.34k/month ($1.79k … $3.07k)");
    }

    /** The year and the day, although as much by the month or the hour has no more digits. */
    @Test
    void spending_asItWasTyped() {
        Spending year = usd(120_000).per(YEAR);
        assertThat(year)
                .hasToString("$120k/y ($10k/month)")
                .isEqualTo(usd(10_000).per(Quantities.MONTH));
        assertThat(usd(10_000).per(Quantities.MONTH)).hasToString("$10k/month ($13.70/h)");
        assertThat(usd(24).per(DAY)).hasToString("$24/d ($730/month)");
        assertThat(usd(1).per(HOUR)).hasToString("$1/h ($730/month)");
        assertThat(Spending.parse("$84k/y")).hasToString("$84k/y ($7k/month)");
        assertThat(Spending.parse("$60k to $180k/y")).hasToString("$104k/y ($60k … $180k)");
        assertThat(Spending.parse("$104k/y ($60k … $180k)")).hasToString("$104k/y ($60k … $180k)");
        assertThat(between(usd(36_000).per(YEAR), usd(6_000).per(Quantities.MONTH)))
                .hasToString("$4.24k/month ($3k … $6k)");
        Spending budget = assume("budget", year);
        assertThat(budget.times(count(3)).named("three").explain()).hasToString("""
                assumed
                  budget = $120k/y ($10k/month)
                calculated
                  three = budget × 3
                        = $120k/y × 3
                        = $30k/month""");
        assertThat(assume("price", between(year, usd(480_000).per(YEAR))).p95()).hasToString("$480k/y ($40k/month)");
    }

    /** One name, one amount: one assumption, by whichever time it was typed. */
    @Test
    void spending_isOneAssumption() {
        Spending year = assume("budget", usd(120_000).per(YEAR));
        Spending month = assume("budget", usd(10_000).per(Quantities.MONTH));
        assertThat(year.plus(month).explain().assumptions()).hasSize(1);
        assertThat(year.given("budget", usd(36_000).per(YEAR))).hasToString("$36k/y ($3k/month)");
    }

    /** Sizes and times with three or four digits are not rounded to two; calculated ones with more digits are. */
    @Test
    void decimalPoint_isKept() {
        assertThat(Quantities.tb(46.31)).hasToString("46.31 TB");
        assertThat(Quantities.gb(71.25)).hasToString("71.25 GB");
        assertThat(Quantities.minutes(43.2)).hasToString("43.2 min");
        assertThat(Quantities.seconds(90.5)).hasToString("90.5 s");
        assertThat(Quantities.ms(1.234)).hasToString("1.234 ms");
        assertThat(Quantities.days(400)).hasToString("400 d");
        assertThat(Quantities.hours(8.76)).hasToString("8.76 h");
        assertThat(assume("disk", Quantities.tb(46.31))).hasToString("46.31 TB");
        assertThat(Quantities.tb(46.312)).hasToString("46 TB");
        assertThat(Quantities.gb(1).div(3)).hasToString("333 MB");
        assertThat(Quantities.seconds(100).div(3)).hasToString("33 s");
        assertThat(assume("disk", Quantities.tb(46.31)).times(ratio(1))).hasToString("46 TB");
    }

    /** A percentile of binary sizes is binary, and so is what is calculated from it. */
    @Test
    void percentile_staysBinary() {
        Bytes cache = assume("cache", Quantities.gib(64)).times(between(ratio(1), ratio(2)));
        assertThat(cache.p50()).hasToString("91 GiB");
        assertThat(cache.p50().times(2)).hasToString("181 GiB");
        assertThat(cache.p50().div(count(4))).hasToString("23 GiB");
        assertThat(cache.p50().plus(cache.p95())).hasToString("219 GiB");
    }

    /** What is counted is what the what-if says. */
    @Test
    void given_anotherNoun() {
        Count users = assume("users", count(5, "users"));
        Count bots = count(7, "bots");
        assertThat(users.times(2).given("users", bots)).hasToString("14 bots");
        assertThat(users.times(2.4).ceil().given(users, bots)).hasToString("17 bots");
        assertThat(users.per(Quantities.SECOND).times(3).given("users", bots)).hasToString("21 bots/s");
        assertThat(usd(14).per(users).given("users", bots)).hasToString("$2/bot");
        assertThat(users.plus(count(3, "users")).given("users", bots)).hasToString("10");
        assertThat(users.plus(users).given("users", bots)).hasToString("14 bots");
        assertThat(users.times(2).given("users", count(7))).hasToString("14");
        assertThat(assume("users", count(5)).times(2).given("users", bots)).hasToString("14 bots");
        assertThat(users.times(assume("posts each", count(4, "posts"))).given("users", bots))
                .hasToString("28 posts");
    }

    /** Where several have one name each can be asked for as it is shown. */
    @Test
    void given_oneOfSeveralOfAName() {
        Count both = assume("load", count(1)).plus(assume("load", count(2)).times(10));
        assertThat(both.explain().toString()).contains("load (1) = 1\n  load (2) = 2");
        assertThat(both.given("load (1)", count(3))).hasToString("23");
        assertThat(both.given("load (2)", count(3))).hasToString("31");
        assertThat(both.given("load", count(3))).hasToString("33");
    }

    @Test
    void large() {
        assertThat(count(2e18)).hasToString("2e18");
        assertThat(count(999e12)).hasToString("999tn");
        assertThat(count(1.5e15)).hasToString("1,500tn");
    }

    @Test
    void ranges() {
        assertThat(usd(10).per(between(count(500), count(2000)))).hasToString("$0.01 each ($0.005 … $0.02)");
        assertThat(usd(10).per(between(tb(5), tb(20)))).hasToString("$1/TB ($0.50 … $2)");
        assertThat(uniform(count(2.9999999), count(3.0000001))).hasToString("3");
        assertThat(uniform(count(2.999), count(3.001))).hasToString("3 (2.999 … 3.001)");
        assertThat(between(ms(17.18), ms(17.39)))
                .hasToString("17.28 ms (17.18 … 17.39)"); // not 17 ms, which is outside
        assertThat(between(usd(28_910), usd(28_930))).hasToString("$28,920 ($28,910 … $28,930)");
    }

    /** Of several units that are exact the one with the fewest digits. */
    @Test
    void bandwidth_inTheUnitOfFewestDigits() {
        assertThat(Quantities.mbitPerSecond(50)).hasToString("50 Mbit/s");
        assertThat(Quantities.mbitPerSecond(70)).hasToString("70 Mbit/s");
        assertThat(Quantities.gb(3).per(Quantities.DAY)).hasToString("3 GB/d");
        assertThat(Quantities.gb(72).per(Quantities.DAY)).hasToString("3 GB/h");
        assertThat(Quantities.mib(200).per(Quantities.HOUR)).hasToString("200 MiB/h");
        assertThat(Bandwidth.parse("1 Gbit/s (0.5 … 2)")).hasToString("1 Gbit/s (0.5 … 2)");
    }
}
