package dev.estimator.queueing;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Share;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** What holds for Erlang B and Erlang C at any load. */
class ErlangProperties {
    private static final double ROUNDING = 1e-13;

    /**
     * The recurrence that the code does not use: {@code B(c) = aB(c − 1) ÷ (c + aB(c − 1))}, also of fractional loads.
     */
    @Property(tries = 300)
    void blocking_recurrence(
            @ForAll @IntRange(min = 1, max = 5000) int servers,
            @ForAll @DoubleRange(min = 0.01, max = 2) @Scale(9) double utilization) {
        double load = servers * utilization;
        double previous = blocking(load, servers - 1.0);
        double expected = load * previous / (servers + load * previous);
        if (expected < Double.MIN_NORMAL) { // such numbers do not have so many digits
            assertThat(blocking(load, servers)).isLessThan(Double.MIN_NORMAL);
        } else {
            assertNear(expected, blocking(load, servers), 1e-12);
        }
    }

    @Property(tries = 300)
    void blocking_risesWithTheLoadAndFallsWithTheServers(
            @ForAll @IntRange(min = 0, max = 5000) int servers,
            @ForAll @DoubleRange(min = 0.01, max = 6000) @Scale(9) double load,
            @ForAll @DoubleRange(min = 1, max = 2) @Scale(9) double factor) {
        assertThat(blocking(load * factor, servers)).isGreaterThanOrEqualTo(blocking(load, servers) * (1 - ROUNDING));
        assertThat(blocking(load, servers + 1.0)).isLessThanOrEqualTo(blocking(load, servers) * (1 + ROUNDING));
    }

    @Property(tries = 200)
    void greatestLoad_isTurnedAwaySoMuch(
            @ForAll @IntRange(min = 1, max = 3000) int servers,
            @ForAll @DoubleRange(min = 1e-9, max = 0.99) @Scale(9) double blocking) {
        double load = ErlangB.greatestLoad(count(servers), Share.of(blocking)).value();
        // A load that is off by so much changes B by up to c times as much.
        assertNear(blocking, blocking(load, servers), servers * 1e-15 + 1e-13);
    }

    @Property(tries = 200)
    void fewestServers_areEnoughAndOneLessIsNot(
            @ForAll @DoubleRange(min = 0.01, max = 5000) @Scale(9) double load,
            @ForAll @DoubleRange(min = 1e-6, max = 0.9) @Scale(9) double blocking) {
        double fewest = ErlangB.fewestServers(count(load), Share.of(blocking)).value();
        assertThat(blocking(load, fewest)).isLessThanOrEqualTo(blocking * (1 + 1e-12));
        assertThat(blocking(load, fewest - 1)).isGreaterThan(blocking);
    }

    /** Whoever finds all servers busy waits, where others are turned away and make room. */
    @Property(tries = 300)
    void waitProbability_atLeastBlocking(
            @ForAll @IntRange(min = 1, max = 5000) int servers,
            @ForAll @DoubleRange(min = 0.001, max = 0.9999) @Scale(9) double utilization) {
        ErlangC queue = queue(servers, utilization);
        double wait = queue.waitProbability().value();
        assertThat(wait).isBetween(blocking(queue.load().value(), servers) * (1 - ROUNDING), utilization * (1 + 1e-12));
    }

    @Property(tries = 300)
    void waitProbability_risesWithTheLoadAndFallsWithTheServers(
            @ForAll @IntRange(min = 1, max = 5000) int servers,
            @ForAll @DoubleRange(min = 0.001, max = 0.99) @Scale(9) double utilization) {
        ErlangC queue = queue(servers, utilization);
        double wait = queue.waitProbability().value();
        assertThat(ErlangC.of(queue.arrivalRate().times(1.005), queue.serviceTime(), queue.servers())
                        .waitProbability()
                        .value())
                .isGreaterThanOrEqualTo(wait * (1 - ROUNDING));
        assertThat(ErlangC.of(queue.arrivalRate(), queue.serviceTime(), count(servers + 1.0))
                        .waitProbability()
                        .value())
                .isLessThanOrEqualTo(wait * (1 + ROUNDING));
    }

    @Property(tries = 200)
    void littlesLaw(
            @ForAll @IntRange(min = 1, max = 500) int servers,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) @Scale(9) double utilization) {
        ErlangC queue = queue(servers, utilization);
        double rate = queue.arrivalRate().to(PER_SECOND);
        // those in service are as many as the load
        assertNear(
                queue.meanInSystem().value(),
                queue.meanQueue().value() + queue.load().value(),
                1e-12);
        assertNear(queue.meanInSystem().value(), rate * queue.meanLatency().to(SECONDS), 1e-12);
        // C ρ/(1 − ρ)
        assertNear(
                queue.waitProbability().value() * utilization / (1 - utilization),
                queue.meanQueue().value(),
                1e-10);
    }

    /** Of those that wait the wait is exponential: 1 − service level at the percentile is what exceeds it. */
    @Property(tries = 200)
    void serviceLevel_atThePercentile(
            @ForAll @IntRange(min = 1, max = 100) int servers,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) @Scale(9) double utilization,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        ErlangC queue = queue(servers, utilization);
        double served = queue.serviceLevel(queue.waitPercentile(percent)).value();
        assertNear(Math.max(percent / 100.0, 1 - queue.waitProbability().value()), served, 1e-11);
        assertThat(queue.serviceLevel(queue.waitPercentile(percent).plus(seconds(0.001)))
                        .value())
                .isGreaterThan(served);
    }

    /** Latency is longer than the wait and than the service, and rises with the percent. */
    @Property(tries = 200)
    void latencyPercentile_longerThanItsParts(
            @ForAll @IntRange(min = 1, max = 200) int servers,
            @ForAll @DoubleRange(min = 0.01, max = 0.999) @Scale(9) double utilization,
            @ForAll @DoubleRange(min = 1, max = 99) @Scale(9) double percent) {
        ErlangC queue = queue(servers, utilization);
        double latency = queue.latencyPercentile(percent).to(SECONDS);
        double wait = queue.waitPercentile(percent).to(SECONDS);
        double service = -0.25 * Math.log1p(-percent / 100);
        assertThat(latency).isGreaterThanOrEqualTo(Math.max(wait, service) * (1 - 1e-12));
        assertThat(queue.latencyPercentile(percent + 0.5).to(SECONDS)).isGreaterThan(latency);
    }

    private static double blocking(double load, double servers) {
        return ErlangB.ofLoad(count(load), count(servers)).blocking().value();
    }

    /** Of a quarter of a second each. */
    private static ErlangC queue(double servers, double utilization) {
        return ErlangC.of(qps(4 * servers * utilization), seconds(0.25), count(servers));
    }
}
