package dev.estimator.queueing;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiniteQueueTest {
    private static final FiniteQueue BASE = FiniteQueue.of(qps(3), ms(500), count(2), count(5));

    /** Octave's package queueing 1.2.7, self-tests of qsmmmk.m, which print 5 or 6 digits. */
    @Test
    void octave() {
        assertNear(0.179334, BASE.emptyProbability().value(), 1e-5);
        assertNear(0.085113, BASE.blocking().value(), 1e-5);
        assertNear(2.00595, BASE.meanInSystem().value(), 1e-5);
        assertNear(0.230857, BASE.meanWait().to(SECONDS), 1e-5);
    }

    /** With a load of exactly 1 on one server all states from 0 to 4 are equally likely. */
    @Test
    void loadOfExactlyTheServers() {
        FiniteQueue full = FiniteQueue.of(qps(2), ms(500), count(1), count(4));
        assertNear(0.2, full.blocking().value());
        assertNear(0.2, full.emptyProbability().value());
        assertNear(2, full.meanInSystem().value());
        assertNear(1.2, full.meanQueue().value());
        assertNear(1.6, full.throughput().to(PER_SECOND));
        assertNear(0.8, full.utilization().value());
        assertNear(1.25, full.meanLatency().to(SECONDS));
    }

    /**
     * A hundred times too much: the servers are always busy, the line always full, but for 1/100 + 1/100² + … of a
     * place.
     */
    @Test
    void overload() {
        FiniteQueue flooded = FiniteQueue.of(qps(200), ms(500), count(1), count(50));
        assertNear(0.99, flooded.blocking().value());
        assertNear(1, flooded.utilization().value());
        assertNear(49 - 1.0 / 99, flooded.meanQueue().value());
    }

    /**
     * mpmath with 40 digits: Σ min(n, c) pₙ and its like. Of 1 − blocking there is nothing left at 1e15, and too much
     * at 21,000.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 5, 1e15, 1, 4",
        "2, 2, 21000, 1.9999047619051938, 0",
        "2, 5, 21000, 2, 1.4999523764168017",
        "2, 5, 1.5, 1.3723292469352014, 0.46171516079632466",
        "40, 100, 30.5, 30.499999957579968, 0.0071695595866456074",
        "40, 100, 45.5, 39.999109970196976, 1.318504382887379",
    })
    void throughputAndWait(double servers, double capacity, double rate, double throughput, double wait) {
        FiniteQueue queue = FiniteQueue.of(qps(rate), seconds(1), count(servers), count(capacity));
        assertNear(throughput, queue.throughput().to(PER_SECOND));
        assertNear(throughput / servers, queue.utilization().value());
        assertNear(wait, queue.meanWait().to(SECONDS), 1e-12);
    }

    @Test
    void noArrivals() {
        FiniteQueue idle = FiniteQueue.of(qps(0), ms(500), count(2), count(5));
        assertThat(idle.blocking().value()).isZero();
        assertThat(idle.emptyProbability().value()).isEqualTo(1);
        assertThat(idle.meanInSystem().value()).isZero();
        assertThatThrownBy(idle::meanWait)
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("mean queue (0) ÷ throughput (0 req/s) has no answer: the divisor is zero");
    }

    @Test
    void throughput_explain() {
        assertThat(BASE.throughput().explain()).hasToString("""
                assumed
                  arrival rate = 3 req/s
                  service time = 500 ms
                  servers      = 2
                  capacity     = 5
                calculated
                  load = arrival rate × service time
                       = 3 req/s × 500 ms
                       = 1.5
                  carried load = carried in M/M/c/K(load, servers, capacity)
                               = carried in M/M/c/K(1.5, 2, 5)
                               = 1.372
                  throughput = carried load ÷ service time
                             = 1.372 ÷ 500 ms
                             = 2.745 req/s""");
    }

    /** It has an answer at any load. The percentiles of the arrival rate are 1.5 and 10.5, sampled. */
    @Test
    void utilization_ofARangeBeyondTheServers() {
        var rate = assume("arrivals", uniform(qps(1), qps(11)));
        var utilization = FiniteQueue.of(rate, ms(500), count(2), count(5)).utilization();
        assertNear(
                FiniteQueue.of(qps(1.5), ms(500), count(2), count(5))
                        .utilization()
                        .value(),
                utilization.p5().value(),
                2e-3);
        assertNear(
                FiniteQueue.of(qps(10.5), ms(500), count(2), count(5))
                        .utilization()
                        .value(),
                utilization.p95().value(),
                2e-3);
    }

    @Test
    void toString_saysWhatBecomesOfThem() {
        assertThat(BASE).hasToString("2 servers at 68.6%, 5 places: 8.51% turned away, 0.63 in line on average");
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteQueue.of(qps(3), ms(500), count(2), count(1)))
                .withMessage(
                        "capacity must be at least servers, which is 2, but was 1: it counts those in service too");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteQueue.of(qps(3), ms(500), count(2), count(5.5)))
                .withMessage("capacity must be a whole number up to a billion, as ceil() makes it, but was 5.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteQueue.of(qps(3), ms(500), count(0), count(5)))
                .withMessage("servers must be at least 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteQueue.of(qps(3), seconds(0), count(2), count(5)))
                .withMessage("serviceTime must be above zero but was 0 s");
    }
}
