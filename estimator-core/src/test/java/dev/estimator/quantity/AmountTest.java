package dev.estimator.quantity;

import static dev.estimator.Near.assertNear;
import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.SECOND;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.assumeDefault;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.bytes;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.eur;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.gbPerSecond;
import static dev.estimator.quantity.Quantities.kb;
import static dev.estimator.quantity.Quantities.mb;
import static dev.estimator.quantity.Quantities.minutes;
import static dev.estimator.quantity.Quantities.ms;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.percentUp;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static dev.estimator.quantity.Quantities.seconds;
import static dev.estimator.quantity.Quantities.tb;
import static dev.estimator.quantity.Quantities.uniform;
import static dev.estimator.quantity.Quantities.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {
    @Test
    void plus() {
        assertEquals(gb(12), gb(5).plus(gb(7)));
        assertEquals(qps(12), qps(5).plus(qps(7)));
        assertEquals(ratio(12), ratio(5).plus(ratio(7)));
        assertEquals(usd(6), usd(1).per(bytes(4)).plus(usd(2).per(bytes(4))).times(bytes(8)));
    }

    @Test
    void plus_tooLarge() {
        assertNoAnswer(
                "1.5e278 QB + 1e278 QB is too large for any Bytes",
                () -> bytes(1.5e308).plus(bytes(1e308)));
    }

    /** Of a ratio it is a part as well; parts of a whole are added up by Share itself. */
    @Test
    void plus_share() {
        assertNear(110, qps(100).plus(percent(10)).to(Units.PER_SECOND), 1e-15);
        assertNear(3.3, ratio(3).plus(percent(10)).value(), 1e-15);
        assertNear(2.4, usd(1.2).per(gb(1)).plus(percent(100)).times(gb(1)).amount(), 1e-15);
        assertEquals(gb(5), gb(5).plus(percent(0)));
        assertEquals(
                "110 tokens/s",
                count(100, "tokens").per(SECOND).plus(percent(10)).toString());
    }

    @Test
    void minus_share() {
        assertEquals(qps(90), qps(100).minus(percent(10)));
        assertEquals(ratio(2.25), ratio(3).minus(percent(25)));
        assertEquals(gb(0), gb(5).minus(percent(100)));
    }

    @Test
    void plusAndMinus_shareAreStepsOfAWhatIf() {
        Qps rate = assume("rate", qps(300));
        Share reserve = assume("reserve", percent(25));
        assertEquals(qps(375), rate.plus(reserve));
        assertEquals(qps(450), rate.plus(reserve).given(reserve, percent(50)));
        assertEquals(qps(500), rate.plus(reserve).given(rate, qps(400)));
        assertEquals(qps(100), rate.minus(reserve).given(reserve, percent(50)).given(rate, qps(200)));
        assertNoAnswer(
                "1.5e278 QB + 40% is too large for any Bytes",
                () -> bytes(1.5e308).plus(percent(40)));
    }

    /**
     * A log-normal range times a number, and times one plus a part that is uniform: the mean is the product of both.
     */
    @Test
    void plusAndMinus_shareKeepRanges() {
        Bytes range = between(mb(5), mb(80));
        Bytes more = range.plus(percent(10));
        assertNear(5.5e6, more.p5().to(Units.B), 1e-9);
        assertNear(88e6, more.p95().to(Units.B), 1e-9);
        assertNear(16e6, range.minus(percent(80)).p95().to(Units.B), 1e-9);
        double mean = 20e6 * Math.exp(Math.pow(Math.log(4) / 1.6448536269514722, 2) / 2);
        assertMean(1.3 * mean, range.plus(uniform(percent(20), percent(40))));
        assertMean(0.7 * mean, range.minus(uniform(percent(20), percent(40))));
        assertMean(1.5 * mean, range.plus(percent(20)).plus(percent(25)));
    }

    private static void assertMean(double expected, Bytes range) {
        Summary<Bytes> summary = Simulation.of(range).summary(range);
        assertThat(summary.isExact()).isTrue();
        assertNear(expected, summary.mean().value().to(Units.B), 1e-9);
    }

    @Test
    void plusAndMinus_shareAreExplained() {
        Qps rate = assume("rate", qps(300));
        Share reserve = assume("reserve", percent(25));
        Explained.assertExplained("""
                assumed
                  rate    = 300 req/s
                  reserve = 25%
                calculated
                  rate (1) = 5 req/s + ((rate + reserve) − 20%)
                           = 5 req/s + ((300 req/s + 25%) − 20%)
                           = 305 req/s""", qps(5).plus(rate.plus(reserve).minus(percent(20))));
        Explained.assertExplained(
                """
                assumed
                  rate    = 300 req/s
                  reserve = 25%
                calculated
                  bandwidth = ((rate + 7 req/s) + (1 − reserve)) × 4 kB
                            = ((300 req/s + 7 req/s) + (1 − 25%)) × 4 kB
                            = 2.149 MB/s""", rate.plus(qps(7)).plus(reserve.complement()).times(kb(4)));
    }

    @Test
    void minus() {
        assertEquals(gb(2), gb(7).minus(gb(5)));
        assertEquals(gb(0), gb(7).minus(gb(7)));
    }

    @Test
    void maxAndMin() {
        assertEquals(gb(7), gb(5).max(gb(7)));
        assertEquals(gb(7), gb(7).max(gb(5)));
        assertEquals(gb(5), gb(5).min(gb(7)));
        assertEquals(gb(5), gb(7).min(gb(5)));
    }

    @Test
    void maxAndMin_areStepsOfAWhatIf() {
        Bytes disk = assume("disk", gb(5));
        assertEquals(gb(7), disk.max(gb(7)));
        assertEquals(gb(11), disk.max(gb(7)).given(disk, gb(11)));
        assertEquals(gb(3), disk.min(gb(7)).given(disk, gb(3)));
    }

    @Test
    void times_number() {
        assertEquals(gb(15), gb(5).times(3));
        assertEquals(gb(0), gb(5).times(-0.0));
    }

    @ParameterizedTest
    @CsvSource({"-0.5", "NaN", "Infinity"})
    void timesAndDiv_badNumber(double bad) {
        assertRefused("factor must be finite and not negative but was " + bad, () -> gb(5).times(bad));
        assertRefused("divisor must be finite and not negative but was " + bad, () -> gb(5).div(bad));
    }

    @Test
    void times_ratio() {
        assertEquals(gb(12.5), gb(5).times(ratio(2.5)));
    }

    @Test
    void times_share() {
        assertEquals(gb(1.25), gb(5).times(percent(25)));
    }

    @Test
    void times_tooLarge() {
        assertNoAnswer("5 GB × 1e300 is too large for any Bytes", () -> gb(5).times(1e300));
    }

    @Test
    void div_number() {
        assertEquals(gb(2.5), gb(5).div(2));
    }

    @Test
    void div_ratio() {
        assertEquals(gb(2), gb(5).div(ratio(2.5)));
    }

    @Test
    void div_share() {
        assertEquals(gb(20), gb(5).div(percent(25)));
    }

    @Test
    void div_same() {
        assertEquals(ratio(2.5), gb(5).div(gb(2)));
        assertEquals(ratio(2.5), usd(5).per(gb(1)).div(usd(2).per(gb(1))));
    }

    @Test
    void div_zero() {
        assertNoAnswer("5 GB ÷ 0 has no answer: the divisor is zero", () -> gb(5).div(0));
        assertNoAnswer("5 GB ÷ 0 B has no answer: the divisor is zero", () -> gb(5).div(gb(0)));
        assertNoAnswer(
                "disk (5 GB) ÷ free (0%) has no answer: the divisor is zero",
                () -> assume("disk", gb(5)).div(assume("free", percent(0))));
    }

    @Test
    void given_reportsWhatHasNoAnswer() {
        Ratio copies = assumeDefault("copies", ratio(3), "HDFS");
        Bytes each = assume("disk", gb(5)).div(copies);
        assertNoAnswer(
                "disk (5 GB) ÷ copies (×0) has no answer: the divisor is zero", () -> each.given(copies, ratio(0)));
    }

    @Property
    void plus_commutes(
            @ForAll(supplier = Generators.Everyday.class) double a,
            @ForAll(supplier = Generators.Everyday.class) double b) {
        assertEquals(bytes(a).plus(bytes(b)), bytes(b).plus(bytes(a)));
        assertEquals(bytes(a).max(bytes(b)), bytes(b).max(bytes(a)));
        assertEquals(bytes(a).min(bytes(b)), bytes(b).min(bytes(a)));
    }

    @Property
    void times_commutes(
            @ForAll(supplier = Generators.Everyday.class) double a,
            @ForAll(supplier = Generators.Everyday.class) double b) {
        assertEquals(qps(a).times(bytes(b)), bytes(b).times(qps(a)));
        assertEquals(ratio(a).times(bytes(b)), bytes(b).times(ratio(a)));
        assertEquals(count(a).times(seconds(b)), seconds(b).times(count(a)));
    }

    @Property
    void div_undoesTimes(
            @ForAll(supplier = Generators.Everyday.class) double a,
            @ForAll(supplier = Generators.Everyday.class) double b) {
        // Two roundings of half an ulp each, and the scale in between may halve the ulp.
        assertEquals(a, bytes(a).times(ratio(b)).div(ratio(b)).to(Units.B), Math.ulp(a));
        assertEquals(a, qps(a).times(bytes(b)).div(bytes(b)).to(Units.PER_SECOND), Math.ulp(a));
        assertEquals(b, qps(a).times(bytes(b)).div(qps(a)).to(Units.B), Math.ulp(b));
        assertEquals(a, bytes(a).per(seconds(b)).times(seconds(b)).to(Units.B), Math.ulp(a));
    }

    @Property
    void minus_undoesPlus(
            @ForAll(supplier = Generators.Everyday.class) double a,
            @ForAll(supplier = Generators.Everyday.class) double b) {
        assertEquals(a, bytes(a).plus(bytes(b)).minus(bytes(b)).to(Units.B), Math.ulp(Math.max(a, b)));
    }

    /** With an assumption or without, the number is the same to the last bit. */
    @Property
    void derivation_changesNoValue(
            @ForAll(supplier = Generators.Everyday.class) double a,
            @ForAll(supplier = Generators.Everyday.class) double b,
            @ForAll(supplier = Generators.Part.class) double part) {
        Bytes plain =
                bytes(a).plus(bytes(b)).times(Share.of(part)).times(ratio(3)).max(bytes(b));
        Bytes derived = assume("a", bytes(a))
                .plus(bytes(b))
                .times(assume("part", Share.of(part)))
                .times(ratio(3))
                .max(bytes(b));
        assertEquals(plain, derived);
        assertEquals(plain, derived.given("a", bytes(a / 2)).given("a", bytes(a)));
    }

    @Test
    void sum() {
        assertEquals(gb(23), Quantities.sum(gb(5), gb(7), gb(11)));
        assertEquals(gb(5), Quantities.sum(gb(5)));
    }

    @Test
    void rounded() {
        assertEquals(qps(2400), qps(2314.8).rounded(2, Units.PER_SECOND, RoundingMode.UP));
        assertEquals(qps(2300), qps(2314.8).rounded(2, Units.PER_SECOND, RoundingMode.HALF_UP));
        assertEquals(tb(0.3), gb(251).rounded(1, Units.TB, RoundingMode.CEILING));
        assertEquals(minutes(1.2), seconds(71.9).rounded(2, Units.MINUTES, RoundingMode.HALF_EVEN));
    }

    /** Types that have no units are rounded as they are, an availability by its time down. */
    @Test
    void rounded_withoutAUnit() {
        assertEquals(ratio(2.4), ratio(2.347).rounded(2, RoundingMode.UP));
        assertEquals(usd(1300), usd(1349.99).rounded(2, RoundingMode.HALF_UP));
        assertEquals(percent(3.7), percent(3.649).rounded(2, RoundingMode.CEILING));
        assertEquals(percentUp(99.955), percentUp(99.955249).rounded(2, RoundingMode.HALF_UP));
        assertEquals(usd(0.046).per(count(1)), usd(0.0457).per(count(1)).rounded(2, RoundingMode.HALF_EVEN));
    }

    @Test
    void rounded_noiseOfTheLastBitsRoundsNothingUp() {
        // 0.1 + 0.2 is 0.30000000000000004
        assertEquals(seconds(0.3), seconds(0.1).plus(seconds(0.2)).rounded(1, Units.SECONDS, RoundingMode.UP));
    }

    @ParameterizedTest
    @CsvSource({"0", "16", "-1"})
    void rounded_badDigits(int digits) {
        assertRefused(
                "digits must be between 1 and 15 but was " + digits,
                () -> kb(3).rounded(digits, Units.KB, RoundingMode.UP));
        assertRefused(
                "digits must be between 1 and 15 but was " + digits,
                () -> percent(5).rounded(digits, RoundingMode.UP));
    }

    @Test
    void rounded_isAStepOfAWhatIf() {
        Qps rate = assume("rate", qps(2314.8));
        Qps rounded = rate.rounded(1, Units.PER_SECOND, RoundingMode.UP);
        assertEquals(qps(3000), rounded);
        assertEquals(qps(500), rounded.given(rate, qps(412)));
    }

    @Test
    void to_unit() {
        assertEquals(0.25, ms(250).to(Units.SECONDS));
        assertEquals(24, gbPerSecond(3).to(Units.GBIT_PER_SECOND));
        assertEquals(7.5, eur(7.5).amount());
    }
}
