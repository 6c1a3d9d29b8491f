package dev.estimator.queueing;

import static dev.estimator.analysis.Questions.largest;
import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.analysis.Questions.probabilityThat;
import static dev.estimator.quantity.Quantities.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.analysis.Verdict;
import dev.estimator.flow.Backlog;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queues that are overloaded in some cases of a range: RC-OVERLOAD of the reported cases, and its kin. */
class OverloadTest {
    private static final Count USERS = assume("daily users", between(million(6), million(10)));
    private static final Count TOKENS = assume("output tokens", between(count(200), count(600)));
    private static final ErlangC MODEL =
            ErlangC.of(USERS.times(count(12)).per(DAY).times(ratio(3)), TOKENS.div(qps(94)), count(16_000));
    private static final ErlangC ONE = ErlangC.of(between(qps(40), qps(120)), ms(10), count(1));
    private static final Backlog BACKLOG = Backlog.builder()
            .arrivalRate(
                    assume("samples", between(thousand(350), thousand(700))).per(SECOND))
            .burstLength(minutes(40))
            .consumers(count(20))
            .ratePerConsumer(qps(40_000))
            .consumersInBurst(count(0))
            .build();

    @Test
    void probability_countsOverloadAsBreakingAnUpperLimit() { // RC-OVERLOAD 1, 3 and 4
        assertThat(probabilityThat(MODEL.waitPercentile(99))
                        .isAtMost(ms(500))
                        .share()
                        .value())
                .isCloseTo(0.788, within(0.002));
        assertThat(probabilityThat(MODEL.utilization())
                        .isAtMost(ratio(0.9))
                        .share()
                        .value())
                .isCloseTo(0.698, within(0.002));
        assertThat(probabilityThat(BACKLOG.drainTime())
                        .isAtMost(hours(2))
                        .share()
                        .value())
                .isCloseTo(0.819, within(0.002));
    }

    /**
     * The middle of 80 … 125 times that of 8 ms … 12.5 ms is 1 but for its last bits, which waited two million years.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11, 13})
    void exactlyFull_butForItsLastBits(int servers) {
        ErlangC full =
                ErlangC.of(between(qps(80 * servers), qps(125 * servers)), between(ms(8), ms(12.5)), count(servers));
        assertThat(full.utilization().value()).isCloseTo(1, within(1e-15));
        assertThat(full.meanWait().to(Units.SECONDS)).isInfinite();
        assertThat(full.waitPercentile(99).to(Units.SECONDS)).isInfinite();
        assertThat(full.latencyPercentile(50).to(Units.SECONDS)).isInfinite();
        assertThat(full.latency().mean().to(Units.SECONDS)).isInfinite();
        assertThat(full.serviceLevel(seconds(9)).value()).isCloseTo(0, within(1e-11));
    }

    @Test
    void largest_goesOnBeyondTheFirstOverloadedCase() { // RC-OVERLOAD 2
        var found = largest(USERS)
                .withConfidence(percent(80))
                .suchThat(limit(MODEL.waitPercentile(99)).atMost(ms(500)));
        assertThat(found.value().orElseThrow().to(Units.MILLIONS)).isCloseTo(7.847, within(0.01));
    }

    @Test
    void percentilesBelowTheOverloadedShare_exist() { // RC-OVERLOAD 5 and 6
        assertThat(ONE.meanWait().p50().to(Units.MILLISECONDS)).isCloseTo(22.554, within(0.05));
        assertThat(ONE.meanWait().p95().isBeyond()).isTrue();
        assertThat(ONE.meanWait()).hasToString("p50 23 ms, p95 beyond any number: overloaded in 13.6% of cases");
        assertThat(ONE)
                .hasToString("1 server at 69.3% (40% … 120%): p99 wait: p50 138 ms, p95 beyond any number:"
                        + " overloaded in 13.6% of cases");
        assertThat(MODEL)
                .hasToString("16,000 servers at 74.3% (40.6% … 136%): p99 wait: p50 0 s, p95 beyond any number:"
                        + " overloaded in 21% of cases"); // RC-OVERLOAD 7
        Summary<TimeSpan> summary = Simulation.of(ONE.meanWait()).summary(ONE.meanWait());
        assertThat(summary.mean()).hasToString("does not exist: overloaded in 13.6% of cases");
        assertThat(summary.standardDeviation()).hasToString("does not exist: overloaded in 13.6% of cases");
        assertThat(summary.probabilityBeyond().value().value()).isCloseTo(0.1359, within(0.001)); // P(rate > 100)
        assertThat(limit(MODEL.waitPercentile(99)).atMost(ms(500)).holdsWith(percent(80)))
                .isEqualTo(Verdict.FAILS);
    }
}
