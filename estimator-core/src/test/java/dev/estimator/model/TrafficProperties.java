package dev.estimator.model;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.hours;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Units.B_PER_SECOND;
import static dev.estimator.quantity.Units.HOURS;
import static dev.estimator.quantity.Units.ONES;
import static dev.estimator.quantity.Units.PER_HOUR;
import static dev.estimator.quantity.Units.PER_SECOND;

import dev.estimator.quantity.Share;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class TrafficProperties {
    @Property
    void mix_hasOneMeaningHoweverStated(
            @ForAll @DoubleRange(min = 0.001, max = 1000) @Scale(9) double reads,
            @ForAll @DoubleRange(min = 0.001, max = 1000) @Scale(9) double writes) {
        List<Function<Traffic.Builder, Traffic.Builder>> volumes = List.of(
                b -> b.requestRate(qps(reads + writes)), b -> b.readRate(qps(reads)), b -> b.writeRate(qps(writes)));
        List<Function<Traffic.Builder, Traffic.Builder>> mixes = List.of(
                b -> b.readShare(Share.of(reads / (reads + writes))),
                b -> b.readsPerWrite(ratio(reads / writes)),
                b -> b.writesPerRead(ratio(writes / reads)));
        for (var volume : volumes) {
            for (var mix : mixes) {
                Traffic traffic = mix.apply(volume.apply(Traffic.builder())).build();
                // A share of a millionth beside one is known to ten digits.
                assertNear(reads, traffic.readQps().to(PER_SECOND), 1e-9);
                assertNear(writes, traffic.writeQps().to(PER_SECOND), 1e-9);
                assertNear(reads + writes, traffic.averageQps().to(PER_SECOND), 1e-9);
            }
        }
    }

    @Property
    void averageQps_isReadsPlusWrites(@ForAll("traffic") Traffic traffic) {
        assertNear(
                traffic.averageQps().to(PER_SECOND),
                traffic.readQps().plus(traffic.writeQps()).to(PER_SECOND));
    }

    @Property
    void requestsPerDay_doesNotDependOnTheWindow(
            @ForAll("traffic") Traffic traffic, @ForAll @DoubleRange(min = 0.01, max = 24) @Scale(9) double window) {
        Traffic busy = traffic.withActiveWindow(hours(window));
        assertNear(traffic.requestsPerDay().to(ONES), busy.requestsPerDay().to(ONES));
        assertNear(
                traffic.requestsPerDay().to(ONES),
                busy.activeQps().to(PER_HOUR) * hours(window).to(HOURS));
    }

    @Property
    void peak_isTheSameMultipleOfEverything(@ForAll("traffic") Traffic traffic) {
        double peak = traffic.peakToAverage().value();
        assertNear(peak, traffic.peakQps().to(PER_SECOND) / traffic.averageQps().to(PER_SECOND));
        assertNear(
                peak, traffic.peakReadQps().to(PER_SECOND) / traffic.readQps().to(PER_SECOND));
        assertNear(
                peak, traffic.peakWriteQps().to(PER_SECOND) / traffic.writeQps().to(PER_SECOND));
        assertNear(
                peak,
                traffic.peakBandwidthIn().to(B_PER_SECOND)
                        / traffic.bandwidthIn().to(B_PER_SECOND));
        assertNear(
                peak,
                traffic.peakBandwidthOut().to(B_PER_SECOND)
                        / traffic.bandwidthOut().to(B_PER_SECOND));
        assertNear(
                peak,
                traffic.peakConcurrentUsers().to(ONES)
                        / traffic.concurrentUsers().to(ONES));
    }

    @Property
    void everything_isProportionalToUsers(
            @ForAll("traffic") Traffic traffic, @ForAll @DoubleRange(min = 0.01, max = 100) @Scale(9) double factor) {
        Traffic larger = traffic.withDailyActiveUsers(users -> users.times(factor));
        assertNear(factor * traffic.peakQps().to(PER_SECOND), larger.peakQps().to(PER_SECOND));
        assertNear(
                factor * traffic.bandwidthIn().to(B_PER_SECOND),
                larger.bandwidthIn().to(B_PER_SECOND));
        assertNear(
                factor * traffic.bandwidthOut().to(B_PER_SECOND),
                larger.bandwidthOut().to(B_PER_SECOND));
        assertNear(
                factor * traffic.concurrentUsers().to(ONES),
                larger.concurrentUsers().to(ONES));
    }

    /** What comes in does not depend on the sizes of what goes out, and the other way round. */
    @Property
    void bandwidth_directionsAreIndependent(@ForAll("traffic") Traffic traffic) {
        Traffic moreOut = traffic.withReadSize(size -> size.times(3)).withResponseSize(size -> size.times(5));
        Traffic moreIn = traffic.withWriteSize(size -> size.times(3)).withRequestSize(size -> size.times(5));
        assertNear(traffic.bandwidthIn().to(B_PER_SECOND), moreOut.bandwidthIn().to(B_PER_SECOND));
        assertNear(
                traffic.bandwidthOut().to(B_PER_SECOND), moreIn.bandwidthOut().to(B_PER_SECOND));
    }

    /** Little's law: requests that stay for the mean time between two of them are one at a time. */
    @Property
    void concurrentRequests_oneAtATime(@ForAll("traffic") Traffic traffic) {
        double gap = 1 / traffic.averageQps().to(PER_SECOND);
        assertNear(1, traffic.concurrentRequests(seconds(gap)).to(ONES));
    }

    /** A tier that does as much as everybody else changes nothing. */
    @Property
    void tiers_ofOrdinaryUsers(
            @ForAll("traffic") Traffic traffic, @ForAll @DoubleRange(min = 0, max = 1) @Scale(9) double share) {
        Traffic tiered = traffic.withTiers(new Traffic.Tier("ordinary", Share.of(share), ratio(1)));
        assertNear(traffic.averageQps().to(PER_SECOND), tiered.averageQps().to(PER_SECOND));
    }

    @Provide
    Arbitrary<Traffic> traffic() {
        Arbitrary<Double> amounts = Arbitraries.doubles().between(1, 1e6).ofScale(9);
        Arbitrary<Double> shares = Arbitraries.doubles().between(0.01, 0.99).ofScale(9);
        Arbitrary<Double> peaks = Arbitraries.doubles().between(1, 20).ofScale(9);
        return Combinators.combine(amounts, amounts, shares, peaks, amounts, amounts, amounts, amounts)
                .as((users, actions, share, peak, request, response, read, write) -> Traffic.builder()
                        .dailyActiveUsers(count(users))
                        .actionsPerUser(count(actions))
                        .readShare(Share.of(share))
                        .peakToAverage(ratio(peak))
                        .requestSize(bytes(request))
                        .responseSize(bytes(response))
                        .readSize(bytes(read))
                        .writeSize(bytes(write))
                        .sessionLength(seconds(request + read))
                        .build())
                .withoutEdgeCases();
    }
}
