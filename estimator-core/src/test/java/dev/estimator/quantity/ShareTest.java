package dev.estimator.quantity;

import static dev.estimator.Refusals.assertNoAnswer;
import static dev.estimator.Refusals.assertRefused;
import static dev.estimator.quantity.Quantities.assume;
import static dev.estimator.quantity.Quantities.between;
import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.gb;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Quantities.ratio;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            95%               | 0.95
            95 %              | 0.95
            95 percent        | 0.95
            0.95              | 0.95
            12.5%             | 0.125
            0.1%              | 0.001
            0.95%             | 0.0095
            100%              | 1
            1                 | 1
            0                 | 0
            0%                | 0
            1e-5              | 1e-5
            1e-5%             | 1e-7
            1e2%              | 1
            99.9996%          | 0.999996
            95% (0.95)        | 0.95
            """)
    void parse_spelling(String text, String share) {
        assertEquals(Exact.of(share), Share.parse(text).value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            20              | 1 | 20 is above 1: did you mean 20%?
            1.5             | 1 | 1.5 is above 1: did you mean 1.5%?
            95pct           | 1 | 95 is above 1: did you mean 95%?
            120%            | 1 | 120% is more than the whole
            100.0000001%    | 1 | 100.0000001% is more than the whole
            +20%            | 1 | a part of a whole has no sign: leave it out, or read a growth with Ratio.parse
            +0.2            | 1 | a part of a whole has no sign: leave it out, or read a growth with Ratio.parse
            -5%             | 1 | the amount is negative, which no quantity can be
            95%%            | 4 | "%" is not understood
            5% 5%           | 4 | "5%" is not understood
            50% GB          | 5 | "GB" is not understood
            1:2             | 2 | ":2" is not understood
            0.5x            | 4 | "x" is not understood
            0,5             | 1 | "0,5" could mean 0.5 or 05: write the one you mean, without a comma
            95% (5%)        | 5 | the value in brackets is another one
            99% (5 nines)   | 5 | the value in brackets is another one
            95% (measured)  | 5 | "measured" in brackets is not understood: leave it out
            1e-400          | 7 | the amount is too small for any quantity, though it is not zero
            99.99999999999999999% | 22 | the amount is too close to the whole to tell it from that
            %               | 1 | a number was expected
            NaN             | 1 | a number was expected
            ٩%              | 1 | a number was expected
            ``              | 1 | a number is missing
            """)
    void parse_refused(String text, int position, String problem) {
        assertRefused(
                "cannot read \"" + text + "\" as Share: at position " + position + " " + problem
                        + "; write for example 95% or 0.95",
                () -> Share.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                  | 0%
            4.9E-324           | below 1e-12%
            1E-20              | below 1e-12%
            1E-5               | 0.001%
            0.0005             | 0.05%
            0.1234             | 12.34%
            0.9                | 90%
            0.95               | 95%
            0.98999            | 98.999%
            0.9949             | 99.49%
            0.9995             | 99.95%
            0.99954            | 99.954%
            0.999996           | 99.9996%
            0.999999999999     | 99.9999999999%
            0.9999999999999999 | 99.99999999999999%
            1                  | 100%
            """)
    void toString_value(double value, String text) {
        assertEquals(text, Share.of(value).toString());
    }

    @Test
    void parse_whatIsNearlyTheWhole() {
        Share most = Share.of(1 - 6.632e-13);
        assertEquals("1 − 6.632e-13", most.toString());
        assertEquals(most.toString(), Share.parse("1 − 6.632e-13").toString());
        assertRefused(
                "cannot read \"1 − 1e-17\" as Share: at position 10 the amount is too close to the whole to tell it from"
                        + " that; write for example 95% or 0.95",
                () -> Share.parse("1 − 1e-17"));
    }

    @Test
    void of_outOfRange() {
        assertRefused("share must be between 0 and 1 but was 1.0000000000000002", () -> Share.of(Math.nextUp(1.0)));
        assertRefused("share must be between 0 and 1 but was -0.25", () -> Share.of(-0.25));
        assertRefused("share must be between 0 and 1 but was NaN", () -> Share.of(Double.NaN));
        assertRefused(
                "percent must be between 0 and 100 but was 100.5: as a factor ratio(2.005) is 100.5% more, ratio(1.005)"
                        + " that much",
                () -> percent(100.5));
        assertRefused(
                "percent must be between 0 and 100 but was 130.0: as a factor ratio(2.3) is 130% more, ratio(1.3) that"
                        + " much",
                () -> percent(130));
        assertRefused("percent must be between 0 and 100 but was 1.0E300", () -> percent(1e300));
        assertRefused("percent must be between 0 and 100 but was NaN", () -> percent(Double.NaN));
    }

    @Test
    void ofPercent_decimal() {
        assertEquals(0.001, percent(0.1).value());
        assertEquals(0.3333, percent(33.33).value());
        assertEquals(0.07, percent(7).value());
    }

    @Test
    void complement() {
        assertEquals(Share.of(0.75), Share.of(0.25).complement());
    }

    @Property
    void complement_ofComplement(@ForAll(supplier = Generators.Part.class) double part) {
        // The digits of a small share below the last of 1 − share cannot come back.
        assertEquals(part, Share.of(part).complement().complement().value(), 0x1p-53);
    }

    @Test
    void plus_share() {
        assertEquals(Share.of(0.875), Share.of(0.25).plus(Share.of(0.625)));
    }

    @Test
    void plus_aboveOne() {
        assertNoAnswer(
                "25% + 87.5% is above 1, which no Share can be",
                () -> Share.of(0.25).plus(Share.of(0.875)));
        assertNoAnswer(
                "reads (25%) + writes (87.5%) is above 1, which no Share can be",
                () -> assume("reads", Share.of(0.25)).plus(assume("writes", Share.of(0.875))));
    }

    @Test
    void minus_share() {
        assertEquals(Share.of(0.375), Share.of(0.625).minus(Share.of(0.25)));
    }

    @Test
    void minus_belowZero() {
        assertNoAnswer(
                "reads (25%) − 62.5% would be below zero, which no Share can be",
                () -> assume("reads", Share.of(0.25)).minus(Share.of(0.625)));
    }

    @Test
    void times_share() {
        assertEquals(Share.of(0.15625), Share.of(0.625).times(Share.of(0.25)));
    }

    @Test
    void times_amount() {
        assertEquals(gb(5), Share.of(0.625).times(gb(8)));
        assertEquals(gb(5), gb(8).times(Share.of(0.625)));
        assertEquals(qps(10), Share.of(0.625).times(qps(16)));
    }

    @Test
    void div_share() {
        assertEquals(ratio(2.5), Share.of(0.625).div(Share.of(0.25)));
    }

    @Test
    void div_zero() {
        assertNoAnswer(
                "62.5% ÷ 0% has no answer: the divisor is zero",
                () -> Share.of(0.625).div(Share.of(0)));
        assertNoAnswer("8 GB ÷ 0% has no answer: the divisor is zero", () -> gb(8).div(Share.of(0)));
    }

    @Test
    void maxAndMin() {
        assertEquals(Share.of(0.625), Share.of(0.25).max(Share.of(0.625)));
        assertEquals(Share.of(0.25), Share.of(0.25).min(Share.of(0.625)));
    }

    @Test
    void toRatio() {
        assertEquals(ratio(0.625), Share.of(0.625).toRatio());
    }

    @Test
    void div_count() {
        assertEquals(0.12, percent(36).div(count(3)).value());
        assertEquals(
                "busy ÷ 3",
                assume("busy", percent(36))
                        .div(count(3))
                        .explain()
                        .steps()
                        .get(0)
                        .formula());
        assertNoAnswer(
                "60% ÷ 0.5 is above 1, which no Share can be", () -> percent(60).div(count(0.5)));
    }

    /** A quotient that is no part of a whole is refused with what was divided, also among draws. */
    @Test
    void toShare_ofAQuotient() {
        Ratio use = assume("used", gb(90)).div(assume("disk", gb(80)));
        assertNoAnswer("used (90 GB) ÷ disk (80 GB) is above 1, which no Share can be", use::toShare);
        Share uncertain = assume("used", between(gb(20), gb(70)))
                .div(assume("disk", gb(71)))
                .toShare();
        assertThatThrownBy(uncertain::p95)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageMatching("used ÷ disk would be above 1 in \\S+ of 16,384 draws, which no Share can be");
    }
}
