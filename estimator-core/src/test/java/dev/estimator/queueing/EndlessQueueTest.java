package dev.estimator.queueing;

import static dev.estimator.analysis.Questions.limit;
import static dev.estimator.analysis.Questions.probabilityThat;
import static dev.estimator.quantity.Quantities.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.analysis.Verdict;
import dev.estimator.flow.Backlog;
import dev.estimator.model.Servers;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Simulation;
import dev.estimator.quantity.Summary;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import dev.estimator.sharding.HotShard;
import dev.estimator.slo.BurnRate;
import dev.estimator.slo.Slo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each kind of answer that is beyond every number in some cases, against an enumeration of those cases or a closed
 * form.
 */
class EndlessQueueTest {
    /** Draws of a value with few atoms are within a cell of each stratum of the exact share. */
    private static final double DRAWN = 0.001;

    /** 40, 90 or 120 a second, at 60, 25 and 15 %: of one server of 10 ms, 40 %, 90 % or 120 %. */
    private static Qps rate() {
        Map<Qps, Share> rates = new LinkedHashMap<>();
        rates.put(qps(40), percent(60));
        rates.put(qps(90), percent(25));
        rates.put(qps(120), percent(15));
        return oneOf(rates);
    }

    /** M/M/1 waits ρ ÷ (1 − ρ) service times: 6.667 ms, 90 ms, and for ever. */
    @Test
    void wait_enumerated() {
        TimeSpan wait = ErlangC.of(rate(), ms(10), count(1)).meanWait();
        Summary<TimeSpan> summary = Simulation.of(wait).summary(wait);
        assertThat(summary.p50().to(Units.MILLISECONDS)).isCloseTo(20 / 3.0, within(1e-9));
        assertThat(summary.percentile(80).to(Units.MILLISECONDS)).isCloseTo(90, within(1e-9));
        assertThat(summary.percentile(90).isBeyond()).isTrue();
        assertThat(summary.probabilityBeyond().value().value()).isCloseTo(0.15, within(DRAWN));
        assertThat(summary.probabilityAtMost(ms(90.000001)).value().value()).isCloseTo(0.85, within(DRAWN));
        assertThat(probabilityThat(wait).isAtLeast(years(1_000_000)).share().value())
                .isCloseTo(0.15, within(DRAWN));
        assertThat(probabilityThat(wait).isBetween(ms(1), ms(50)).share().value())
                .isCloseTo(0.6, within(DRAWN));
        assertThat(limit(wait).atLeast(ms(1)).holdsWith(percent(99))).isEqualTo(Verdict.HOLDS);
        assertThat(limit(wait).atMost(years(1000)).holdsWith(percent(95))).isEqualTo(Verdict.FAILS);
    }

    /**
     * What is computed from it: more is beyond, a part of it is beyond, its inverse is nothing, the lesser of it and a
     * number is a number.
     */
    @Test
    void arithmetic_ofWhatIsBeyond() {
        TimeSpan wait = ErlangC.of(rate(), ms(10), count(1)).meanWait();
        assertThat(share(wait.plus(ms(5)))).isCloseTo(0.15, within(DRAWN));
        assertThat(share(wait.times(ratio(0.001)))).isCloseTo(0.15, within(DRAWN));
        assertThat(share(wait.max(seconds(3)))).isCloseTo(0.15, within(DRAWN));
        assertThat(share(wait.div(ms(7)).ceil())).isCloseTo(0.15, within(DRAWN));
        assertThat(share(wait.min(seconds(3)))).isZero();
        assertThat(wait.min(seconds(3)).p95()).isEqualTo(seconds(3));
        assertThat(count(5).per(wait.plus(ms(5))).p5()).isEqualTo(qps(0));
        assertThatThrownBy(() -> wait.times(oneOf(ratio(0), ratio(2))).p50())
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("has no answer in ");
        assertThatThrownBy(() -> wait.div(oneOf(seconds(0), seconds(2))).p50())
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("the divisor is zero");
    }

    /**
     * One log-normal rate: the overloaded share is that above 100 a second, Φ of the score of 100 in a 90 % interval.
     */
    @ParameterizedTest
    @CsvSource({
        "40, 120, 'p50 23 ms, p95 beyond any number: overloaded in 13.6% of cases'",
        "40, 99, '17 ms (6.7 … 990), overloaded in 4.63% of cases'",
        "90, 200, 'p5 90 ms, p50 beyond any number: overloaded in 88.7% of cases'",
        "101, 400, 'beyond any number: overloaded in 95.2% of cases'",
        "2000, 4000, 'beyond any number: overloaded in every case'",
    })
    void echo(double low, double high, String text) {
        assertThat(ErlangC.of(between(qps(low), qps(high)), ms(10), count(1)).meanWait())
                .hasToString(text);
    }

    @Test
    void given_acrossTheBoundary() {
        Qps rate = assume("rate", between(qps(40), qps(120)));
        TimeSpan time = assume("time", between(ms(9), ms(11)));
        TimeSpan wait = ErlangC.of(rate, time, count(1)).meanWait();
        TimeSpan flooded = wait.given(rate, qps(300));
        assertThat(flooded).hasToString("beyond any number: overloaded in every case");
        assertThat(flooded.isBeyond()).isTrue();
        assertThat(flooded).isGreaterThan(years(1_000_000));
        assertThat(flooded.given(time, between(ms(1), ms(2))).isBeyond()).isFalse();
        assertThatThrownBy(() -> flooded.given(time, ms(10)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageEndingWith("has no answer: some servers must be free on average");
    }

    @Test
    void meansDoNotExist() {
        TimeSpan wait = ErlangC.of(rate(), ms(10), count(1)).meanWait();
        Summary<TimeSpan> summary = Simulation.of(wait).summary(wait);
        assertThat(summary.mean()).hasToString("does not exist: overloaded in 15% of cases");
        assertThatThrownBy(() -> summary.mean().value())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the figure does not exist: overloaded in 15% of cases");
        assertThat(summary).hasToString(wait.toString());
    }

    /** Each other kind: what is beyond, in how many cases, and its word. */
    @Test
    void kinds() {
        Share part = twoCases(percent(20), percent(60)); // 30 % and 70 %
        assertBeyond(0.7, "no number is enough", HotShard.of(part, count(16)).shardsFor(percent(40)));
        Qps rates = twoCases(qps(50), qps(150));
        assertBeyond(
                0.7,
                "overloaded",
                GeneralQueue.builder()
                        .arrivalRate(rates)
                        .serviceTime(ms(10))
                        .build()
                        .meanWait());
        assertBeyond(
                0.7,
                "never drained",
                Backlog.builder()
                        .arrivalRate(rates)
                        .burstRate(qps(170))
                        .burstLength(minutes(3))
                        .consumers(count(2))
                        .ratePerConsumer(qps(60))
                        .build()
                        .drainTime());
        assertBeyond(
                0.3,
                "not used up",
                BurnRate.of(Slo.of(nines(3), days(28)), twoCases(ratio(0.5), ratio(4)))
                        .timeToExhaustion());
        assertBeyond(
                0.7,
                "no number is enough",
                Staffing.of(qps(100), twoCases(ms(20), ms(200)))
                        .forLatency(99, ms(150))
                        .servers());
        assertBeyond(
                0.7,
                "no number is enough",
                Servers.builder()
                        .limit(
                                "requests",
                                Staffing.of(qps(100), twoCases(ms(20), ms(200))).forLatency(99, ms(150)),
                                count(8))
                        .build()
                        .servers());
    }

    private static double share(Quantity<?> quantity) {
        return shareOf(quantity);
    }

    @SuppressWarnings("unchecked") // a quantity is of its own type
    private static <Q extends Quantity<Q>> double shareOf(Quantity<?> quantity) {
        return Simulation.of(quantity)
                .summary((Q) quantity)
                .probabilityBeyond()
                .value()
                .value();
    }

    private static void assertBeyond(double share, String cause, Quantity<?> quantity) {
        assertThat(share(quantity)).as(cause).isCloseTo(share, within(DRAWN));
        assertThat(quantity.toString()).contains(cause + " in " + Math.round(share * 100) + "% of cases");
    }

    private static <Q extends Quantity<Q>> Q twoCases(Q low, Q high) {
        Map<Q, Share> cases = new LinkedHashMap<>();
        cases.put(low, percent(30));
        cases.put(high, percent(70));
        return oneOf(cases);
    }
}
