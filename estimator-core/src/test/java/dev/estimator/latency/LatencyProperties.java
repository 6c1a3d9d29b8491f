package dev.estimator.latency;

import static dev.estimator.Near.assertNear;
import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Share;
import dev.estimator.quantity.Units;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class LatencyProperties {
    private static final double[] PERCENTS = {10, 50, 95, 99, 99.9};

    /** How far two ways to the same sum may be apart on the grid. */
    private static final double GRID = 5e-4;

    @Property(tries = 40)
    void plus_isSlowerThanEachPart(@ForAll("latencies") Latency a, @ForAll("latencies") Latency b) {
        for (double p : PERCENTS) {
            double sum = a.plus(b).percentile(p).to(Units.SECONDS);
            assertThat(sum).isGreaterThanOrEqualTo(a.percentile(p).to(Units.SECONDS) * (1 - GRID));
            assertThat(sum).isGreaterThanOrEqualTo(b.percentile(p).to(Units.SECONDS) * (1 - GRID));
        }
    }

    @Property(tries = 40)
    void plus_commutes(@ForAll("latencies") Latency a, @ForAll("latencies") Latency b) {
        for (double p : PERCENTS) {
            assertNear(
                    a.plus(b).percentile(p).to(Units.SECONDS),
                    b.plus(a).percentile(p).to(Units.SECONDS),
                    1e-9);
        }
    }

    @Property(tries = 40)
    void plus_associates(
            @ForAll("latencies") Latency a, @ForAll("latencies") Latency b, @ForAll("latencies") Latency c) {
        Latency left = Latency.inSequence(a.plus(b).named("first two"), c);
        Latency right = Latency.inSequence(a, b.plus(c).named("last two"));
        for (double p : PERCENTS) {
            assertNear(left.percentile(p).to(Units.SECONDS), right.percentile(p).to(Units.SECONDS), GRID);
        }
    }

    @Property(tries = 40)
    void percentile_scales(
            @ForAll @DoubleRange(min = -7, max = 1) double first,
            @ForAll @DoubleRange(min = -7, max = 1) double second) {
        double a = Math.pow(10, first);
        double b = Math.pow(10, second);
        Latency one = latencyP50P99(seconds(a), seconds(7 * a)).plus(latencyP50P99(seconds(b), seconds(30 * b)));
        Latency three =
                latencyP50P99(seconds(3 * a), seconds(21 * a)).plus(latencyP50P99(seconds(3 * b), seconds(90 * b)));
        for (double p : PERCENTS) {
            assertNear(
                    3 * one.percentile(p).to(Units.SECONDS), three.percentile(p).to(Units.SECONDS), GRID);
        }
    }

    @Property(tries = 40)
    void slowestAndFastest_encloseTheParts(
            @ForAll("latencies") Latency a, @ForAll("latencies") Latency b, @ForAll("latencies") Latency c) {
        for (double p : PERCENTS) {
            double fastest = Latency.fastest(a, b, c).percentile(p).to(Units.SECONDS);
            double second = Latency.needing(2, a, b, c).percentile(p).to(Units.SECONDS);
            double slowest = Latency.slowest(a, b, c).percentile(p).to(Units.SECONDS);
            double least = Math.min(
                    a.percentile(p).to(Units.SECONDS),
                    Math.min(b.percentile(p).to(Units.SECONDS), c.percentile(p).to(Units.SECONDS)));
            double most = Math.max(
                    a.percentile(p).to(Units.SECONDS),
                    Math.max(b.percentile(p).to(Units.SECONDS), c.percentile(p).to(Units.SECONDS)));
            assertThat(fastest).isLessThanOrEqualTo(least * (1 + 1e-12)).isLessThanOrEqualTo(second);
            assertThat(slowest).isGreaterThanOrEqualTo(most * (1 - 1e-12)).isGreaterThanOrEqualTo(second);
        }
    }

    @Property(tries = 40)
    void fanOut_isTheSlowestOfAlike(@ForAll("latencies") Latency a) {
        for (double p : PERCENTS) {
            assertNear(
                    Latency.slowest(a, a, a).percentile(p).to(Units.SECONDS),
                    a.fanOut(3).percentile(p).to(Units.SECONDS),
                    1e-10);
            assertNear(
                    Latency.needing(2, a, a, a).percentile(p).to(Units.SECONDS),
                    a.needing(2, 3).percentile(p).to(Units.SECONDS),
                    1e-10);
        }
    }

    @Property(tries = 40)
    void hedgedAfter_isNeverSlower(
            @ForAll("latencies") Latency a, @ForAll @DoubleRange(min = 0.1, max = 5) double part) {
        Latency hedged = a.hedgedAfter(a.p50().times(part));
        for (double p : PERCENTS) {
            assertThat(hedged.percentile(p).to(Units.SECONDS))
                    .isLessThanOrEqualTo(a.percentile(p).to(Units.SECONDS) * (1 + 1e-12));
        }
    }

    @Property(tries = 40)
    void mean_ofASumIsTheSumOfTheMeans(
            @ForAll("latencies") Latency a,
            @ForAll("latencies") Latency b,
            @ForAll @IntRange(min = 1, max = 20) int n) {
        assertNear(
                a.mean().to(Units.SECONDS) + n * b.mean().to(Units.SECONDS),
                a.plus(b.inARow(n)).mean().to(Units.SECONDS),
                1e-9);
    }

    @Property(tries = 40)
    void mean_ofAMixtureIsMixed(
            @ForAll("latencies") Latency a,
            @ForAll("latencies") Latency b,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        Latency mixed = Latency.mix(Share.of(share), a, b);
        assertNear(
                share * a.mean().to(Units.SECONDS) + (1 - share) * b.mean().to(Units.SECONDS),
                mixed.mean().to(Units.SECONDS),
                1e-12);
    }

    @Property(tries = 40)
    void percentileWithoutIndependence_isNeverBelow(
            @ForAll("latencies") Latency a, @ForAll("latencies") Latency b, @ForAll("latencies") Latency c) {
        Latency path = a.plus(Latency.slowest(b, c)).plus(b.tied());
        for (double p : PERCENTS) {
            assertThat(path.percentileWithoutIndependence(p).to(Units.SECONDS))
                    .isGreaterThanOrEqualTo(path.percentile(p).to(Units.SECONDS) * (1 - GRID));
        }
    }

    @Property(tries = 40)
    void shareWithin_isTheInverseOfThePercentile(@ForAll("latencies") Latency a, @ForAll("latencies") Latency b) {
        Latency sum = a.plus(b);
        for (double p : PERCENTS) {
            assertNear(p / 100, sum.shareWithin(sum.percentile(p)).value(), 1e-9);
        }
    }

    @Provide
    static Arbitrary<Latency> latencies() {
        Arbitrary<Double> scale = Arbitraries.doubles().between(-7, 1).map(e -> Math.pow(10, e));
        Arbitrary<Double> spread = Arbitraries.doubles().between(0.05, 4).map(Math::exp);
        Arbitrary<Latency> logNormal = Combinators.combine(scale, spread)
                .as((p50, ratio) -> latencyP50P99(seconds(p50), seconds(ratio * p50)));
        Arbitrary<Latency> exponential = scale.map(mean -> Latency.exponential(seconds(mean)));
        return Arbitraries.oneOf(logNormal, exponential);
    }
}
