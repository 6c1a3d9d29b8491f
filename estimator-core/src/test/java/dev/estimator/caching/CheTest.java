package dev.estimator.caching;

import static dev.estimator.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grouped sums against sums over every single object, and the solutions against others. */
class CheTest {
    /** mpmath 1.3.0, 25 digits, the sums over all objects and {@code findroot}. */
    @ParameterizedTest
    @CsvSource({
        "100, 0.8, 40, 72.21092163814689, 0.64541193917572901",
        "1000, 1, 100, 180.92892814305711, 0.57652461616900345",
        "500, 1.3, 450, 12622.615997214129, 0.99333247412536085",
        "2000, 0.6, 20, 20.348313952572393, 0.033354774249817896"
    })
    void timeForObjects(double objects, double exponent, double cached, double time, double hitRatio) {
        Che che = Che.of(objects, exponent);
        assertNear(time, che.timeForObjects(cached), 1e-12);
        assertNear(hitRatio, che.hitRatio(time), 1e-12);
    }

    /** The error of the grouping, where it is greatest and where caches are. */
    @ParameterizedTest
    @CsvSource({
        "65, 0.8, 30",
        "200, 0.8, 500",
        "3000, 0, 1000",
        "3000, 0.1, 9000",
        "3000, 0.5, 10",
        "3000, 0.8, 2500",
        "3000, 1, 100000",
        "30000, 1.2, 30000",
        "30000, 1.2, 3e6",
        "30000, 2, 3e8",
        "30000, 3, 1e9",
        "30000, 5, 1e18",
        "30000, 10, 1e30",
        "1000000, 1, 400000",
        "1000000, 0.9, 7e6"
    })
    void grouping_againstEveryObject(int objects, double exponent, double time) {
        Che che = Che.of(objects, exponent);
        double[] sums = everyObject(objects, exponent, time);
        assertNear(sums[0], che.objects(time), 1e-11);
        assertNear(sums[1], che.hitRatio(time), 1e-11);
    }

    /** Objects held and hit ratio, added up from the least popular. */
    private static double[] everyObject(int objects, double exponent, double time) {
        double all = 0;
        for (int k = objects; k >= 1; k--) {
            all += Math.pow(k, -exponent);
        }
        double held = 0;
        double hits = 0;
        for (int k = objects; k >= 1; k--) {
            double share = Math.pow(k, -exponent) / all;
            held += -Math.expm1(-share * time);
            hits += -share * Math.expm1(-share * time);
        }
        return new double[] {held, hits};
    }

    @Property(tries = 300)
    void timeForObjects_inverse(
            @ForAll @DoubleRange(min = 1, max = 1e8) double objects,
            @ForAll @DoubleRange(max = 3) double exponent,
            @ForAll @DoubleRange(min = 1e-6, max = 0.999999) @Scale(6) double part) {
        Che che = Che.of(objects, exponent);
        assertNear(part * objects, che.objects(che.timeForObjects(part * objects)), 1e-11);
    }

    @Property(tries = 300)
    void timeForHitRatio_inverse(
            @ForAll @DoubleRange(min = 1, max = 1e8) double objects,
            @ForAll @DoubleRange(max = 3) double exponent,
            @ForAll @DoubleRange(min = 1e-6, max = 0.999999) @Scale(6) double hitRatio) {
        Che che = Che.of(objects, exponent);
        assertNear(hitRatio, che.hitRatio(che.timeForHitRatio(hitRatio)), 1e-12);
    }

    /**
     * For α above 1 and many objects, the misses of LRU and those of the most popular are in the ratio {@code (1 − 1/α)
     * × Γ(1 − 1/α)^α}: P. R. Jelenković, Asymptotic Approximation of the Move-to-front Search Cost Distribution and
     * Least-recently Used Caching Fault Probabilities, Annals of Applied Probability 9 (1999), theorem 3.
     */
    @ParameterizedTest
    @CsvSource({"1.5, 1e6", "2, 1e6"})
    void hitRatio_tendsToThatOfJelenkovic(double exponent, double cached) {
        double objects = 1e15;
        Che che = Che.of(objects, exponent);
        double misses = 1 - che.hitRatio(che.timeForObjects(cached));
        double rest = 1 - Harmonic.number(cached, exponent) / Harmonic.number(objects, exponent);
        double constant = (1 - 1 / exponent) * Math.pow(Gamma.gamma(1 - 1 / exponent), exponent);
        assertNear(constant, misses / rest, 1e-5);
    }

    @Test
    void time_ofNothingAndOfAll() {
        Che che = Che.of(1000, 0.8);
        assertThat(che.timeForObjects(0)).isZero();
        assertThat(che.timeForObjects(1000)).isInfinite();
        assertThat(che.timeForHitRatio(0)).isZero();
        assertThat(che.timeForHitRatio(1)).isInfinite();
        assertNear(1000, che.objects(Double.POSITIVE_INFINITY));
        assertNear(1, che.hitRatio(Double.POSITIVE_INFINITY));
    }

    /** All but a billionth of an object. */
    @Test
    void timeForObjects_nextToAll() {
        assertNear(1e6 * Math.log(1e15), Che.of(1e6, 0).timeForObjects(1e6 - 1e-9), 0.01);
    }

    /** Half an object is asked for half as often as it would be. */
    @Property(tries = 100)
    void objects_riseWithTheirNumber(
            @ForAll @DoubleRange(min = 1, max = 500) double objects,
            @ForAll @DoubleRange(min = 0.1, max = 3) double exponent) {
        Assume.that(objects < 499);
        double few = Che.of(objects, exponent).objects(100);
        double more = Che.of(objects + 0.1, exponent).objects(100);
        assertThat(more).isGreaterThan(few);
    }
}
