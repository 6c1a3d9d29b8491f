package dev.estimator.quantity;

import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.days;
import static dev.estimator.quantity.Quantities.nines;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            99.95%                    | 0.0005
            99.95 %                   | 0.0005
            99.95 percent             | 0.0005
            0.9995                    | 0.0005
            99.9%                     | 0.001
            99.999999999%             | 1e-11
            0.99999999999999999999999 | 1e-23
            3 nines                   | 0.001
            3nines                    | 0.001
            1 nine                    | 0.1
            0 nines                   | 1
            11 nines                  | 1e-11
            99 nines                  | 1e-99
            100%                      | 0
            1                         | 0
            0%                        | 1
            0                         | 1
            30%                       | 0.7
            1 − 1e-11                 | 1e-11
            1 - 1e-11                 | 1e-11
            1-2.5e-24                 | 2.5e-24
            1.0 − 0.25                | 0.25
            1 − 5%                    | 0.05
            99.95% (3.3 nines)        | 0.0005
            1 − 3e-13 (13 nines)      | 3e-13
            1 − 3e-13 (12.5 nines)    | 3e-13
            """)
    void parse_spelling(String text, String unavailability) {
        assertEquals(
                Exact.of(unavailability),
                Availability.parse(text).unavailability().value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            99.95             | 1 | 99.95 is above 1: did you mean 99.95%?
            3k nines          | 1 | 3 is above 1: did you mean 3%?
            5 GB              | 1 | 5 is above 1: did you mean 5%?
            120%              | 1 | 120% is more than the whole
            2 − 1             | 1 | only 1 − x is an availability
            1 − 2             | 5 | 2 is above 1: did you mean 2%?
            +99.9%            | 1 | a part of a whole has no sign: leave it out, or read a growth with Ratio.parse
            1 − −1            | 5 | the amount is negative, which no quantity can be
            -3 nines          | 1 | the amount is negative, which no quantity can be
            1 −               | 4 | a number is missing
            ``                | 1 | a number is missing
            several nines     | 1 | a number was expected
            NaN               | 1 | a number was expected
            99,95%            | 1 | "99,95" could mean 99.95 or 9995: write the one you mean, without a comma
            3 nines 5         | 9 | "5" is not understood
            3 nines %         | 9 | "%" is not understood
            100% − 5%         | 6 | "− 5%" is not understood
            99.95% up         | 8 | "up" is not understood: leave it out
            99.95% (2 nines)  | 8 | the value in brackets is another one
            99.95% (3.4 nines) | 8 | the value in brackets is another one
            99.95% (99.9%)    | 8 | the value in brackets is another one
            99.9% (promised)  | 7 | "promised" in brackets is not understood: leave it out
            1 − 1e-611        | 11 | the amount is too small for any quantity, though it is not zero
            400 nines         | 10 | there are too many nines to tell it from 100%
            1e-20             | 6 | the amount is too close to the whole to tell it from that
            1 − 99.99999999999999999% | 26 | the amount is too close to the whole to tell it from that
            """)
    void parse_refused(String text, int position, String problem) {
        assertRefused(
                "cannot read \"" + text + "\" as Availability: at position " + position + " " + problem
                        + "; write for example 99.95%, 0.9995, 3 nines or 1 − 1e-11",
                () -> Availability.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0         | 100%
            4.9E-324  | 1 − 4.9e-324 (323.3 nines)
            1E-24     | 1 − 1e-24 (24 nines)
            9.9E-13   | 1 − 9.9e-13 (12 nines)
            1E-12     | 99.9999999999% (12 nines)
            1E-11     | 99.999999999% (11 nines)
            1.234E-11 | 99.999999998766% (10.9 nines)
            4E-6      | 99.9996% (5.4 nines)
            0.0005    | 99.95% (3.3 nines)
            0.001     | 99.9% (3 nines)
            0.00123   | 99.877% (2.9 nines)
            0.05      | 95% (1.3 nines)
            0.11      | 89%
            0.3       | 70%
            0.7       | 30%
            0.9999    | 0.01%
            1         | 0%
            """)
    void toString_value(double value, String text) {
        assertEquals(text, Availability.ofUnavailability(value).toString());
    }

    @Test
    void of_decimal() {
        assertEquals(0.001, Availability.of(0.999).unavailability().value());
        assertEquals(1e-9, Availability.of(0.999999999).unavailability().value());
        assertEquals(0.0005, percentUp(99.95).unavailability().value());
        assertEquals(1e-11, percentUp(99.999999999).unavailability().value());
    }

    @Test
    void of_outOfRange() {
        assertRefused("availability must be between 0 and 1 but was 99.9", () -> Availability.of(99.9));
        assertRefused("percent must be between 0 and 100 but was 100.1", () -> percentUp(100.1));
        assertRefused(
                "unavailability must be between 0 and 1 but was -0.001", () -> Availability.ofUnavailability(-0.001));
        assertRefused("nines must be finite and not negative but was -3.0", () -> nines(-3));
        assertRefused("nines must be finite and not negative but was Infinity", () -> nines(Double.POSITIVE_INFINITY));
    }

    @Test
    void ofNines_whole() {
        for (int n = 0; n <= 99; n++) {
            assertEquals(Exact.of("1e-" + n), nines(n).unavailability().value());
        }
    }

    @Test
    void ofNines_fraction() {
        // 10^-3.5 = √10 ÷ 10⁴
        assertEquals(3.162277660168379e-4, nines(3.5).unavailability().value(), 1e-19);
    }

    @Test
    void nines_ofUnavailability() {
        assertEquals(3, percentUp(99.9).nines(), 1e-15);
        assertEquals(24, Availability.ofUnavailability(1e-24).nines(), 1e-14);
        assertEquals(Double.POSITIVE_INFINITY, percentUp(100).nines());
        assertEquals(0.0, percentUp(0).nines());
    }

    @Test
    void value() {
        assertEquals(0.9995, percentUp(99.95).value());
        assertEquals(1, nines(20).value());
    }

    @Test
    void downtime() {
        assertEquals(seconds(2592), percentUp(99.9).downtime(days(30)));
    }

    @Test
    void times_series() {
        // 0.1 + 0.02 − 0.1 × 0.02
        assertEquals(0.118, percentUp(90).times(percentUp(98)).unavailability().value(), 2e-17);
    }

    @Test
    void times_keepsTinyUnavailability() {
        assertEquals(
                3e-20,
                Availability.ofUnavailability(1e-20)
                        .times(Availability.ofUnavailability(2e-20))
                        .unavailability()
                        .value(),
                1e-35);
    }

    @Test
    void or_parallel() {
        assertEquals(0.002, percentUp(90).or(percentUp(98)).unavailability().value(), 1e-18);
    }

    @Property
    void times_isAtMostTheLesser(
            @ForAll(supplier = Generators.Part.class) double u, @ForAll(supplier = Generators.Part.class) double v) {
        Availability a = Availability.ofUnavailability(u);
        Availability b = Availability.ofUnavailability(v);
        assertTrue(a.times(b).compareTo(a) <= 0);
        assertTrue(a.times(b).compareTo(b) <= 0);
    }

    @Property
    void times_commutes(
            @ForAll(supplier = Generators.Part.class) double u, @ForAll(supplier = Generators.Part.class) double v) {
        double uv = Availability.ofUnavailability(u)
                .times(Availability.ofUnavailability(v))
                .unavailability()
                .value();
        double vu = Availability.ofUnavailability(v)
                .times(Availability.ofUnavailability(u))
                .unavailability()
                .value();
        assertEquals(uv, vu, 2 * Math.ulp(uv));
    }

    /** In exact arithmetic: U₁ + U₂ − U₁ × U₂. */
    @Property
    void times_exact(
            @ForAll(supplier = Generators.Part.class) double u, @ForAll(supplier = Generators.Part.class) double v) {
        BigDecimal exactU = new BigDecimal(u);
        BigDecimal exactV = new BigDecimal(v);
        double exact = exactU.add(exactV).subtract(exactU.multiply(exactV)).doubleValue();
        double computed = Availability.ofUnavailability(u)
                .times(Availability.ofUnavailability(v))
                .unavailability()
                .value();
        assertEquals(exact, computed, 2 * Math.ulp(exact));
    }

    @Property
    void or_isAtLeastTheGreaterAndCommutes(
            @ForAll(supplier = Generators.Part.class) double u, @ForAll(supplier = Generators.Part.class) double v) {
        Availability a = Availability.ofUnavailability(u);
        Availability b = Availability.ofUnavailability(v);
        assertTrue(a.or(b).compareTo(a) >= 0);
        assertTrue(a.or(b).compareTo(b) >= 0);
        assertEquals(a.or(b), b.or(a));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0.03",
        "1, 3, 0.03",
        "2, 3, 0.01",
        "3, 3, 0.01",
        "3, 5, 1e-9",
        "4, 7, 0.2",
        "90, 100, 0.02",
        "1, 20, 0.5"
    })
    void atLeast_exactBinomialTail(int needed, int n, double u) {
        double tail = binomialTail(n - needed, n, new BigDecimal(u)).doubleValue();
        double computed = Availability.ofUnavailability(u)
                .atLeast(needed, n)
                .unavailability()
                .value();
        assertEquals(tail, computed, 1e-13 * tail);
    }

    /** The probability that more than {@code allowed} of n are down, in exact arithmetic. */
    private static BigDecimal binomialTail(int allowed, int n, BigDecimal u) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal choose = BigDecimal.ONE;
        for (int down = 0; down <= n; down++) {
            if (down > allowed) {
                sum = sum.add(choose.multiply(u.pow(down))
                        .multiply(BigDecimal.ONE.subtract(u).pow(n - down)));
            }
            choose = choose.multiply(BigDecimal.valueOf(n - down)).divideToIntegralValue(BigDecimal.valueOf(down + 1));
        }
        return sum;
    }

    @Test
    void atLeast_ends() {
        assertEquals(percentUp(100), percentUp(100).atLeast(3, 5));
        assertEquals(percentUp(0), percentUp(0).atLeast(3, 5));
    }

    @Property
    void atLeast_oneIsParallelAllIsSeries(@ForAll(supplier = Generators.Part.class) double u) {
        Availability one = Availability.ofUnavailability(u);
        double parallel = one.or(one).or(one).unavailability().value();
        double series = one.times(one).times(one).unavailability().value();
        // The incomplete beta function goes through logarithms, whose last bits count more the smaller the result is.
        double ofLogarithms = 2e-15 * Math.max(100, -Math.log(Math.max(parallel, Double.MIN_VALUE)));
        assertEquals(parallel, one.atLeast(1, 3).unavailability().value(), ofLogarithms * parallel + Double.MIN_NORMAL);
        assertEquals(series, one.atLeast(3, 3).unavailability().value(), ofLogarithms * series + Double.MIN_NORMAL);
    }

    @Test
    void atLeast_outOfRange() {
        assertRefused("n must be at least 1 but was 0", () -> nines(3).atLeast(1, 0));
        assertRefused("needed must be between 1 and 3 but was 4", () -> nines(3).atLeast(4, 3));
        assertRefused("needed must be between 1 and 3 but was 0", () -> nines(3).atLeast(0, 3));
    }

    @Test
    void compareTo_upIsGreater() {
        assertTrue(nines(3).compareTo(nines(2)) > 0);
        assertTrue(nines(24).compareTo(nines(23)) > 0);
        assertEquals(0, nines(3).compareTo(percentUp(99.9)));
    }

    @Test
    void computed_formula() {
        Availability half = Availability.computed("half as bad", in -> in[0] / 2, assume("site", percentUp(99.9)));
        assertEquals(0.0005, half.unavailability().value());
        assertNoAnswer(
                "twice(site (99.9%)) is above 1, which no Availability can be",
                () -> Availability.computed("twice", in -> in[0] * 2000, assume("site", percentUp(99.9))));
    }

    /** A share of time down and back: all twelve nines, and as a formula only what is meant. */
    @Test
    void ofUnavailability_share() {
        Availability site = assume("site", nines(12));
        assertEquals(
                1e-12,
                Availability.ofUnavailability(Share.of(1e-12)).unavailability().value());
        assertEquals(nines(12), Availability.ofUnavailability(site.unavailability()));
        Availability twin = Availability.ofUnavailability(site.unavailability().times(percent(30)));
        assertEquals(3e-13, twin.unavailability().value(), 1e-28);
        assertEquals("1 − (1 − site) × 30%", twin.explain().steps().get(0).formula());
    }

    @Test
    void toShare() {
        Availability site = assume("site", percentUp(99.5));
        assertEquals(0.995, site.toShare().value());
        assertEquals(
                "site × 40%",
                site.toShare().times(percent(40)).explain().steps().get(0).formula());
        assertEquals(
                "1 − site", site.toShare().complement().explain().steps().get(0).formula());
    }

    /** Down 28 s a month is less than five nines, which are 26.3 s: it was '99.9989% (5 nines)'. */
    @Test
    void toString_neverPromisesMoreNines() {
        assertThat(Availability.ofUnavailability(Share.of(1.0751e-5))).hasToString("99.99892% (4.97 nines)");
        assertThat(percentUp(99.999)).hasToString("99.999% (5 nines)");
        assertThat(percentUp(99.89)).hasToString("99.89% (2.96 nines)");
        assertThat(percentUp(99.91)).hasToString("99.91% (3 nines)");
        // a promise of three nines, that failed, was printed beside it
        assertThat(percentUp(99.8971)).hasToString("99.8971% (2.99 nines)");
        assertThat(percentUp(99.89995)).hasToString("99.9% (3 nines)");
        assertThat(percentUp(99.9003)).hasToString("99.9003% (3 nines)");
    }

    /** They were '99.9899% (3.9 nines)', and of 5.648 nines '99.99978% (5.7 nines)'. */
    @Test
    void toString_ninesAreThoseOfThePercentage() {
        assertThat(percentUp(99.9899)).hasToString("99.9899% (3.996 nines)");
        assertThat(nines(5.648)).hasToString("99.999775% (5.6 nines)");
        assertThat(percentUp(89.61)).hasToString("89.6%");
        assertThat(percentUp(90)).hasToString("90% (1 nine)");
    }

    @Property
    void toString_ninesAreThoseOfWhatIsRead(@ForAll @DoubleRange(min = 1, max = 11) double exact) {
        String text =
                Availability.ofUnavailability(Share.of(Math.pow(10, -exact))).toString();
        Matcher parts = Pattern.compile("([\\d.]+)% \\(([\\d.]+) nines?\\)").matcher(text);
        assertThat(parts.matches()).as(text).isTrue();
        int decimals = Math.max(1, new BigDecimal(parts.group(2)).scale());
        BigDecimal rest = BigDecimal.ONE.subtract(new BigDecimal(parts.group(1)).movePointLeft(2));
        assertThat(ninesOf(rest.doubleValue(), decimals)).as(text).isEqualByComparingTo(parts.group(2));
        assertThat(ninesOf(Math.pow(10, -exact), decimals)).as(text).isEqualByComparingTo(parts.group(2));
    }

    private static BigDecimal ninesOf(double rest, int decimals) {
        return BigDecimal.valueOf(-Math.log10(rest)).setScale(decimals, RoundingMode.HALF_UP);
    }
}
