package dev.estimator.queueing;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Units.MILLISECONDS;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class GeneralQueueTest {
    /** M/D/1 at 80 %. */
    private static final GeneralQueue BASE = GeneralQueue.builder()
            .arrivalRate(qps(8))
            .serviceTime(ms(100))
            .serviceVariability(ratio(0))
            .build();

    /**
     * Tests of LINE (github imperial-qore/line-solver), qsys_mg1: of 0.5 a second that take 1 s with a coefficient of
     * 2, W is 7/2.
     */
    @Test
    void meanLatency_line() {
        GeneralQueue queue =
                BASE.withArrivalRate(qps(0.5)).withServiceTime(seconds(1)).withServiceVariability(ratio(4));
        assertNear(3.5, queue.meanLatency().to(SECONDS));
        assertNear(7 / 4.0, queue.meanInSystem().value());
    }

    /** And qsys_gig1_approx_allencunneen: of coefficients of 3/2 between arrivals and 1/2 of service W is 9/4. */
    @Test
    void meanLatency_lineAllenCunneen() {
        GeneralQueue queue = BASE.withArrivalRate(qps(0.5))
                .withServiceTime(seconds(1))
                .withArrivalVariability(ratio(2.25))
                .withServiceVariability(ratio(0.25));
        assertNear(2.25, queue.meanLatency().to(SECONDS));
    }

    /** Half the wait of M/M/1, which is 0.8 × 100 ÷ 0.2 = 400 ms (Gross et al., section 5.1). */
    @Test
    void meanWait_constantService() {
        assertThat(BASE.isExact()).isTrue();
        assertNear(200, BASE.meanWait().to(MILLISECONDS));
        assertNear(300, BASE.meanLatency().to(MILLISECONDS));
        assertNear(1.6, BASE.meanQueue().value());
        assertNear(2.4, BASE.meanInSystem().value());
        assertNear(0.8, BASE.load().value());
    }

    /**
     * λ × E[S²] ÷ (2(1 − ρ)) for times of 50 ms (three of four) and 250 ms: 8 × 17,500 ms² ÷ 0.4; their variability is
     * 0.75.
     */
    @Test
    void meanWait_twoServiceTimes() {
        GeneralQueue queue = BASE.withServiceVariability(ratio(0.75));
        assertNear(8 * 0.0175 / 0.4 * 1000, queue.meanWait().to(MILLISECONDS));
    }

    /** ρ/(1 − ρ) × (1.5 + 0.4)/2 × S. */
    @Test
    void meanWait_kingman() {
        GeneralQueue queue = BASE.withArrivalVariability(ratio(1.5)).withServiceVariability(ratio(0.4));
        assertThat(queue.isExact()).isFalse();
        assertNear(380, queue.meanWait().to(MILLISECONDS));
    }

    /** Erlang C of 5 and 4 is 128/231, so M/M/5 waits 100 × 128/231 ms. */
    @Test
    void meanWait_allenCunneen() {
        GeneralQueue queue = BASE.withServers(count(5)).withArrivalRate(qps(40)).withServiceVariability(ratio(1));
        assertThat(queue.isExact()).isTrue();
        assertNear(12_800.0 / 231, queue.meanWait().to(MILLISECONDS));
        GeneralQueue bursty = queue.withArrivalVariability(ratio(3));
        assertThat(bursty.isExact()).isFalse();
        assertNear(25_600.0 / 231, bursty.meanWait().to(MILLISECONDS));
    }

    @Test
    void meanWait_explainExact() {
        assertThat(BASE.meanWait().explain()).hasToString("""
                assumed
                  service time        = 100 ms
                  arrival rate        = 8 req/s
                  service variability = ×0
                not set, so left at the default
                  servers             = 1   (one server)
                  arrival variability = ×1  (Poisson arrivals)
                calculated
                  load = arrival rate × service time
                       = 8 req/s × 100 ms
                       = 0.8
                  wait probability = Erlang C(servers, load)
                                   = Erlang C(1, 0.8)
                                   = 80%
                  free servers = servers − min(load, servers)
                               = 1 − min(0.8, 1)
                               = 0.2
                  mean wait if exponential = service time × wait probability ÷ free servers
                                           = 100 ms × 80% ÷ 0.2
                                           = 400 ms
                  variability factor = (arrival variability + service variability) ÷ 2
                                     = (1 + 0) ÷ 2
                                     = ×0.5
                  mean wait = mean wait if exponential × variability factor
                            = 400 ms × 0.5
                            = 200 ms""");
    }

    /** Whoever reads the explanation sees that it is an approximation. */
    @Test
    void meanWait_explainApproximations() {
        GeneralQueue kingman = BASE.withArrivalVariability(ratio(1.5));
        assertThat(kingman.meanWait().explain().toString())
                .contains("mean waits are by Kingman's approximation, from two moments");
        assertThat(kingman.withServers(count(2)).meanWait().explain().toString())
                .contains("mean waits are by Allen–Cunneen approximation, from two moments");
    }

    /** A range of variabilities, 0.25 to 4, is no Poisson process, though its best guess is 1; no draws. */
    @Test
    void meanWait_ofARange() {
        GeneralQueue queue = BASE.withArrivalVariability(assume("burstiness", between(ratio(0.25), ratio(4))));
        assertThat(queue.isExact()).isFalse();
        assertNear(50, queue.meanWait().p5().to(MILLISECONDS), 1e-9);
        assertNear(800, queue.meanWait().p95().to(MILLISECONDS), 1e-9);
    }

    @Test
    void toString_saysWhichFormula() {
        assertThat(BASE).hasToString("1 server at 80%: 200 ms mean wait (Pollaczek–Khinchine)");
        assertThat(BASE.withServers(count(2)).withServiceVariability(ratio(1)))
                .hasToString("2 servers at 40%: 19 ms mean wait (M/M/c)");
        assertThat(BASE.withArrivalRate(BASE.arrivalRate().times(uniform(ratio(0.5), ratio(1.5))))
                        .toString())
                .matches(
                        ".*: mean wait by Pollaczek–Khinchine: p50 \\S+ m?s, p95 beyond any number: overloaded in 25% of cases");
        assertThat(GeneralQueue.builder())
                .hasToString("queue, not built yet: go on with what is known, end with build()");
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BASE.withArrivalRate(qps(10)))
                .withMessage(
                        "servers must be above the load, which is 1, but was 1: the line would grow for ever; it takes at"
                                + " least 2");
    }
}
