package dev.estimator.scaling;

import static dev.estimator.Near.assertNear;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Units.PER_SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Count;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.TimeSpan;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Little's law N = X × R on the law and all its inverses, with coefficients that all differ. */
class ScalabilityProperties {
    @Property(tries = 200)
    void littlesLaw_ofConcurrency(
            @ForAll("laws") Scalability law, @ForAll @DoubleRange(min = 1, max = 2000) double concurrency) {
        Count n = count(concurrency);
        assertNear(concurrency, law.throughputAt(n).times(law.latencyAt(n)).value(), 1e-12);
    }

    @Property(tries = 200)
    void littlesLaw_ofThroughput(
            @ForAll("laws") Scalability law, @ForAll @DoubleRange(min = 0.01, max = 1) double partOfPeak) {
        Qps x = law.peakThroughput().times(partOfPeak);
        Count before = law.concurrencyAt(x);
        Count past = law.concurrencyPastPeakAt(x);
        assertNear(before.value(), x.times(law.latencyAt(x)).value(), 1e-12);
        assertNear(past.value(), x.times(law.latencyPastPeakAt(x)).value(), 1e-12);
        assertNear(x.to(PER_SECOND), law.throughputAt(before).to(PER_SECOND), 1e-11);
        assertNear(x.to(PER_SECOND), law.throughputAt(past).to(PER_SECOND), 1e-11);
        double peak = law.peakConcurrency().value();
        assertThat(before.value()).isLessThanOrEqualTo(peak * (1 + 1e-7));
        assertThat(past.value()).isGreaterThanOrEqualTo(peak * (1 - 1e-7));
        // the product of the roots
        assertNear(peak * peak, before.value() * past.value(), 1e-11);
    }

    @Property(tries = 200)
    void littlesLaw_ofLatency(
            @ForAll("laws") Scalability law, @ForAll @DoubleRange(min = 1, max = 2000) double concurrency) {
        TimeSpan r = law.latencyAt(count(concurrency));
        assertNear(concurrency, law.concurrencyAt(r).value(), 1e-9);
        assertNear(concurrency, law.throughputAt(r).times(r).value(), 1e-9);
    }

    /** No load does more than that of the peak. */
    @Property(tries = 200)
    void peakThroughput_isTheMost(
            @ForAll("laws") Scalability law, @ForAll @DoubleRange(min = 0.1, max = 2000) double concurrency) {
        assertThat(law.throughputAt(count(concurrency)).to(PER_SECOND))
                .isLessThanOrEqualTo(law.peakThroughput().to(PER_SECOND) * (1 + 1e-12));
    }

    /** Without coherency the speedup is Amdahl's 1 ÷ (σ + (1 − σ) ÷ N), below 1 ÷ σ. */
    @Property(tries = 200)
    void amdahl_isTheSpecialCase(
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double sigma,
            @ForAll @DoubleRange(min = 1, max = 5000) double concurrency) {
        Scalability law = Scalability.amdahl(qps(7), Share.of(sigma));
        double speedup = law.speedupAt(count(concurrency)).value();
        assertNear(1 / (sigma + (1 - sigma) / concurrency), speedup, 1e-12);
        assertThat(speedup * 7).isLessThan(law.throughputLimit().to(PER_SECOND));
    }

    /** A law is found again from points on it. */
    @Property(tries = 50)
    void fit_findsTheLaw(@ForAll("laws") Scalability law) {
        LoadTest.Builder test = LoadTest.builder();
        for (int load : new int[] {1, 2, 4, 8, 16, 32, 64}) {
            test.point(count(load), law.throughputAt(count(load)));
        }
        Scalability found = test.build().fit().scalability();
        assertNear(law.throughputOfOne().to(PER_SECOND), found.throughputOfOne().to(PER_SECOND), 1e-9);
        assertThat(found.contention().value()).isCloseTo(law.contention().value(), within(1e-9));
        assertThat(found.coherency().value()).isCloseTo(law.coherency().value(), within(1e-9));
    }

    @Provide
    Arbitrary<Scalability> laws() {
        return Combinators.combine(
                        Arbitraries.doubles().between(1, 5000),
                        Arbitraries.doubles().between(0.01, 0.6),
                        Arbitraries.doubles().between(2, 5))
                .as((lambda, sigma, magnitude) ->
                        Scalability.of(qps(lambda), Share.of(sigma), Ratio.of(Math.pow(10, -magnitude))));
    }
}
