package dev.estimator.queueing;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.perMinute;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Units.MINUTES;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErlangATest {
    /** 50 agents, 48 calls a minute of a minute each, and two minutes of patience. */
    private static final ErlangA BASE = ErlangA.of(perMinute(48), minutes(1), count(50), minutes(2));

    /**
     * Garnett, Mandelbaum and Reiman 2002, the example of the introduction: 3.1 % give up, 3.7 s; and without that 20.8
     * s, p90 58.1 s.
     */
    @Test
    void callCentre() {
        assertThat(BASE.abandonment().value()).isCloseTo(0.031, within(0.0005));
        assertThat(BASE.meanWait().to(SECONDS)).isCloseTo(3.7, within(0.05));
        assertThat(BASE.utilization().value()).isCloseTo(0.93, within(0.005));
        ErlangC patient = ErlangC.of(perMinute(48), minutes(1), count(50));
        assertThat(patient.meanWait().to(SECONDS)).isCloseTo(20.8, within(0.05));
        assertThat(patient.waitPercentile(90).to(SECONDS)).isCloseTo(58.1, within(0.05));
    }

    /**
     * Printed in the guide of pyworkforce, Erlang A: 100 calls in half an hour, of 3 min, with 5 min of patience and 13
     * agents: 0.226 wait, 0.125 min on average, 0.025 give up, and 0.750 of the agents are busy.
     */
    @Test
    void abandonment_pyworkforce() {
        ErlangA queue = ErlangA.of(perMinute(100 / 30.0), minutes(3), count(13), minutes(5));
        assertThat(queue.waitProbability().value()).isCloseTo(0.226, within(0.0005));
        assertThat(queue.meanWait().to(MINUTES)).isCloseTo(0.125, within(0.0005));
        assertThat(queue.abandonment().value()).isCloseTo(0.025, within(0.0005));
        assertThat(queue.utilization().value()).isCloseTo(0.750, within(0.0005));
    }

    /** mpmath with 40 digits: all states added up. */
    @ParameterizedTest
    @CsvSource({
        "50, 48, 0.5, 0.46777406855379039, 2.9675759195705489",
        "1, 0.5, 2.5, 0.36618506681446237, 0.053525973274215053",
        "12, 30, 0.25, 0.99999999999997598, 72.000000000000144",
        "100, 99.5, 0.01, 0.87355353457985132, 55.675580881479602",
        "3, 2.9, 0.001, 0.92561453341287072, 19.356322389341831",
        "5, 4, 1, 0.37116306482012648, 0.41030419443253188",
    })
    void waitProbabilityAndLine(double servers, double load, double impatience, double waits, double line) {
        ErlangA queue = ErlangA.of(qps(load), seconds(1), count(servers), seconds(1 / impatience));
        assertNear(waits, queue.waitProbability().value(), 1e-12);
        assertNear(line, queue.meanQueue().value(), 1e-12);
    }

    /**
     * mpmath with 40 digits: all states added up. The last four are on both sides of where so many give up that nothing
     * needs to be added up; with 1 − P for what is served, the utilization of the first two would be above 100 %.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 944, 0.5, 1, 471.5",
        "5, 2242, 0.5, 5, 1118.5",
        "50, 48, 2, 46.516212040214726, 2.9675759195705489",
        "12, 30, 4, 11.999999999999964, 72.000000000000144",
        "100, 110, 219, 100, 2190",
        "100, 110, 221, 100, 2210",
        "1000, 2000, 604800, 1000, 6.048e8",
        "1000, 2000, 1e6, 1000, 1e9",
    })
    void throughputAndLine(double servers, double rate, double patience, double throughput, double line) {
        ErlangA queue = ErlangA.of(qps(rate), seconds(1), count(servers), seconds(patience));
        assertNear(throughput, queue.throughput().to(PER_SECOND));
        assertNear(throughput / servers, queue.utilization().value());
        assertNear(line, queue.meanQueue().value(), 1e-12);
        assertNear(1 - throughput / rate, queue.abandonment().value(), 1e-11);
    }

    /** At exactly the load of the servers some 10¹¹ lengths of the line are as likely as none. */
    @Test
    void meanQueue_tooLongToAddUp() {
        ErlangA endless = ErlangA.of(perMinute(48), minutes(1), count(48), minutes(1e20));
        assertThatThrownBy(endless::meanQueue)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "waiting in Erlang A(servers (48), load (48), impatience (×1e-20)) has no answer: the servers must be"
                                + " a whole number, the patience above zero, and the line not too long to be added up");
    }

    /**
     * Impatience like service makes every state a server: the number present is Poisson, e^{−4} Σ 4^k/k! for k below 5.
     */
    @Test
    void waitProbability_patienceLikeService() {
        ErlangA queue = ErlangA.of(perMinute(4), minutes(1), count(5), minutes(1));
        double below = Math.exp(-4) * (1 + 4 + 8 + 32.0 / 3 + 32.0 / 3);
        assertNear(1 - below, queue.waitProbability().value());
    }

    /** Nobody gives up who has a year: Erlang C. */
    @Test
    void meanWait_patient() {
        ErlangC endless = ErlangC.of(perMinute(48), minutes(1), count(50));
        assertNear(
                endless.meanWait().to(SECONDS),
                ErlangA.of(perMinute(48), minutes(1), count(50), hours(1e9))
                        .meanWait()
                        .to(SECONDS),
                1e-8);
    }

    /** Ten times too much: nine of ten give up. */
    @Test
    void abandonment_overload() {
        ErlangA flooded = ErlangA.of(perMinute(500), minutes(1), count(50), minutes(2));
        assertNear(0.9, flooded.abandonment().value(), 1e-12);
        assertNear(1, flooded.utilization().value(), 1e-12);
    }

    @Test
    void abandonment_explain() {
        assertThat(BASE.abandonment().explain()).hasToString("""
                assumed
                  servers      = 50
                  arrival rate = 0.8 req/s
                  service time = 1 min
                  patience     = 2 min
                calculated
                  load = arrival rate × service time
                       = 0.8 req/s × 1 min
                       = 48
                  impatience = service time ÷ patience
                             = 1 min ÷ 2 min
                             = ×0.5
                  mean queue = waiting in Erlang A(servers, load, impatience)
                             = waiting in Erlang A(50, 48, 0.5)
                             = 2.968
                  mean wait = mean queue ÷ arrival rate
                            = 2.968 ÷ 0.8 req/s
                            = 3.709 s
                  abandonment = mean wait ÷ patience
                              = 3.709 s ÷ 2 min
                              = 3.091%""");
    }

    /** It has an answer on both sides of the servers; the percentiles of the arrival rate are 42 and 78 a minute. */
    @Test
    void abandonment_ofARangeBeyondTheServers() {
        var calls = assume("calls", uniform(perMinute(40), perMinute(80)));
        var abandonment = ErlangA.of(calls, minutes(1), count(50), minutes(2)).abandonment();
        assertNear(
                ErlangA.of(perMinute(78), minutes(1), count(50), minutes(2))
                        .abandonment()
                        .value(),
                abandonment.p95().value(),
                1e-3);
    }

    @Test
    void toString_saysWhoGivesUp() {
        assertThat(BASE).hasToString("50 servers at 93%: 3.09% give up, 3.7 s mean wait");
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErlangA.of(perMinute(48), minutes(1), count(50), seconds(0)))
                .withMessage("patience must be above zero but was 0 s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErlangA.of(perMinute(48), minutes(1), count(0), minutes(2)))
                .withMessage("servers must be at least 1 but was 0");
    }
}
