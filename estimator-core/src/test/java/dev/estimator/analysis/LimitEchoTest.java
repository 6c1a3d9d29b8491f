package dev.estimator.analysis;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.quantity.Quantities.MONTH;
import static dev.estimator.quantity.Quantities.YEAR;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gib;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.perDay;
import static dev.estimator.quantity.Quantities.perMinute;
import static dev.estimator.quantity.Quantities.perMonth;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Spending;
import dev.estimator.queueing.ErlangC;
import org.junit.jupiter.api.Test;

/** What the prompt says of a limit; the ends of a range are its 5th and 95th percentile. */
class LimitEchoTest {
    private static final Qps RATE = assume("rate", between(qps(50), qps(347)));

    @Test
    void range_isComparedAtItsPercentile() {
        assertThat(limit(RATE).atMost(qps(200))).hasToString("rate ≤ 200 req/s: fails, p95 is 347 req/s");
        assertThat(limit(RATE).atMost(qps(400))).hasToString("rate ≤ 400 req/s: holds, p95 is 347 req/s");
        assertThat(limit(RATE).atLeast(qps(60))).hasToString("rate ≥ 60 req/s: fails, p5 is 50 req/s");
    }

    @Test
    void number_isComparedAsItIs() {
        assertThat(limit(qps(116)).atMost(qps(200))).hasToString("the rate ≤ 200 req/s: holds, 116 req/s");
        assertThat(limit(qps(200.3)).atMost(qps(200))).hasToString("the rate ≤ 200 req/s: fails, 200.3 req/s");
        assertThat(limit(qps(116)).atMost(qps(200)).inWords()).isEqualTo("the rate ≤ 200 req/s");
    }

    /** What a reader sees must not contradict the verdict. */
    @Test
    void bound_hasEnoughDigits() {
        assertThat(limit(qps(700_000)).atMost(qps(600_123))).hasToString("the rate ≤ 600,123 req/s: fails, 700k req/s");
        assertThat(limit(gib(10)).atMost(gib(9.9999))).hasToString("the size ≤ 9.9999 GiB: fails, 10 GiB");
        assertThat(limit(usd(333.1)).atLeast(usd(1_000).div(count(3)))).hasToString("the cost ≥ $333.33: fails, $333");
        assertThat(limit(usd(13e6)).atMost(usd(12_961_234))).hasToString("the cost ≤ $12,961,234: fails, $13M");
    }

    /** By the year, as the bound was typed, although by the month it has as few digits. */
    @Test
    void money_isForTheTimeOfItsBound() {
        Spending cost = usd(165).per(MONTH).times(assume("servers", count(40))).named("cost");
        assertThat(limit(cost).atMost(usd(60_000).per(YEAR))).hasToString("cost ≤ $60k/y: fails, $79.2k/y");
        assertThat(limit(cost).atMost(Spending.parse("$84k/y"))).hasToString("cost ≤ $84k/y: holds, $79.2k/y");
        assertThat(limit(cost).atMost(usd(5_000).per(MONTH))).hasToString("cost ≤ $5k/month: fails, $6.6k/month");
    }

    /** 3 of 4 servers are busy, or as many as 6 would be; a headroom is a factor. */
    @Test
    void utilization_isInPercent() {
        Ratio busy = ErlangC.of(assume("rate", between(qps(150), qps(600))), ms(10), count(4))
                .utilization();
        assertThat(busy).hasToString("75% (38 … 150)");
        assertThat(busy.p95()).hasToString("150%");
        assertThat(limit(busy).atMost(ratio(0.8))).hasToString("utilization ≤ 80%: fails, p95 is 150%");
        assertThat(busy.explain().toString()).endsWith("= 3 ÷ 4\n              = 75% (38 … 150)");
        assertThat(ratio(1).div(busy).named("headroom")).hasToString("×1.33 (×0.667 … ×2.67)");
    }

    /** All in the units of the limited quantity. */
    @Test
    void binary_staysBinary() {
        Bytes total = assume("ram", between(gib(64), gib(128))).times(count(3)).named("total");
        assertThat(limit(total).atMost(gib(200))).hasToString("total ≤ 200 GiB: fails, p95 is 384 GiB");
    }

    /** 12.5 req/s are 750 a minute, too; 2.5M a day are 28.935185 … req/s, and 900 a month 29.589 … a day. */
    @Test
    void rate_isInTheUnitThatIsExact() {
        Qps three = qps(3).named("r");
        assertThat(limit(three).atMost(qps(12.5)).inWords()).isEqualTo("r ≤ 12.5 req/s");
        assertThat(limit(three).atMost(qps(1234.5)).inWords()).isEqualTo("r ≤ 1.2345k req/s");
        assertThat(limit(three).atMost(qps(0.125)).inWords()).isEqualTo("r ≤ 0.125 req/s");
        assertThat(limit(three).atMost(perDay(2_500_000)).inWords()).isEqualTo("r ≤ 2.5M req/d");
        assertThat(limit(three).atMost(perDay(27_000)).inWords()).isEqualTo("r ≤ 27k req/d");
        assertThat(limit(three).atMost(perDay(123_456)).inWords()).isEqualTo("r ≤ 123.456k req/d");
        assertThat(limit(three).atMost(perMinute(100)).inWords()).isEqualTo("r ≤ 100 req/min");
        assertThat(limit(three).atMost(perMonth(900)).inWords()).isEqualTo("r ≤ 900 req/month");
        assertThat(limit(three).atMost(perMonth(9_000)).inWords()).isEqualTo("r ≤ 9k req/month");
        assertThat(limit(three).atMost(qps(12.5))).hasToString("r ≤ 12.5 req/s: holds, 3 req/s");
        assertThat(assume("a", qps(1234.5)).explain()).hasToString("assumed\n  a = 1,234.5 req/s");
        assertThat(assume("a", perMonth(900)).explain()).hasToString("assumed\n  a = 900 req/month");
    }

    /** Values that are equal read equal. */
    @Test
    void ownPercentile_readsAsItself() {
        Bytes sum = assume("a", between(gb(2), gb(5)))
                .plus(assume("b", between(gb(3), gb(7))))
                .named("sum");
        assertThat(limit(sum).atMost(sum.p95()).toString()).matches("sum ≤ (\\S+ GB): holds, p95 is \\1");
        assertThat(limit(sum).atLeast(sum.p5()).toString()).matches("sum ≥ (\\S+ GB): holds, p5 is \\1");
    }

    /** Draws do not tell whether something is certain; a range by itself has an end. */
    @Test
    void certainty_isUndecidedWhereDrawn() {
        Bytes sum = assume("a", between(gb(2), gb(5))).plus(assume("b", between(gb(3), gb(7))));
        assertThat(limit(sum).atMost(gb(200)).holdsWith(percent(100))).isEqualTo(Verdict.UNDECIDED);
        assertThat(limit(sum).atMost(gb(2)).holdsWith(percent(100))).isEqualTo(Verdict.FAILS);
        assertThat(limit(gb(20)).atMost(gb(21)).holdsWith(percent(100))).isEqualTo(Verdict.HOLDS);
    }
}
