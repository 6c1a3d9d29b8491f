package dev.estimator.queueing;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.perHour;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.quantity.Units.MINUTES;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErlangCTest {
    /**
     * R's ErlangC 0.1.0, tests/testthat/test-calculate_agents.R: 100 calls in half an hour, of 180 s, 12 agents, 20 s.
     */
    private static final ErlangC CALLS = ErlangC.of(perHour(200), minutes(3), count(12));

    @Test
    void callCentre() {
        assertNear(10, CALLS.load().value());
        assertNear(0.8333333, CALLS.utilization().value(), 1e-7);
        assertNear(0.4493882, CALLS.waitProbability().value(), 1e-7);
        assertNear(40.4449401868444, CALLS.meanWait().to(SECONDS), 1e-12);
        assertNear(0.640158, CALLS.serviceLevel(seconds(20)).value(), 1e-6);
    }

    /** Gross et al., section 2.3, the eye clinic: 6 patients an hour, 3 doctors, 20 minutes each. C is 4/9. */
    @Test
    void eyeClinic() {
        ErlangC clinic = ErlangC.of(perHour(6), minutes(20), count(3));
        assertNear(4.0 / 9, clinic.waitProbability().value());
        assertNear(8.0 / 9, clinic.meanQueue().value());
        assertNear(26.0 / 9, clinic.meanInSystem().value());
        assertNear(80.0 / 9, clinic.meanWait().to(MINUTES)); // printed: 8.9 minutes
        assertNear(260.0 / 9, clinic.meanLatency().to(MINUTES)); // printed: 28.9 minutes
    }

    /** One server is M/M/1, whose latency is exponential: S ÷ (1 − ρ) × ln 100 at p99, and of the wait ln(100ρ). */
    @Test
    void percentiles_oneServer() {
        ErlangC one = ErlangC.of(qps(8), ms(100), count(1));
        assertNear(500 * Math.log(100), one.latencyPercentile(99).to(MILLISECONDS));
        assertNear(500 * Math.log(80), one.waitPercentile(99).to(MILLISECONDS));
        assertNear(500, one.meanLatency().to(MILLISECONDS));
    }

    /** At d = c − 1 − a = 0 the tail is e^{−t}(1 + Ct): of 2 servers and 1 erlang, C = 1/3, at t = 3 it is 2e^{−3}. */
    @Test
    void latencyPercentile_limit() {
        ErlangC two = ErlangC.of(qps(10), ms(100), count(2));
        double percent = 100 * (1 - 2 * Math.exp(-3));
        assertNear(300, two.latencyPercentile(percent).to(MILLISECONDS));
    }

    /** Only 44.9 % wait at all, by fractions 78125000 of 173847457. */
    @Test
    void waitPercentile_mostDoNotWait() {
        assertThat(CALLS.waitPercentile(55).to(SECONDS)).isZero();
        assertNear(
                90 * Math.log(78_125_000 / 173_847_457.0 / 0.44),
                CALLS.waitPercentile(56).to(SECONDS),
                1e-12);
    }

    /** With ρ = 10⁻⁶ nearly nobody waits, but all are served. */
    @Test
    void nearlyIdle() {
        ErlangC idle = ErlangC.of(qps(1e-5), ms(100), count(1));
        assertNear(1e-6, idle.waitProbability().value());
        assertNear(100 * Math.log(100), idle.latencyPercentile(99).to(MILLISECONDS), 1e-5);
        assertThat(idle.waitPercentile(99).to(SECONDS)).isZero();
    }

    @Test
    void noArrivals() {
        ErlangC none = ErlangC.of(qps(0), ms(100), count(2));
        assertThat(none.waitProbability().value()).isZero();
        assertThat(none.meanWait().to(SECONDS)).isZero();
        assertThat(none.meanInSystem().value()).isZero();
    }

    @Test
    void waitPercentile_explain() {
        assertThat(CALLS.waitPercentile(99.9).explain()).hasToString("""
                assumed
                  service time = 3 min
                  servers      = 12
                  arrival rate = 200 req/h
                calculated
                  load = arrival rate × service time
                       = 200 req/h × 3 min
                       = 10
                  free servers = servers − min(load, servers)
                               = 12 − min(10, 12)
                               = 2
                  wait probability = Erlang C(servers, load)
                                   = Erlang C(12, 10)
                                   = 44.94%
                  p99.9 wait = service time ÷ free servers × ln max(1, wait probability ÷ 0.1%)
                             = 3 min ÷ 2 × ln max(1, 44.94% ÷ 0.1%)
                             = 9.162 min""");
    }

    @Test
    void meanInSystem_explain() {
        assertThat(CALLS.meanInSystem().explain().toString().lines().skip(14))
                .containsExactly(
                        "  mean wait = service time × wait probability ÷ free servers",
                        "            = 3 min × 44.94% ÷ 2",
                        "            = 40.44 s",
                        "  mean latency = mean wait + service time",
                        "               = 40.44 s + 3 min",
                        "               = 3.674 min",
                        "  mean in system = arrival rate × mean latency",
                        "                 = 200 req/h × 3.674 min",
                        "                 = 12.25");
    }

    /** M/M/1 with S = 100 ms, where W = S ÷ (1 − λS); the percentiles of the arrival rate are 4.2 and 7.8 req/s. */
    @Test
    void meanLatency_ofARange() {
        var rate = assume("arrivals", uniform(qps(4), qps(8)));
        var latency = ErlangC.of(rate, ms(100), count(1)).meanLatency();
        assertNear(100 / 0.58, latency.p5().to(MILLISECONDS), 1e-3);
        assertNear(100 / 0.22, latency.p95().to(MILLISECONDS), 1e-3);
    }

    /** The best guess has an answer, but not all draws. */
    @Test
    void meanWait_rangeBeyondTheServers() {
        var rate = assume("arrivals", between(qps(5), qps(29)));
        Quantity<?> wait = ErlangC.of(rate, ms(100), count(2)).meanWait();
        assertThat(wait).hasToString("p50 57 ms, p95 beyond any number: overloaded in 17.1% of cases");
    }

    /** 40,000 a minute × 1.5 × 12 ms are 12, but for the error of binary numbers: it was '100.000000000%'. */
    @Test
    void toString_ofAllServers() {
        var rate = assume("rules", between(count(15_000), count(40_000))).per(minutes(1));
        assertThat(ErlangC.of(rate.times(ratio(1.5)), ms(12), count(12)).toString())
                .startsWith("12 servers at 61.2% (37.5% … 100%): ");
    }

    @Test
    void toString_saysWhatWaitingIsLike() {
        assertThat(CALLS).hasToString("12 servers at 83.3%: 44.9% wait, 40 s on average, p99 5.7 min");
        assertThat(ErlangC.of(qps(3), ms(100), count(1)))
                .hasToString("1 server at 30%: 30% wait, 43 ms on average, p99 486 ms");
    }

    /** R's queueing answers {@code C_erlang(5, 6)} with 1.55. */
    @ParameterizedTest
    @CsvSource({
        "6, 5, '6, but was 5: the line would grow for ever; it takes at least 7'",
        "5, 5, '5, but was 5: the line would grow for ever; it takes at least 6'",
        "5.4, 5, '5.4, but was 5: the line would grow for ever; it takes at least 6'",
        "0, 0, '0, but was 0: the line would grow for ever; it takes at least 1'"
    })
    void servers_tooFew(double load, double servers, String rest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErlangC.of(qps(load), seconds(1), count(servers)))
                .withMessage("servers must be above the load, which is " + rest);
    }

    /** 4.35 × 100 is a little less than 435 in binary. */
    @Test
    void servers_asManyAsTheLoadInDecimal() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErlangC.of(qps(4.35), seconds(100), count(435)))
                .withMessage(
                        "servers must be above the load, which is 435, but was 435: the line would grow for ever; it"
                                + " takes at least 436");
    }

    @Test
    void given_tooMuch() {
        assertThat(CALLS.waitProbability().given("arrival rate", perHour(240)).value())
                .isEqualTo(1);
        assertThatThrownBy(() -> CALLS.meanWait().given("arrival rate", perHour(240)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("service time (3 min) × wait probability (100%) ÷ free servers (0) has no answer:"
                        + " some servers must be free on average");
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErlangC.of(CALLS.arrivalRate(), CALLS.serviceTime(), count(12.5)))
                .withMessage("servers must be a whole number up to a billion, as ceil() makes it, but was 12.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErlangC.of(qps(3), ms(7), between(count(4000), count(9000))))
                .withMessage("servers must be a whole number up to a billion, as ceil() makes it, but was 6,000"
                        + " (4,000 … 9,000): numbers between the ends of a range are not whole, so say"
                        + " between(...).ceil()");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErlangC.of(CALLS.arrivalRate(), seconds(0), CALLS.servers()))
                .withMessage("serviceTime must be above zero but was 0 s");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 100, -1, Double.NaN})
    void percent_outOfRange(double percent) {
        String message = "percent must be above 0 and below 100 but was " + percent;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALLS.waitPercentile(percent))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALLS.latencyPercentile(percent))
                .withMessage(message);
    }

    /**
     * It was '6,784 sequences (3,456 … 18,432) servers at …: 0% (0% … below 1e-12%) wait, 0 s … on average, p99 0 s'.
     */
    @Test
    void toString_ofServersWithANounWhoNeverMakeWait() {
        Count sequences = assume("GPUs", between(count(27, "GPUs"), count(144, "GPUs")))
                .times(count(128, "sequences"))
                .ceil();
        assertThat(ErlangC.of(qps(900), ms(40), sequences).toString())
                .startsWith("7,982 (3,456 … 18,432) servers at ")
                .endsWith(": no wait");
        assertThat(GeneralQueue.builder()
                        .arrivalRate(qps(900))
                        .serviceTime(ms(40))
                        .servers(count(6_784))
                        .build())
                .hasToString("6,784 servers at 0.531%: no wait (M/M/c)");
    }

    /** √(4,000 × 9,000) ÷ 15 s × 1.3 × 30 ms ÷ 32 = 48.75 % exactly, which binary numbers make a trifle less. */
    @Test
    void toString_roundsHalfUp() {
        Count hosts = between(count(4000), count(9000));
        assertThat(ErlangC.of(hosts.per(seconds(15)).times(ratio(1.3)), ms(30), count(32)))
                .asString()
                .contains("32 servers at 48.8%");
    }
}
