package dev.estimator.latency;

import static dev.estimator.analysis.Questions.probabilityThat;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.oneOf;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import dev.estimator.queueing.ErlangC;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Latencies made of a wait that is endless in some cases. One server of 10 ms waits ρ ÷ (μ − λ) on average: 10 ms at 50
 * req/s, 90 ms at 90 req/s, and for ever at 150 req/s, in 10 % of cases. The 20th percentile over the cases is the
 * first, the 80th the second.
 */
class EndlessLatencyTest {
    private static final Qps RATE = oneOf(Map.of(qps(50), percent(70), qps(90), percent(20), qps(150), percent(10)));
    private static final TimeSpan WAIT = ErlangC.of(RATE, ms(10), count(1)).meanWait();
    private static final Latency EXPONENTIAL = Latency.exponential(WAIT);
    private static final double LN_100 = 4.605170185988091;
    private static final double LN_20 = 2.995732273553991;

    private static void assertEndless(double p20, double p80, TimeSpan time) {
        Summary<TimeSpan> summary = Simulation.of(time).summary(time);
        assertThat(summary.percentile(20).to(MILLISECONDS)).isCloseTo(p20, within(1e-8 * p20));
        assertThat(summary.percentile(80).to(MILLISECONDS)).isCloseTo(p80, within(1e-8 * p80));
        assertThat(summary.percentile(95).isBeyond()).isTrue();
        assertThat(summary.probabilityBeyond().value().value()).isCloseTo(0.1, within(2e-3));
        assertThat(summary.whyBeyond()).isEqualTo("overloaded");
    }

    private static void assertNumbers(double p20, double p80, double p95, TimeSpan time) {
        Summary<TimeSpan> summary = Simulation.of(time).summary(time);
        assertThat(summary.percentile(20).to(MILLISECONDS)).isCloseTo(p20, within(1e-8 * p20));
        assertThat(summary.percentile(80).to(MILLISECONDS)).isCloseTo(p80, within(1e-8 * p80));
        assertThat(summary.percentile(95).to(MILLISECONDS)).isCloseTo(p95, within(1e-8 * p95));
    }

    @Test
    void ofOneTime() {
        assertEndless(10 * LN_100, 90 * LN_100, EXPONENTIAL.p99());
        assertEndless(10, 90, EXPONENTIAL.mean());
        assertEndless(10, 90, Latency.of(WAIT).p50());
        Latency logNormal = Latency.ofP50P99(WAIT, WAIT.times(ratio(3)));
        assertEndless(10, 90, logNormal.p50());
        assertEndless(30, 270, logNormal.p99());
        assertEndless(30, 270, logNormal.percentileWithoutIndependence(99));
        assertEndless(
                20,
                180,
                Latency.ofPercentiles(Map.of(0, WAIT, 50, WAIT.times(2), 100, WAIT.times(4)))
                        .p50());
    }

    @Test
    void inARow_withOthers() {
        assertEndless(15, 95, EXPONENTIAL.plus(Latency.of(ms(5))).mean());
        assertEndless(
                5 + 10 * LN_100,
                5 + 90 * LN_100,
                EXPONENTIAL.plus(Latency.of(ms(5))).p99());
        assertEndless(30, 270, EXPONENTIAL.inARow(3).mean());
    }

    /** The slowest of two exponential times has a mean of 1.5 times theirs, the fastest of two one of half. */
    @Test
    void atOnce() {
        assertEndless(15, 135, EXPONENTIAL.fanOut(2).mean());
        assertEndless(5, 45, EXPONENTIAL.tied().mean());
        assertNumbers(
                7,
                7,
                7,
                Latency.fastest(EXPONENTIAL.plus(Latency.of(ms(11))), Latency.of(ms(7)))
                        .p99());
    }

    /** Hits take 1 ms; of all requests 0.2 × e^(−t ÷ mean) take longer than t. */
    @Test
    void cached() {
        Latency cached = Latency.cached(percent(80), Latency.of(ms(1)), EXPONENTIAL);
        assertEndless(10 * LN_20, 90 * LN_20, cached.p99());
        assertEndless(2.8, 18.8, cached.mean());
        assertNumbers(
                1,
                1,
                1,
                Latency.cached(percent(99.5), Latency.of(ms(1)), Latency.of(WAIT))
                        .p99());
        Share inTime = cached.shareWithin(ms(40));
        Summary<Share> summary = Simulation.of(inTime).summary(inTime);
        assertThat(summary.percentile(50).value()).isCloseTo(1 - 0.2 * Math.exp(-4), within(1e-12));
        assertThat(summary.percentile(20).value()).isCloseTo(1 - 0.2 * Math.exp(-4 / 9.0), within(1e-12));
        assertThat(summary.percentile(5).value()).isCloseTo(0.8, within(1e-12));
    }

    /** min(t, 60 ms) of an exponential time has the mean m (1 − e^(−60 ÷ m)). */
    @Test
    void withTimeout() {
        Latency ended = EXPONENTIAL.withTimeout(ms(60));
        assertNumbers(10 * -Math.expm1(-6), 90 * -Math.expm1(-60 / 90.0), 60, ended.mean());
        assertNumbers(10 * LN_100, 60, 60, ended.p99());
    }

    /** A queue that is full in a sixth of the cases, before something else: there all wait, and without an end. */
    @Test
    void sum_ofAQueueWhereAllWait() {
        var load = between(qps(100), qps(400));
        var queue = ErlangC.of(load, ms(10), count(3));
        double full = probabilityThat(load).isAtLeast(qps(300)).share().value();
        for (Latency latency : List.of(
                queue.latency(),
                queue.latency().plus(Latency.exponential(ms(2))),
                queue.latency().plus(queue.waiting()),
                queue.waiting().inARow(3))) {
            var p50 = latency.p50();
            assertThat(Simulation.of(p50)
                            .withSamples(1024)
                            .summary(p50)
                            .probabilityBeyond()
                            .value()
                            .value())
                    .isCloseTo(full, within(0.01));
        }
    }

    /**
     * Where the best guess is endless too that is said, and not that it is unknown: 10 ms × ln 2 and 10 ms × ln 100 in
     * 40 % of cases.
     */
    @Test
    void toString_saysBeyond() {
        TimeSpan wait = ErlangC.of(oneOf(Map.of(qps(50), percent(40), qps(150), percent(60))), ms(10), count(1))
                .meanWait();
        assertThat(Latency.exponential(wait).toString())
                .matches("p50 6.9 ms … beyond any number: overloaded in (60|59.\\d|60.\\d)% of cases, "
                        + "p99 46 ms … beyond any number: overloaded in (60|59.\\d|60.\\d)% of cases");
        TimeSpan never = ErlangC.of(oneOf(qps(130), qps(150)), ms(10), count(1)).meanWait();
        assertThat(Latency.exponential(never))
                .hasToString(
                        "p50 beyond any number: overloaded in every case, p99 beyond any number: overloaded in every case");
    }

    /** √(60 × 140) a second wait 109.8 ms, and ln 2 × (109.8 + 100) ms are the best guess; the median is greater. */
    @Test
    void toString_saysTheBestGuess() {
        TimeSpan wait = ErlangC.of(between(qps(60), qps(140)), ms(10), count(1)).meanWait();
        Latency latency = Latency.exponential(wait.plus(between(ms(1), seconds(10))));
        assertThat(latency.p50().p50().to(Units.MILLISECONDS)).isGreaterThan(200);
        assertThat(latency.toString()).startsWith("p50 145 ms (").contains("p99 966 ms (");
    }

    /** It was 'p50: p50 6.9 ms, p95 beyond any number'; 10 ms × ln 2, 10 ms × ln 100, and a third of both. */
    @Test
    void toString_saysPercentileOnce() {
        TimeSpan wait = ErlangC.of(
                        oneOf(Map.of(qps(25), percent(30), qps(50), percent(50), qps(150), percent(20))),
                        ms(10),
                        count(1))
                .meanWait();
        assertThat(Latency.exponential(wait))
                .hasToString("p50 6.9 ms (2.3 ms … beyond any number): overloaded in 20% of cases, "
                        + "p99 46 ms (15 ms … beyond any number): overloaded in 20% of cases");
        TimeSpan often = ErlangC.of(oneOf(Map.of(qps(50), percent(96.5), qps(150), percent(3.5))), ms(10), count(1))
                .meanWait();
        assertThat(Latency.exponential(often))
                .hasToString("p50 6.9 ms, overloaded in 3.5% of cases, p99 46 ms, overloaded in 3.5% of cases");
    }

    /** A word before a place is not said twice. */
    @Test
    void explain_meanOnce() {
        Latency latency = Latency.ofMeanAndPercentile(ms(5), 99, ms(20));
        assertThat(latency.p50().explain().toString())
                .contains("= p50 of log-normal(mean, p99)\n", "= p50 of log-normal(mean 5 ms, p99 20 ms)\n");
        Latency several = Latency.ofPercentiles(Map.of(50, ms(4), 100, ms(40)), ms(7));
        assertThat(several.p95().explain().toString())
                .contains("= p95 of percentiles(p50, maximum, mean, no minimum)\n");
        Latency named = Latency.ofMeanAndPercentile(Quantities.assume("usual", ms(5)), 99, ms(20));
        assertThat(named.p50().explain().toString()).contains("= p50 of log-normal(mean usual, p99)\n");
    }
}
