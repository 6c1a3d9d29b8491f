package dev.estimator.system;

import static dev.estimator.analysis.Questions.probabilityThat;
import static dev.estimator.latency.Latencies.latencyP50P99;
import static dev.estimator.quantity.Quantities.*;
import static dev.estimator.system.Step.anyOf;
import static dev.estimator.system.Step.cacheAside;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Qps;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** What takes the place of another counts in the cases in which it carries the load, and in no others. */
class FallbackDrawnTest {
    private static final Qps LOAD = assume("load", between(qps(250), qps(1000)), "a guess");

    /** How often a log-normal load, 250 … 1,000 in 90 % of cases, is at most so much. */
    private static double atMost(double most) {
        double deviation = Math.log(1000.0 / 250) / 2 / 1.6448536269514722;
        return new NormalDistribution().cumulativeProbability(Math.log(most / 500) / deviation);
    }

    private static double probability(Availability up, double percent) {
        return probabilityThat(up).isAtLeast(percentUp(percent)).share().value();
    }

    private static Component provider(String name, double carries) {
        return Component.named(name)
                .latency(latencyP50P99(ms(100), ms(300)))
                .requestsPerInstance(qps(carries))
                .instances(count(1));
    }

    private static Architecture paying(Component second) {
        return Architecture.of(
                UseCase.write("pay", LOAD, LOAD, anyOf(provider("a", 9000).up(percentUp(99)), second)));
    }

    @Test
    void anyOf_secondCarriesSometimes() {
        Architecture system = paying(provider("b", 600).up(percentUp(98)));
        Availability up = system.availability("pay");
        assertThat(up).hasToString("99.98% (99% … 99.98%)");
        assertThat(up.unavailability().value()).isCloseTo(0.01 * 0.02, within(1e-12));
        assertThat(probability(up, 99.5)).isCloseTo(atMost(600), within(0.002));
        assertThat(probability(up, 98.9)).isOne();
    }

    /** In instances, in zones, and where nobody said how much of the time it is up. */
    @Test
    void anyOf_secondCarriesSometimes_inOtherForms() {
        Availability instances =
                paying(provider("b", 600).upPerInstance(percentUp(98))).availability("pay");
        assertThat(probability(instances, 99.5)).isCloseTo(atMost(600), within(0.002));
        Availability always = paying(provider("b", 600)).availability("pay");
        assertThat(always.unavailability().value()).isZero();
        assertThat(probability(always, 99.5)).isCloseTo(atMost(600), within(0.002));
        Component zoned = provider("b", 200)
                .upPerInstance(percentUp(98))
                .instances(count(3))
                .zones(3, 1);
        Availability inZones = paying(zoned).zones(percentUp(99.9)).availability("pay");
        assertThat(probability(inZones, 99.5)).isCloseTo(atMost(600), within(0.01));
    }

    @Test
    void cacheAside_storeCarriesSometimes() {
        Component cache = Component.named("cache")
                .serviceTime(us(100), count(4))
                .up(percentUp(99))
                .instances(count(1));
        Component store = Component.named("store")
                .serviceTime(ms(4), count(1))
                .up(percentUp(99.9))
                .instances(count(3));
        Architecture system = Architecture.of(UseCase.read("get", LOAD, LOAD, cacheAside(cache, percent(90), store)));
        Availability up = system.availability("get");
        assertThat(up).hasToString("99.989% (99% … 99.989%)");
        assertThat(probability(up, 99.5)).isCloseTo(atMost(750), within(0.002));
    }

    /** What is too small at the best guess counts nowhere, and that is said. */
    @Test
    void anyOf_secondIsTooSmall() {
        Architecture system = paying(provider("b", 400).up(percentUp(98)));
        assertThat(system.tooSmallToReplace())
                .containsExactly("b in place of a, requests at 125% (63 … 250), so not counted in any case");
        assertThat(system.availability("pay")).hasToString("99% (2 nines)");
    }

    /** What carries all in nearly all cases has no range. */
    @Test
    void anyOf_secondCarriesAlways() {
        Availability up = paying(provider("b", 9000).up(percentUp(98))).availability("pay");
        assertThat(up.isUncertain()).isFalse();
    }

    /** It does not carry 5 of 100,000 loads, which 1,024 draws do not show. */
    @Test
    void anyOf_secondRarelyTooSmall() {
        Architecture system = paying(provider("b", 2600).up(percentUp(98)));
        Availability up = system.availability("pay");
        assertThat(up).hasToString("99.98% (3.7 nines)");
        assertThat(1 - probability(up, 99.5))
                .isCloseTo(1 - atMost(2600), within(1e-9))
                .isBetween(4e-5, 5e-5);
        assertThat(up.unavailability().value()).isCloseTo(0.01 * 0.02, within(1e-12));
    }

    /** What depends on it all the time needs the same instances: it was refused, as called with two availabilities. */
    @Test
    void anyOf_secondIsADependencyToo() {
        assertThat(dependingOn(2600)).hasToString("97.9% (1.7 nines)");
        assertThat(dependingOn(2600).value()).isCloseTo(0.999 * 0.98, within(1e-12));
        Availability sometimes = dependingOn(600);
        assertThat(probability(sometimes, 97.5)).isCloseTo(atMost(600), within(0.002));
        assertThat(probability(sometimes, 96.9)).isOne();
    }

    private static Availability dependingOn(double carries) {
        Component b = provider("b", carries).upPerInstance(percentUp(98));
        Component web = Component.named("web").up(percentUp(99.9)).dependsOn(b);
        Component a = provider("a", 9000).up(percentUp(99));
        return Architecture.of(UseCase.write("pay", LOAD, LOAD, web.calling(anyOf(a, b))))
                .availability("pay");
    }

    /**
     * How many of nine instances of a fallback, which are always enough, must be up is drawn too: two above 600 req/s.
     */
    @Test
    void anyOf_secondNeedsMoreSometimes() {
        Component b = provider("b", 600).instances(count(9)).upPerInstance(percentUp(50));
        Availability up = paying(b).availability("pay");
        assertThat(up.unavailability().value()).isCloseTo(0.01 / 512, within(1e-12));
        assertThat(probability(up, 99.99)).isCloseTo(atMost(600), within(1e-12));
        assertThat(probability(up, 99.95)).isCloseTo(atMost(1200), within(1e-12));
        assertThat(up).hasToString("99.998% (99.98% … 99.998%)");
    }
}
