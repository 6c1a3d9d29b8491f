package dev.estimator.caching;

import static dev.estimator.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarmonicTest {
    /** mpmath 1.3.0, 40 digits: {@code zeta(a) - zeta(a, n + 1)}, and {@code digamma(n + 1) + euler} where a is 1. */
    @ParameterizedTest
    @CsvSource({
        "33, 0.8, 5.6545615869654871",
        "1000, 1, 7.4854708605503449",
        "1e6, 1, 14.392726722865724",
        "1e9, 0.8, 311.04113385574894",
        "1e12, 1, 28.208236780830581",
        "1e7, 0.999999, 16.695441190246412",
        "1e7, 1.2, 5.392528857891538",
        "1e7, 10, 1.0009945751278181",
        "1e6, 0.1, 279098.01494675297",
        "123456789, 0.5, 22220.761811602301",
        "10.5, 0.7, 4.0658939564997236"
    })
    void number(double n, double exponent, double expected) {
        assertNear(expected, Harmonic.number(n, exponent), 1e-14);
    }

    @Test
    void number_nothing() {
        assertThat(Harmonic.number(0, 0.8)).isZero();
    }

    @Property
    void number_ofExponentZeroIsTheNumberOfTerms(@ForAll @DoubleRange(max = 1e12) double n) {
        assertThat(Harmonic.number(n, 0)).isCloseTo(n, within(1e-13 * (n + 32)));
    }

    @Property
    void number_eachTermAddsItsPower(
            @ForAll @IntRange(max = 10_000) int n, @ForAll @DoubleRange(max = 10) double exponent) {
        assertNear(Harmonic.number(n + 1, exponent), Harmonic.number(n, exponent) + Math.pow(n + 1, -exponent), 1e-14);
    }

    @Property
    void terms_addUpToTheSum(
            @ForAll @DoubleRange(min = 1, max = 1e7) double n, @ForAll @DoubleRange(max = 1.5) double exponent) {
        double sum = Harmonic.number(n, exponent);
        assertNear(sum, Harmonic.number(Harmonic.terms(sum, exponent, 1e8), exponent), 1e-14);
    }

    @Test
    void terms_ofNothingAndOfAll() {
        assertThat(Harmonic.terms(0, 0.8, 1000)).isZero();
        assertThat(Harmonic.terms(Harmonic.number(1000, 0.8), 0.8, 1000)).isEqualTo(1000);
    }

    /** mpmath 1.3.0: {@code findroot(lambda a: H(n/5, a) / H(n, a) - 0.8, (0.85, 0.95))}. */
    @ParameterizedTest
    @CsvSource({"1e3, 1.0238762955578472", "1e6, 0.89439969082810976", "1e9, 0.87126680722296402"})
    void exponent_eightyTwenty(double n, double expected) {
        assertNear(expected, Harmonic.exponent(n / 5, n, 0.8, 10));
    }

    @Test
    void exponent_atItsLimits() {
        assertThat(Harmonic.exponent(20, 100, 0.2, 10)).isZero();
        assertThat(Harmonic.exponent(20, 100, 0.19, 10)).isNaN();
        assertThat(Harmonic.exponent(20, 100, 1, 10)).isNaN();
    }
}
