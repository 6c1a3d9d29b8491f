package dev.estimator.check;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.check.Checks.check;
import static dev.estimator.quantity.Quantities.DAY;
import static dev.estimator.quantity.Quantities.HOUR;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.kib;
import static dev.estimator.quantity.Quantities.mbitPerSecond;
import static dev.estimator.quantity.Quantities.million;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.pb;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.thousand;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.offset;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.text.BoundText;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Spending;
import dev.estimator.quantity.TimeSpan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The numbers of a check are in one unit, that of its limit, and add up as they are printed or nearly so. */
class CheckedNumbersTest {
    private static final Count HOSTS = assume("hosts", between(count(40), count(90)));
    private static final Spending COST =
            HOSTS.times(assume("rent", usd(200).per(MONTH))).named("cost");

    /** It was 'over by 2.568/min', and 'at most 1,080/h'. */
    @Test
    void rate_keepsTheClockOfItsBound() {
        assertThat(message(assume("r", Qps.parse("1234/h")), qps(0.3)))
                .contains("is            0.3428/s\n")
                .contains("over by           0.0428/s (14.3%)")
                .contains("r  at most 0.3/s  now 0.3428/s");
        assertThat(message(assume("s", Qps.parse("1310/h … 5678/h")), Qps.parse("2100/h")))
                .contains("s  never above 2.1k/h  now 2,727/h (1,310 … 5,678)")
                .contains("s = 2,727/h (1,310 … 5,678)");
        assertThat(message(qps(50_000), Qps.parse("10/month"))).contains("over by           131.4bn req/month (");
    }

    /** It was 'up at least 99.8% now 99.8%', and 'short by ×1 the downtime'. */
    @Test
    void now_isNotTheLimit() {
        assertThat(catchThrowable(() -> check(assume("up", percentUp(99.79999))).atLeast(percentUp(99.8))))
                .hasMessageContaining("short by           ×1.00005 the downtime")
                .hasMessageContaining("up  at least 99.8%  now 99.79999%");
        assertThat(catchThrowable(
                        () -> check(assume("hits", Share.ofPercent(99.6999))).atLeast(Share.ofPercent(99.7))))
                .hasMessageContaining("hits  at least 99.7%  now 99.6999%");
        assertThat(catchThrowable(
                        () -> check(assume("part", Share.ofPercent(79.69999))).atLeast(Share.ofPercent(79.7))))
                .hasMessageContaining("part  at least 79.7%  now 79.69999%");
    }

    private static String message(Qps rate, Qps most) {
        return String.valueOf(catchThrowable(() -> check(rate).atMost(most)).getMessage());
    }

    @Test
    void limitByTheYear_isAnsweredByTheYear() {
        String failure = failure(COST, usd(50_000).per(YEAR));
        assertThat(failure.substring(0, failure.indexOf("fits with"))).isEqualTo("""
                java.lang.AssertionError: cost
                  expected at most  $50k/y with 95% confidence
                  but p95 is        $216k/y; best guess $144k/y ($96k … $216k)
                  probability       0.000889%, exact
                  over by           $166k/y (it is ×4.32 the limit)
                 \s""");
        assertThat(failure)
                .contains("$96k/y … $216k/y", "= $144k/y ($96k … $216k)")
                .doesNotContain("k/month");
        assertThat(check(COST).atMost(usd(220_000).per(YEAR)).text())
                .isEqualTo("cost is $144k/y ($96k … $216k), at most $220k/y with 95% confidence:"
                        + " holds in 95.7% of cases; room for ×1.02");
        assertThat(limit(COST).atMost(usd(50_000).per(YEAR))).hasToString("cost ≤ $50k/y: fails, p95 is $216k/y");
    }

    @Test
    void limitByTheDay_isAnsweredByTheDay() {
        Qps uploads = assume("uploads", between(thousand(400), thousand(900)))
                .per(DAY)
                .named("upload rate");
        assertThat(failure(uploads, thousand(500).per(DAY)))
                .contains(
                        "at most  500k/d", "900k/d; best guess 600k/d (400k … 900k)", "over by           400k/d (80%)")
                .contains("400k/d … 900k/d", "= 600k/d (400k … 900k)")
                .doesNotContain("/s");
        Qps jobs = assume("jobs", thousand(3)).per(HOUR).named("job rate");
        assertThat(failure(jobs, count(500).per(HOUR))).contains("at most  500/h", "3k/h", "2.5k/h");
    }

    @Test
    void limitInBinaryUnits_isAnsweredInThem() {
        Bytes heap = assume("sessions", count(3_000_000)).times(bytes(700)).named("heap");
        assertThat(failure(heap, gib(1.5)))
                .contains(
                        "at most  1.5 GiB",
                        "but is            1.956 GiB",
                        "over by           0.456 GiB",
                        "= 1.956 GiB");
        assertThat(limit(heap).atMost(gib(1.5))).hasToString("heap ≤ 1.5 GiB: fails, 2 GiB");
    }

    /** Of 245 minutes nobody takes two hours away at a glance. */
    @Test
    void limitInHours_isAnsweredInHours() {
        TimeSpan backup = assume("step", minutes(35)).times(count(7)).named("backup");
        assertThat(failure(backup, hours(2)))
                .contains("at most  2 h", "but is            4.083 h", "over by           2.083 h", "= 4.083 h")
                .contains("step  at most 17.14 min  now 35 min");
        assertThat(failure(backup, seconds(7000)))
                .contains("at most  7,000 s", "but is            14,700 s", "over by           7,700 s");
        Count rows = qps(40).times(assume("kept", days(30))).named("rows");
        assertThat(failure(rows, million(60))).contains("kept  at most 17.36 d  now 30 d");
    }

    /** Although all that it is made of is in binary units. */
    @Test
    void limitInDecimalUnits_isAnsweredInThem() {
        Bytes pages = assume("pages", count(3_000_000)).times(kib(4)).named("page file");
        assertThat(failure(pages, gb(8)))
                .contains("at most  8 GB", "but is            12.29 GB", "over by           4.29 GB")
                .contains("= 12.29 GB");
    }

    /** Rounding errors are no digits of a distance. */
    @Test
    void distanceFromAlwaysUp_hasFourDigits() {
        Availability disk = assume("disk", between(percentUp(99.9), percentUp(99.99)));
        assertThat(catchThrowable(() -> check(disk.or(disk).named("pair")).atLeast(percentUp(100))))
                .message()
                .containsPattern("short by +(0\\.0001|1e-4) percentage points");
    }

    /** 10.994 − 9.7 is not what the reader of '11 PB' and '9.7 PB' gets. */
    @Test
    void distance_isThatOfThePrintedNumbers() {
        assertThat(failure(pb(10.994).named("archive"), pb(9.7)))
                .contains("but is            10.99 PB", "by           1.29 PB");
        assertThat(failure(pb(9.7000123).named("archive"), pb(9.7)))
                .contains("but is            9.7000123 PB", "over by           12.3 GB");
    }

    /** Of 12.849 TB, shown as 12.85, it was 'over by 850 GB (7.08%)', and of 11.151 TB 'short by 850 GB'. */
    @Test
    void distance_isTrue() {
        assertThat(failure(tb(12.84891).named("hot"), tb(12)))
                .contains("but is            12.85 TB", "over by           849 GB (7.07%)");
        assertThat(catchThrowable(() -> check(tb(11.15109).named("hot")).atLeast(tb(12))))
                .hasMessageContainingAll("but is             11.15 TB", "short by           849 GB (7.07%)");
        assertThat(failure(assume("hot", between(tb(3), tb(12.84891))), tb(12)))
                .contains("but p95 is        12.85 TB", "over by           849 GB (7.07%)");
        assertThat(catchThrowable(() -> check(tb(12.84891).named("hot")).between(tb(9), tb(12))))
                .hasMessageContaining("849 GB (7.07%)");
        assertThat(failure(Share.ofPercent(85.33333), Share.ofPercent(80)))
                .contains("over by           5.33 percentage points");
    }

    /** It was 'GPUs is 32 GPUs'. */
    @Test
    void namesOfMany() {
        assertThat(check(count(32, "GPUs").named("GPUs")).atMost(count(40)).text())
                .isEqualTo("GPUs are 32, at most 40 GPUs: holds; room for ×1.25");
        assertThat(check(count(32, "GPUs").named("API GPUs")).atMost(count(40)).text())
                .startsWith("API GPUs are 32 GPUs, at most 40");
        assertThat(check(count(3).named("bus")).atMost(count(4)).text()).startsWith("bus is 3,");
    }

    /** 'M' of 'Mbit/s' is no name: it was 'M is 300bit/s'. */
    @Test
    void namesThatAreInUnits() {
        assertThat(check(mbitPerSecond(300).named("M"))
                        .atMost(mbitPerSecond(400))
                        .text())
                .startsWith("M is 300 Mbit/s, at most 400 Mbit/s");
        assertThat(check(gb(3).named("G")).atMost(gb(4)).text()).startsWith("G is 3 GB, at most 4 GB");
        assertThat(check(ms(5).named("m")).atMost(ms(7)).text()).startsWith("m is 5 ms, at most 7 ms");
        assertThat(check(qps(70).named("req")).atMost(qps(80)).text()).startsWith("req is 70 req/s, at most 80 req/s");
        assertThat(check(usd(6).named("k")).atMost(usd(9)).text()).startsWith("k is $6, at most $9");
        assertThat(check(count(32, "servers").named("server")).atMost(count(40)).text())
                .startsWith("server is 32 servers, at most 40 servers");
        assertThat(check(assume("GPUs", between(count(30, "GPUs"), count(34, "GPUs"))))
                        .atMost(count(50))
                        .text())
                .startsWith("GPUs are 32 (30 … 34), at most 50 GPUs with ");
    }

    /** A number of many is one number. */
    @Test
    void namesOfOneNumber() {
        for (String one : new String[] {"number of servers", "fan-out of posts", "posts per users", "hits in caches"}) {
            assertThat(check(count(32, "things").named(one)).atMost(count(40)).text())
                    .startsWith(one + " is 32 things, at most 40");
        }
        assertThat(check(count(32).named("busy API servers")).atMost(count(40)).text())
                .startsWith("busy API servers are 32, at most 40");
    }

    /** 1 − 10⁻¹¹ of a probability is as good as all of it; what was 99.99999999999999%. */
    @Test
    void asGoodAsSure() {
        Count users = assume("users", between(count(300), count(900)));
        assertThat(check(users.times(2).named("seats")).atMost(count(9000)).text())
                .contains(": holds in over 99.9999% of cases; ");
        assertThat(failure(users.times(2).named("seats"), count(70))).contains("probability       less than 0.0001%");
    }

    private static final List<DoubleFunction<Quantity<?>>> TYPES = List.of(
            x -> gb(x),
            x -> gib(x),
            x -> qps(x),
            x -> count(x),
            x -> seconds(x),
            x -> usd(x),
            x -> usd(x).per(YEAR),
            x -> usd(x).per(MONTH),
            x -> count(x).per(DAY),
            x -> Share.ofPercent(x % 100));

    private static final Pattern FACTS =
            Pattern.compile("expected at (?:most|least) +(.*)\n +but is +(.*)\n +(?:over|short) by +(.*)");

    /** To the last digit, unless the distance of the printed numbers is not true to three digits. */
    @Property(tries = 300)
    void printedNumbersAddUp(
            @ForAll @IntRange(min = 0, max = 9) int type,
            @ForAll @DoubleRange(min = 0.1, max = 1e6) double value,
            @ForAll @DoubleRange(min = -6, max = 2) double exponent,
            @ForAll @IntRange(min = 1, max = 5) int digits) {
        double bound = new BigDecimal(value / (1 + Math.pow(10, exponent)))
                .round(new MathContext(digits))
                .doubleValue();
        Quantity<?> found = TYPES.get(type).apply(value);
        Quantity<?> limit = TYPES.get(type).apply(bound);
        if (bound > 0) {
            assertAddsUp(found, limit);
        }
    }

    @SuppressWarnings("unchecked") // both are of one type
    private static <Q extends Quantity<Q>> void assertAddsUp(Quantity<?> found, Quantity<?> limit) {
        Q value = (Q) found;
        Q bound = (Q) limit;
        int side = value.compareTo(bound);
        if (side == 0) {
            return;
        }
        Throwable failure = catchThrowable(() -> {
            var begun = check(value);
            if (side > 0) {
                begun.atMost(bound);
            } else {
                begun.atLeast(bound);
            }
        });
        Matcher facts = FACTS.matcher(String.valueOf(failure));
        assertThat(facts.find()).as(String.valueOf(failure)).isTrue();
        double[] read = new double[3];
        for (int i = 0; i < 3; i++) {
            String text = facts.group(i + 1).replaceAll(" \\(.*", "").replace(" percentage points", "%");
            read[i] = read(value, text.replace(" percentage point", "%").replace(",", ""));
        }
        double distance = Math.abs(Inside.value(value) - Inside.value(bound));
        assertThat(read[2]).as(String.valueOf(failure)).isCloseTo(distance, offset(0.005 * distance));
        double subtracted = Math.abs(read[1] - read[0]);
        boolean isTrue = Math.abs(subtracted - distance) <= 5e-4 * distance;
        assertThat(subtracted)
                .as(String.valueOf(failure))
                .isCloseTo(read[2], offset(isTrue ? 1e-13 * Math.max(read[0], read[1]) : 0.01 * distance));
    }

    private static double read(Quantity<?> like, String text) {
        return BoundText.read(Inside.kind(like), text);
    }

    private static <Q extends Quantity<Q>> String failure(Q estimate, Q most) {
        return String.valueOf(catchThrowable(() -> check(estimate).atMost(most)));
    }
}
