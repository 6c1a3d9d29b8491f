package dev.estimator.queueing;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.PER_SECOND;
import static dev.estimator.quantity.Units.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Share;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** What the queues have to do with each other. */
class QueueProperties {
    /** With no place to wait it is Erlang B, at any load. */
    @Property(tries = 200)
    void finiteQueue_withoutALineIsErlangB(
            @ForAll @IntRange(min = 1, max = 1000) int servers,
            @ForAll @DoubleRange(min = 0.01, max = 5) @Scale(9) double utilization) {
        FiniteQueue queue = finite(servers, servers, utilization);
        ErlangB lines = ErlangB.ofLoad(queue.load(), count(servers));
        assertNear(lines.blocking().value(), queue.blocking().value());
        assertThat(queue.meanQueue().value()).isZero();
    }

    /** With many places it comes to M/M/c: at 90 % 2,000 places leave 10⁻⁹¹. */
    @Property(tries = 200)
    void finiteQueue_withRoomForAllIsErlangC(
            @ForAll @IntRange(min = 1, max = 100) int servers,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) @Scale(9) double utilization) {
        FiniteQueue queue = finite(servers, servers + 2000, utilization);
        ErlangC endless = ErlangC.of(queue.arrivalRate(), queue.serviceTime(), queue.servers());
        assertNear(endless.meanWait().to(SECONDS), queue.meanWait().to(SECONDS), 1e-11);
        assertNear(endless.meanInSystem().value(), queue.meanInSystem().value(), 1e-11);
        assertNear(endless.utilization().value(), queue.utilization().value(), 1e-12);
    }

    /** More room turns fewer away, and makes those wait longer that come in. */
    @Property(tries = 200)
    void finiteQueue_moreRoom(
            @ForAll @IntRange(min = 1, max = 100) int servers,
            @ForAll @IntRange(min = 0, max = 300) int places,
            @ForAll @DoubleRange(min = 0.1, max = 3) @Scale(9) double utilization) {
        FiniteQueue queue = finite(servers, servers + places, utilization);
        FiniteQueue larger = FiniteQueue.of(
                queue.arrivalRate(), queue.serviceTime(), queue.servers(), count(servers + places + 1.0));
        assertThat(larger.blocking().value())
                .isLessThanOrEqualTo(queue.blocking().value() * (1 + 1e-12));
        assertThat(larger.meanWait().to(SECONDS))
                .isGreaterThanOrEqualTo(queue.meanWait().to(SECONDS) * (1 - 1e-12));
        // B(K + 1) = ρB(K) ÷ (1 + ρB(K)), which holds from K = c on
        double weighted = utilization * queue.blocking().value();
        double expected = weighted / (1 + weighted);
        // a number below 1e-308 has fewer digits, the smallest one bit
        assertThat(larger.blocking().value()).isCloseTo(expected, within(1e-11 * expected + Double.MIN_VALUE));
    }

    @Property(tries = 200)
    void finiteQueue_littlesLaw(
            @ForAll @IntRange(min = 1, max = 100) int servers,
            @ForAll @IntRange(min = 0, max = 300) int places,
            @ForAll @DoubleRange(min = 0.1, max = 3) @Scale(9) double utilization) {
        FiniteQueue queue = finite(servers, servers + places, utilization);
        double throughput = queue.throughput().to(PER_SECOND);
        assertNear(
                queue.meanInSystem().value(), throughput * queue.meanLatency().to(SECONDS), 1e-12);
        assertNear(queue.meanQueue().value(), throughput * queue.meanWait().to(SECONDS), 1e-12);
        assertThat(queue.utilization().value()).isBetween(0.0, 1.0);
        assertThat(queue.meanInSystem().value()).isLessThanOrEqualTo((servers + places) * (1 + 1e-12));
    }

    /** Exponential arrivals and services are M/M/c. */
    @Property(tries = 200)
    void generalQueue_isErlangCWhereBothVariabilitiesAreOne(
            @ForAll @IntRange(min = 1, max = 300) int servers,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) @Scale(9) double utilization) {
        GeneralQueue queue = general(servers, utilization);
        ErlangC exponential = ErlangC.of(queue.arrivalRate(), queue.serviceTime(), queue.servers());
        assertNear(exponential.meanWait().to(SECONDS), queue.meanWait().to(SECONDS));
        assertNear(exponential.meanInSystem().value(), queue.meanInSystem().value());
        assertThat(queue.isExact()).isTrue();
    }

    @Property(tries = 200)
    void generalQueue_littlesLawAndLinearInVariability(
            @ForAll @IntRange(min = 1, max = 300) int servers,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) @Scale(9) double utilization,
            @ForAll @DoubleRange(min = 0, max = 5) @Scale(9) double arrivals,
            @ForAll @DoubleRange(min = 0, max = 5) @Scale(9) double service) {
        GeneralQueue exponential = general(servers, utilization);
        GeneralQueue queue = exponential.withArrivalVariability(ratio(arrivals)).withServiceVariability(ratio(service));
        assertNear(
                exponential.meanWait().to(SECONDS) * ((arrivals + service) / 2),
                queue.meanWait().to(SECONDS),
                1e-12);
        assertNear(
                queue.meanInSystem().value(),
                queue.meanQueue().value() + queue.load().value(),
                1e-12);
    }

    /** The fewest are enough, and one less is not, whatever is asked. */
    @Property(tries = 200)
    void staffing_fewest(
            @ForAll @DoubleRange(min = 0.1, max = 3000) @Scale(9) double load,
            @ForAll @DoubleRange(min = 0.001, max = 5) @Scale(9) double limit,
            @ForAll @IntRange(min = 50, max = 99) int percent) {
        Staffing staffing = Staffing.of(qps(4 * load), seconds(0.25));
        double least = Math.floor(load) + 1;
        double servers = staffing.forWait(percent, seconds(limit)).servers().value();
        assertThat(wait(load, servers, percent)).isLessThanOrEqualTo(limit * (1 + 1e-9));
        assertThat(servers == least || wait(load, servers - 1, percent) > limit * (1 - 1e-9))
                .isTrue();
        servers = staffing.forMeanWait(seconds(limit)).servers().value();
        assertThat(meanWait(load, servers)).isLessThanOrEqualTo(limit * (1 + 1e-9));
        assertThat(servers == least || meanWait(load, servers - 1) > limit * (1 - 1e-9))
                .isTrue();
    }

    /**
     * Halfin and Whitt's limit from the other side: β gives back the share that waits, ever better for more servers.
     */
    @Property(tries = 100)
    void staffing_squareRootRuleHoldsForManyServers(
            @ForAll @DoubleRange(min = 0.01, max = 0.9) @Scale(9) double waits) {
        double beta = Staffing.beta(Share.of(waits)).value();
        double load = 1e6;
        double servers = Math.rint(load + 1000 * beta);
        double rounded = (servers - load) / 1000;
        double exact = ErlangC.of(qps(load), seconds(1), count(servers))
                .waitProbability()
                .value();
        // what rounding to whole servers and the next term of the limit, of order 1/√a, can do
        assertNear(waits, exact, 0.01 + 3 * Math.abs(rounded - beta) / beta);
    }

    private static double wait(double load, double servers, double percent) {
        return ErlangC.of(qps(4 * load), seconds(0.25), count(servers))
                .waitPercentile(percent)
                .to(SECONDS);
    }

    private static double meanWait(double load, double servers) {
        return ErlangC.of(qps(4 * load), seconds(0.25), count(servers))
                .meanWait()
                .to(SECONDS);
    }

    private static FiniteQueue finite(double servers, double capacity, double utilization) {
        return FiniteQueue.of(qps(4 * servers * utilization), seconds(0.25), count(servers), count(capacity));
    }

    private static GeneralQueue general(double servers, double utilization) {
        return GeneralQueue.builder()
                .arrivalRate(qps(4 * servers * utilization))
                .serviceTime(seconds(0.25))
                .servers(count(servers))
                .build();
    }
}
