package dev.estimator.latency;

import static dev.estimator.Near.assertNear;
import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.latency.Latencies.latency;
import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.us;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Latencies of which some percentiles are known, and nothing beyond them: RC-TAIL and RC-TIES of the reported cases.
 * Where nothing else is said the numbers come from scipy 1.17.1, by integrating the quantile function, or convolving
 * with the trapezoidal rule.
 */
class LatencyKnownTest {
    private static final Map<Number, TimeSpan> JUMP = Map.of(50, ms(10), 95, ms(12), 99, ms(400));
    private static final Latency OPEN = Latency.ofPercentiles(JUMP);

    private static final Map<Number, TimeSpan> WRK =
            Map.of(50, us(253), 75, us(260), 90, us(272), 99, ms(190.89), 100, ms(191.01));

    private static Map<Number, TimeSpan> with(Map<Number, TimeSpan> percentiles, double percent, TimeSpan time) {
        Map<Number, TimeSpan> more = new TreeMap<>(percentiles);
        more.put(percent, time);
        return more;
    }

    /** Doubles throughout, as a sorted map needs. */
    private static Latency closed(double maximum) {
        return Latency.ofPercentiles(Map.of(50.0, ms(10), 95.0, ms(12), 99.0, ms(400), 100.0, ms(maximum)));
    }

    /** RC-TAIL 1 (wg/wrk #82). */
    @Test
    void ofPercentiles_ofWrk() {
        Latency open = Latency.ofPercentiles(Map.of(50, us(253), 75, us(260), 90, us(272), 99, ms(190.89)));
        assertUnknown(open::mean, open::p999, open.fanOut(10)::p99);
        assertNear(190.89, open.p99().to(MILLISECONDS));

        Latency known = Latency.ofPercentiles(WRK);
        assertNear(3.2861790007344984, known.mean().to(MILLISECONDS), 1e-9);
        assertThat(known.p999()).isLessThanOrEqualTo(ms(191.01));
        assertThat(known.fanOut(10).p99()).isBetween(ms(190.89), ms(191.01));
        assertThat(known.mean()).isLessThanOrEqualTo(ms(19.32));
        assertThat(known).hasToString("p50 253 µs, p99 191 ms");

        Latency withMean = Latency.ofPercentiles(WRK, ms(2.96));
        assertNear(2.96, withMean.mean().to(MILLISECONDS));
        assertNear(191.01, open.withTimeout(ms(191.01)).fanOut(10).p99().to(MILLISECONDS));
        assertThat(open.withTimeout(ms(191.01)).mean()).isBetween(ms(2.03), ms(19.32));
    }

    /** RC-TAIL 2 (tsenart/vegeta #41): the median lies below all that is known. */
    @Test
    void ofPercentiles_belowTheFirst() {
        Latency open = Latency.ofPercentiles(Map.of(95, ms(2.329778), 99, ms(3002.067645)));
        assertThat(open).hasToString("p95 2.3 ms, p99 3 s, not known below p95 or beyond p99");
        assertUnknown(open::mean, open::p50, () -> open.percentile(94.9), open::p999);
        assertUnknown(() -> open.shareWithin(ms(1)), () -> open.shareSlowerThan(ms(3003)));
        assertUnknown(open.inARow(1)::p50, open.plus(ms(3))::p50, open.tied()::p50, open.withTimeout(ms(2))::p50);
        assertNear(0.99, open.shareWithin(ms(3002.067645)).value());
        assertNear(1, open.shareSlowerThan(ms(0)).value());
        Latency known =
                Latency.ofPercentiles(Map.of(0, us(2), 95, ms(2.329778), 99, ms(3002.067645), 100, ms(3002.07)));
        assertThat(known.p50()).isBetween(us(2), ms(2.329778));
        assertThat(known.mean()).isLessThanOrEqualTo(ms(152.3));
    }

    /** What sums and mixtures say of times below the first percentile: that they are taken as evenly spread from 0. */
    @Test
    void toString_ofPartsWithoutABeginning() {
        Latency late = Latency.ofPercentiles(Map.of(90, ms(10), 99, ms(100), 100, ms(200)));
        assertThat(late.inARow(3).toString()).endsWith(", below p90 of a part taken as even");
        assertThat(late.withTimeout(ms(150)).plus(Latency.of(ms(2))).toString())
                .endsWith(", below p90 of a part taken as even");
        Latency half = Latency.ofPercentiles(Map.of(50, ms(10), 95, ms(12), 100, ms(400)));
        assertThat(half.inARow(5).toString()).endsWith(", below p50 of a part taken as even");
        assertThat(half.toString()).doesNotContain("taken");
        Latency whole = Latency.ofPercentiles(Map.of(0, ms(3), 50, ms(10), 100, ms(400)));
        assertThat(whole.inARow(5).toString()).doesNotContain("taken");
        assertThat(Latency.ofPercentiles(Map.of(25, ms(3), 50, ms(10), 100, ms(400)))
                        .inARow(5)
                        .toString())
                .doesNotContain("taken");
    }

    /** RC-TAIL 3 (grafana/k6 #2098), 4 (artilleryio/artillery #761), 5 (permitio/docs #624). */
    @Test
    void ofPercentiles_ofLoadTests() {
        Map<Number, TimeSpan> k6 = Map.of(50, seconds(4.94), 90, seconds(17.53), 95, seconds(32.78));
        assertUnknown(Latency.ofPercentiles(k6)::p999, Latency.ofPercentiles(k6).fanOut(10)::p95);
        Latency k6Known = Latency.ofPercentiles(
                Map.of(50, seconds(4.94), 90, seconds(17.53), 95, seconds(32.78), 100, seconds(66)), seconds(9.27));
        assertThat(k6Known.p999()).isBetween(seconds(32.78), seconds(66));
        assertThat(k6Known.fanOut(10).p95()).isBetween(seconds(32.78), seconds(66));
        assertNear(9.27, k6Known.mean().to(Units.SECONDS));

        Latency artillery =
                Latency.ofPercentiles(Map.of(50, ms(18.6), 95, ms(6580.9), 99, ms(9168.2), 100, ms(15530.7)));
        assertThat(artillery.percentile(99.99)).isBetween(ms(9168.2), ms(15530.7));
        Latency permit = Latency.ofPercentiles(
                Map.of(50, ms(12), 75, ms(15.1), 90, ms(20.5), 95, ms(26.7), 99, ms(48.6), 100, ms(71.1)));
        assertThat(permit.p999()).isBetween(ms(48.6), ms(71.1));
    }

    /** RC-TAIL 6: neither the figure nor anything made of it. */
    @Test
    void openEnd_travels() {
        assertThat(OPEN).hasToString("p50 10 ms, p99 400 ms, not known beyond p99");
        assertThat(OPEN.fanOut(20))
                .hasToString("p50 30 ms, p75 198 ms, not known beyond p81, below p50 of a part taken as even");
        assertThat(OPEN.inARow(5))
                .hasToString("p50 42 ms, p95 427 ms, not known beyond p95, below p50 of a part taken as even");
        assertThat(OPEN.fanOut(100_000)).hasToString("not known beyond p0");
        assertUnknown(OPEN::mean, OPEN::p999, OPEN.fanOut(20)::p99, OPEN.inARow(5)::mean, OPEN.inARow(5)::p99);
        Latency cached = Latency.cached(percent(80), latency(ms(1)), OPEN);
        assertThat(cached)
                .hasToString("p50 1 ms, p99 12 ms, not known beyond p99.8, below p50 of a part taken as even");
        assertUnknown(cached::mean, cached::p999, cached::criticalPath);
        assertUnknown(OPEN.plus(ms(3))::criticalPath, Latency.slowest(OPEN, cached)::p99);
        assertUnknown(() -> OPEN.shareSlowerThan(seconds(1)), () -> OPEN.meanTries(3, seconds(1)));
        assertUnknown(() -> OPEN.fanOut(20).percentileWithoutIndependence(99));
    }

    @Test
    void openEnd_saysWhatToGive() {
        assertNoAnswer(
                "mean of percentiles(p50 (10 ms), p95 (12 ms), p99 (400 ms), no minimum, no maximum) has no answer: no percentile may be below"
                        + " the one before; nothing is known beyond p99: give the maximum, percentile 100, or a timeout;"
                        + " nothing is known below p50: give the minimum, percentile 0",
                OPEN::mean);
        assertThat(OPEN.p95().explain()).hasToString("""
                assumed
                  p50 = 10 ms
                  p95 = 12 ms
                  p99 = 400 ms
                calculated
                  p95 latency = p95 of percentiles(p50, p95, p99, no minimum, no maximum)
                              = p95 of percentiles(10 ms, 12 ms, 400 ms, no minimum, no maximum)
                              = 12 ms""");
    }

    /** RC-TAIL 6, 9: with the maximum all is answered, within what the data allow. */
    @Test
    void maximum_boundsAll() {
        Latency known = closed(410);
        assertNear(14.48769976285572, known.mean().to(MILLISECONDS), 1e-10);
        assertThat(known.p999()).isBetween(ms(400), ms(410));
        assertThat(known.fanOut(20).p99()).isBetween(ms(400), ms(410));
        assertNear(5 * 14.48769976285572, known.inARow(5).mean().to(MILLISECONDS), 1e-10);
        assertNear(
                0.8 + 0.2 * 14.48769976285572,
                Latency.cached(percent(80), latency(ms(1)), known).mean().to(MILLISECONDS),
                1e-10);
        assertThat(known.percentile(99.9999)).isLessThanOrEqualTo(ms(410));
        assertThat(known.shareSlowerThan(ms(410)).value()).isZero();
        assertThat(known).hasToString("p50 10 ms, p99 400 ms");
    }

    /** RC-TAIL 7, 8. */
    @Test
    void maximum_afterASteepStep() {
        assertUnknown(Latency.ofPercentiles(Map.of(50, ms(10), 90, ms(11), 95, ms(1000)))::mean);
        assertUnknown(Latency.ofPercentiles(Map.of(50, ms(10), 99, ms(11), 99.9, ms(2000)))::mean);
        assertThat(Latency.ofPercentiles(Map.of(50, ms(10), 90, ms(11), 95, ms(1000), 100, ms(1000)))
                        .mean())
                .isBetween(ms(55), ms(110));
        assertThat(Latency.ofPercentiles(Map.of(50, ms(10), 99, ms(11), 99.9, ms(2000), 100, ms(2200)))
                        .mean())
                .isBetween(ms(7), ms(31));
    }

    /** A sum has no end in 1 % of the cases, and where it has it is as usual. */
    @Test
    void plus_withAnOpenEnd() {
        Latency sum = Latency.ofPercentiles(Map.of(50, ms(20), 95, ms(90), 99, ms(200)))
                .plus(latencyP50P99(ms(5), ms(40)).named("mild"));
        assertNear(27.697569324400774, sum.p50().to(MILLISECONDS), 1e-3);
        assertNear(73.9194590889324, sum.percentile(90).to(MILLISECONDS), 1e-3);
        assertNear(100.18665085788204, sum.p95().to(MILLISECONDS), 1e-3);
        assertNear(154.09735597952255, sum.percentile(98).to(MILLISECONDS), 1e-3);
        assertUnknown(
                sum::p999,
                sum::mean,
                sum.named("all").plus(sum)::mean,
                sum.plus(ms(1)).inARow(3)::p99);
        assertThat(sum).hasToString("p50 28 ms, p95 100 ms, not known beyond p99, below p50 of a part taken as even");
        assertNear(1000, sum.withTimeout(seconds(1)).p999().to(MILLISECONDS));
    }

    @Test
    void plus_ofSumsWithAnOpenEnd() {
        Latency two = OPEN.inARow(2).named("two");
        Latency four = two.plus(two);
        assertNear(
                four.percentile(90).to(Units.SECONDS),
                OPEN.inARow(4).percentile(90).to(Units.SECONDS),
                1e-3);
        assertUnknown(() -> four.percentile(96.1)); // 0.99^4 = 96.06 %
        assertThat(four.percentile(96)).isLessThanOrEqualTo(ms(1600));
    }

    /** Slower ones are ended by the timeout; they are 1 % of all. */
    @Test
    void withTimeout_endsWhatIsOpen() {
        assertNear(0.06, OPEN.withTimeout(minutes(1)).p999().to(Units.SECONDS) / 1000);
        assertThat(OPEN.withTimeout(seconds(2)).mean()).isBetween(ms(25), ms(46.5)); // 12 ms, 400 ms, 2 s at most
        assertNear(0.01, OPEN.extraLoadOfHedging(ms(400)).value());
        assertNear(0.05, OPEN.shareFailed(1, ms(12)).value(), 1e-12);
        assertThat(Latency.fastest(OPEN, latency(seconds(3))).p999()).isEqualTo(seconds(3));
    }

    @Test
    void needing_someOfOpenEnds() {
        Latency two = OPEN.needing(2, 3);
        assertUnknown(() -> two.percentile(99.98)); // 1 − 3 × 0.01² + 2 × 0.01³ = 99.9702 %
        assertThat(two.percentile(99.97)).isBetween(ms(350), ms(400));
        assertNear(
                two.percentile(98).to(Units.SECONDS),
                Latency.needing(2, OPEN, OPEN, OPEN).percentile(98).to(Units.SECONDS),
                1e-10);
    }

    @Test
    void openEnd_withRanges() {
        Latency open = Latency.ofPercentiles(Map.of(50, ms(10), 95, between(ms(20), ms(40)), 99, ms(400)));
        assertThat(open.fanOut(20))
                .hasToString(
                        "p50 57 ms (44 … 73), p75 235 ms (219 … 252), not known beyond p81, below p50 of a part taken as even");
        assertUnknown(open::mean);
    }

    /** Of the printed mean the tail is what is left; without a maximum only means are known of it. */
    @Test
    void mean_isKept() {
        Latency open = Latency.ofPercentiles(JUMP, ms(30));
        assertNear(30, open.mean().to(MILLISECONDS));
        assertNear(37, open.inARow(1).plus(ms(7)).mean().to(MILLISECONDS));
        assertNear(90, open.plus(open).plus(open).mean().to(MILLISECONDS));
        assertNear(
                0.5 * 30 + 0.5 * 2,
                Latency.mix(percent(50), latency(ms(2)), open).mean().to(MILLISECONDS));
        assertUnknown(open::p999, open.fanOut(2)::mean);
        for (double mean : new double[] {10.5, 14, 22, 30}) {
            Latency known = Latency.ofPercentiles(
                    with(Map.of(50.0, ms(10), 95.0, ms(12), 99.0, ms(400)), 100.0, ms(410)), ms(mean));
            assertNear(mean, known.mean().to(MILLISECONDS), 1e-12);
            assertNear(mean, known.withTimeout(ms(411)).mean().to(MILLISECONDS), 1e-6);
            assertNear(10, known.p50().to(MILLISECONDS), 1e-12);
            assertNear(12, known.p95().to(MILLISECONDS), 1e-12);
            assertNear(400, known.p99().to(MILLISECONDS), 1e-12);
        }
    }

    /** 0.45 × 10 + 0.04 × 12 + 0.01 × 400 is the least, 0.5 × 10 + 0.45 × 12 + 0.04 × 400 + 0.01 × 410 the greatest. */
    @Test
    void mean_thatCannotBe() {
        assertRefused(
                "mean must be at least 8.98 ms, as the percentiles say, but was 8.9 ms",
                () -> Latency.ofPercentiles(JUMP, ms(8.9)));
        Map<Number, TimeSpan> known = Map.of(50, ms(10), 95, ms(12), 99, ms(400), 100, ms(410));
        assertRefused(
                "mean must be from 8.98 ms to 30.5 ms, as the percentiles say, but was 32 ms",
                () -> Latency.ofPercentiles(known, ms(32)));
    }

    /** RC-TIES 1 (stratum/fabric-tna #328). */
    @Test
    void ties_ofManyPercentiles() {
        Latency latency = Latency.ofPercentiles(
                Map.of(50, us(10), 75, us(10), 90, us(10), 99, us(10), 99.9, us(10), 99.99, us(20), 99.999, us(30)));
        assertThat(latency.p99()).isEqualTo(us(10));
        assertThat(latency.percentile(99.99)).isEqualTo(us(20));
        assertThat(latency).hasToString("p50 10 µs, p99 10 µs, not known beyond p99.999");
    }

    /** RC-TIES 2 (gatling/gatling #3122), 3, 4. */
    @Test
    void ties_areTaken() {
        Latency same = Latency.ofPercentiles(Map.of(50, ms(2288), 75, ms(2288), 95, ms(2288), 99, ms(2288)));
        for (double percent : new double[] {50, 60, 75, 95, 97, 99}) {
            assertThat(same.percentile(percent)).isEqualTo(ms(2288));
        }
        Latency two = Latency.ofPercentiles(Map.of(50, ms(1), 75, ms(1), 95, ms(2), 99, ms(5)));
        assertThat(two.percentile(75)).isEqualTo(ms(1));
        assertThat(two.p95()).isEqualTo(ms(2));
        assertNear(0.75, two.shareWithin(ms(1)).value());
        Latency minimum = Latency.ofPercentiles(Map.of(0, ms(0.5), 50, ms(1), 95, ms(2)));
        assertNear(Math.sqrt(0.5), minimum.percentile(25).to(MILLISECONDS)); // halfway, on a logarithmic scale
        assertThat(minimum.shareWithin(ms(0.4)).value()).isZero();
        assertRefused(
                "p95 must be at least 2.001 s but was 2 s",
                () -> Latency.ofPercentiles(Map.of(50, ms(2001), 95, ms(2000))));
    }

    /** RC-TIES 5, as ab prints it. */
    @Test
    void ties_ofAb() {
        Latency latency = Latency.ofPercentiles(Map.of(
                50, ms(3), 66, ms(3), 75, ms(4), 80, ms(4), 90, ms(5), 95, ms(6), 98, ms(8), 99, ms(11), 100, ms(18)));
        assertThat(latency.p99()).isEqualTo(ms(11));
        assertThat(latency.percentile(99.9999)).isLessThanOrEqualTo(ms(18));
        assertThat(latency.inARow(3).percentile(99.9999)).isLessThanOrEqualTo(ms(54));
    }

    /** RC-TIES 7 (tsenart/vegeta #41, locustio/locust #2287). */
    @Test
    void meanAboveAPercentile_saysWhatToGive() {
        assertRefused(
                "no log-normal latency has the mean 5.28 ms and the p95 2.3 ms: p95 must be above the mean and at most ×3.868 of it;"
                        + " Latency.ofPercentiles takes a mean beside several percentiles, such as 100, the maximum",
                () -> Latency.ofMeanAndPercentile(ms(5.28), 95, ms(2.329778)));
        Latency both = Latency.ofPercentiles(Map.of(95, ms(2.329778), 100, ms(3002.07)), ms(5.28));
        assertNear(5.28, both.mean().to(MILLISECONDS));
        assertNear(2.329778, both.p95().to(MILLISECONDS));
    }

    @Test
    void zero_isTaken() {
        Latency latency = Latency.ofPercentiles(Map.of(50, ms(0), 95, ms(20), 100, ms(80)));
        assertNear(5.760795915907634, latency.mean().to(MILLISECONDS), 1e-10);
        assertThat(latency.p50()).isEqualTo(ms(0));
        assertNear(0.5, latency.shareSlowerThan(ms(0)).value());
        assertThat(Latency.ofPercentiles(Map.of(50, ms(0), 99, ms(0))).p99()).isEqualTo(ms(0));
        assertThat(Latency.ofPercentiles(Map.of(50, ms(0), 100, ms(0)))
                        .plus(latency)
                        .mean())
                .isEqualTo(latency.mean());
    }

    @Test
    void ofPercentiles_refusals() {
        assertRefused(
                "percent must be between 0 and 100 but was 101",
                () -> Latency.ofPercentiles(Map.of(50, ms(1), 101, ms(2))));
        assertRefused(
                "maximum must be at least 2 ms but was 1.9 ms",
                () -> Latency.ofPercentiles(Map.of(50, ms(2), 100, ms(1.9))));
        assertRefused("percentiles must be at least two but was 1", () -> Latency.ofPercentiles(Map.of(100, ms(1))));
    }

    /** RC-APPROX: what is computed on a grid says so, and what is exact does not. */
    @Test
    void explain_saysWhatIsComputedOnAGrid() {
        Latency grid =
                latencyP50P99(ms(2), ms(3)).plus(Latency.exponential(ms(7))).plus(Latency.exponential(ms(30)));
        assertThat(grid.p99().explain().toString()).contains("), approximation on a grid");
        List<Latency> madeOfGrids = List.of(
                grid.fanOut(3),
                Latency.slowest(grid, latency(ms(3))),
                Latency.cached(percent(40), latency(ms(3)), grid),
                grid.withTimeout(seconds(1)),
                grid.plus(ms(2)),
                grid.hedgedAfter(ms(50)),
                OPEN.plus(grid),
                Latency.exponential(ms(9)).retried(3, ms(20), ms(7)).inARow(2));
        for (Latency latency : madeOfGrids) {
            assertThat(latency.percentile(90).explain().toString()).contains("approximation on a grid");
            assertThat(latency.shareSlowerThan(ms(60)).explain().toString()).contains("approximation on a grid");
        }
        Latency three =
                Latency.exponential(ms(2)).plus(Latency.exponential(ms(7))).plus(Latency.exponential(ms(30)));
        Latency five =
                Latency.exponential(ms(1)).plus(Latency.exponential(ms(5))).plus(Latency.exponential(ms(20)));
        assertNear(148.195985879, three.p99().to(MILLISECONDS), 1e-11);
        assertNear(98.8829, five.p99().to(MILLISECONDS), 1e-7);
        List<Latency> exact = List.of(
                three,
                five,
                Latency.exponential(ms(2)).inARow(5),
                Latency.exponential(ms(2)).plus(ms(3)).plus(ms(4)),
                Latency.cached(percent(40), latency(ms(3)), latency(ms(50))).inARow(2),
                Latency.slowest(OPEN, Latency.exponential(ms(9))));
        for (Latency latency : exact) {
            assertThat(latency.percentile(90).explain().toString()).doesNotContain("grid");
        }
        assertThat(grid.mean().explain().toString()).doesNotContain("grid"); // means add
    }

    @SafeVarargs
    private static void assertUnknown(Supplier<Object>... questions) {
        for (Supplier<Object> question : questions) {
            assertThatThrownBy(question::get)
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContaining("nothing is known");
        }
    }
}
